"""Appointments of the last weeks that did not take place, whoever did not come."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet

from caseload.queries.scope import Scope, named, requests_in
from people.models import Person
from support.models import Appointment

# What was longer ago somebody has asked about, or it matters no more.
LOOKED_BACK = timedelta(days=28)


@dataclass(frozen=True)
class Missed:
    """Two people who did not meet when they wanted to; nobody is to blame for it here."""

    member: Person
    helper: Person
    when: datetime
    how_long: str


def missed_appointments(scope: Scope) -> QuerySet[Appointment]:
    """The latest first, of people who are still alongside each other."""
    return (
        Appointment.objects.filter(state=Appointment.State.MISSED, begins_at__gt=scope.at - LOOKED_BACK)
        .filter(named(scope, "member", "helper"), pairing__state="active")
        .filter(pairing__request__in=requests_in(scope).order_by())
        .select_related("member__area", "helper")
        .order_by("-begins_at", "-pk")
    )


def as_missed(appointment: Appointment, scope: Scope) -> Missed:
    return Missed(
        member=appointment.member,
        helper=appointment.helper,
        when=appointment.begins_at,
        how_long=scope.how_long(appointment.begins_at),
    )
