"""Somebody else goes on with a member: one pairing ends and another follows it, in one transaction."""

from datetime import datetime

from django.db import transaction

from matching.errors import NotYours
from matching.gathering import NEVER, NOT_UNASKED
from matching.models import Helper, Pairing
from matching.operations.alongside import begin_pairing, let_go, take_place
from matching.operations.calling import call_for_arrivals
from matching.operations.holding import hold, hold_all
from matching.rules import may_hand_over
from matching.signals import pairing_ended
from messaging.models import Notice
from messaging.operations import write_notice
from people.models import Person


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
