"""One reminder the day before each session, in words that name nothing."""

from datetime import datetime

import pytest

from messaging.models import Notice
from networks.models import Event, Membership, Thread
from networks.operations import cancel_event, give_up_place, remind
from safeguarding.operations import block
from tests.fixtures import NOW
from tests.networks.planned import DAY, FIRST, HOUR, WEEK, plan, take


@pytest.fixture
def course(robin: Membership, heron: Membership) -> Event:
    """Two sessions, in which Heron has a place."""
    course = plan(robin, begins=[FIRST, FIRST + WEEK])
    take(heron.person, course)
    return course


def reminders() -> list[str]:
    return list(Notice.objects.order_by("pk").values_list("subject", flat=True))


def walk_through(*moments: datetime) -> list[int]:
    return [remind(at=at) for at in moments]


def test_one_the_day_before_each_session_and_not_again(course: Event) -> None:
    hours_before = [-25, -24, -23, -1, 0, 1]
    first = walk_through(*(FIRST + hour * HOUR for hour in hours_before))
    second = walk_through(*(FIRST + WEEK + hour * HOUR for hour in hours_before))

    assert first == second == [0, 1, 0, 0, 0, 0]
    assert reminders() == ["Something you have a place in is tomorrow at 12:00"] * 2
    assert {(one.person, one.path) for one in Notice.objects.all()} == {
        (course.places.get().membership.person, f"/networks/carers/events/{course.pk}/")
    }


def test_two_sessions_within_one_day_are_two_reminders(robin: Membership, heron: Membership) -> None:
    course = plan(robin, begins=[FIRST, FIRST + 3 * HOUR])
    take(heron.person, course)

    assert walk_through(FIRST - 2 * HOUR, FIRST - HOUR, FIRST - HOUR) == [1, 1, 0]
    assert reminders() == [
        "Something you have a place in is today at 12:00",
        "Something you have a place in is today at 15:00",
    ]


def test_the_time_is_that_of_the_clocks_here(robin: Membership, heron: Membership) -> None:
    summer = datetime.fromisoformat("2027-06-10T17:00:00+00:00")
    take(heron.person, plan(robin, begins=[summer]))
    remind(at=summer - DAY)
    assert reminders() == ["Something you have a place in is tomorrow at 18:00"]


def test_who_takes_a_place_on_the_last_day_knows_of_it(robin: Membership, heron: Membership) -> None:
    walk = plan(robin)
    take(heron.person, walk, FIRST - HOUR)
    assert remind(at=FIRST - HOUR) == 0


def test_nobody_is_reminded_who_waits_gave_up_or_of_what_is_cancelled(
    robin: Membership, heron: Membership, wren: Membership
) -> None:
    full, left, off = (plan(robin, capacity=1) for _ in range(3))
    take(robin.person, full)
    take(heron.person, full)
    take(heron.person, left)
    give_up_place(by=heron.person, event=left, at=NOW)
    take(heron.person, off)
    cancel_event(by=robin.person, event=off, at=NOW)
    Notice.objects.all().delete()

    assert remind(at=FIRST - HOUR) == 1
    assert [one.person for one in Notice.objects.all()] == [robin.person]


def test_nobody_is_reminded_of_what_they_do_not_see(course: Event, robin: Membership, heron: Membership) -> None:
    Thread.objects.filter(pk=course.thread_id).update(standing="held")
    assert remind(at=FIRST - HOUR) == 0
    Thread.objects.filter(pk=course.thread_id).update(standing="shown")
    # Made when all of it was over, a block gives up no place; what is over may still be moved to another day.
    block(by=heron.person, person=robin.person, known_as="Robin", at=FIRST + 2 * WEEK)
    assert course.places.going().count() == 1
    assert remind(at=FIRST - HOUR) == 0


def test_who_has_left_the_network_is_not_reminded(course: Event, heron: Membership) -> None:
    Membership.objects.filter(pk=heron.pk).update(state="removed")
    assert remind(at=FIRST - HOUR) == 0
