"""Reminds each of the two of an appointment, a day before and an hour before, each once."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localtime

from messaging.models import Notice
from messaging.operations import write_notice
from people.models import Person
from support.clock_words import clock_words, zone_words
from support.models import Appointment
from support.queries import Due, reminders_due


def remind_of_appointments(*, at: datetime) -> int:
    """Write the reminders that are due; return how many. Each is a transaction of its own."""
    return sum(_remind(due, at) for due in reminders_due(at))


@transaction.atomic
def _remind(due: Due, at: datetime) -> bool:
    """Of two jobs at once one changes the row, and only that one writes; so it is with who moves it meanwhile."""
    found = due.appointment
    unchanged = Appointment.objects.booked().filter(pk=found.pk, revision=found.revision, **{due.column: due.had})
    if not unchanged.update(**{due.column: due.reminders}):
        return False
    write_notice(
        person=due.person,
        kind=Notice.Kind.SUPPORT,
        subject=f"You have an appointment on {_when(found.begins_at, due.person)}",
        body="Where it is stands on its page. If it does not suit you, you can move or cancel it there.",
        path=reverse("appointment", args=[found.pk]),
        at=at,
        of_use_until=found.begins_at,
    )
    return True


def _when(begins_at: datetime, person: Person) -> str:
    """By the clock of whoever reads it; whose time it is is said to who is elsewhere.

    The day has its name: what is held by quiet hours, or read later, would be wrong about "tomorrow".
    """
    whose = f", {zone_words(person.zone)}" if person.time_zone else ""
    return f"{localtime(begins_at, person.zone):%A} at {clock_words(begins_at, person.zone)}{whose}"
