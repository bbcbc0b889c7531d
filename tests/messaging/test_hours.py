"""When somebody usually answers, and what is said to whoever writes at another time."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messaging.hours import (
    MIDNIGHT,
    USUAL,
    Hours,
    hours_from,
    hours_words,
    is_open,
    next_open,
    notice_words,
    written,
)

LONDON = ZoneInfo("Europe/London")
NINE_TO_FIVE = (time(9), time(17))
# In 2026 the clocks go forward on 29 March and back on 25 October, both Sundays at 1:00 UTC.
EVENING_SHIFT = {5: (time(18), MIDNIGHT)}
WHOLE_WEEK = dict.fromkeys(range(7), (MIDNIGHT, MIDNIGHT))


def at(words: str) -> datetime:
    """`at("2026-11-28 19:00")` is a moment by the clock in London."""
    return datetime.fromisoformat(words).replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("hours", "moment", "open_now", "opens"),
    [
        # 27 November 2026 is a Friday.
        (USUAL, "2026-11-27 08:59", False, "2026-11-27 09:00"),
        (USUAL, "2026-11-27 09:00", True, "2026-11-27 09:00"),
        (USUAL, "2026-11-27 16:59", True, "2026-11-27 16:59"),
        (USUAL, "2026-11-27 17:00", False, "2026-11-30 09:00"),
        (USUAL, "2026-11-29 23:59", False, "2026-11-30 09:00"),
        ({4: NINE_TO_FIVE}, "2026-11-27 17:00", False, "2026-12-04 09:00"),
        (EVENING_SHIFT, "2026-11-28 23:59", True, "2026-11-28 23:59"),
        (EVENING_SHIFT, "2026-11-29 00:00", False, "2026-12-05 18:00"),
        (WHOLE_WEEK, "2026-11-29 00:00", True, "2026-11-29 00:00"),
        ({}, "2026-11-27 12:00", False, None),
        # Over the weekend when the clocks change it opens at nine by the clock all the same.
        (USUAL, "2026-03-27 17:00", False, "2026-03-30 09:00"),
        (USUAL, "2026-10-23 17:00", False, "2026-10-26 09:00"),
        # Half past one is left out on 29 March, so these minutes come an hour later by the clock.
        ({6: (time(1, 30), time(3))}, "2026-03-29 00:30", False, "2026-03-29 02:30"),
        # And where nothing is left of them, there is the next week.
        ({6: (time(1, 30), time(2, 15))}, "2026-03-29 00:30", False, "2026-04-05 01:30"),
    ],
)
def test_when_it_is_open_and_when_next(hours: Hours, moment: str, open_now: bool, opens: str | None) -> None:
    assert is_open(hours, at(moment)) is open_now
    assert next_open(hours, at(moment)) == (at(opens) if opens else None)


def test_a_day_with_an_hour_more_is_open_an_hour_longer() -> None:
    whole_sunday = {6: (MIDNIGHT, MIDNIGHT)}
    hours = [datetime(2026, 10, 24, 12, tzinfo=UTC) + timedelta(hours=number) for number in range(48)]
    assert sum(is_open(whole_sunday, moment.astimezone(LONDON)) for moment in hours) == 25


def some_hours() -> st.SearchStrategy[Mapping[int, tuple[time, time]]]:
    quarters = st.integers(0, 95).map(lambda quarter: time(quarter // 4, quarter % 4 * 15))
    stretches = st.tuples(quarters, quarters).filter(lambda two: two[0] < two[1] or two[1] == MIDNIGHT)
    return st.dictionaries(st.integers(0, 6), stretches)


def moments() -> st.SearchStrategy[datetime]:
    """Around an ordinary week, and around both nights when the clocks change."""
    weeks = st.sampled_from([datetime(2026, month, day, tzinfo=UTC) for month, day in ((3, 26), (6, 1), (10, 22))])
    return st.builds(
        lambda week, minutes: (week + timedelta(minutes=minutes)).astimezone(LONDON), weeks, st.integers(0, 7 * 24 * 60)
    )


@given(some_hours(), moments())
def test_until_it_opens_next_it_is_closed(hours: Hours, moment: datetime) -> None:
    opens = next_open(hours, moment)
    if opens is None:
        assert hours == {}
        return
    assert opens >= moment
    assert is_open(hours, opens)
    wait = opens.astimezone(UTC) - moment.astimezone(UTC)
    for part in range(8):
        between = (moment.astimezone(UTC) + wait * part / 8).astimezone(LONDON)
        assert is_open(hours, between) is (wait == timedelta())


@given(some_hours())
def test_hours_come_back_as_they_were_kept(hours: Hours) -> None:
    assert hours_from(written(hours)) == hours


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (USUAL, "Monday to Friday, 9:00 to 17:00"),
        ({2: NINE_TO_FIVE}, "Wednesday, 9:00 to 17:00"),
        ({0: NINE_TO_FIVE, 1: NINE_TO_FIVE}, "Monday and Tuesday, 9:00 to 17:00"),
        (dict.fromkeys((0, 2, 4), NINE_TO_FIVE), "Monday, Wednesday and Friday, 9:00 to 17:00"),
        (dict.fromkeys((0, 2, 3, 4), NINE_TO_FIVE), "Monday and Wednesday to Friday, 9:00 to 17:00"),
        ({**USUAL, 4: (time(9), time(12, 30))}, "Monday to Thursday, 9:00 to 17:00; Friday, 9:00 to 12:30"),
        (EVENING_SHIFT, "Saturday, 18:00 to midnight"),
        (dict.fromkeys(range(7), NINE_TO_FIVE), "every day, 9:00 to 17:00"),
    ],
)
def test_a_week_in_words(hours: Hours, words: str) -> None:
    assert hours_words(hours) == words


AWAY = "Ben is away up to and including Friday 11 December."
USUALLY = "Ben usually answers Monday to Friday, 9:00 to 17:00."


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-27 12:00", ""),
        ("2026-11-27 02:00", "It is early Friday morning now. Please do not expect an answer before 9:00 today."),
        ("2026-11-27 08:00", "It is Friday morning now. Please do not expect an answer before 9:00 today."),
        ("2026-11-26 22:00", "It is Thursday night now. Please do not expect an answer before tomorrow at 9:00."),
        ("2026-11-27 17:00", "It is Friday afternoon now. Please do not expect an answer before Monday at 9:00."),
        ("2026-11-28 19:00", "It is Saturday evening now. Please do not expect an answer before Monday at 9:00."),
    ],
)
def test_what_is_said_out_of_hours(moment: str, words: str) -> None:
    assert notice_words("Ben", USUAL, None, at(moment)) == f"{USUALLY} {words}" * bool(words)


def test_an_opening_a_week_away_has_its_date() -> None:
    words = notice_words("Ben", {4: NINE_TO_FIVE}, None, at("2026-11-27 18:00"))
    assert words.endswith("Please do not expect an answer before Friday 4 December at 9:00.")


@pytest.mark.parametrize(
    ("hours", "away_until", "words"),
    [
        ({}, date(2026, 11, 26), ""),
        ({}, date(2026, 11, 27), "Ben is away up to and including Friday 27 November."),
        (USUAL, date(2026, 11, 26), ""),
        (
            USUAL,
            date(2026, 12, 11),
            f"{AWAY} Please do not expect an answer before Monday 14 December at 9:00.",
        ),
    ],
)
def test_what_is_said_of_somebody_away(hours: Hours, away_until: date, words: str) -> None:
    assert notice_words("Ben", hours, away_until, at("2026-11-27 12:00")) == words


def test_nothing_is_said_of_who_has_said_nothing() -> None:
    assert notice_words("Ben", {}, None, at("2026-11-28 03:00")) == ""
