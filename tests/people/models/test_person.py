"""One person per e-mail, the roles they hold, and who is visible to whom."""

import pytest
from django.db import IntegrityError

from people.models import Area, Person, Role
from people.operations import assign, grant_role, unassign
from tests.fixtures import NOW, make_person


def names_visible_to(viewer: Person) -> list[str]:
    fresh = Person.objects.get(pk=viewer.pk)
    return [person.chosen_name for person in Person.objects.visible_to(fresh)]


# -- E-mail


@pytest.mark.parametrize("email", ["ada@example.org", "ADA@example.org", "Ada@Example.Org"])
def test_one_person_per_email_whatever_the_case(ada: Person, email: str) -> None:
    with pytest.raises(IntegrityError):
        Person.objects.create(email=email, chosen_name="Another Ada")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("given", "kept"), [(" Ada@Example.Org ", "ada@example.org"), (None, None), ("", None), ("  ", None)]
)
def test_an_email_is_kept_in_small_letters_and_none_as_none(given: str | None, kept: str | None) -> None:
    assert Person.objects.create_user(given, chosen_name="Ada").email == kept


@pytest.mark.django_db
def test_several_people_may_have_no_email() -> None:
    people = [Person.objects.create_user("", chosen_name=name) for name in ("Ada", "Ben")]
    assert [person.email for person in people] == [None, None]


@pytest.mark.django_db
def test_without_a_password_nobody_signs_in_with_one() -> None:
    assert Person.objects.create_user("ada@example.org", chosen_name="Ada").has_usable_password() is False


# -- Roles


def test_roles_that_have_ended_are_no_longer_held(ben: Person) -> None:
    assert (ben.holds("adviser"), ben.holds("member", "adviser"), ben.holds("member")) == (True, True, False)
    ben.roles.update(ended_at=NOW)
    assert Person.objects.get(pk=ben.pk).holds("adviser") is False


def test_where_somebody_coordinates(dev: Person, ada: Person, north: Area, south: Area) -> None:
    assert (dev.coordinates_everywhere, dev.coordinated_area_ids) == (False, [north.pk])
    grant_role(person=dev, kind=Role.Kind.COORDINATOR, by=None, at=NOW, area=south)
    assert (dev.coordinates_everywhere, sorted(dev.coordinated_area_ids)) == (False, [north.pk, south.pk])
    grant_role(person=dev, kind=Role.Kind.COORDINATOR, by=None, at=NOW)
    assert dev.coordinates_everywhere is True
    assert (ada.coordinates_everywhere, ada.coordinated_area_ids) == (False, [])


# -- Visible


@pytest.mark.usefixtures("cleo", "eve")
def test_who_is_visible_to_whom(ada: Person, ben: Person, cleo: Person, dev: Person, eve: Person) -> None:
    make_person("Finn")
    gwen = make_person("Gwen", Role.Kind.COORDINATOR)
    hugh = make_person("Hugh", Role.Kind.SAFEGUARDING_LEAD)
    assign(carer=ben, person=ada, kind=Role.Kind.ADVISER, at=NOW)

    assert {viewer.chosen_name: names_visible_to(viewer) for viewer in (ada, ben, cleo, dev, eve, gwen, hugh)} == {
        "Ada": ["Ada"],
        "Ben": ["Ada", "Ben"],
        "Cleo": ["Cleo"],
        # Everyone of the north, and whoever has no area yet.
        "Dev": ["Ada", "Ben", "Cleo", "Dev", "Finn", "Gwen", "Hugh"],
        "Eve": ["Eve"],
        "Gwen": ["Ada", "Ben", "Cleo", "Dev", "Eve", "Finn", "Gwen", "Hugh"],
        "Hugh": ["Hugh"],
    }


def test_visible_no_longer_when_the_assignment_has_ended(ada: Person, ben: Person) -> None:
    assign(carer=ben, person=ada, kind=Role.Kind.ADVISER, at=NOW)
    unassign(carer=ben, person=ada, kind=Role.Kind.ADVISER, at=NOW)
    assert names_visible_to(ben) == ["Ben"]


def test_visible_still_while_another_assignment_lasts(ada: Person, ben: Person) -> None:
    for kind in (Role.Kind.ADVISER, Role.Kind.COORDINATOR):
        assign(carer=ben, person=ada, kind=kind, at=NOW)
    unassign(carer=ben, person=ada, kind=Role.Kind.ADVISER, at=NOW)
    assert names_visible_to(ben) == ["Ada", "Ben"]


def test_visible_no_longer_when_the_role_has_ended(ada: Person, dev: Person) -> None:
    dev.roles.update(ended_at=NOW)
    assert names_visible_to(dev) == ["Dev"]


def test_only_people_with_an_open_account_are_active(ada: Person, ben: Person) -> None:
    Person.objects.filter(pk=ben.pk).update(is_active=False)
    assert list(Person.objects.all().active()) == [ada]
