"""Writes what somebody has a place in as an iCalendar file, for the calendar on their phone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

# What a meeting is called where its name would tell too much.
NEUTRAL = "A meeting"


@dataclass(frozen=True)
class Entry:
    """One meeting. `uid` stays with it for ever; `revision` counts up and `changed_at` moves with each change of it."""

    uid: str
    begins_at: datetime
    ends_at: datetime
    revision: int
    changed_at: datetime
    title: str = NEUTRAL
    where: str = ""
    url: str = ""
    is_cancelled: bool = False


def as_calendar(entries: Iterable[Entry]) -> bytes:
    """The entries in their order. The same entries make the same bytes, whenever it is asked."""
    calendar = Calendar()
    calendar.add("prodid", "-//Alongside//Alongside//EN")
    calendar.add("version", "2.0")
    # How often a calendar need look again; the second is what some of them read instead.
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for entry in entries:
        calendar.add_component(_event(entry))
    written: bytes = calendar.to_ical()
    return written


def _event(entry: Entry) -> Event:
    """In UTC, in which no clock is ever put forward or back; each calendar shows it in its own time."""
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", entry.changed_at.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", entry.begins_at.astimezone(UTC))
    event.add("dtend", entry.ends_at.astimezone(UTC))
    event.add("sequence", entry.revision)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    event.add("summary", entry.title)
    if entry.where:
        event.add("location", entry.where)
    if entry.url:
        event.add("url", entry.url)
    return event
