"""Reminds whoever has a place, the day before each session, once."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from messaging.models import Notice
from messaging.operations import write_notice
from networks.models import Place
from networks.queries import Due, reminders_due


def remind(*, at: datetime) -> int:
    """Write the reminders that are due; return how many. Each is a transaction of its own."""
    return sum(_remind(due, at) for due in reminders_due(at))


@transaction.atomic
def _remind(due: Due, at: datetime) -> bool:
    """Of two jobs at once one changes the row, and only that one writes."""
    unchanged = Place.objects.going().filter(pk=due.place.pk, reminded_of=due.place.reminded_of_id)
    if not unchanged.update(reminded_of=due.session):
        return False
    event = due.place.event
    write_notice(
        person=due.place.membership.person,
        kind=Notice.Kind.NETWORKS,
        subject=f"Something you have a place in is {_when(due.session.begins_at, at)}",
        body="Where it is and how you join stands on its page. If you cannot come, somebody else may like your place.",
        path=reverse("event", args=[event.thread.network.slug, event.pk]),
        at=at,
    )
    return True


def _when(begins_at: datetime, at: datetime) -> str:
    begins, now = localtime(begins_at), localtime(at)
    return f"{'today' if begins.date() == now.date() else 'tomorrow'} at {date_format(begins, 'H:i')}"
