"""Verbs of appointments: book, move and cancel one, say where it is, and note whether it took place."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse

from matching.models import Pairing
from messaging.models import Notice
from messaging.operations import write_notice
from people.errors import HasMovedOn
from people.models import Person
from people.operations import move, remember
from support.free_times import is_on_a_quarter
from support.machines import APPOINTMENT
from support.models import Appointment, SessionBlock
from support.operations.holding import hold_together
from support.operations.quarters import TimeIsTaken, give_back_quarters, hold_people, take_quarters
from support.queries import is_offered, minutes_left, reminders_by, reminding_reaches, usual_place
from support.rules import may_choose_any_time, may_meet, takes_part, the_two

# How long an appointment can be, in minutes.
LENGTHS = (15, 30, 45, 60, 90, 120)


class NotYours(PermissionDenied):
    """Only the two who meet, while they are alongside each other."""


class CannotMeetThen(ValidationError):
    """A time that is over, or longer than what is left of a block; the error names which."""


@dataclass(frozen=True)
class Meeting:
    """When and how two people meet; where it is empty, the place of the helper's hours is taken."""

    begins_at: datetime
    minutes: int
    way: str
    where: str = ""

    @property
    def ends_at(self) -> datetime:
        return self.begins_at + timedelta(minutes=self.minutes)


@transaction.atomic
def book_appointment(
    *, by: Person, pairing: Pairing, meeting: Meeting, at: datetime, block: SessionBlock | None = None
) -> Appointment:
    """Book a time for the two; pressed twice it is one appointment.

    In this order: both are held, the time is looked at, its quarters are taken for both, and the other one is told.
    `by` may be whoever the member lets book in their name; then the member is told too, and history says for whom.
    """
    if not may_meet(by, pairing):
        raise NotYours
    _hold(pairing)
    if booked := _same(by, pairing, meeting):
        return booked
    _check(by, pairing, meeting, at, None)
    _check_block(block, pairing, meeting)
    appointment = Appointment.objects.create(
        pairing=pairing,
        member=pairing.request.person,
        helper=pairing.helper.person,
        block=block,
        booked_by=by,
        booked_at=at,
        changed_at=at,
        **_columns(pairing, meeting, at),
    )
    _remember(appointment, before="", by=by, at=at)
    take_quarters(appointment)
    _tell_member(
        appointment,
        by,
        subject="An appointment was booked in your name",
        body="When it is and who booked it stands on its page. There you can also move or cancel it.",
        at=at,
    )
    write_notice(
        person=appointment.other_than(by),
        kind=Notice.Kind.SUPPORT,
        subject="You have a new appointment",
        body="When and where it is stands on its page. There you can also move or cancel it.",
        path=reverse("appointment", args=[appointment.pk]),
        at=at,
    )
    return appointment


@transaction.atomic
def move_appointment(*, by: Person, appointment: Appointment, meeting: Meeting, at: datetime) -> None:
    """Move it to another time: the new quarters are taken and the old ones given back together, or nothing changes.

    `appointment` is as its page showed it: who wants to move what has meanwhile moved is told so.
    """
    _hold(appointment.pairing)
    found = _still_booked(by, appointment, at)
    _check(by, found.pairing, meeting, at, found)
    _check_block(found.block, found.pairing, meeting, instead_of=found)
    give_back_quarters(found)
    _change(found, at, **_columns(found.pairing, meeting, at, until_now=found))
    take_quarters(found)
    _remember(found, before=found.state, by=by, at=at)
    _tell_member(
        found,
        by,
        subject="One of your appointments was moved in your name",
        body="The new time and who moved it stand on its page. There you can also move or cancel it.",
        at=at,
    )
    write_notice(
        person=found.other_than(by),
        kind=Notice.Kind.SUPPORT,
        subject="One of your appointments has moved",
        body="The new time stands on its page. If it does not suit you, you can move or cancel it there.",
        path=reverse("appointment", args=[found.pk]),
        at=at,
    )


@transaction.atomic
def change_where(*, by: Person, appointment: Appointment, where: str, at: datetime) -> None:
    """Say where it is, or how one joins; the other one is told that it has changed."""
    found = _still_booked(by, appointment, at)
    if not takes_part(by, found.pairing):
        raise NotYours
    if found.where == where:
        return
    _change(found, at, where=where)
    write_notice(
        person=found.other_than(by),
        kind=Notice.Kind.SUPPORT,
        subject="One of your appointments is somewhere else",
        body="Where it is, or how you join, has changed. Please look before you go.",
        path=reverse("appointment", args=[found.pk]),
        at=at,
    )


@transaction.atomic
def cancel_appointment(*, by: Person, appointment: Appointment, at: datetime) -> None:
    """Cancel it; the time is free again, and the other one is told. Nobody is asked why."""
    found = _still_booked(by, appointment, at)
    _cancel(found, by, at)
    _tell_member(
        found,
        by,
        subject="One of your appointments was cancelled in your name",
        body="Who cancelled it stands on its page. There you can also choose another time.",
        at=at,
    )
    write_notice(
        person=found.other_than(by),
        kind=Notice.Kind.SUPPORT,
        subject="One of your appointments is cancelled",
        body="Nobody needs to say why. You can choose another time whenever you like.",
        path=reverse("appointment", args=[found.pk]),
        at=at,
    )


@transaction.atomic
def cancel_what_is_to_come(*, by: Person, pairing: Pairing, at: datetime) -> int:
    """Cancel what two people have booked who are not alongside each other any more; return how many there were."""
    to_come = Appointment.objects.upcoming(at).filter(pairing=pairing, begins_at__gt=at).select_for_update(no_key=True)
    found = list(to_come)
    for appointment in found:
        _cancel(appointment, by, at)
    return len(found)


