"""The times from which two people choose, week by week."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from matching.models import Pairing
from people.models import Person
from support.free_times import QUARTER, free_times, span
from support.models import Appointment, Habits, TakenQuarter
from support.queries.hours import habits_of, week_of

WEEK = timedelta(days=7)
# How far ahead times are offered.
AHEAD = timedelta(weeks=12)


@dataclass(frozen=True)
class Slot:
    """One time that could be taken, in UTC."""

    begins_at: datetime
    ends_at: datetime

    @property
    def stamp(self) -> str:
        """As an address carries it: in UTC, in which every time is there once."""
        return f"{self.begins_at:%Y-%m-%dT%H:%MZ}"


@dataclass(frozen=True)
class DayOfTimes:
    day: date
    slots: list[Slot]


@dataclass(frozen=True)
class WeekOfTimes:
    """Monday to Sunday by the clocks of whoever looks; `next_free` is the day of the next time if there is none."""

    first: date
    last: date
    days: list[DayOfTimes]
    earlier: date | None
    later: date | None
    next_free: date | None


def times_for(
    viewer: Person,
    pairing: Pairing,
    *,
    way: str,
    minutes: int,
    around: date,
    at: datetime,
    moving: Appointment | None = None,
) -> WeekOfTimes:
    """The week around a day; what a moved appointment takes is free for it."""
    this_week = _monday(at.astimezone(viewer.zone).date())
    last_week = _monday((at + AHEAD).astimezone(viewer.zone).date())
    first = min(max(_monday(around), this_week), last_week)
    offer = _Offer(viewer, pairing, way, minutes, at, moving)
    begin, end = span(first, WEEK.days, viewer.zone)
    found = offer.between(begin, end)
    return WeekOfTimes(
        first=first,
        last=first + WEEK - timedelta(days=1),
        days=_by_day(found, timedelta(minutes=minutes), viewer.zone),
        earlier=first - WEEK if first > this_week else None,
        later=first + WEEK if first < last_week else None,
        next_free=None if found else _first_day(offer.between(end, at + AHEAD), viewer.zone),
    )


def is_offered(
    viewer: Person,
    pairing: Pairing,
    *,
    begins_at: datetime,
    minutes: int,
    way: str,
    at: datetime,
    moving: Appointment | None = None,
) -> bool:
    """Whether this time is one of those from which `viewer` can choose now."""
    offer = _Offer(viewer, pairing, way, minutes, at, moving)
    return begins_at <= at + AHEAD and begins_at in offer.between(begins_at, begins_at + timedelta(minutes=1))


@dataclass(frozen=True)
class _Offer:
    """What the helper offers; who helps chooses among their own hours up to the last moment."""

    viewer: Person
    pairing: Pairing
    way: str
    minutes: int
    at: datetime
    moving: Appointment | None

    def between(self, begin: datetime, end: datetime) -> list[datetime]:
        helper = self.pairing.helper.person
        habits = habits_of(helper)
        earliest = max(begin, self.at + self._notice(habits))
        if earliest >= end:
            return []
        return free_times(
            week_of(helper, habits, way=self.way, begin=earliest, end=end),
            begin=earliest,
            end=end,
            minutes=self.minutes,
            taken=self._taken(earliest, end + timedelta(minutes=self.minutes)),
        )

    def _notice(self, habits: Habits) -> timedelta:
        return timedelta(hours=0 if self.viewer == habits.person else habits.notice_hours)

    def _taken(self, begin: datetime, end: datetime) -> Iterable[datetime]:
        people = [self.pairing.helper.person_id, self.pairing.request.person_id]
        # A free stretch begins where the quarter before is taken, so that one is asked about too.
        found = TakenQuarter.objects.filter(person__in=people, at__gte=begin - 2 * QUARTER, at__lt=end)
        if self.moving:
            found = found.exclude(appointment=self.moving)
        return found.values_list("at", flat=True)


def _by_day(found: list[datetime], lasts: timedelta, zone: ZoneInfo) -> list[DayOfTimes]:
    days = groupby(found, key=lambda moment: moment.astimezone(zone).date())
    return [DayOfTimes(day, [Slot(moment, moment + lasts) for moment in moments]) for day, moments in days]


def _first_day(found: list[datetime], zone: ZoneInfo) -> date | None:
    return found[0].astimezone(zone).date() if found else None


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
