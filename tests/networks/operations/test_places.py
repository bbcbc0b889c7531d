"""Taking places, waiting for them in line and giving them up."""

from datetime import datetime

import pytest

from messaging.models import Notice
from networks.models import Event, Membership, Network, Place
from networks.operations import (
    MayNotCome,
    TooLate,
    cancel_event,
    change_session,
    give_up_place,
    leave,
    take_place,
)
from people.models import Person, StateChange
from people.vocabulary import AgeGroup
from safeguarding.operations import block
from tests.fixtures import NOW, make_person
from tests.matching.making import fresh
from tests.networks.conftest import enter
from tests.networks.planned import DAY, FIRST, HOUR, WEEK, comers, plan, take


@pytest.fixture
def walk(robin: Membership) -> Event:
    """A meeting with one place."""
    return plan(robin, capacity=1)


@pytest.fixture
def dipper(dev: Person, robin: Membership) -> Membership:
    """Dev in the carers' network."""
    return enter(dev, robin.network, "Dipper")


def told(person: Person) -> list[str]:
    return list(Notice.objects.filter(person=person).values_list("subject", flat=True))


def test_the_first_gets_the_place_and_the_others_wait_in_line(
    walk: Event, heron: Membership, wren: Membership, dipper: Membership
) -> None:
    states = [take(one.person, walk, NOW + number * HOUR) for number, one in enumerate((heron, wren, dipper))]

    assert states == ["going", "waiting", "waiting"]
    assert comers(walk) == {"going": ["Heron"], "waiting": ["Wren", "Dipper"]}
    assert fresh(walk).places_taken == 1
    # Who pressed is told on the page, and needs no notice.
    assert Notice.objects.count() == 0


def test_twice_changes_nothing(walk: Event, heron: Membership) -> None:
    assert take_place(by=heron.person, event=walk, at=NOW) == take_place(by=heron.person, event=walk, at=NOW + HOUR)
    assert (fresh(walk).places_taken, walk.places.get().asked_at) == (1, NOW)


def test_who_waits_longest_gets_what_comes_free_and_is_told(
    walk: Event, heron: Membership, wren: Membership, dipper: Membership
) -> None:
    for number, one in enumerate((heron, dipper, wren)):
        take(one.person, walk, NOW + number * HOUR)
    give_up_place(by=heron.person, event=walk, at=NOW + DAY)

    assert comers(walk) == {"gone": ["Heron"], "going": ["Dipper"], "waiting": ["Wren"]}
    assert told(dipper.person) == ["You have a place now"]
    assert told(heron.person) == told(wren.person) == []
    give_up_place(by=heron.person, event=walk, at=NOW + DAY)
    assert comers(walk)["waiting"] == ["Wren"]


def test_who_comes_back_stands_at_the_end(walk: Event, heron: Membership, wren: Membership, dipper: Membership) -> None:
    for number, one in enumerate((heron, wren, dipper)):
        take(one.person, walk, NOW + number * HOUR)
    give_up_place(by=wren.person, event=walk, at=NOW + 4 * HOUR)
    take(wren.person, walk, NOW + 5 * HOUR)

    assert comers(walk) == {"going": ["Heron"], "waiting": ["Dipper", "Wren"]}
    assert fresh(walk).places_taken == 1


def test_who_leaves_the_network_leaves_their_place_to_the_next(
    walk: Event, robin: Membership, heron: Membership, wren: Membership
) -> None:
    past = plan(robin, begins=[NOW - DAY], at=NOW - WEEK)
    take(heron.person, past, NOW - 2 * DAY)
    take(heron.person, walk)
    take(wren.person, walk)
    leave(by=heron.person, network=robin.network, at=NOW)

    assert comers(walk) == {"gone": ["Heron"], "going": ["Wren"]}
    assert comers(past) == {"going": ["Heron"]}
    assert told(wren.person) == ["You have a place now"]


def test_nobody_gets_a_place_who_could_not_come(
    walk: Event, heron: Membership, wren: Membership, dipper: Membership
) -> None:
    for number, one in enumerate((heron, wren, dipper)):
        take(one.person, walk, NOW + number * HOUR)
    Person.objects.filter(pk=wren.person.pk).update(age_group=AgeGroup.UNDER_18)
    give_up_place(by=heron.person, event=walk, at=NOW + DAY)

    assert comers(walk) == {"gone": ["Heron"], "waiting": ["Wren"], "going": ["Dipper"]}


@pytest.mark.parametrize("planner_blocks", [True, False])
def test_who_is_kept_apart_from_the_planner_leaves_their_place_to_the_next(
    planner_blocks: bool, walk: Event, robin: Membership, heron: Membership, wren: Membership
) -> None:
    past = plan(robin, begins=[NOW - DAY], at=NOW - WEEK)
    take(heron.person, past, NOW - 2 * DAY)
    take(heron.person, walk)
    take(wren.person, walk)
    one, other = (robin, heron) if planner_blocks else (heron, robin)
    block(by=one.person, person=other.person, known_as=other.chosen_name, at=NOW)

    assert comers(walk) == {"gone": ["Heron"], "going": ["Wren"]}
    assert fresh(walk).places_taken == 1
    # Nobody is told of a block.
    assert (told(wren.person), told(heron.person)) == (["You have a place now"], [])
    # What was stays as it was.
    assert comers(past) == {"going": ["Heron"]}


