"""Two coordinators press at the same moment: the tree stays a tree, and a transfer has one answer."""

from collections.abc import Callable
from functools import partial

import pytest

from caseload.operations import (
    agree_to_transfer,
    ask_for_transfer,
    end_coordinator,
    refuse_transfer,
    take_back_transfer,
)
from people.errors import HasMovedOn
from people.models import Area, Person, Role, StateChange
from people.operations import WouldLieInItself, add_area, move_area
from tests.fixtures import NOW, make_person
from tests.matching.making import at_once, fresh

pytestmark = [pytest.mark.servers, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

ROUNDS = 20


@pytest.fixture
def lou(db: None) -> Person:
    """Lou coordinates everywhere."""
    return make_person("Lou", Role.Kind.COORDINATOR)


def quietly(press: Callable[[], object]) -> bool:
    try:
        press()
    except (HasMovedOn, WouldLieInItself):
        return False
    return True


def test_of_two_who_move_each_below_the_other_one_is_refused(lou: Person) -> None:
    for number in range(ROUNDS):
        one, other = (add_area(by=lou, name=f"{side} {number}", below=None) for side in ("Left", "Right"))
        presses = [
            partial(move_area, by=fresh(lou), area=fresh(area), below=fresh(below))
            for area, below in ((one, other), (other, one))
        ]
        done = at_once([partial(quietly, press) for press in presses])
        assert sorted(done) == [False, True]
        assert sorted([one.above.count(), other.above.count()]) == [0, 1]


def test_a_transfer_has_one_answer(lou: Person, north: Area, south: Area) -> None:
    for number in range(ROUNDS):
        person = make_person(f"Ada{number}", Role.Kind.MEMBER, area=north)
        asked = ask_for_transfer(by=lou, person=person, to=south, stays=False, why="She moves.", at=NOW)
        agree, take_back = (
            partial(verb, by=fresh(lou), transfer=fresh(asked), at=NOW)
            for verb in (agree_to_transfer, take_back_transfer)
        )
        refuse = partial(refuse_transfer, by=fresh(lou), transfer=fresh(asked), words="No.", at=NOW)
        done = at_once([partial(quietly, press) for press in (agree, refuse, take_back)])
        assert sorted(done) == [False, False, True]
        went = fresh(asked).state == "agreed"
        assert fresh(person).area == (south if went else north)
        assert StateChange.objects.filter(machine="caseload.transfer", subject=asked.pk).count() == 2


def test_of_two_who_each_let_another_coordinator_go_one_stays(lou: Person) -> None:
    for number in range(ROUNDS):
        service = add_area(by=lou, name=f"Service {number}", below=None)
        both = [make_person(f"{name}{number}", Role.Kind.COORDINATOR, area=service) for name in ("Dev", "Dara")]
        presses = [
            partial(end_coordinator, by=fresh(lou), person=fresh(one), area=fresh(service), at=NOW) for one in both
        ]
        done = at_once([partial(quietly, press) for press in presses])
        assert sorted(done) == [False, True]
        held = Role.objects.current().filter(kind=Role.Kind.COORDINATOR, area=service)
        assert held.count() == 1