@transaction.atomic
def note_how_it_went(*, by: Person, appointment: Appointment, took_place: bool, at: datetime) -> None:
    """Note whether it took place, once it has begun. Not whose doing it was; what was noted can be put right."""
    if not takes_part(by, appointment.pairing):
        raise NotYours
    if appointment.begins_at > at:
        raise HasMovedOn("It has not begun yet. You can say how it went once it has.")
    after = Appointment.State.HELD if took_place else Appointment.State.MISSED
    if appointment.state != after:
        move(appointment, after, machine=APPOINTMENT, by=by, at=at, about=appointment.member)


def _hold(pairing: Pairing) -> None:
    """First the two together, then each of them, because others may be booking with one of the two."""
    hold_together(pairing)
    hold_people([pairing.request.person_id, pairing.helper.person_id])


def _still_booked(by: Person, appointment: Appointment, at: datetime) -> Appointment:
    """The appointment, locked, for one of the two, if it is as they saw it and has not begun."""
    found = Appointment.objects.select_for_update(no_key=True, of=("self",)).get(pk=appointment.pk)
    if not may_meet(by, found.pairing):
        raise NotYours
    if found.state != Appointment.State.BOOKED or found.revision != appointment.revision:
        raise HasMovedOn("This appointment has changed since you opened the page.")
    if found.begins_at <= at:
        raise HasMovedOn("This appointment has begun. You can say how it went, and book another one.")
    return found


def _same(by: Person, pairing: Pairing, meeting: Meeting) -> Appointment | None:
    mine = Appointment.objects.booked().filter(pairing=pairing, booked_by=by)
    return mine.filter(begins_at=meeting.begins_at, minutes=meeting.minutes, way=meeting.way).first()


def _check(by: Person, pairing: Pairing, meeting: Meeting, at: datetime, moving: Appointment | None) -> None:
    if meeting.minutes not in LENGTHS or not is_on_a_quarter(meeting.begins_at):
        raise CannotMeetThen("Appointments begin on a quarter of an hour and last 15 minutes to 2 hours.")
    if meeting.begins_at <= at:
        raise CannotMeetThen("This is in the past. Choose a time that comes.")
    if may_choose_any_time(by, pairing):
        return
    begins_at, minutes, way = meeting.begins_at, meeting.minutes, meeting.way
    if not is_offered(by, pairing, begins_at=begins_at, minutes=minutes, way=way, at=at, moving=moving):
        raise TimeIsTaken("This time is not free any more. Please choose another one.")


def _check_block(
    block: SessionBlock | None, pairing: Pairing, meeting: Meeting, instead_of: Appointment | None = None
) -> None:
    """The two are held, so nobody else books what is left of it meanwhile."""
    if block is None:
        return
    block.refresh_from_db(fields=["pairing", "closed_at"])
    left = minutes_left(block) + (instead_of.minutes if instead_of else 0)
    if block.pairing_id != pairing.pk or block.closed_at or meeting.minutes > left:
        raise CannotMeetThen({"block": "This is longer than what is left of it."})


def _columns(
    pairing: Pairing, meeting: Meeting, at: datetime, until_now: Appointment | None = None
) -> dict[str, object]:
    """What it is to be. Reminders for which it is too late when it is booked are left out."""
    where = meeting.where or usual_place(pairing.helper.person, way=meeting.way, begins_at=meeting.begins_at)
    if not where and until_now and until_now.way == meeting.way:
        where = until_now.where
    member, helper = the_two(pairing)
    reaches = reminding_reaches(member, helper)
    return {
        "begins_at": meeting.begins_at,
        "ends_at": meeting.ends_at,
        "minutes": meeting.minutes,
        "way": meeting.way,
        "where": where,
        "member_reminders": reminders_by(at, begins_at=meeting.begins_at, reach=reaches[member.pk]),
        "helper_reminders": reminders_by(at, begins_at=meeting.begins_at, reach=reaches[helper.pk]),
    }


def _tell_member(appointment: Appointment, by: Person, *, subject: str, body: str, at: datetime) -> None:
    """Whatever is done in their name the member hears of, where they can look at it and change it."""
    if appointment.acted_for_by(by):
        path = reverse("appointment", args=[appointment.pk])
        write_notice(person=appointment.member, kind=Notice.Kind.SUPPORT, subject=subject, body=body, path=path, at=at)


def _remember(appointment: Appointment, *, before: str, by: Person, at: datetime) -> None:
    """It was booked or moved; for whom, where somebody did it in the member's name."""
    member, acted_for = appointment.member, appointment.acted_for_by(by)
    remember(appointment, machine=APPOINTMENT, before=before, by=by, at=at, about=member, in_name_of=acted_for)


def _cancel(appointment: Appointment, by: Person, at: datetime) -> None:
    move(
        appointment,
        Appointment.State.CANCELLED,
        machine=APPOINTMENT,
        by=by,
        at=at,
        about=appointment.member,
        in_name_of=appointment.acted_for_by(by),
    )
    _change(appointment, at)
    give_back_quarters(appointment)


def _change(appointment: Appointment, at: datetime, **columns: object) -> None:
    """A calendar takes over what has a higher number than what it knows."""
    for name, value in columns.items():
        setattr(appointment, name, value)
    appointment.revision += 1
    appointment.changed_at = at
    appointment.save(update_fields=[*columns, "revision", "changed_at"])
