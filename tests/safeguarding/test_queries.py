"""May these two be in contact, whom is somebody apart from, and which concerns wait."""

from datetime import timedelta

from people.models import Person
from safeguarding.models import Concern
from safeguarding.operations import block, lift_block
from safeguarding.queries import blocked_ids, blocked_pairs, blocks_made_by, concerns_for
from tests.fixtures import NOW
from tests.safeguarding.conftest import Report


def test_a_block_holds_both_ways_and_for_those_two_only(ada: Person, ben: Person, cleo: Person, eve: Person) -> None:
    block(by=ada, person=eve, known_as="Eve", at=NOW)
    people = (ada, ben, eve)
    assert [[other.pk not in blocked_ids(one) for other in people] for one in people] == [
        [True, True, False],
        [True, True, True],
        [False, True, True],
    ]
    block(by=cleo, person=ada, known_as="Ada", at=NOW)
    assert {person.chosen_name: blocked_ids(person) for person in (ada, ben, cleo, eve)} == {
        "Ada": {eve.pk, cleo.pk},
        "Ben": set(),
        "Cleo": {ada.pk},
        "Eve": {ada.pk},
    }


def test_two_who_block_each_other_are_apart_until_both_have_lifted(ada: Person, eve: Person) -> None:
    mine = block(by=ada, person=eve, known_as="Eve", at=NOW)
    theirs = block(by=eve, person=ada, known_as="Ada", at=NOW)
    assert blocked_ids(ada) == {eve.pk}
    lift_block(by=ada, row=mine, at=NOW)
    assert blocked_ids(ada) == {eve.pk}
    lift_block(by=eve, row=theirs, at=NOW)
    assert blocked_ids(ada) == set()


def test_pairs_of_everybody_of_some_and_of_nobody(ada: Person, ben: Person, cleo: Person, eve: Person) -> None:
    block(by=ada, person=eve, known_as="Eve", at=NOW)
    block(by=cleo, person=ada, known_as="Ada", at=NOW)
    block(by=ben, person=cleo, known_as="Cleo", at=NOW)
    lifted = block(by=eve, person=ben, known_as="Ben", at=NOW)
    lift_block(by=eve, row=lifted, at=NOW)

    ours, theirs, others = (ada.pk, eve.pk), (cleo.pk, ada.pk), (ben.pk, cleo.pk)
    assert blocked_pairs() == {ours, theirs, others}
    assert blocked_pairs([ada.pk]) == {ours, theirs}
    assert blocked_pairs([eve.pk, ben.pk]) == {ours, others}
    assert blocked_pairs([]) == set()


def test_the_blocks_somebody_made_are_those_that_hold(ada: Person, ben: Person, cleo: Person, eve: Person) -> None:
    block(by=ada, person=ben, known_as="Ben", at=NOW)
    block(by=ada, person=eve, known_as="Nightjar", at=NOW + timedelta(days=1))
    block(by=cleo, person=ada, known_as="Ada", at=NOW)
    lift_block(by=ada, row=block(by=ada, person=cleo, known_as="Cleo", at=NOW), at=NOW)
    assert [row.known_as for row in blocks_made_by(ada)] == ["Nightjar", "Ben"]


def test_concerns_wait_longest_first_and_closed_ones_apart(report: Report, ada: Person, dev: Person) -> None:
    for hours, reference in ((2, "later"), (0, "first"), (1, "done"), (3, "taken")):
        report(by=ada, about=None, reference=reference, at=NOW + timedelta(hours=hours))
    Concern.objects.filter(evidence_reference="done").update(state=Concern.State.CLOSED)
    Concern.objects.filter(evidence_reference="taken").update(state=Concern.State.TAKEN)

    assert [concern.evidence_reference for concern in concerns_for(dev)] == ["first", "later", "taken"]
    assert [concern.evidence_reference for concern in concerns_for(dev, closed=True)] == ["done"]
    assert [list(concerns_for(ada)), list(concerns_for(ada, closed=True))] == [[], []]
