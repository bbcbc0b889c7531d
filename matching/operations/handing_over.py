"""Somebody else goes on with a member: one pairing ends and another follows it, in one transaction; and undone."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from matching.engine import Obstacle
from matching.errors import NotYours, PlaceIsGone
from matching.gathering import NEVER, NOT_UNASKED, obstacles_between
from matching.machines import PAIRING
from matching.models import Helper, Pairing
from matching.operations.alongside import begin_pairing, let_go, take_place
from matching.operations.calling import call_for_arrivals
from matching.operations.holding import hold, hold_all
from matching.rules import may_hand_over
from matching.signals import handover_taken_back, pairing_ended
from messaging.models import Notice
from messaging.operations import reopen_conversation, write_notice
from people.models import Person
from people.operations import assign, move


@transaction.atomic
def hand_over_pairing(*, by: Person, pairing: Pairing, helper: Helper, at: datetime) -> Pairing:
    """Let `helper` go on with the member of the pairing; returns the pairing that follows it.

    Order of effects: the request is held and then both helpers, a place is taken, the pairing ends and its place is
    free, another begins with a conversation of its own, and all three are told. The request stays paired throughout
    and its `asked_at` is untouched: at no time has the member two people or none, and they lose no place in the queue.
    Whom they would not have, and what forbids the two each other, is asked as strictly as who decides makes it.
    """
    if not may_hand_over(by, pairing, helper):
        raise NotYours
    request, member = pairing.request, pairing.request.person
    hold(request)
    hold_all(Helper.objects.filter(pk__in=[pairing.helper_id, helper.pk]))
    take_place(helper, request, is_kept=False, never=NEVER if by == member else NOT_UNASKED, at=at)
    let_go(pairing, by=by, at=at)
    pairing_ended.send(sender=Pairing, pairing=pairing, by=by, at=at)
    following = begin_pairing(request, helper, by=by, at=at, follows=pairing)
    tell_all_three(following, before=pairing, by=by, at=at)
    call_for_arrivals()
    return following


@transaction.atomic
def take_back_handover(*, by: Person, pairing: Pairing, at: datetime) -> Pairing:
    """Let the two go on who were alongside each other before this pairing, as if it had never been; returns theirs.

    Whether anything was said or done in it is for the caller to ask, in a transaction in which the request is held.
    Their place must still be free and nothing may forbid them each other by now, else `PlaceIsGone`; whoever paused
    meanwhile keeps whom they had.
    """
    before = pairing.follows
    if before is None or not may_hand_over(by, pairing, before.helper):
        raise NotYours
    request = pairing.request
    hold(request)
    hold_all(Helper.objects.filter(pk__in=[pairing.helper_id, before.helper_id]))
    let_go(pairing, by=by, at=at, to=Pairing.State.TAKEN_BACK)
    take_place_again(before, at=at)
    Pairing.objects.filter(pk=pairing.pk).update(follows=None)
    move(before, Pairing.State.ACTIVE, machine=PAIRING, by=by, at=at, about=request.person)
    Pairing.objects.filter(pk=before.pk).update(ended_at=None, ended_by=None)
    reopen_conversation(conversation=before.conversation)
    assign(carer=before.helper.person, person=request.person, kind=before.helper.kind, at=at)
    handover_taken_back.send(sender=Pairing, pairing=before, instead_of=pairing, at=at)
    tell_of_going_back(before, instead_of=pairing, by=by, at=at)
    call_for_arrivals()
    return before


def take_place_again(pairing: Pairing, *, at: datetime) -> None:
    helper = Helper.objects.select_related("person").get(pk=pairing.helper_id)
    is_there = helper.state in (Helper.State.ACTIVE, Helper.State.PAUSED) and helper.person.is_active
    if not is_there or helper.places_taken >= helper.capacity:
        raise PlaceIsGone(f"{helper} has no place left.")
    if (NOT_UNASKED - {Obstacle.VETTING}).intersection(obstacles_between(pairing.request, helper, at=at)):
        raise PlaceIsGone("the two cannot be alongside each other any more.")
    Helper.objects.filter(pk=helper.pk).update(places_taken=F("places_taken") + 1)


def tell_of_going_back(pairing: Pairing, *, instead_of: Pairing, by: Person, at: datetime) -> None:
    kind, path = Notice.Kind.MATCHING, f"/messages/{pairing.conversation_id}/"
    for person in {pairing.request.person, pairing.helper.person} - {by}:
        subject = "You go on as before"
        body = "That somebody else goes on was undone. You can write to each other again."
        write_notice(person=person, kind=kind, subject=subject, body=body, path=path, at=at)
    if instead_of.helper.person != by:
        subject = "You are not alongside somebody after all"
        body = "They go on with whom they had."
        path = f"/messages/{instead_of.conversation_id}/"
        write_notice(person=instead_of.helper.person, kind=kind, subject=subject, body=body, path=path, at=at)


def tell_all_three(following: Pairing, *, before: Pairing, by: Person, at: datetime) -> None:
    talk, ended = (f"/messages/{one.conversation_id}/" for one in (following, before))
    member, helper = following.request.person, following.helper.person
    kind = Notice.Kind.MATCHING
    if member != by:
        subject = "Somebody else is alongside you now"
        write_notice(person=member, kind=kind, subject=subject, body="You can say hello now.", path=talk, at=at)
    if helper != by:
        subject = "You are alongside somebody who had another before"
        write_notice(person=helper, kind=kind, subject=subject, body="You can say hello now.", path=talk, at=at)
    if before.helper.person != by:
        subject = "Somebody else has gone on for you"
        body = "You can still read what you two said."
        write_notice(person=before.helper.person, kind=kind, subject=subject, body=body, path=ended, at=at)