def test_a_block_gives_up_a_turn_in_the_waiting_list_too(
    walk: Event, robin: Membership, heron: Membership, wren: Membership
) -> None:
    take(heron.person, walk)
    take(wren.person, walk)
    block(by=wren.person, person=robin.person, known_as="Robin", at=NOW)
    assert comers(walk) == {"going": ["Heron"], "gone": ["Wren"]}


def test_a_block_leaves_places_in_what_others_planned(
    pain: Network, walk: Event, robin: Membership, dipper: Membership, heron: Membership
) -> None:
    Membership.objects.filter(pk=dipper.pk).update(is_host=True)
    others = plan(dipper)
    take(heron.person, others)
    take(robin.person, others)
    elsewhere = plan(enter(robin.person, pain, "Sand", is_host=True))
    enter(heron.person, pain, "Reed")
    take(heron.person, elsewhere)
    block(by=heron.person, person=robin.person, known_as="Robin", at=NOW)

    assert comers(others) == {"going": ["Heron", "Robin"]}
    # The same two under other names: there too neither sees what the other planned.
    assert comers(elsewhere) == {"gone": ["Reed"]}


def test_nobody_takes_a_place_with_whom_they_are_apart_from(walk: Event, robin: Membership, heron: Membership) -> None:
    block(by=robin.person, person=heron.person, known_as="Heron", at=NOW)
    with pytest.raises(MayNotCome):
        take(heron.person, walk)


def test_who_was_apart_from_the_planner_when_it_was_over_is_passed_over(
    robin: Membership, heron: Membership, wren: Membership
) -> None:
    """It was over, so the block left everybody's place as it was; then it takes place once more."""
    walk = plan(robin, capacity=1, begins=[NOW - DAY], at=NOW - WEEK)
    take(heron.person, walk, NOW - WEEK)
    take(wren.person, walk, NOW - WEEK)
    block(by=wren.person, person=robin.person, known_as="Robin", at=NOW)
    change_session(
        by=robin.person, event=walk, number=1, title="", begins_at=FIRST, ends_at=FIRST + HOUR, materials="", at=NOW
    )
    give_up_place(by=heron.person, event=walk, at=NOW)

    assert comers(walk) == {"gone": ["Heron"], "waiting": ["Wren"]}


def test_a_block_between_two_who_come_throws_nobody_out(robin: Membership, heron: Membership, wren: Membership) -> None:
    walk = plan(robin, capacity=2)
    take(heron.person, walk)
    take(wren.person, walk)
    block(by=wren.person, person=heron.person, known_as="Heron", at=NOW)

    assert comers(walk) == {"going": ["Heron", "Wren"]}


def test_only_who_is_in_the_network_takes_a_place(walk: Event) -> None:
    with pytest.raises(MayNotCome):
        take(make_person("Zoe", age_group=AgeGroup.ADULT), walk)


def test_who_is_asked_only_to_read_may_come(walk: Event, heron: Membership) -> None:
    Membership.objects.filter(pk=heron.pk).update(muted_until=NOW + WEEK)
    assert take(heron.person, walk) == "going"


@pytest.mark.parametrize(("at", "may"), [(FIRST - HOUR, True), (FIRST + WEEK - HOUR, True), (FIRST + WEEK, False)])
def test_there_are_places_until_the_last_session_begins(
    at: datetime, may: bool, robin: Membership, heron: Membership
) -> None:
    course = plan(robin, begins=[FIRST, FIRST + WEEK])
    if may:
        assert take(heron.person, course, at) == "going"
    else:
        with pytest.raises(TooLate):
            take(heron.person, course, at)


def test_there_is_no_place_in_what_is_cancelled(
    walk: Event, robin: Membership, heron: Membership, wren: Membership
) -> None:
    take(heron.person, walk)
    take(wren.person, walk)
    cancel_event(by=robin.person, event=walk, at=NOW)
    with pytest.raises(TooLate):
        take(robin.person, walk)
    give_up_place(by=heron.person, event=walk, at=NOW)
    assert comers(walk) == {"gone": ["Heron"], "waiting": ["Wren"]}


def test_what_is_over_is_not_given_up(walk: Event, heron: Membership) -> None:
    take(heron.person, walk)
    with pytest.raises(TooLate):
        give_up_place(by=heron.person, event=walk, at=FIRST + HOUR)
    assert comers(walk) == {"going": ["Heron"]}


def test_every_change_of_a_place_is_in_its_history_and_in_nobodys_record(walk: Event, heron: Membership) -> None:
    take(heron.person, walk)
    give_up_place(by=heron.person, event=walk, at=NOW)
    changes = StateChange.objects.filter(machine="networks.place").order_by("pk")
    assert [(one.before, one.after, one.person) for one in changes] == [
        ("", "waiting", None),
        ("waiting", "going", None),
        ("going", "gone", None),
    ]
    assert Place.objects.count() == 1
