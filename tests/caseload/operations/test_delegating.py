"""Who coordinates an area: given and ended from above, told, with its sight, and never the last of a service."""

from collections.abc import Callable

import pytest
from asgiref.sync import sync_to_async
from django.core.exceptions import PermissionDenied

from caseload.operations import LastCoordinator, end_coordinator, make_coordinator
from caseload.queries import coordinators_of_area, found_by_name, reach_of
from messaging.models import Notice
from people.models import Area, Person, Role, StateChange
from people.operations import add_area, assign, deactivate, end_role, grant_role
from tests.fixtures import NOW, make_person
from tests.matching.making import fresh
from tests.networks.test_leaving_sockets import line_of

COORDINATOR = Role.Kind.COORDINATOR


@pytest.fixture
def lou(db: None) -> Person:
    """Lou coordinates everywhere."""
    return make_person("Lou", COORDINATOR)


@pytest.fixture
def village(lou: Person, north: Area) -> Area:
    return add_area(by=lou, name="Village", below=north)


@pytest.fixture
def vera(village: Area) -> Person:
    """Vera lives in the village and advises."""
    return make_person("Vera", Role.Kind.ADVISER, area=village)


@pytest.fixture
def vic(village: Area) -> Person:
    """Vic asks for support in the village."""
    return make_person("Vic", Role.Kind.MEMBER, area=village)


def coordinates(person: Person, area: Area) -> bool:
    return person.roles.current().filter(kind=COORDINATOR, area=area).exists()


def sees(viewer: Person, person: Person) -> bool:
    return bool(Person.objects.visible_to(fresh(viewer)).filter(pk=person.pk).exists())


def told(person: Person) -> list[tuple[str, str]]:
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("subject", "path"))


def test_from_above_somebody_is_given_an_area_and_all_that_lies_in_it(
    dev: Person, vera: Person, vic: Person, ada: Person, village: Area
) -> None:
    assert not sees(vera, vic)
    for _ in range(2):
        role = make_coordinator(by=dev, person=vera, area=village, at=NOW)
    assert (role.granted_by, role.granted_at, role.area) == (dev, NOW, village)
    assert (sees(vera, vic), sees(vera, ada)) == (True, False)
    assert told(vera) == [("You coordinate an area from now on", "/desk/")]


def test_ended_the_sight_ends_and_whom_they_looked_after_somebody_else_does(
    dev: Person, vera: Person, vic: Person, village: Area
) -> None:
    make_coordinator(by=dev, person=vera, area=village, at=NOW)
    assign(carer=vera, person=vic, kind=COORDINATOR, at=NOW)
    for _ in range(2):
        end_coordinator(by=dev, person=fresh(vera), area=village, at=NOW)
    assert (coordinates(vera, village), sees(vera, vic)) == (False, False)
    [carer] = vic.looked_after_by.filter(ended_at=None)
    assert carer.carer.chosen_name in ("Dev", "Lou")
    assert told(vera)[1:] == [("You coordinate an area no more", "/record/")]
    change = StateChange.objects.get(machine="people.person", person=vera)
    assert (change.before, change.after, change.by) == ("coordinator", "ended", dev)


@pytest.mark.parametrize("how", ["role", "leaving"])
def test_nobody_is_left_with_one_who_coordinates_no_more(how: str, dev: Person, lou: Person, ada: Person) -> None:
    """As by the command, which ends a role without a page."""
    assign(carer=dev, person=ada, kind=COORDINATOR, at=NOW)
    if how == "role":
        end_role(person=dev, kind=COORDINATOR, by=None, at=NOW, area=dev.area)
    else:
        deactivate(person=dev, by=None, at=NOW)
    assert [one.carer for one in ada.looked_after_by.filter(ended_at=None)] == [lou]


def test_whom_another_role_reaches_stay_with_them(dev: Person, lou: Person, vic: Person, village: Area) -> None:
    make_coordinator(by=lou, person=dev, area=village, at=NOW)
    assign(carer=dev, person=vic, kind=COORDINATOR, at=NOW)
    end_coordinator(by=lou, person=fresh(dev), area=village, at=NOW)
    assert [one.carer for one in vic.looked_after_by.filter(ended_at=None)] == [dev]


