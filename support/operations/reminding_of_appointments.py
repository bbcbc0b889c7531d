"""Reminds both of an appointment, a day before and an hour before, each once."""

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
    """Write the reminders that are due; return of how many appointments. Each is a transaction of its own."""
    return sum(_remind(due, at) for due in reminders_due(at))


@transaction.atomic
def _remind(due: Due, at: datetime) -> bool:
    """Of two jobs at once one changes the row, and only that one writes; so it is with who moves it meanwhile."""
    found = due.appointment
    unchanged = Appointment.objects.booked().filter(pk=found.pk, revision=found.revision, reminders=found.reminders)
    if not unchanged.update(reminders=due.reminders):
        return False
    for person in (found.member, found.helper):
        write_notice(
            person=person,
            kind=Notice.Kind.SUPPORT,
            subject=f"You have an appointment {_when(found.begins_at, person, at)}",
            body="Where it is stands on its page. If it does not suit you, you can move or cancel it there.",
            path=reverse("appointment", args=[found.pk]),
            at=at,
        )
    return True


def _when(begins_at: datetime, person: Person, at: datetime) -> str:
    """By the clock of whoever reads it; whose time it is is said to who is elsewhere."""
    begins, now = localtime(begins_at, person.zone), localtime(at, person.zone)
    day = "today" if begins.date() == now.date() else "tomorrow"
    whose = f", {zone_words(person.zone)}" if person.time_zone else ""
    return f"{day} at {clock_words(begins_at, person.zone)}{whose}"
