"""An iCalendar file as other programs read it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from icalendar import Calendar

from people.calendar import Entry, as_calendar

BEGINS = datetime.fromisoformat("2026-10-22T18:00:00+01:00")
ENTRY = Entry("1@alongside", BEGINS, BEGINS + timedelta(hours=1), 3, datetime(2026, 10, 1, tzinfo=UTC))


def lines(*entries: Entry) -> list[str]:
    return as_calendar(entries).decode().split("\r\n")


def test_everything_a_calendar_asks_for() -> None:
    assert lines(ENTRY) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Alongside//Alongside//EN",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
        "BEGIN:VEVENT",
        "SUMMARY:A meeting",
        "DTSTART:20261022T170000Z",
        "DTEND:20261022T180000Z",
        "DTSTAMP:20261001T000000Z",
        "UID:1@alongside",
        "SEQUENCE:3",
        "STATUS:CONFIRMED",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_an_hour_later_by_utc_once_summer_time_is_over() -> None:
    later = datetime.fromisoformat("2026-10-29T18:00:00+00:00")
    [event] = Calendar.from_ical(as_calendar([replace(ENTRY, begins_at=later)])).walk("VEVENT")
    assert event.decoded("dtstart") == later


def test_what_was_cancelled_says_so() -> None:
    assert "STATUS:CANCELLED" in lines(replace(ENTRY, is_cancelled=True))


def test_words_of_any_kind_come_through() -> None:
    title = "Tea; cake, \\ and\nBEGIN:VEVENT " + "é" * 80
    read = Calendar.from_ical(as_calendar([replace(ENTRY, title=title, where="A, b", url="https://x.example/")]))
    [event] = read.walk("VEVENT")
    assert (str(event["SUMMARY"]), str(event["LOCATION"]), str(event["URL"])) == (title, "A, b", "https://x.example/")
    assert max(len(line.encode()) for line in lines(replace(ENTRY, title=title))) <= 75


def test_the_same_entries_make_the_same_bytes() -> None:
    assert as_calendar([ENTRY]) == as_calendar([ENTRY])
    assert Calendar.from_ical(as_calendar([])).walk("VEVENT") == []
