"""Whom the coordinators of a tree of areas see: a truth table of every viewer and everybody there is to be seen."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people.models import Area, Person, Role
from people.operations import add_area, assign, belong, belong_no_more, end_role
from tests.fixtures import NOW, make_person

COORDINATOR = Role.Kind.COORDINATOR


@pytest.fixture
def areas(db: None) -> dict[str, Area]:
    """Two services; in the west a county, and in that a town."""
    by = make_person("Head", COORDINATOR)
    west = add_area(by=by, name="West", below=None)
    county = add_area(by=by, name="County", below=west)
    town = add_area(by=by, name="Town", below=county)
    east = add_area(by=by, name="East", below=None)
    return {area.slug: area for area in (west, county, town, east)}


@pytest.fixture
def people(areas: dict[str, Area]) -> dict[str, Person]:
    """Members by where they are looked after."""
    members = {
        "in the west": make_person("Wes", area=areas["west"]),
        "in the county": make_person("Con", area=areas["county"]),
        "in the town": make_person("Tom", area=areas["town"]),
        "in the east": make_person("Est", area=areas["east"]),
        "of none": make_person("Non"),
        "in the east and the town": make_person("Two", area=areas["east"]),
        "no longer in the town": make_person("Was", area=areas["east"]),
        "of none, in the east": make_person("Bel"),
    }
    belong(person=members["in the east and the town"], area=areas["town"], at=NOW)
    belong(person=members["no longer in the town"], area=areas["town"], at=NOW)
    belong_no_more(person=members["no longer in the town"], area=areas["town"], at=NOW + timedelta(days=1))
    belong(person=members["of none, in the east"], area=areas["east"], at=NOW)
    return members


WEST = ["in the west", "in the county", "in the town", "of none", "in the east and the town"]
COUNTY = ["in the county", "in the town", "of none", "in the east and the town"]
TOWN = ["in the town", "of none", "in the east and the town"]
EAST = ["in the east", "of none", "in the east and the town", "no longer in the town", "of none, in the east"]


@pytest.mark.parametrize(
    ("coordinates", "sees"),
    [
        (["west"], WEST),
        (["county"], COUNTY),
        (["town"], TOWN),
        (["east"], EAST),
        (["county", "east"], [*COUNTY, *(one for one in EAST if one not in COUNTY)]),
        ([], []),
    ],
    ids=["a service", "the middle", "a leaf", "the other service", "two", "no coordinator"],
)
def test_who_sees_whom(
    areas: dict[str, Area], people: dict[str, Person], coordinates: list[str], sees: list[str]
) -> None:
    viewer = make_person("Vic")
    for slug in coordinates:
        viewer.roles.create(kind=COORDINATOR, area=areas[slug], granted_at=NOW)
    viewer = Person.objects.get(pk=viewer.pk)
    by_pk = {person.pk: words for words, person in people.items()}
    seen = {by_pk.get(pk) for pk in Person.objects.visible_to(viewer).values_list("pk", flat=True)} - {None}
    coordinated = {by_pk.get(pk) for pk in Person.objects.coordinated_by(viewer).values_list("pk", flat=True)}
    alone = {words for words, person in people.items() if person.is_coordinated_by(viewer)}
    assert (seen, coordinated - {None}, alone) == (set(sees), set(sees), set(sees))


def test_who_coordinates_everywhere_sees_everybody(people: dict[str, Person]) -> None:
    viewer = Person.objects.get(chosen_name="Head")
    assert set(people.values()) <= set(Person.objects.visible_to(viewer))
    assert all(person.is_coordinated_by(viewer) for person in people.values())


def test_another_role_in_an_area_lets_see_nobody(areas: dict[str, Area], people: dict[str, Person]) -> None:
    viewer = make_person("Vic")
    for kind in (Role.Kind.ADVISER, Role.Kind.SAFEGUARDING_LEAD, Role.Kind.MEMBER):
        viewer.roles.create(kind=kind, area=areas["west"], granted_at=NOW)
    assert list(Person.objects.visible_to(Person.objects.get(pk=viewer.pk))) == [viewer]


def test_a_role_that_has_ended_lets_see_nobody(areas: dict[str, Area], people: dict[str, Person]) -> None:
    viewer = make_person("Vic", COORDINATOR, area=areas["county"])
    end_role(person=viewer, kind=COORDINATOR, area=areas["county"], by=None, at=NOW)
    assert (list(Person.objects.visible_to(viewer)), viewer.coordinated_area_ids) == ([viewer], [])


def test_whom_one_looks_after_is_seen_wherever_they_are(areas: dict[str, Area], people: dict[str, Person]) -> None:
    viewer = make_person("Vic", COORDINATOR, area=areas["town"])
    assign(carer=viewer, person=people["in the east"], kind=COORDINATOR, at=NOW)
    assert people["in the east"] in Person.objects.visible_to(viewer)
    assert people["in the east"] not in Person.objects.coordinated_by(viewer)


@pytest.mark.parametrize("slug", ["west", "town"])
def test_a_deep_tree_costs_as_many_queries_as_a_flat_one(
    areas: dict[str, Area], people: dict[str, Person], slug: str
) -> None:
    viewer = Person.objects.get(pk=make_person("Vic", COORDINATOR, area=areas[slug]).pk)
    with CaptureQueriesContext(connection) as queries:
        assert people["in the town"] in Person.objects.visible_to(viewer)
    assert len(queries) == 2


@pytest.mark.parametrize(
    ("who", "by"),
    [
        ("in the town", ["Ceri", "Head", "Tess"]),
        ("in the county", ["Ceri", "Head"]),
        ("in the east and the town", ["Ceri", "Edie", "Head", "Tess"]),
        ("no longer in the town", ["Edie", "Head"]),
        ("of none, in the east", ["Edie", "Head"]),
        ("of none", ["Head"]),
    ],
)
def test_whose_coordinators_are_asked(
    areas: dict[str, Area], people: dict[str, Person], who: str, by: list[str]
) -> None:
    for name, slug in {"Ceri": "county", "Tess": "town", "Edie": "east"}.items():
        make_person(name, COORDINATOR, area=areas[slug])
    roles = Role.objects.current().filter(kind=COORDINATOR).reaching(Area.objects.of(people[who]))
    assert sorted(role.person.chosen_name for role in roles) == by
