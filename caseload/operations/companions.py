"""Somebody is there for a member beside the one alongside them: asked for, agreed to, heard in their name, ended."""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from caseload.errors import CannotStandIn, NotYoursToArrange
from caseload.machines import COMPANION
from caseload.models import Companion, Spoken
from caseload.operations.seeing import keep_sight_true
from caseload.rules import (
    kind_of_sight,
    may_answer_companion,
    may_arrange_for,
    may_be_companion,
    may_end_companion,
    may_speak_for,
)
from messaging.models import Notice
from messaging.operations import close_conversation, open_conversation, write_notices
from people.errors import HasMovedOn
from people.models import Person, Role
from people.operations import let_act, move, record_read, remember


@transaction.atomic
def ask_companion(*, by: Person, member: Person, person: Person, kind: str, words: str, at: datetime) -> Companion:
    """Ask the member whether they would like this person there too; nothing begins before their yes."""
    if not may_arrange_for(by, member) or by == person:
        raise NotYoursToArrange
    hold(member)
    if not may_be_companion(person, member, kind=kind, on=localdate(at)):
        raise CannotStandIn({"person": f"{person} cannot be there for {member} as that just now."})
    if Companion.objects.open().filter(member=member, person=person).exists():
        raise HasMovedOn(f"{person} is there for {member} already, or {member} has been asked.")
    companion = Companion.objects.create(member=member, person=person, kind=kind, words=words, asked_by=by, asked_at=at)
    remember(companion, machine=COMPANION, before="", by=by, at=at, about=member)
    tell(companion, "Would you like somebody there too?", to=[member], at=at)
    return companion


@transaction.atomic
def agree_to_companion(
    *, by: Person, companion: Companion, may_read: bool, acts: Collection[str], at: datetime
) -> None:
    """The member says yes, and what the other may: from this moment on, until they say otherwise.

    `acts` are what an advocate may do in the member's name (`Mandate.Act`); anybody else may none of it.
    """
    held(companion, by)
    if not may_be_companion(companion.person, by, kind=companion.kind, on=localdate(at)):
        raise HasMovedOn(f"{companion.person} cannot be there just now. A coordinator can ask somebody else.")
    companion.conversation = open_conversation(people=[companion.member, companion.person], at=at)
    companion.save(update_fields=["conversation"])
    move(companion, Companion.State.THERE, machine=COMPANION, by=by, at=at, about=by)
    allow(companion, may_read=may_read, acts=acts, at=at)
    tell(companion, "You can be there for somebody", to=[companion.person, companion.asked_by], at=at)


@transaction.atomic
def change_companion(*, by: Person, companion: Companion, may_read: bool, acts: Collection[str], at: datetime) -> None:
    """The member says anew what the other may; what is taken back ends at once."""
    held(companion, by)
    if companion.state != Companion.State.THERE:
        raise HasMovedOn
    allow(companion, may_read=may_read, acts=acts, at=at)
    tell(companion, "What you may has changed", to=[companion.person], at=at)


def allow(companion: Companion, *, may_read: bool, acts: Collection[str], at: datetime) -> None:
    companion.may_read = may_read and bool(kind_of_sight(companion))
    companion.save(update_fields=["may_read"])
    is_advocate = companion.kind == Companion.Kind.ADVOCATE
    let_act(holder=companion.person, person=companion.member, acts=acts if is_advocate else (), at=at)
    keep_sight_true(carer=companion.person, member=companion.member, at=at)


@transaction.atomic
def refuse_companion(*, by: Person, companion: Companion, at: datetime) -> None:
    """The member says no, without a reason; whoever was suggested never learns that they were."""
    held(companion, by)
    move(companion, Companion.State.REFUSED, machine=COMPANION, by=by, at=at, about=by)
    tell(companion, "Somebody would rather not have somebody there too", to=[companion.asked_by], at=at)


@transaction.atomic
def end_companion(*, by: Person | None, companion: Companion, at: datetime) -> None:
    """The member, the other or a coordinator ends it; `by` is None where a block does."""
    if by is not None and not may_end_companion(by, companion):
        raise NotYoursToArrange
    hold(companion.member)
    companion.refresh_from_db(fields=["state", "conversation", "may_read"])
    was_there = companion.state == Companion.State.THERE
    if not was_there and companion.state == Companion.State.ASKED:
        move(companion, Companion.State.REFUSED, machine=COMPANION, by=by, at=at, about=companion.member)
        return
    move(companion, Companion.State.ENDED, machine=COMPANION, by=by, at=at, about=companion.member)
    assert companion.conversation is not None
    close_conversation(conversation=companion.conversation, at=at)
    allow(companion, may_read=False, acts=(), at=at)
    tell(companion, "Somebody is no longer there too", to={companion.member, companion.person} - {by}, at=at)


@transaction.atomic
def speak_for(*, by: Person, companion: Companion, words: str, at: datetime) -> Spoken:
    """An advocate says something to the member's coordinators in the member's name; the member is told at once."""
    hold(companion.member)
    companion.refresh_from_db(fields=["state"])
    if not may_speak_for(by, companion):
        raise NotYoursToArrange
    spoken = Spoken.objects.create(companion=companion, words=words, at=at)
    tell(companion, "Your advocate has spoken for you", to=[companion.member], at=at)
    tell(companion, "An advocate speaks for somebody", to=coordinators_of(companion.member), at=at)
    return spoken


def coordinators_of(member: Person) -> list[Person]:
    given = member.looked_after_by.filter(kind=Role.Kind.COORDINATOR, ended_at=None, carer__is_active=True)
    return [assignment.carer for assignment in given.select_related("carer")]


def hold(member: Person) -> None:
    """Whoever changes who is there for a member stands in line on the member's row."""
    Person.objects.select_for_update(no_key=True).get(pk=member.pk)


def held(companion: Companion, by: Person) -> None:
    """The companion as it is now, for the member, whose it is to say."""
    if not may_answer_companion(by, companion):
        raise NotYoursToArrange
    hold(companion.member)
    companion.refresh_from_db(fields=["state", "conversation", "may_read"])


def tell(companion: Companion, subject: str, *, to: Iterable[Person | None], at: datetime) -> None:
    write_notices(
        people=[person for person in to if person is not None],
        kind=Notice.Kind.SUPPORT,
        subject=subject,
        body="You can read who, and what for.",
        path=f"/companions/{companion.pk}/",
        at=at,
    )


@transaction.atomic
def open_companion(*, by: Person, companion: Companion, at: datetime) -> Companion:
    """Read about it; whoever is not the member leaves a note that the member can see."""
    why = f"as your {companion.get_kind_display().lower()}" if by == companion.person else "to arrange who is there too"
    record_read(by=by, person=companion.member, why=why, at=at)
    return companion
