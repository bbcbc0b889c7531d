"""Every week at the same time by the clock, whatever the clocks do in between."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from networks.series import moment, weekly

LONDON = ZoneInfo("Europe/London")


def test_six_weeks_over_the_end_of_summer_time() -> None:
    begins = weekly(date(2026, 10, 8), time(18), 4, LONDON)

    assert [one.isoformat() for one in begins] == [
        "2026-10-08T17:00:00+00:00",
        "2026-10-15T17:00:00+00:00",
        "2026-10-22T17:00:00+00:00",
        "2026-10-29T18:00:00+00:00",
    ]


def test_an_hour_that_is_left_out_and_one_that_comes_twice() -> None:
    assert moment(date(2026, 3, 29), time(1, 30), LONDON).astimezone(LONDON).time() == time(2, 30)
    assert moment(date(2026, 10, 25), time(1, 30), LONDON) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@given(
    first=st.dates(date(2024, 1, 1), date(2035, 12, 31)),
    clock=st.times().map(lambda one: one.replace(second=0, microsecond=0, fold=0)),
    count=st.integers(1, 12),
    zone=st.sampled_from(["Europe/London", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"]),
)
def test_the_clock_shows_the_same_each_week(first: date, clock: time, count: int, zone: str) -> None:
    place = ZoneInfo(zone)
    begins = weekly(first, clock, count, place)

    assert len(begins) == count
    for number, begin in enumerate(begins):
        shown = begin.astimezone(place)
        wanted = datetime.combine(first + timedelta(weeks=number), clock)
        left_out = datetime.combine(wanted.date(), clock, place).astimezone(UTC).astimezone(place)
        # Only in the hour that is left out the clock can show something else, and then the time goes on from before it.
        assert shown.replace(tzinfo=None) == wanted or shown == left_out > wanted.replace(tzinfo=place)
    assert begins == sorted(set(begins))
