"""A member goes on with somebody else: asked, agreed to or not, with what they choose to hand on."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from caseload.errors import NotYoursToArrange
from caseload.machines import HANDOVER
from caseload.models import Handover
from caseload.operations.covering import check_goes_on, check_may_stand_in
from caseload.queries.begun import begun
from caseload.queries.handing_on import AGREEMENT, GOALS, goals_from_before, known_parts
from caseload.rules import may_agree_to_handover, may_arrange, may_call_off, may_write_summary
from matching.errors import PlaceIsGone
from matching.models import Helper, Pairing
from matching.operations import hand_over_pairing, take_back_handover
from matching.operations.holding import hold
from messaging.models import Notice
from messaging.operations import write_notices
from messaging.operations.rooms import hold_rooms
from people.errors import HasMovedOn
from people.models import Person
from people.operations import move, record_read, remember
from support.operations import bring_agreement, bring_goal, put_goal_back
from support.queries import agreement_to_bring


@transaction.atomic
def ask_handover(*, by: Person, pairing: Pairing, helper: Helper, words: str, at: datetime) -> Handover:
    """Ask the member whether they would go on with `helper`; nothing changes until they say yes, and both helpers know.

    No place is kept meanwhile: where it is gone when they say yes, they are told, and nothing has changed.
    """
    if not may_arrange(by, pairing) or by.pk == helper.person_id:
        raise NotYoursToArrange
    hold(pairing.request)
    check_goes_on(pairing)
    if Handover.objects.asked().filter(pairing=pairing).exists():
        raise HasMovedOn("The member has been asked already. Call that off first.")
    check_may_stand_in(helper, pairing, at=at)
    handover = write_down(pairing, helper, words=words, by=by, at=at)
    tell(handover, "Would you go on with somebody else?", to=[pairing.request.person], at=at)
    tell(handover, "Somebody may go on with you", to=[helper.person], at=at)
    tell(handover, "Somebody may go on for you", to=[pairing.helper.person], at=at)
    return handover


def write_down(pairing: Pairing, helper: Helper, *, words: str, by: Person, at: datetime) -> Handover:
    handover = Handover.objects.create(pairing=pairing, helper=helper, words=words, asked_by=by, asked_at=at)
    remember(handover, machine=HANDOVER, before="", by=by, at=at, about=pairing.request.person)
    return handover


def agree_to_handover(*, by: Person, handover: Handover, parts: Iterable[str], words: str, at: datetime) -> Handover:
    """Go on with the other from this moment on, who reads the chosen parts and `words`.

    Where they have no place any more, it is called off and `PlaceIsGone` says that nothing has changed.
    """
    if not may_agree_to_handover(by, handover):
        raise NotYoursToArrange
    try:
        with transaction.atomic():
            hold(handover.pairing.request)
            choose(handover, parts=parts, words=words, at=at)
            carry_out(handover, by=by, at=at)
            bring_along(handover)
            return handover
    except PlaceIsGone as gone:
        call_off_unplaced(handover, at=at)
        raise PlaceIsGone(
            f"We are sorry: {gone.words} You stay with {handover.pairing.helper}, and a coordinator is told."
        ) from gone


def carry_out(handover: Handover, *, by: Person, at: datetime) -> None:
    """In the caller's transaction, in which the request is held. It is done first: what waits ends with the pairing."""
    member = handover.pairing.request.person
    move(handover, Handover.State.DONE, machine=HANDOVER, by=by, at=at, about=member)
    handover.after = hand_over_pairing(by=by, pairing=handover.pairing, helper=handover.helper, at=at)
    handover.save(update_fields=["after"])


@transaction.atomic
def call_off_unplaced(handover: Handover, *, at: datetime) -> None:
    """Whoever was to go on has no place any more; nobody did anything wrong, and nobody is asked again by itself."""
    hold(handover.pairing.request)
    handover.refresh_from_db(fields=["state", "handed_on", "member_words", "chosen_at"])
    if handover.state == Handover.State.ASKED:
        call_off(handover, by=None, at=at)


@transaction.atomic
def hand_over_at_once(*, by: Person, pairing: Pairing, helper: Helper, words: str, at: datetime) -> Handover:
    """The same without asking, because who was there is gone; nothing is handed on until the member has chosen."""
    if not may_arrange(by, pairing) or by.pk == helper.person_id:
        raise NotYoursToArrange
    hold(pairing.request)
    check_goes_on(pairing)
    for asked in Handover.objects.asked().filter(pairing=pairing):
        call_off(asked, by=by, at=at)
    handover = write_down(pairing, helper, words=words, by=by, at=at)
    carry_out(handover, by=by, at=at)
    tell(handover, "Choose what is handed on", to=[pairing.request.person], at=at)
    return handover


