"""Times in words, by one's own clock and by the other one's."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from support.clock_words import (
    clock_words,
    day_words,
    length_words,
    other_clock,
    other_words,
    stretch_words,
    zone_words,
)

LONDON, MADRID, SYDNEY = (ZoneInfo(name) for name in ("Europe/London", "Europe/Madrid", "Australia/Sydney"))
MORNING = datetime(2026, 11, 30, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_what_zones_are_called() -> None:
    names = ("Europe/London", "America/New_York", "Europe/Madrid")
    assert [zone_words(ZoneInfo(name)) for name in names] == ["UK time", "New York time", "Madrid time"]


def test_a_day_and_a_time_by_a_clock() -> None:
    assert day_words(MORNING, LONDON) == "Monday 30 November 2026"
    assert stretch_words(MORNING, MORNING + HOUR, LONDON) == "09:00 to 10:00"
    assert stretch_words(MORNING, MORNING + HOUR, SYDNEY) == "20:00 to 21:00"


def test_the_other_ones_clock_is_named_where_it_shows_another_time() -> None:
    assert other_words(MORNING, MORNING + HOUR, LONDON, MADRID) == "10:00 to 11:00, Madrid time"
    assert other_words(MORNING, MORNING + HOUR, LONDON, ZoneInfo("Europe/Lisbon")) == ""
    late = MORNING + timedelta(hours=6)
    assert other_words(late, late + HOUR, LONDON, SYDNEY) == ("02:00 to 03:00, Sydney time, on Tuesday 1 December 2026")


def test_the_other_ones_time_in_short() -> None:
    late = MORNING + timedelta(hours=6)
    assert [other_clock(moment, LONDON, SYDNEY) for moment in (MORNING, late)] == [
        "20:00 Sydney time",
        "Tuesday, 02:00 Sydney time",
    ]
    assert other_clock(MORNING, LONDON, ZoneInfo("Europe/Lisbon")) == ""


def test_two_clocks_that_change_on_different_days_differ_for_a_while() -> None:
    """New York puts its clocks back a week after London: four hours apart instead of five."""
    meeting = datetime(2026, 10, 28, 14, tzinfo=UTC)
    new_york = ZoneInfo("America/New_York")
    assert other_words(meeting, meeting + HOUR, LONDON, new_york) == "10:00 to 11:00, New York time"
    assert other_words(meeting + timedelta(weeks=1), meeting + timedelta(weeks=1) + HOUR, LONDON, new_york) == (
        "09:00 to 10:00, New York time"
    )


def test_a_time_that_comes_twice_says_which() -> None:
    night = datetime(2026, 10, 25, tzinfo=UTC)
    assert [clock_words(night + number * HOUR, LONDON) for number in range(3)] == ["01:00 BST", "01:00 GMT", "02:00"]


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (15, "15 minutes"),
        (60, "1 hour"),
        (90, "1½ hours"),
        (120, "2 hours"),
        (75, "1 hour 15 minutes"),
        (600, "10 hours"),
    ],
)
def test_lengths(minutes: int, words: str) -> None:
    assert length_words(minutes) == words