@pytest.mark.parametrize(
    ("who", "where", "may"),
    [
        ("dev", "village", True),
        ("lou", "village", True),
        ("lou", "north", True),
        # One's own area is for those above it; what lies beside it is not one's own.
        ("dev", "north", False),
        ("dara", "village", False),
        ("ben", "village", False),
        ("vera", "village", False),
    ],
)
def test_who_may(
    who: str, where: str, may: bool, vera: Person, north: Area, village: Area, request: pytest.FixtureRequest
) -> None:
    make_person("Dara", COORDINATOR, area=Area.objects.create(name="South", slug="south"))
    by = Person.objects.get(chosen_name="Dara") if who == "dara" else request.getfixturevalue(who)
    area = {"village": village, "north": north}[where]
    other = make_person("Una", area=village)
    grant_role(person=other, kind=COORDINATOR, by=None, at=NOW, area=area)
    # Two, so that nobody is the last.
    grant_role(person=make_person("Urs"), kind=COORDINATOR, by=None, at=NOW, area=area)
    verbs: list[tuple[Callable[..., object], Person]] = [(make_coordinator, vera), (end_coordinator, other)]
    for verb, person in verbs:
        if may:
            verb(by=by, person=person, area=area, at=NOW)
        else:
            with pytest.raises(PermissionDenied):
                verb(by=by, person=person, area=area, at=NOW)


def test_nobody_gives_themselves_more_and_everybody_may_stop(dev: Person, lou: Person, village: Area) -> None:
    with pytest.raises(PermissionDenied):
        make_coordinator(by=dev, person=dev, area=village, at=NOW)
    with pytest.raises(PermissionDenied):
        make_coordinator(by=lou, person=lou, area=village, at=NOW)
    make_coordinator(by=lou, person=dev, area=village, at=NOW)
    end_coordinator(by=dev, person=dev, area=village, at=NOW)
    assert not coordinates(dev, village)


def test_the_last_of_a_service_stays_whoever_presses(dev: Person, lou: Person, north: Area, village: Area) -> None:
    for by in (dev, lou):
        with pytest.raises(LastCoordinator):
            end_coordinator(by=by, person=dev, area=north, at=NOW)
    nell = make_person("Nell", area=north)
    make_coordinator(by=lou, person=nell, area=north, at=NOW)
    end_coordinator(by=lou, person=dev, area=north, at=NOW)
    # Who is let in no longer is nobody to stay.
    Person.objects.filter(pk=dev.pk).update(is_active=False)
    with pytest.raises(LastCoordinator):
        end_coordinator(by=lou, person=fresh(nell), area=north, at=NOW)
    # An area that lies in another one may have nobody of its own.
    make_coordinator(by=lou, person=nell, area=village, at=NOW)
    end_coordinator(by=lou, person=fresh(nell), area=village, at=NOW)
    assert not coordinates(nell, village)


@pytest.mark.parametrize("why", ["too young", "let in no longer", "of another area"])
def test_who_cannot(why: str, dev: Person, village: Area, south: Area) -> None:
    una = make_person("Una", area=village, age_group="under_18" if why == "too young" else "")
    if why == "let in no longer":
        Person.objects.filter(pk=una.pk).update(is_active=False)
    elif why == "of another area":
        Person.objects.filter(pk=una.pk).update(area=south)
    assert found_by_name(village, dev, "una") == []
    with pytest.raises(PermissionDenied):
        make_coordinator(by=dev, person=fresh(una), area=village, at=NOW)


def test_what_the_pages_say(dev: Person, lou: Person, vera: Person, vic: Person, north: Area, village: Area) -> None:
    assert [one.chosen_name for one in found_by_name(village, dev, "ve")] == ["Vera"]
    make_coordinator(by=dev, person=vera, area=village, at=NOW)
    assert found_by_name(village, dev, "ve") == []
    shown = coordinators_of_area(village, fresh(dev))
    assert [(one.role.person, one.may_end) for one in shown.holders] == [(vera, True)]
    assert ([one.person for one in shown.around], shown.may_delegate) == ([dev, lou], True)
    assert not coordinators_of_area(north, fresh(dev)).may_delegate
    reach = reach_of(north)
    # Dev, Vera and Vic.
    assert (reach.people, reach.inside) == (3, [village])


@pytest.mark.django_db(transaction=True)
async def test_open_pages_of_whoever_stops_close_at_once(dev: Person, vera: Person, village: Area) -> None:
    await sync_to_async(make_coordinator)(by=dev, person=vera, area=village, at=NOW)
    line = await line_of(vera)
    await sync_to_async(end_coordinator)(by=dev, person=await sync_to_async(fresh)(vera), area=village, at=NOW)
    assert await line.closed_with() == 4409
