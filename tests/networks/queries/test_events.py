"""Which events there are for whom, and whose turn it is."""

import pytest

from networks.models import Event, Membership, Network, Thread
from networks.operations import cancel_event
from networks.queries import events_for, events_of, leaders_to_choose, place_at, places_of, who_leads, who_would_be_told
from networks.queries.events import turn_of
from people.models import Person
from safeguarding.operations import block
from tests.fixtures import NOW
from tests.networks.conftest import enter
from tests.networks.planned import DAY, FIRST, HOUR, WEEK, plan, take


def titles(network: Network, viewer: Person, which: str = "") -> list[str]:
    return [event.thread.title for event in events_of(network, viewer, which, NOW)]


@pytest.fixture
def four(robin: Membership) -> list[Event]:
    """One that is over, a course under way, a meeting that comes first, and one later that is cancelled."""
    over = plan(robin, title="Over", begins=[NOW - WEEK], at=NOW - 2 * WEEK)
    course = plan(robin, title="Course", begins=[NOW - DAY, NOW + 6 * DAY], at=NOW - 2 * WEEK)
    first = plan(robin, title="First", begins=[NOW + DAY])
    off = plan(robin, title="Off", begins=[NOW + 9 * DAY])
    cancel_event(by=robin.person, event=off, at=NOW)
    return [over, course, first, off]


def test_lists_go_by_what_comes_next(four: list[Event], carers: Network, heron: Membership, wren: Membership) -> None:
    for event in four[:3]:
        take(wren.person, event, NOW - 8 * DAY)

    assert titles(carers, heron.person) == ["First", "Course", "Off"]
    assert titles(carers, heron.person, "past") == ["Over"]
    assert titles(carers, heron.person, "mine") == []
    assert titles(carers, wren.person, "mine") == ["First", "Course", "Over"]


def test_what_one_leads_is_ones_own(four: list[Event], carers: Network, robin: Membership) -> None:
    assert titles(carers, robin.person, "mine") == ["First", "Course", "Off", "Over"]


def test_a_line_says_how_it_stands(carers: Network, robin: Membership, heron: Membership, wren: Membership) -> None:
    course = plan(robin, begins=[FIRST, FIRST + WEEK], capacity=1)
    take(heron.person, course)
    take(wren.person, course)
    [line] = events_of(carers, wren.person, "", FIRST + 2 * DAY)

    said = vars(line)
    assert (said["next_at"], said["began_at"], said["over_at"]) == (FIRST + WEEK, FIRST, FIRST + WEEK + HOUR)
    assert (said["meetings"], said["waiting"], said["my_state"], line.places_left) == (2, 1, "waiting", 0)


def test_nobody_outside_sees_any(four: list[Event], carers: Network, ben: Person, eve: Person, finn: Person) -> None:
    enter(ben, carers, "Wren", state="removed")
    enter(finn, carers, "Finch")
    for person in (ben, eve, finn):
        assert not events_for(person).exists()
        assert titles(carers, person) == []


def test_what_is_kept_back_is_seen_by_the_hosts(
    four: list[Event], carers: Network, robin: Membership, heron: Membership
) -> None:
    Thread.objects.filter(pk=four[2].thread_id).update(standing="hidden")
    assert titles(carers, heron.person) == ["Course", "Off"]
    assert titles(carers, robin.person) == ["First", "Course", "Off"]


def test_who_is_apart_from_the_planner_sees_none_and_from_a_leader_not_their_name(
    carers: Network, robin: Membership, heron: Membership, wren: Membership
) -> None:
    Membership.objects.filter(pk=wren.pk).update(is_leader=True)
    walk = plan(robin, leaders=[robin, wren])
    assert [one.chosen_name for one in who_leads(walk, heron.person)] == ["Robin", "Wren"]
    block(by=heron.person, person=wren.person, known_as="Wren", at=NOW)
    assert [one.chosen_name for one in who_leads(walk, heron.person)] == ["Robin"]
    block(by=heron.person, person=robin.person, known_as="Robin", at=NOW)
    assert titles(carers, heron.person) == []


def test_who_leads_no_more_is_not_named(robin: Membership, heron: Membership, wren: Membership) -> None:
    Membership.objects.filter(pk=wren.pk).update(is_leader=True)
    walk = plan(robin, leaders=[robin, wren])
    Membership.objects.filter(pk=wren.pk).update(is_leader=False)
    assert [one.chosen_name for one in who_leads(walk, heron.person)] == ["Robin"]
    assert [one.chosen_name for one in leaders_to_choose(robin.network, robin.person)] == ["Robin"]


def test_a_leader_sees_who_comes_but_nobody_they_are_apart_from(
    robin: Membership, heron: Membership, wren: Membership
) -> None:
    walk = plan(robin, capacity=1)
    take(heron.person, walk)
    take(wren.person, walk)
    assert [one.membership.chosen_name for one in places_of(walk, robin.person)] == ["Heron", "Wren"]
    block(by=heron.person, person=robin.person, known_as="Robin", at=NOW)
    assert [one.membership.chosen_name for one in places_of(walk, robin.person)] == ["Wren"]


def test_turns_are_counted_from_one(robin: Membership, heron: Membership, wren: Membership) -> None:
    walk = plan(robin, capacity=1)
    for number, one in enumerate((robin, wren, heron)):
        take(one.person, walk, NOW + number * HOUR)
    assert [turn_of(place) for place in walk.places.waiting()] == [1, 2]
    mine = place_at(walk, heron.person)
    assert mine is not None
    assert mine.state == "waiting"


def test_who_would_be_told_is_everybody_but_who_does_it(robin: Membership, heron: Membership, wren: Membership) -> None:
    walk = plan(robin, capacity=2)
    for one in (robin, heron, wren):
        take(one.person, walk)
    assert who_would_be_told(walk, robin.person) == (1, 1)
    assert who_would_be_told(walk, heron.person) == (1, 1)
    assert who_would_be_told(walk, wren.person) == (2, 0)
