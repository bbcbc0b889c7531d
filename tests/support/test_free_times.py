"""Finding times for two people: within their hours, free of what is taken, and right on the days the clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as some

from support.free_times import (
    QUARTER,
    Away,
    Week,
    Window,
    comes_twice,
    free_times,
    is_on_a_quarter,
    quarters,
    span,
)

LONDON, MADRID, KATHMANDU = (ZoneInfo(name) for name in ("Europe/London", "Europe/Madrid", "Asia/Kathmandu"))
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
MONDAY = date(2026, 11, 23)
ANY_TIME = Window(time(0), time(0), weekday=6)


def utc(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


def offered(
    week: Week, first: date, days: int = 1, minutes: int = 60, taken: tuple[datetime, ...] = ()
) -> list[datetime]:
    begin, end = span(first, days, week.zone)
    return free_times(week, begin=begin, end=end, minutes=minutes, taken=taken)


def clocks(found: list[datetime], zone: ZoneInfo) -> list[str]:
    return [f"{moment.astimezone(zone):%a %H:%M}" for moment in found]


def test_full_and_half_hours_that_fit() -> None:
    week = Week(LONDON, [Window(time(9), time(11), weekday=0)])
    assert clocks(offered(week, MONDAY, days=7), LONDON) == ["Mon 09:00", "Mon 09:30", "Mon 10:00"]


def test_only_from_the_beginning_asked_about_to_before_its_end() -> None:
    week = Week(LONDON, [Window(time(9), time(12), weekday=0)])
    found = free_times(week, begin=utc(MONDAY, 9, 30), end=utc(MONDAY, 10, 30), minutes=60, taken=())
    assert clocks(found, LONDON) == ["Mon 09:30", "Mon 10:00"]


def test_what_begins_where_something_ends_is_offered_too() -> None:
    week = Week(LONDON, [Window(time(9), time(11), weekday=0)])
    taken = (utc(MONDAY, 9), utc(MONDAY, 9, 15), utc(MONDAY, 9, 30))
    assert clocks(offered(week, MONDAY, minutes=45, taken=taken), LONDON) == ["Mon 09:45", "Mon 10:00"]


def test_two_windows_that_touch_are_one_stretch() -> None:
    week = Week(LONDON, [Window(time(9), time(10), weekday=0), Window(time(10), time(11), weekday=0)])
    assert clocks(offered(week, MONDAY, minutes=120), LONDON) == ["Mon 09:00"]


def test_until_midnight_and_on_into_the_next_day() -> None:
    week = Week(LONDON, [Window(time(23), time(0), weekday=0), Window(time(0), time(1), weekday=1)])
    assert clocks(offered(week, MONDAY, minutes=90), LONDON) == ["Mon 23:00", "Mon 23:30"]


def test_closed_days_hold_back_the_weekly_hours_and_not_those_of_the_day() -> None:
    hours = [Window(time(9), time(10), weekday=0), Window(time(14), time(15), day=MONDAY)]
    week = Week(LONDON, hours, closed={MONDAY})
    assert clocks(offered(week, MONDAY, days=8), LONDON) == ["Mon 14:00", "Mon 09:00"]


@pytest.mark.parametrize(
    ("away", "left"),
    [
        (Away(MONDAY, MONDAY), []),
        (Away(MONDAY - timedelta(days=9), MONDAY - timedelta(days=1)), ["Mon 09:00", "Mon 10:00", "Mon 14:00"]),
        (Away(MONDAY, MONDAY, time(9), time(10)), ["Mon 10:00", "Mon 14:00"]),
        (Away(MONDAY, MONDAY, time(13)), ["Mon 09:00", "Mon 10:00"]),
    ],
)
def test_whoever_is_away_is_offered_to_nobody_also_not_in_hours_of_that_day(away: Away, left: list[str]) -> None:
    hours = [Window(time(9), time(11), weekday=0), Window(time(14), time(15), day=MONDAY)]
    found = clocks(offered(Week(LONDON, hours, away=[away]), MONDAY), LONDON)
    assert [each for each in found if each != "Mon 09:30"] == left


def test_the_hour_that_spring_leaves_out_is_offered_to_nobody() -> None:
    week = Week(LONDON, [Window(time(0), time(3), weekday=6)])
    assert clocks(offered(week, SPRING, minutes=30), LONDON) == ["Sun 00:00", "Sun 00:30", "Sun 02:00", "Sun 02:30"]
    # An hour that begins before goes on after: at 00:30 it lasts until 02:30.
    assert clocks(offered(week, SPRING), LONDON) == ["Sun 00:00", "Sun 00:30", "Sun 02:00"]
    assert offered(Week(LONDON, [Window(time(1), time(2), weekday=6)]), SPRING, minutes=15) == []


def test_of_the_hour_that_comes_twice_in_autumn_each_is_offered_once() -> None:
    week = Week(LONDON, [Window(time(1), time(2), weekday=6)])
    found = offered(week, AUTUMN, minutes=60)
    assert found == [utc(AUTUMN, 0), utc(AUTUMN, 0, 30), utc(AUTUMN, 1)]
    assert [comes_twice(moment, LONDON) for moment in found] == [True, True, True]
    assert [f"{moment.astimezone(LONDON):%H:%M %Z}" for moment in found] == ["01:00 BST", "01:30 BST", "01:00 GMT"]


@pytest.mark.parametrize(("day", "hours"), [(SPRING, 23), (AUTUMN, 25), (MONDAY, 24)])
def test_every_day_has_the_hours_it_has(day: date, hours: int) -> None:
    begin, end = span(day, 1, LONDON)
    assert end - begin == timedelta(hours=hours)
    week = Week(LONDON, [Window(time(0), time(0), day=day)])
    assert len(offered(week, day, minutes=15)) == 2 * hours


def test_the_same_time_of_day_the_week_before_and_after_the_clocks_change() -> None:
    week = Week(LONDON, [Window(time(9), time(10), weekday=0)])
    found = offered(week, date(2026, 10, 19), days=14)
    assert clocks(found, LONDON) == ["Mon 09:00", "Mon 09:00"]
    assert found[1] - found[0] == timedelta(days=7, hours=1)


def test_hours_are_those_of_the_zone_of_who_keeps_them() -> None:
    assert clocks(offered(Week(MADRID, [Window(time(9), time(10), weekday=0)]), MONDAY), LONDON) == ["Mon 08:00"]
    nepal = Week(KATHMANDU, [Window(time(9), time(10), weekday=0)])
    assert clocks(offered(nepal, MONDAY), LONDON) == ["Mon 03:15"]


def test_every_zone_is_made_of_quarters_of_an_hour() -> None:
    """On which the table of what is taken stands: looked at through the years in which anybody here will meet."""
    odd = {
        name
        for name in available_timezones()
        for year in range(2026, 2036, 3)
        for month in (1, 7)
        if (datetime(year, month, 1, tzinfo=UTC).astimezone(ZoneInfo(name)).utcoffset() or timedelta()) % QUARTER
    }
    assert odd == set()


def test_quarters_of_a_time_that_is_not_on_one() -> None:
    assert quarters(utc(MONDAY, 9, 10), utc(MONDAY, 9, 31)) == [
        utc(MONDAY, 9),
        utc(MONDAY, 9, 15),
        utc(MONDAY, 9, 30),
    ]
    assert [is_on_a_quarter(utc(MONDAY, 9, minute)) for minute in (0, 10, 45)] == [True, False, True]


# -- Whatever the hours, the zone and what is taken: ------------------------------------------------------------------

zones = some.sampled_from([LONDON, MADRID, KATHMANDU, ZoneInfo("Australia/Lord_Howe"), ZoneInfo("America/St_Johns")])
times = some.builds(time, some.integers(0, 23), some.sampled_from([0, 15, 30, 45]))
windows = some.builds(Window, times, times, weekday=some.integers(0, 6))
firsts = some.sampled_from([SPRING, AUTUMN, MONDAY, date(2026, 4, 5), date(2026, 11, 1)]).flatmap(
    lambda day: some.integers(-2, 0).map(lambda days: day + timedelta(days=days))
)
weeks = some.builds(Week, zones, some.lists(windows, max_size=6), closed=some.sets(firsts, max_size=2))
lengths = some.sampled_from([15, 30, 45, 60, 90, 120])


@given(weeks, firsts, lengths, some.sets(some.integers(0, 300)))
def test_every_time_offered_lies_in_the_hours_and_is_free(
    week: Week, first: date, minutes: int, gone: set[int]
) -> None:
    begin, end = span(first, 3, week.zone)
    taken = {begin + number * QUARTER for number in gone}
    found = free_times(week, begin=begin, end=end, minutes=minutes, taken=taken)
    assert found == sorted(set(found))
    for moment in found:
        assert begin <= moment < end
        needed = quarters(moment, moment + timedelta(minutes=minutes))
        assert len(needed) * 15 == minutes
        assert not taken.intersection(needed)
        for each in needed:
            wall = each.astimezone(week.zone)
            assert wall.date() not in week.closed
            assert any(window.is_on(wall.date()) and window.holds(wall.time()) for window in week.windows)


@given(weeks, firsts, lengths)
def test_booking_what_is_offered_leaves_all_that_does_not_touch_it(week: Week, first: date, minutes: int) -> None:
    begin, end = span(first, 3, week.zone)
    before = free_times(week, begin=begin, end=end, minutes=minutes, taken=())
    if not before:
        return
    booked = before[len(before) // 2]
    needed = quarters(booked, booked + timedelta(minutes=minutes))
    after = free_times(week, begin=begin, end=end, minutes=minutes, taken=needed)
    lasts = timedelta(minutes=minutes)
    apart = {moment for moment in before if moment + lasts <= booked or booked + lasts <= moment}
    assert apart <= set(after)
    # Beside those, only what begins right where it ends.
    assert set(after) - apart <= {booked + lasts}


@given(some.integers(0, 366 * 24 * 60), zones)
def test_only_in_one_night_of_autumn_a_time_comes_twice(minutes: int, zone: ZoneInfo) -> None:
    moment = utc(date(2026, 1, 1), 0) + timedelta(minutes=minutes)
    same = [
        moment + shift * QUARTER
        for shift in range(-8, 9)
        if shift
        and (moment + shift * QUARTER).astimezone(zone).replace(tzinfo=None, fold=0)
        == moment.astimezone(zone).replace(tzinfo=None, fold=0)
    ]
    assert comes_twice(moment, zone) == bool(same)