@transaction.atomic
def take_back_at_once(*, by: Person, handover: Handover, at: datetime) -> None:
    """Undo it before anything was said or done: the two go on who were alongside each other, in their conversation.

    First whoever could say or do something is held, so that what is found is true until the end.
    """
    if not may_arrange(by, handover.pairing) or handover.after is None:
        raise NotYoursToArrange
    hold(handover.pairing.request)
    handover.refresh_from_db(fields=["state"])
    move(handover, Handover.State.TAKEN_BACK, machine=HANDOVER, by=by, at=at, about=handover.pairing.request.person)
    hold_rooms([handover.after.conversation_id])
    if begun([handover.after.pk]):
        raise HasMovedOn("Something was said or done since.")
    take_back_handover(by=by, pairing=handover.after, at=at)


@transaction.atomic
def choose_what_is_handed_on(*, by: Person, handover: Handover, parts: Iterable[str], words: str, at: datetime) -> None:
    """The first time or another: what is not chosen any more is read no more."""
    if not may_agree_to_handover(by, handover):
        raise NotYoursToArrange
    hold(handover.pairing.request)
    handover.refresh_from_db(fields=["state"])
    if handover.state != Handover.State.DONE:
        raise HasMovedOn
    choose(handover, parts=parts, words=words, at=at)
    bring_along(handover)
    tell(handover, "You can read what was handed on", to=[handover.helper.person], at=at)


def choose(handover: Handover, *, parts: Iterable[str], words: str, at: datetime) -> None:
    handover.handed_on, handover.member_words, handover.chosen_at = known_parts(parts), words, at
    handover.save(update_fields=["handed_on", "member_words", "chosen_at"])


def bring_along(handover: Handover) -> None:
    """What was chosen goes on with the next one; what is not chosen any more goes back to where it was."""
    assert handover.after is not None
    bring_goals(handover, after=handover.after)
    bring_terms(handover, after=handover.after)


def bring_goals(handover: Handover, *, after: Pairing) -> None:
    """What the two worked on is worked on with the next one: goals are the member's."""
    member, is_chosen = handover.pairing.request.person, GOALS in handover.handed_on
    for goal in goals_from_before(handover).filter(pairing=handover.pairing if is_chosen else after):
        if not is_chosen:
            put_goal_back(by=member, goal=goal, pairing=handover.pairing)
        elif goal.is_open:
            bring_goal(by=member, goal=goal, pairing=after)


def bring_terms(handover: Handover, *, after: Pairing) -> None:
    """With what was agreed before, the agreement with the next one may begin."""
    found = agreement_to_bring(handover.pairing, after)
    if found is not None:
        back = None if found.pairing_id == handover.pairing_id else handover.pairing
        to = after if AGREEMENT in handover.handed_on else back
        bring_agreement(by=handover.pairing.request.person, agreement=found, pairing=to)


@transaction.atomic
def write_summary(*, by: Person, handover: Handover, words: str, at: datetime) -> None:
    """What the one before would like the next to know; the member reads it, and decides whether it is handed on."""
    hold(handover.pairing.request)
    handover.refresh_from_db(fields=["state", "chosen_at"])
    if not may_write_summary(by, handover):
        raise NotYoursToArrange
    handover.summary = words
    handover.save(update_fields=["summary"])
    tell(handover, "A summary is there for you to read", to=[handover.pairing.request.person], at=at)


@transaction.atomic
def refuse_handover(*, by: Person, handover: Handover, at: datetime) -> None:
    """The member stays with whom they have, without a reason."""
    if not may_agree_to_handover(by, handover):
        raise NotYoursToArrange
    hold(handover.pairing.request)
    move(handover, Handover.State.REFUSED, machine=HANDOVER, by=by, at=at, about=by)
    tell(handover, "Somebody stays as they are", to=those_who_plan(handover), at=at)


@transaction.atomic
def call_off_handover(*, by: Person, handover: Handover, at: datetime) -> None:
    """A coordinator takes it back, or whoever was to go on cannot."""
    if not may_call_off(by, handover):
        raise NotYoursToArrange
    hold(handover.pairing.request)
    call_off(handover, by=by, at=at)


def call_off(handover: Handover, *, by: Person | None, at: datetime) -> None:
    """In a transaction in which the request is held."""
    member = handover.pairing.request.person
    handover.refresh_from_db(fields=["state"])
    move(handover, Handover.State.CALLED_OFF, machine=HANDOVER, by=by, at=at, about=member)
    tell(handover, "Nobody else goes on after all", to={member, *those_who_plan(handover)} - {by}, at=at)


def those_who_plan(handover: Handover) -> set[Person]:
    people = {handover.pairing.helper.person, handover.helper.person, handover.asked_by}
    return {person for person in people if person is not None}


def tell(handover: Handover, subject: str, *, to: Iterable[Person | None], at: datetime) -> None:
    write_notices(
        people=[person for person in to if person is not None],
        kind=Notice.Kind.SUPPORT,
        subject=subject,
        body="You can read who, and what happens next.",
        path=f"/handovers/{handover.pk}/",
        at=at,
    )


@transaction.atomic
def open_handover(*, by: Person, handover: Handover, at: datetime) -> Handover:
    """Read about it; whoever is not one of the two leaves a note that the member can see."""
    if by.pk != handover.pairing.helper.person_id:
        why = "as who goes on with you" if by.pk == handover.helper.person_id else "to arrange who goes on with you"
        record_read(by=by, person=handover.pairing.request.person, why=why, at=at)
    return handover
