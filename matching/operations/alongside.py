"""How two people come to be alongside each other and are so no more: what every way there and away has in common.

For transactions in which the request is held, and then the helper.
"""

from datetime import datetime

from django.db.models import F

from matching.engine import Obstacle
from matching.errors import PlaceIsGone
from matching.gathering import obstacles_between
from matching.machines import PAIRING
from matching.models import Helper, Pairing, Proposal, Request
from matching.signals import pairing_began
from messaging.operations import close_conversation, open_conversation
from people.models import Person
from people.operations import assign, move, remember, unassign


def take_place(helper: Helper, request: Request, *, is_kept: bool, never: frozenset[Obstacle], at: datetime) -> None:
    """Take one of the helper's places; where none is kept for this request, those kept for others are left to them.

    `never` is what forbids the two each other here; why it is so is told to nobody.
    """
    # One row lock makes everybody who wants this helper stand in line.
    locked = Helper.objects.select_for_update(no_key=True).get(pk=helper.pk)
    kept = Proposal.objects.keeping_a_place().filter(helper=helper).exclude(request=request).count()
    spoken_for = 0 if is_kept else kept
    if locked.state != Helper.State.ACTIVE or locked.places_taken + spoken_for >= locked.capacity:
        raise PlaceIsGone(f"{helper} has no place left.")
    against = obstacles_between(request, helper, at=at)
    if Obstacle.VETTING in against or not helper.person.is_active:
        raise PlaceIsGone(f"{helper} cannot take anybody on at the moment.")
    if never.intersection(against):
        raise PlaceIsGone("this offer is no longer open.")
    Helper.objects.filter(pk=helper.pk).update(places_taken=F("places_taken") + 1)


def begin_pairing(
    request: Request,
    helper: Helper,
    *,
    by: Person,
    at: datetime,
    proposal: Proposal | None = None,
    follows: Pairing | None = None,
) -> Pairing:
    """Write it down, give the two a conversation, and let the helper see the member; the place must be taken.

    Whoever lies above hears of it in the same transaction.
    """
    member = request.person
    pairing = Pairing.objects.create(
        request=request,
        helper=helper,
        proposal=proposal,
        follows=follows,
        conversation=open_conversation(people=[member, helper.person], at=at),
        began_at=at,
    )
    remember(pairing, machine=PAIRING, before="", by=by, at=at, about=member)
    assign(carer=helper.person, person=member, kind=helper.kind, at=at)
    pairing_began.send(sender=Pairing, pairing=pairing, at=at)
    return pairing


def let_go(pairing: Pairing, *, by: Person, at: datetime, to: str = Pairing.State.ENDED) -> None:
    """The place is free, the conversation closed to writing, and the helper sees no more of the member."""
    member, helper = pairing.request.person, pairing.helper
    move(pairing, to, machine=PAIRING, by=by, at=at, about=member)
    Pairing.objects.filter(pk=pairing.pk).update(ended_at=at, ended_by=by)
    Helper.objects.filter(pk=helper.pk).update(places_taken=F("places_taken") - 1)
    close_conversation(conversation=pairing.conversation, at=at)
    unassign(carer=helper.person, person=member, kind=helper.kind, at=at)
