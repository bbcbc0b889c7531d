"""Hours and appointments for tests, made by the operations people use. The Monday after NOW is a usual one."""

from datetime import UTC, date, datetime, time, timedelta

from matching.models import Pairing
from people.models import Person
from support.models import Appointment
from support.operations import Meeting, add_weekly_hours, book_appointment
from tests.fixtures import NOW

MONDAY = date(2026, 11, 23)
NEXT_MONDAY = MONDAY + timedelta(days=7)
HOUR = timedelta(hours=1)


def on(day: date, hour: int, minute: int = 0) -> datetime:
    """By the clocks of the service, which in winter are those of UTC."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


def keeps_hours(person: Person, *ways: str, weekdays: tuple[int, ...] = (0,), place: str = "") -> None:
    """From nine to twelve on Mondays, for these ways to meet (by phone when none are named)."""
    add_weekly_hours(
        by=person, weekdays=weekdays, begins=time(9), ends=time(12), ways=list(ways or ("phone",)), place=place
    )


def meeting(begins_at: datetime, minutes: int = 60, way: str = "phone", where: str = "") -> Meeting:
    return Meeting(begins_at=begins_at, minutes=minutes, way=way, where=where)


def booked(pairing: Pairing, begins_at: datetime, *, by: Person | None = None, at: datetime = NOW) -> Appointment:
    """Booked by the helper, who may choose any time."""
    return book_appointment(by=by or pairing.helper.person, pairing=pairing, meeting=meeting(begins_at), at=at)
