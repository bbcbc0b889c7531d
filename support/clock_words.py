"""Times in words, by the clock of whoever reads them, and by the other one's where it shows another time.

Plain Python.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from support.free_times import comes_twice


def zone_words(zone: ZoneInfo) -> str:
    """What people call the time of a zone: by its country here, else by the city it is named after."""
    if zone.key in UNITED_KINGDOM:
        return "UK time"
    return f"{zone.key.rpartition('/')[2].replace('_', ' ')} time"


UNITED_KINGDOM = ("Europe/London", "Europe/Belfast", "GB")


def day_words(moment: datetime, zone: ZoneInfo) -> str:
    wall = moment.astimezone(zone)
    return f"{wall:%A} {wall.day} {wall:%B} {wall.year}"


def clock_words(moment: datetime, zone: ZoneInfo) -> str:
    """The time of day; in the night in which it comes twice, with what tells the first from the second."""
    wall = moment.astimezone(zone)
    return f"{wall:%H:%M} {wall:%Z}" if comes_twice(moment, zone) else f"{wall:%H:%M}"


def stretch_words(begins_at: datetime, ends_at: datetime, zone: ZoneInfo) -> str:
    return f"{clock_words(begins_at, zone)} to {clock_words(ends_at, zone)}"


def same_clock(moment: datetime, zone: ZoneInfo, other: ZoneInfo) -> bool:
    return moment.astimezone(zone).utcoffset() == moment.astimezone(other).utcoffset()


def other_words(begins_at: datetime, ends_at: datetime, zone: ZoneInfo, other: ZoneInfo) -> str:
    """The same time by the other one's clock; empty where it shows the same."""
    if same_clock(begins_at, zone, other) and same_clock(ends_at, zone, other):
        return ""
    words = f"{stretch_words(begins_at, ends_at, other)}, {zone_words(other)}"
    if begins_at.astimezone(zone).date() == begins_at.astimezone(other).date():
        return words
    return f"{words}, on {day_words(begins_at, other)}"


def other_clock(moment: datetime, zone: ZoneInfo, other: ZoneInfo) -> str:
    """The same moment by the other one's clock, as short as can be; empty where it shows the same."""
    if same_clock(moment, zone, other):
        return ""
    wall = moment.astimezone(other)
    day = f"{wall:%A}, " if wall.date() != moment.astimezone(zone).date() else ""
    return f"{day}{clock_words(moment, other)} {zone_words(other)}"


def length_words(minutes: int) -> str:
    """`1 hour`, `1½ hours`, `45 minutes`; for what is counted down `9 hours 15 minutes`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} minutes"
    if rest == 30:
        return f"{hours}½ hours"
    words = f"{hours} hour{'' if hours == 1 else 's'}"
    return f"{words} {rest} minutes" if rest else words
