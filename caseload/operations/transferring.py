"""Somebody goes to another area, or is looked after there too: asked by the one, agreed by the other."""

from datetime import datetime

from django.db import transaction

from caseload.errors import CannotGoThere, NotYoursToArrange
from caseload.machines import TRANSFER
from caseload.models import Transfer
from caseload.queries.transfers import (
    area_to_leave,
    areas_to_go_to,
    who_answers_transfer,
    who_is_left_by_transfer,
)
from caseload.rules import may_answer_transfer, may_ask_for_transfer, may_end_belonging, may_take_back_transfer
from matching.operations.calling import call_for_arrivals
from messaging.models import Notice
from messaging.operations import write_notices
from people.errors import HasMovedOn
from people.models import Area, Person, Role
from people.operations import assign, belong, belong_no_more, move, record_read, remember, unassign


@transaction.atomic
def ask_for_transfer(*, by: Person, person: Person, to: Area, stays: bool, why: str, at: datetime) -> Transfer:
    """Ask the coordinators of another area; they are told, and the person, or where it is they who ask, the area they
    would leave. Nothing changes before the other area agrees.
    """
    if not may_ask_for_transfer(by, person):
        raise NotYoursToArrange
    hold_person(person)
    if Transfer.objects.open().filter(person=person).exists():
        raise HasMovedOn("A transfer waits for an answer already.")
    if not areas_to_go_to(person).filter(pk=to.pk).exists():
        raise CannotGoThere({"to": f"{person} is looked after there already."})
    left = area_to_leave(person, by)
    transfer = Transfer.objects.create(
        person=person, from_area=left, to_area=to, stays=stays and left is not None, why=why, asked_by=by, asked_at=at
    )
    remember(transfer, machine=TRANSFER, before="", by=by, at=at, about=person)
    others = set(who_answers_transfer(transfer)) - {by}
    tell(transfer, others, "Another area asks you to look after somebody", at=at)
    if by == person:
        left_behind = set(who_is_left_by_transfer(transfer)) - others
        tell(transfer, left_behind, "Somebody asks to be looked after by another area", at=at)
    else:
        tell(transfer, {person}, "Another area may look after you", at=at)
    return transfer


@transaction.atomic
def agree_to_transfer(*, by: Person, transfer: Transfer, at: datetime) -> None:
    """The other side says yes. Order of effects: the areas of the person, then who looks after them, then the news."""
    if not may_answer_transfer(by, transfer):
        raise NotYoursToArrange
    person = hold_person(transfer.person)
    if transfer.from_area is not None and transfer.from_area not in Area.objects.of(person):
        raise HasMovedOn(f"{person} is not of {transfer.from_area} any more.")
    answer(transfer, Transfer.State.AGREED, by=by, words="", at=at)
    change_areas(person, transfer, at=at)
    change_coordinator(person, by, at=at)
    call_for_arrivals()
    tell_both(transfer, "Another area looks after you from now on", "A transfer was agreed", by=by, at=at)


def change_areas(person: Person, transfer: Transfer, *, at: datetime) -> None:
    """Where they live is their area; any other is one they belong to."""
    left, to = transfer.from_area, transfer.to_area
    if transfer.stays:
        belong(person=person, area=to, at=at)
    elif left is None or left.pk == person.area_id:
        belong_no_more(person=person, area=to, at=at)
        person.area = to
        person.save(update_fields=["area"])
    else:
        belong_no_more(person=person, area=left, at=at)
        belong(person=person, area=to, at=at)


def change_coordinator(person: Person, by: Person, *, at: datetime) -> None:
    """Whoever coordinates none of their areas any more looks after them no more; whoever agreed does."""
    kind = Role.Kind.COORDINATOR
    for assignment in person.looked_after_by.filter(kind=kind, ended_at=None).select_related("carer"):
        if not person.is_coordinated_by(assignment.carer):
            unassign(carer=assignment.carer, person=person, kind=kind, at=at)
    if person.holds(Role.Kind.MEMBER):
        assign(carer=by, person=person, kind=kind, at=at)


@transaction.atomic
def refuse_transfer(*, by: Person, transfer: Transfer, words: str, at: datetime) -> None:
    """The other side says no and why; everything stays as it is."""
    if not may_answer_transfer(by, transfer):
        raise NotYoursToArrange
    answer(transfer, Transfer.State.REFUSED, by=by, words=words, at=at)
    tell_both(transfer, "You stay where you are looked after", "A transfer was refused", by=by, at=at)


@transaction.atomic
def take_back_transfer(*, by: Person, transfer: Transfer, at: datetime) -> None:
    if not may_take_back_transfer(by, transfer):
        raise NotYoursToArrange
    answer(transfer, Transfer.State.TAKEN_BACK, by=by, words="", at=at)
    tell_both(transfer, "You stay where you are looked after", "A transfer was taken back", by=by, at=at)


@transaction.atomic
def end_belonging(*, by: Person, person: Person, area: Area, at: datetime) -> None:
    """An area looks after somebody no more who belonged to it besides; the one they live in goes on."""
    if not may_end_belonging(by, person, area):
        raise NotYoursToArrange
    person = hold_person(person)
    belong_no_more(person=person, area=area, at=at)
    kind = Role.Kind.COORDINATOR
    for assignment in person.looked_after_by.filter(kind=kind, ended_at=None).select_related("carer"):
        if not person.is_coordinated_by(assignment.carer):
            unassign(carer=assignment.carer, person=person, kind=kind, at=at)
    write_notices(
        people=[person],
        kind=Notice.Kind.SUPPORT,
        subject="One area looks after you no more",
        body="Your record says which ones do.",
        path="/record/",
        at=at,
    )


@transaction.atomic
def open_transfer(*, by: Person, transfer: Transfer, at: datetime) -> Transfer:
    """Read about it; whoever is not the person leaves a note that they can see."""
    record_read(by=by, person=transfer.person, why="about a transfer to another area", at=at)
    return transfer


def hold_person(person: Person) -> Person:
    """Of two who change where somebody is looked after, one stands in line; as they are now."""
    held: Person = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    return held


def answer(transfer: Transfer, to: str, *, by: Person, words: str, at: datetime) -> None:
    move(transfer, to, machine=TRANSFER, by=by, at=at, about=transfer.person)
    transfer.answered_by, transfer.answered_at, transfer.answer = by, at, words
    transfer.save(update_fields=["answered_by", "answered_at", "answer"])


def tell_both(transfer: Transfer, to_person: str, to_asker: str, *, by: Person, at: datetime) -> None:
    tell(transfer, {transfer.person} - {by}, to_person, at=at)
    tell(transfer, {transfer.asked_by} - {None, by, transfer.person}, to_asker, at=at)


def tell(transfer: Transfer, people: "set[Person] | set[Person | None]", subject: str, *, at: datetime) -> None:
    write_notices(
        people=[one for one in people if one is not None],
        kind=Notice.Kind.SUPPORT,
        subject=subject,
        body="You can read from where to where, and why.",
        path=f"/transfers/{transfer.pk}/",
        at=at,
    )
