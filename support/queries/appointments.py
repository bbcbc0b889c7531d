"""Questions about appointments: which are to come, and somebody's calendar of them."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse

from matching.models import Pairing
from people.calendar import NEUTRAL, Entry
from people.models import Person
from people.vocabulary import Way
from support.models import Appointment
from support.queries.hours import habits_of

# What was longer ago a calendar need not show.
KEPT = timedelta(days=365)


def appointments_of(person: Person) -> QuerySet[Appointment]:
    return Appointment.objects.visible_to(person).select_related("member", "helper", "pairing", "block")


def appointments_to_come(person: Person, at: datetime) -> QuerySet[Appointment]:
    """Booked and not over, the next first."""
    return Appointment.objects.upcoming(at).visible_to(person).select_related("member", "helper", "pairing", "block")


def appointments_before(person: Person, at: datetime) -> QuerySet[Appointment]:
    """What is over or does not take place any more, the latest first."""
    to_come = Appointment.objects.upcoming(at).visible_to(person)
    return appointments_of(person).exclude(pk__in=to_come.values("pk"))


def link_of(appointment: Appointment) -> str:
    """Where their video call is, as the helper's habits say now, while there is one to go to."""
    is_video = appointment.way == Way.VIDEO and appointment.state == Appointment.State.BOOKED
    return habits_of(appointment.helper).video_link if is_video else ""


def appointment_entries_of(person: Person, *, names: bool, at: datetime) -> list[Entry]:
    """Their appointments for their calendar, cancelled ones too; `names` says whether one reads with whom and where."""
    found = appointments_of(person).filter(ends_at__gt=at - KEPT).order_by("begins_at", "pk")
    return [entry_of(appointment, person, names=names) for appointment in found]


def entry_of(appointment: Appointment, person: Person, *, names: bool) -> Entry:
    """How one joins is never in it: whoever has the link to a calendar would have the link to the meeting."""
    plain = Entry(
        uid=f"{appointment.uid}@alongside",
        begins_at=appointment.begins_at,
        ends_at=appointment.ends_at,
        revision=appointment.revision,
        changed_at=appointment.changed_at,
        title=NEUTRAL,
        is_cancelled=appointment.state == Appointment.State.CANCELLED,
    )
    if not names:
        return plain
    return replace(
        plain,
        title=f"Appointment with {appointment.other_than(person)}",
        where=appointment.where if appointment.way == Way.IN_PERSON else "",
        url=settings.SITE_URL.rstrip("/") + reverse("appointment", args=[appointment.pk]),
    )


@dataclass(frozen=True)
class SeenAppointment:
    """One appointment as one of the two sees it now."""

    appointment: Appointment
    other: Person
    link: str
    may_change: bool
    may_note: bool
    pairing_is_active: bool


def seen_by(viewer: Person, appointment: Appointment, at: datetime) -> SeenAppointment:
    """It is moved and cancelled before it begins, and noted how it went from then on."""
    states = Appointment.State
    has_begun = appointment.begins_at <= at
    return SeenAppointment(
        appointment=appointment,
        other=appointment.other_than(viewer),
        link=link_of(appointment),
        may_change=appointment.state == states.BOOKED and not has_begun,
        may_note=appointment.state != states.CANCELLED and has_begun,
        pairing_is_active=appointment.pairing.state == Pairing.State.ACTIVE,
    )


@dataclass(frozen=True)
class Meetings:
    """What the page of two people says of their appointments."""

    to_come: list[Appointment]
    # What is over and of which nobody has said whether it took place.
    open: list[Appointment]
    may_book: bool


def meetings_of(pairing: Pairing, at: datetime) -> Meetings:
    booked = Appointment.objects.booked().filter(pairing=pairing).order_by("begins_at", "pk")
    found = list(booked.select_related("member", "helper"))
    return Meetings(
        to_come=[one for one in found if one.ends_at > at],
        open=[one for one in found if one.ends_at <= at],
        may_book=pairing.state == Pairing.State.ACTIVE,
    )
