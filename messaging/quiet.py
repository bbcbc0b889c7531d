"""When somebody may be written to: quiet hours over midnight, and the hour of the daily mail, by the clock on the wall.

Hours are whole, so walking from one to the next finds the right moment on the days the clocks change, too.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Quiet:
    """From one full hour until another, each day; the same hour twice is no quiet at all."""

    begins: int
    ends: int

    def holds(self, at: datetime, zone: ZoneInfo) -> bool:
        hour = at.astimezone(zone).hour
        if self.begins <= self.ends:
            return self.begins <= hour < self.ends
        return hour >= self.begins or hour < self.ends

    def began_at(self, at: datetime, zone: ZoneInfo) -> datetime:
        """When the quiet began that holds at `at`; `at` itself where none does."""
        if not self.holds(at, zone):
            return at
        at = full_hour(at)
        while self.holds(at - HOUR, zone):
            at -= HOUR
        return at

    def over_at(self, at: datetime, zone: ZoneInfo) -> datetime:
        """The first moment from `at` on that is not quiet."""
        while self.holds(at, zone):
            at = next_full_hour(at)
        return at


def full_hour(at: datetime) -> datetime:
    """Counted in UTC, where no hour is missing and none comes twice; ours differs from it by whole hours."""
    return at.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def next_full_hour(at: datetime) -> datetime:
    return full_hour(at) + HOUR


def next_time_at(hour: int, after: datetime, zone: ZoneInfo) -> datetime:
    """The next moment after `after` at which the clock strikes this hour."""
    at = next_full_hour(after)
    while at.astimezone(zone).hour != hour:
        at += HOUR
    return at
