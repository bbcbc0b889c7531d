"""The times of a series: every week at the same time of day, also when the clocks change in between."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WEEK = timedelta(days=7)


def weekly(first_day: date, clock: time, count: int, zone: ZoneInfo) -> list[datetime]:
    """The moments at which `count` sessions begin, one a week from the first day on."""
    return [moment(first_day + number * WEEK, clock, zone) for number in range(count)]


def moment(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The moment at which the clocks of the zone show this.

    In an hour that is left out in spring, the time goes on from before it: 01:30 is then 02:30. Of an hour that
    comes twice in autumn it is the first.
    """
    return datetime.combine(day, clock, zone).astimezone(UTC)
