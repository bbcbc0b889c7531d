"""When somebody is to be reminded of an appointment: a day before and an hour before, and never after it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from messaging.models import Notice
from messaging.queries import Reach, reaches_of
from people.models import Person
from support.models import Appointment

A_DAY, AN_HOUR = timedelta(days=1), timedelta(hours=1)
MOST_REMINDERS = 2
# So long before quiet hours begin, that what is written then is out by then, also with a second try.
BEFORE_QUIET = timedelta(minutes=15)


@dataclass(frozen=True)
class Due:
    """One of the two is to be reminded, after which they have had so many reminders; `column` keeps how many."""

    appointment: Appointment
    person: Person
    column: str
    had: int
    reminders: int


def reminders_due(at: datetime) -> list[Due]:
    """Of what begins within a day; where two are due because nobody worked meanwhile, one is enough."""
    found = Appointment.objects.booked().filter(begins_at__gt=at, begins_at__lte=at + A_DAY)
    open_ones = found.filter(Q(member_reminders__lt=MOST_REMINDERS) | Q(helper_reminders__lt=MOST_REMINDERS))
    appointments = list(open_ones.select_related("member", "helper").order_by("begins_at", "pk"))
    reaches = reminding_reaches(*(person for one in appointments for person in (one.member, one.helper)))
    return [
        due for appointment in appointments for due in _of_the_two(appointment, reaches, at) if due.had < due.reminders
    ]


def reminding_reaches(*people: Person) -> dict[int, Reach]:
    """By the id of each, how they hear of appointments."""
    return reaches_of([person.pk for person in people], Notice.Kind.SUPPORT)


def reminders_by(at: datetime, *, begins_at: datetime, reach: Reach) -> int:
    """How many of somebody's reminders of an appointment have had their time by `at`."""
    return sum(moment <= at for moment in reminding_times(begins_at, reach))


def reminding_times(begins_at: datetime, reach: Reach) -> tuple[datetime, datetime]:
    """A day before and an hour before.

    What falls into quiet hours goes out when they are over. Where that is too late the second one comes ahead of
    them, for an early appointment on the evening before.
    """
    an_hour = begins_at - AN_HOUR
    if reach.not_before(an_hour) >= begins_at:
        an_hour = reach.quiet_began_at(an_hour) - BEFORE_QUIET
    return begins_at - A_DAY, an_hour


def _of_the_two(appointment: Appointment, reaches: dict[int, Reach], at: datetime) -> Iterator[Due]:
    for person, column in ((appointment.member, "member_reminders"), (appointment.helper, "helper_reminders")):
        reminders = reminders_by(at, begins_at=appointment.begins_at, reach=reaches[person.pk])
        yield Due(appointment, person, column, getattr(appointment, column), reminders)
