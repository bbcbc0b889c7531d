"""A pairing ends: by either of the two, at any time, without a reason."""

from datetime import datetime

from django.db import transaction

from matching.errors import NotYours
from matching.machines import REQUEST
from matching.models import Pairing, Request
from matching.operations.alongside import let_go
from matching.operations.calling import call_for_arrivals
from matching.operations.holding import hold
from matching.operations.promising import promise
from matching.rules import may_end_pairing
from matching.signals import pairing_ended
from messaging.models import Notice
from messaging.operations import write_notice
from people.models import Consent, Person
from people.operations import move
from people.queries import has_agreed


@transaction.atomic
def end_pairing(*, by: Person, pairing: Pairing, look_again: bool, at: datetime) -> None:
    """End it: the place is free, the conversation is closed to writing, and the helper sees no more.

    With `look_again` the member waits again in their old place. Where somebody else than the member ends it
    they always do, because nobody may fall out of the queue by another's decision. Only who has taken back their
    consent meanwhile does not wait: they have stopped, and their place is kept.
    """
    if not may_end_pairing(by, pairing):
        raise NotYours
    request, member = pairing.request, pairing.request.person
    hold(request)
    let_go(pairing, by=by, at=at)
    goes_on = look_again or by != member
    after = Request.State.WAITING if goes_on else Request.State.ENDED
    move(request, after, machine=REQUEST, by=by, at=at, about=member)
    if goes_on:
        promise(request, at=at)
    if goes_on and not has_agreed(member, Consent.Purpose.MATCHING):
        move(request, Request.State.WITHDRAWN, machine=REQUEST, by=None, at=at, about=member)
    for person in {member, pairing.helper.person} - {by}:
        write_notice(
            person=person,
            kind=Notice.Kind.MATCHING,
            subject="A conversation has ended",
            body="You can still read it. Nothing more can be written in it.",
            path=f"/messages/{pairing.conversation_id}/",
            at=at,
        )
    pairing_ended.send(sender=Pairing, pairing=pairing, by=by, at=at)
    call_for_arrivals()
