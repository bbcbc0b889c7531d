"""Quiet hours and the hour of the daily mail: over midnight, and on the days the clocks change."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messaging.quiet import Quiet, next_full_hour, next_time_at

LONDON = ZoneInfo("Europe/London")
NIGHT = Quiet(22, 7)
HOURS = st.integers(0, 23)
# The clocks go forward on 29 March and back on 25 October 2026.
MOMENTS = st.sampled_from([datetime(2026, 3, 28, tzinfo=UTC), datetime(2026, 10, 24, tzinfo=UTC)]).flatmap(
    lambda day: st.integers(0, 3 * 24 * 60).map(lambda minutes: day + timedelta(minutes=minutes))
)


def london(moment: str) -> datetime:
    return datetime.fromisoformat(f"2026-{moment}").replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("now", "over"),
    [
        ("11-22T21:59", "11-22T21:59"),
        ("11-22T22:00", "11-23T07:00"),
        ("11-23T06:59", "11-23T07:00"),
        ("11-23T07:00", "11-23T07:00"),
        # British Summer Time, and the two nights in between.
        ("07-01T23:30", "07-02T07:00"),
        ("03-28T22:30", "03-29T07:00"),
        ("10-24T22:30", "10-25T07:00"),
    ],
)
def test_a_night_ends_in_the_morning_by_the_clock_on_the_wall(now: str, over: str) -> None:
    assert NIGHT.over_at(london(now), LONDON) == london(over)


def test_quiet_by_day_is_not_quiet_by_night() -> None:
    surgery = Quiet(9, 17)
    clocks = ("08:59", "09:00", "16:59", "17:00", "23:00")
    assert [surgery.holds(london(f"11-22T{clock}"), LONDON) for clock in clocks] == [False, True, True, False, False]


def test_the_same_hour_twice_is_never_quiet() -> None:
    assert not any(Quiet(8, 8).holds(london(f"11-22T{hour:02}:30"), LONDON) for hour in range(24))


def test_an_end_in_the_hour_that_is_skipped_comes_with_the_hour_after_it() -> None:
    assert Quiet(22, 1).over_at(london("03-28T23:00"), LONDON) == london("03-29T02:00")


def test_an_hour_that_comes_twice_is_quiet_twice() -> None:
    early = Quiet(1, 2)
    assert early.over_at(london("10-25T01:30"), LONDON).astimezone(UTC) == datetime(2026, 10, 25, 2, tzinfo=UTC)


@given(begins=HOURS, ends=HOURS, at=MOMENTS)
def test_over_is_the_first_moment_that_is_not_quiet(begins: int, ends: int, at: datetime) -> None:
    quiet = Quiet(begins, ends)
    over = quiet.over_at(at, LONDON)
    minutes = int((over - at) / timedelta(minutes=1))
    assert all(quiet.holds(at + timedelta(minutes=minute), LONDON) for minute in range(minutes))
    assert not quiet.holds(over, LONDON)


@given(begins=HOURS, ends=HOURS, at=MOMENTS)
def test_it_began_where_all_since_is_quiet_and_what_was_before_is_not(begins: int, ends: int, at: datetime) -> None:
    quiet = Quiet(begins, ends)
    began = quiet.began_at(at, LONDON)
    minutes = int((at - began) / timedelta(minutes=1))
    assert all(quiet.holds(began + timedelta(minutes=minute), LONDON) for minute in range(minutes))
    assert began == at if not quiet.holds(at, LONDON) else not quiet.holds(began - timedelta(minutes=1), LONDON)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("11-22T07:59", "11-22T08:00"),
        ("11-22T08:00", "11-23T08:00"),
        ("03-28T08:00", "03-29T08:00"),
        ("10-24T08:00", "10-25T08:00"),
    ],
)
def test_the_daily_mail_comes_at_its_hour(now: str, then: str) -> None:
    assert next_time_at(8, london(now), LONDON) == london(then)


@given(at=MOMENTS)
def test_the_next_full_hour_is_later_by_an_hour_at_most(at: datetime) -> None:
    assert timedelta(0) < next_full_hour(at) - at <= timedelta(hours=1)
