"""Who looks after whom, and who may read a story: truth tables."""

import pytest

from caseload.models import Transfer
from caseload.rules import (
    Relation,
    may_answer_transfer,
    may_arrange,
    may_arrange_for,
    may_ask_for_transfer,
    may_end_belonging,
    may_read_story,
    relation_of,
    those_who_look_after,
)
from matching.models import Pairing
from people.models import Area, Person
from people.operations import assign, belong, give_consent, unassign
from tests.caseload.making import make_helper, make_request, pair
from tests.fixtures import NOW, make_person


def test_those_who_look_after(ada: Person, ben: Person, cleo: Person, dev: Person) -> None:
    assert [those_who_look_after(person) for person in (ada, ben, cleo, dev)] == [False, True, True, True]


def test_relation_by_area(ada: Person, ben: Person, dev: Person, eve: Person) -> None:
    """Dev coordinates the north, where Ada lives and Eve does not; Ben has nothing to do with either."""
    assert [relation_of(dev, person) for person in (ada, eve, dev)] == [Relation.COORDINATOR, None, None]
    assert [relation_of(ben, person) for person in (ada, eve, ben)] == [None, None, None]


@pytest.mark.parametrize("kind", ["adviser", "peer"])
def test_relation_by_assignment_ends_with_it(ada: Person, ben: Person, kind: str) -> None:
    assign(carer=ben, person=ada, kind=kind, at=NOW)
    assert relation_of(ben, ada) == kind
    unassign(carer=ben, person=ada, kind=kind, at=NOW)
    assert relation_of(ben, ada) is None


def test_a_coordinator_who_was_given_somebody_elsewhere(dev: Person, eve: Person) -> None:
    assign(carer=dev, person=eve, kind="coordinator", at=NOW)
    assert relation_of(dev, eve) is Relation.COORDINATOR


def test_a_coordinator_of_everything(north: Area, ada: Person, eve: Person) -> None:
    fay = make_person("Fay", "coordinator")
    assert [relation_of(fay, ada), relation_of(fay, eve)] == [Relation.COORDINATOR, Relation.COORDINATOR]


def test_who_may_read_a_story(ada: Person, ben: Person, cleo: Person, dev: Person) -> None:
    """Coordinators always; a helper only while alongside, and only if the member agreed."""
    request = make_request(ada, state="paired", story="My story")
    pairing = pair(request, make_helper(ben))
    # Cleo covers for Ben: she looks after Ada without being the one Ada chose.
    assign(carer=cleo, person=ada, kind="peer", at=NOW)
    readers = [(dev, Relation.COORDINATOR), (ben, Relation.ADVISER), (cleo, Relation.PEER)]

    assert [may_read_story(person, request, relation) for person, relation in readers] == [True, False, False]
    give_consent(by=ada, purpose="story", at=NOW)
    assert [may_read_story(person, request, relation) for person, relation in readers] == [True, True, False]
    Pairing.objects.filter(pk=pairing.pk).update(state="ended")
    assert [may_read_story(person, request, relation) for person, relation in readers] == [True, False, False]


def test_a_coordinator_arranges_and_answers_nothing_about_themselves(
    ada: Person, ben: Person, dev: Person, eve: Person, north: Area, south: Area
) -> None:
    """Dev asks for support too, is of another area besides, and is asked for by that and by his own."""
    fay = make_person("Fay", "coordinator")
    helper = make_helper(ben)
    his, hers = (pair(make_request(person, state="paired"), helper) for person in (dev, ada))
    assert [may_arrange(dev, pairing) for pairing in (his, hers)] == [False, True]
    assert [may_arrange_for(dev, person) for person in (dev, ada, eve)] == [False, True, False]
    assert [may_arrange(fay, his), may_arrange_for(fay, dev)] == [True, True]

    belong(person=dev, area=south, at=NOW)
    into_north = [
        Transfer.objects.create(person=person, from_area=south, to_area=north, asked_by=fay, asked_at=NOW)
        for person in (dev, eve)
    ]
    assert [may_answer_transfer(dev, transfer) for transfer in into_north] == [False, True]
    assert [may_end_belonging(dev, person, north) for person in (dev, eve)] == [False, True]
    assert [may_ask_for_transfer(ben, person) for person in (ada, eve)] == [False, False]
    assert [may_ask_for_transfer(dev, person) for person in (ada, eve)] == [True, False]
