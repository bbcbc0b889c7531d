"""When two people could meet: the hours somebody keeps, without what is closed or taken, by quarters of an hour.

Plain Python. Every zone there is differs from UTC by whole quarters, so a quarter of an hour in UTC is one on every
clock; and a quarter lies within somebody's hours exactly if their clock on the wall says so. So the hour that a spring
night leaves out is offered to nobody, and of the hour that comes twice in autumn each is offered once.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

QUARTER = timedelta(minutes=15)
DAY = timedelta(days=1)
MIDNIGHT = time(0)
# What begins at full and half hours is easy to remember.
EASY_MINUTES = (0, 30)


@dataclass(frozen=True)
class Window:
    """From one time of day until another, by the clock on the wall: each week on a weekday, or on one day only.

    Monday is 0; midnight as the end is the end of the day.
    """

    begins: time
    ends: time
    weekday: int | None = None
    day: date | None = None

    def is_on(self, day: date) -> bool:
        return self.day == day if self.day else self.weekday == day.weekday()

    def holds(self, clock: time) -> bool:
        return self.begins <= clock and (clock < self.ends or self.ends == MIDNIGHT)


@dataclass(frozen=True)
class Away:
    """From the first day until the last; with times, only so long on each of them."""

    first: date
    last: date
    begins: time = MIDNIGHT
    ends: time = MIDNIGHT

    def covers(self, wall: datetime) -> bool:
        within = Window(self.begins, self.ends, day=wall.date())
        return self.first <= wall.date() <= self.last and within.holds(wall.time())


@dataclass(frozen=True)
class Week:
    """The hours somebody keeps, by the clocks of their zone; hours on one day hold on a closed day too."""

    zone: ZoneInfo
    windows: Sequence[Window]
    away: Sequence[Away] = ()
    closed: Collection[date] = ()

    def has_open(self, quarter: datetime) -> bool:
        wall = quarter.astimezone(self.zone)
        day, clock = wall.date(), wall.time()
        if any(away.covers(wall) for away in self.away):
            return False
        on_this_day = (window for window in self.windows if window.is_on(day))
        return any(window.holds(clock) for window in on_this_day if window.day or day not in self.closed)


def quarters(begins_at: datetime, ends_at: datetime) -> list[datetime]:
    """Every quarter of an hour, in UTC, into which this time falls."""
    first = begins_at.astimezone(UTC)
    first -= timedelta(minutes=first.minute % 15, seconds=first.second, microseconds=first.microsecond)
    found = []
    while first < ends_at:
        found.append(first)
        first += QUARTER
    return found


def is_on_a_quarter(moment: datetime) -> bool:
    return quarters(moment, moment + QUARTER) == [moment]


def span(first: date, days: int, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The moments, in UTC, at which these days begin and are over where somebody is."""
    begin, end = (datetime.combine(day, MIDNIGHT, zone).astimezone(UTC) for day in (first, first + days * DAY))
    return begin, end


def free_times(
    week: Week, *, begin: datetime, end: datetime, minutes: int, taken: Iterable[datetime]
) -> list[datetime]:
    """The moments from `begin` to before `end` at which so many minutes could begin, in UTC and in order.

    Each begins on a full or a half hour, or where a free stretch does. All its quarters are open and not taken.
    """
    lasts = timedelta(minutes=minutes)
    gone = set(taken)
    around = quarters(begin - QUARTER, end + lasts)
    free = {each for each in around if each not in gone and week.has_open(each)}
    return list(_beginnings(free, begin, end, lasts, week.zone))


def _beginnings(
    free: set[datetime], begin: datetime, end: datetime, lasts: timedelta, zone: ZoneInfo
) -> Iterator[datetime]:
    for quarter in sorted(free):
        if not begin <= quarter < end or not free.issuperset(quarters(quarter, quarter + lasts)):
            continue
        if quarter.astimezone(zone).minute in EASY_MINUTES or quarter - QUARTER not in free:
            yield quarter


def comes_twice(moment: datetime, zone: ZoneInfo) -> bool:
    """Whether the clock shows this time once more on that night, so that it must be said which is meant."""
    wall = moment.astimezone(zone)
    return wall.utcoffset() != wall.replace(fold=1 - wall.fold).utcoffset()
