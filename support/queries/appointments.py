"""Questions about appointments: which are to come, and somebody's calendar of them."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import reverse

from matching.models import Pairing
from people.calendar import NEUTRAL, Entry
from people.models import Mandate, Person, StateChange
from people.queries import people_acted_for
from people.vocabulary import Way
from support.machines import APPOINTMENT
from support.models import Appointment
from support.queries.hours import habits_of

# What was longer ago a calendar need not show.
KEPT = timedelta(days=365)
WITH_ALL = ("member", "helper", "pairing", "block", "booked_by")


def appointments_of(person: Person) -> QuerySet[Appointment]:
    return Appointment.objects.visible_to(person).select_related(*WITH_ALL)


def appointments_reached_by(viewer: Person, at: datetime) -> QuerySet[Appointment]:
    """One's own, and what is not over of those whose appointments one may book, move and cancel in their name."""
    mine = Q(member=viewer) | Q(helper=viewer)
    acting = Q(member__in=people_acted_for(viewer, Mandate.Act.APPOINTMENTS), ends_at__gt=at)
    found = Appointment.objects.filter(mine | acting & Q(pairing__state=Pairing.State.ACTIVE))
    return found.select_related(*WITH_ALL)


def appointments_to_come(person: Person, at: datetime) -> QuerySet[Appointment]:
    """Booked and not over, the next first."""
    return Appointment.objects.upcoming(at).visible_to(person).select_related(*WITH_ALL)


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


# What was done with it by whom; whether it took place is told without.
DONE_WITH_IT = {("", "booked"): "Booked", ("booked", "booked"): "Moved", ("booked", "cancelled"): "Cancelled"}


@dataclass(frozen=True)
class Happened:
    """What was done with an appointment, and by whom: "Olwen for Ada" where it was in the member's name."""

    what: str
    who: str
    at: datetime


@dataclass(frozen=True)
class SeenAppointment:
    """One appointment as one of the two sees it now, or whoever acts for the member: they read when, not where."""

    appointment: Appointment
    other: Person
    link: str
    may_change: bool
    may_note: bool
    pairing_is_active: bool
    acts_for: Person | None
    happened: list[Happened]


def seen_by(viewer: Person, appointment: Appointment, at: datetime) -> SeenAppointment:
    """It is moved and cancelled before it begins, and noted how it went from then on."""
    states = Appointment.State
    acts_for = appointment.acted_for_by(viewer)
    has_begun = appointment.begins_at <= at
    return SeenAppointment(
        appointment=appointment,
        other=appointment.other_than(viewer),
        link="" if acts_for else link_of(appointment),
        may_change=appointment.state == states.BOOKED and not has_begun,
        may_note=appointment.state != states.CANCELLED and has_begun and not acts_for,
        pairing_is_active=appointment.pairing.state == Pairing.State.ACTIVE,
        acts_for=acts_for,
        happened=_happened(appointment),
    )


def _happened(appointment: Appointment) -> list[Happened]:
    history = StateChange.objects.filter(machine=APPOINTMENT.name, subject=appointment.pk)
    changes = history.select_related("by", "in_name_of").order_by("at", "pk")
    told = ((DONE_WITH_IT.get((change.before, change.after)), change) for change in changes)
    return [Happened(what, change.who, change.at) for what, change in told if what]


@dataclass(frozen=True)
class Meetings:
    """What the page of two people says of their appointments."""

    to_come: list[Appointment]
    # What is over and of which nobody has said whether it took place.
    open: list[Appointment]
    may_book: bool


def meetings_of(pairing: Pairing, at: datetime) -> Meetings:
    booked = Appointment.objects.booked().filter(pairing=pairing).order_by("begins_at", "pk")
    found = list(booked.select_related("member", "helper", "booked_by"))
    return Meetings(
        to_come=[one for one in found if one.ends_at > at],
        open=[one for one in found if one.ends_at <= at],
        may_book=pairing.state == Pairing.State.ACTIVE,
    )
