"""The tree of areas: added to, renamed, moved below another, never into itself; and who may do it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from people.models import Area, Person, Role
from people.operations import WouldLieInItself, add_area, grant_role, move_area, rename_area
from people.queries import Branch, tree_of
from tests.fixtures import NOW, As, make_person


@pytest.fixture
def gwen(db: None) -> Person:
    """Gwen coordinates everywhere."""
    return make_person("Gwen", Role.Kind.COORDINATOR)


@pytest.fixture
def lane(gwen: Person, north: Area) -> Area:
    """A lane in a village in the north."""
    village = add_area(by=gwen, name="Village", below=north)
    return add_area(by=gwen, name="Lane", below=village)


def named(name: str) -> Area:
    return Area.objects.get(name=name)


def above(area: Area) -> list[str]:
    return [one.name for one in area.above.order_by("name")]


def outline(branches: tuple[Branch, ...]) -> list[Any]:
    return [(branch.area.name, *outline(branch.below)) for branch in branches]


def test_what_is_added_lies_in_all_that_is_above(lane: Area) -> None:
    assert (lane.slug, above(lane), above(named("North"))) == ("lane", ["North", "Village"], [])


def test_what_is_moved_takes_along_what_lies_in_it(gwen: Person, lane: Area, south: Area) -> None:
    move_area(by=gwen, area=named("Village"), below=south)
    assert (above(lane), above(named("Village"))) == (["South", "Village"], ["South"])
    move_area(by=gwen, area=named("Village"), below=None)
    assert (above(lane), above(named("Village"))) == (["Village"], [])


@pytest.mark.parametrize("below", ["North", "Village", "Lane"])
def test_never_into_itself(gwen: Person, lane: Area, north: Area, below: str) -> None:
    with pytest.raises(WouldLieInItself):
        move_area(by=gwen, area=north, below=named(below))
    assert above(lane) == ["North", "Village"]


def test_the_database_holds_that_none_is_its_own_parent(north: Area) -> None:
    with pytest.raises(IntegrityError):
        Area.objects.filter(pk=north.pk).update(parent=north.pk)


def test_a_new_name_leaves_the_address(gwen: Person, north: Area) -> None:
    rename_area(by=gwen, area=north, name=" The North ")
    assert (named("The North").slug, named("The North").pk) == ("north", north.pk)
    rename_area(by=gwen, area=north, name="North")


@pytest.mark.parametrize("name", ["south", "SOUTH ", "!"])
def test_a_name_that_cannot_be(gwen: Person, north: Area, south: Area, name: str) -> None:
    with pytest.raises(ValidationError):
        add_area(by=gwen, name=name, below=north)
    with pytest.raises(ValidationError):
        rename_area(by=gwen, area=north, name=name)
    assert list(Area.objects.values_list("name", flat=True)) == ["North", "South"]


# -- Who may


def attempt(what: str, by: Person, **facts: Any) -> bool:
    verbs: dict[str, Callable[..., object]] = {"add": add_area, "rename": rename_area, "move": move_area}
    try:
        verbs[what](by=by, **facts)
    except PermissionDenied:
        return False
    return True


def test_a_coordinator_arranges_what_lies_in_their_own_area(dev: Person, lane: Area, north: Area, south: Area) -> None:
    tries = {
        "add in the own area": attempt("add", dev, name="Hill", below=north),
        "add below it": attempt("add", dev, name="Yard", below=lane),
        "add elsewhere": attempt("add", dev, name="Coast", below=south),
        "add a service": attempt("add", dev, name="Service", below=None),
        "rename the own": attempt("rename", dev, area=north, name="The North"),
        "rename below": attempt("rename", dev, area=lane, name="Alley"),
        "rename elsewhere": attempt("rename", dev, area=south, name="The South"),
        "move inside": attempt("move", dev, area=lane, below=north),
        "move out": attempt("move", dev, area=lane, below=south),
        "make it a service": attempt("move", dev, area=lane, below=None),
        "move the own": attempt("move", dev, area=north, below=south),
        "move in from elsewhere": attempt("move", dev, area=south, below=north),
    }
    assert [words for words, done in tries.items() if done] == [
        "add in the own area",
        "add below it",
        "rename the own",
        "rename below",
        "move inside",
    ]


@pytest.mark.usefixtures("lane", "south", "ada")
def test_each_sees_their_part_of_the_tree_in_as_many_queries(dev: Person, gwen: Person) -> None:
    village = make_person("Vic", Role.Kind.COORDINATOR, area=named("Village"))
    assert outline(tree_of(gwen)) == [("North", ("Village", ("Lane",))), ("South",)]
    assert outline(tree_of(Person.objects.get(pk=village.pk))) == [("Village", ("Lane",))]
    with CaptureQueriesContext(connection) as queries:
        [north] = tree_of(Person.objects.get(pk=dev.pk))
    assert len(queries) == 5
    assert (north.people, north.coordinators, north.may_move, north.below[0].may_move) == (3, ("Dev",), False, True)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.tuples(st.integers(0, 5), st.integers(-1, 5)), max_size=12))
def test_what_is_above_is_always_what_the_parents_say(db: None, moves: list[tuple[int, int]]) -> None:
    """Whatever is moved where, in any order: what was refused changes nothing."""
    Area.objects.update(parent=None)
    Area.objects.all().delete()
    gwen = Person.objects.filter(chosen_name="Gwen").first() or make_person("Gwen", Role.Kind.COORDINATOR)
    areas = [Area.objects.create(name=str(number), slug=str(number)) for number in range(6)]
    for which, where in moves:
        try:
            move_area(by=gwen, area=areas[which], below=None if where < 0 else areas[where])
        except WouldLieInItself:
            continue
    parents = dict(Area.objects.values_list("pk", "parent"))
    for area in areas:
        expected, up = set(), parents[area.pk]
        while up is not None and up not in expected:
            expected.add(up)
            up = parents[up]
        assert set(area.above.values_list("pk", flat=True)) == expected


# -- Pages


def test_the_pages(signed_in_as: As, dev: Person, lane: Area, north: Area) -> None:
    client = signed_in_as(dev)
    answer = client.post("/areas/new/", {"name": "Hill", "below": north.pk}, follow=True)
    assert "Hill is added." in answer.content.decode()
    answer = client.post("/areas/new/", {"name": "hill", "below": north.pk})
    assert "There is an area called Hill already." in answer.content.decode()
    answer = client.post(f"/areas/{named('Hill').pk}/name/", {"name": "Hilltop"}, follow=True)
    assert "It is called Hilltop now." in answer.content.decode()
    answer = client.post(f"/areas/{lane.pk}/place/", {"below": named("Hilltop").pk}, follow=True)
    assert "Lane is moved." in answer.content.decode()
    assert above(lane) == ["Hilltop", "North"]
    answer = client.post(f"/areas/{named('Hilltop').pk}/place/", {"below": lane.pk})
    assert "It cannot lie there. Choose from the list." in answer.content.decode()


def test_a_coordinator_of_one_area_makes_no_service(signed_in_as: As, dev: Person) -> None:
    answer = signed_in_as(dev).post("/areas/new/", {"name": "Hill", "below": ""})
    assert "Choose the area it lies in." in answer.content.decode()


def test_a_role_reaches_what_is_below_its_area(dev: Person, lane: Area, north: Area, south: Area) -> None:
    dev = Person.objects.get(pk=dev.pk)
    assert dev.coordinated_area_ids == sorted([north.pk, named("Village").pk, lane.pk])
    assert [str(role) for role in dev.current_roles] == ["Coordinator (North)"]
    grant_role(person=dev, kind=Role.Kind.COORDINATOR, by=None, at=NOW, area=south)
    assert south.pk in dev.coordinated_area_ids
