"""May these two be in contact, whom is somebody apart from, and which concerns wait."""

from datetime import timedelta
from itertools import combinations

import pytest

from people.models import Area, Person, Role
from safeguarding.models import Concern
from safeguarding.operations import block, lift_block
from safeguarding.queries import (
    blocked_ids,
    blocked_pairs,
    blocks_made_by,
    concerns_for,
    may_be_in_contact,
    those_who_may_meet,
    who_looks_at,
)
from tests.fixtures import NOW, make_person
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


AGES = {"young": "under_18", "grown": "26_64", "older": "65_over", "silent": ""}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("together", "may"),
    [
        ("member young, member young", True),
        ("member grown, peer older", True),
        ("member young, member grown", False),
        ("member young, peer grown", False),
        ("member young, member silent", False),
        ("member grown, member silent", False),
        ("member silent, member silent", False),
        ("member silent, adviser grown", True),
        ("member young, adviser grown", True),
        ("member young, interpreter grown, coordinator older", True),
        ("member young, member young, adviser grown", True),
        ("member young, member grown, adviser grown", False),
        ("adviser grown, coordinator grown", True),
        ("member silent", True),
    ],
)
def test_adults_and_under_18s_are_never_together_as_peers(together: str, may: bool) -> None:
    people = [
        make_person(f"P{number}", role, age_group=AGES[age])
        for number, (role, age) in enumerate(one.split() for one in together.split(", "))
    ]
    assert may_be_in_contact([one.pk for one in people]) is may


def test_a_block_between_any_two_keeps_all_from_one_place(ada: Person, ben: Person, cleo: Person) -> None:
    block(by=cleo, person=ada, known_as="Ada", at=NOW)
    assert may_be_in_contact([ada.pk, ben.pk]) is True
    assert may_be_in_contact([ada.pk, ben.pk, cleo.pk]) is False


def test_who_may_meet_a_few_is_who_may_be_in_one_place_with_them(ada: Person, ben: Person, cleo: Person) -> None:
    """The list from which one chooses and the question asked of one set agree about everybody."""
    made = [
        make_person(f"{role}{age}", role, age_group=AGES[age]) for role in ("member", "interpreter") for age in AGES
    ]
    block(by=ada, person=ben, known_as="Ben", at=NOW)
    block(by=made[0], person=cleo, known_as="Cleo", at=NOW)
    everybody = [ada, ben, cleo, *made]
    gone = make_person("Gone", "adviser", is_active=False)
    for size in (1, 2, 3):
        for few in combinations([one.pk for one in everybody], size):
            if may_be_in_contact(few):
                expected = {one.pk for one in everybody if one.pk not in few and may_be_in_contact([*few, one.pk])}
                assert {one.pk for one in those_who_may_meet(few)} == expected - {gone.pk}, few


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


@pytest.mark.parametrize("about", ["Ada", "Eve", "Finn", "Dev", "Lou", "Lena", None])
def test_who_looks_at_a_concern_is_who_sees_it(about: str | None, report: Report, north: Area, south: Area) -> None:
    people = {
        name: make_person(name, *roles, area=area)
        for name, roles, area in (
            ("Ada", ["member"], north),
            ("Eve", ["member"], south),
            ("Finn", ["member"], None),
            ("Ben", ["adviser"], north),
            ("Dev", ["coordinator"], north),
            ("Dara", ["coordinator"], south),
            ("Lou", ["coordinator"], None),
            ("Lena", ["safeguarding_lead", "coordinator"], north),
            ("Ruth", ["referrer"], north),
        )
    }
    concern = report(by=people["Ben"], about=people[about] if about else None)
    seen_by = {name for name, person in people.items() if concern in concerns_for(person)}
    assert {person.chosen_name for person in who_looks_at(concern)} == seen_by
    assert len(seen_by) >= 2


def test_who_was_a_coordinator_once_or_has_left_is_not_called(report: Report, ada: Person, dev: Person) -> None:
    lena = make_person("Lena", "safeguarding_lead")
    concern = report(by=ada, about=ada)
    assert set(who_looks_at(concern)) == {dev, lena}
    Role.objects.filter(person=dev).update(ended_at=NOW)
    Person.objects.filter(pk=lena.pk).update(is_active=False)
    assert set(who_looks_at(concern)) == set()
