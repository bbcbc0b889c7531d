"""The member chooses among offers, and the helper may decline: at most one pairing, at most the capacity."""

from datetime import datetime

from django.db import transaction

from matching.errors import NotYours, PlaceIsGone
from matching.gathering import NEVER
from matching.machines import PROPOSAL, REQUEST
from matching.models import Helper, Pairing, Proposal, Request
from matching.operations.alongside import begin_pairing, take_place
from matching.operations.asking import lapse_live_proposals
from matching.operations.calling import call_for_arrivals
from matching.operations.holding import hold
from matching.rules import may_choose, may_decline_as_helper
from messaging.models import Notice
from messaging.operations import write_notice
from people.errors import HasMovedOn
from people.models import Person
from people.operations import move


def accept_offer(*, by: Person, proposal: Proposal, at: datetime) -> Pairing:
    """Make a pairing of an offer.

    Order of effects: the request is paired (so of two acceptances by one member one goes on), a place
    is taken from the helper in the database's own words (so of two members one gets the last place),
    the offer is accepted, the others lapse, a conversation opens, the helper may see the member,
    and whoever lies above hears of it in the same transaction.
    Where the place is gone this offer lapses, the member keeps the others, and `PlaceIsGone` says what is left.
    """
    if not may_choose(by, proposal):
        raise NotYours
    try:
        with transaction.atomic():
            return _accept(by=by, proposal=proposal, at=at)
    except PlaceIsGone as gone:
        lapse_offer(proposal, at=at)
        raise PlaceIsGone(f"We are sorry: {gone.words} {what_is_left(proposal.request)}") from gone


def what_is_left(request: Request) -> str:
    if request.state == Request.State.CHOOSING:
        return "Your other choices are still open."
    return "We look for someone else, and your place is kept."


def _accept(*, by: Person, proposal: Proposal, at: datetime) -> Pairing:
    request, helper = proposal.request, proposal.helper
    move(request, Request.State.PAIRED, machine=REQUEST, by=by, at=at, about=by)
    take_place(helper, request, is_kept=proposal.position == 1, never=NEVER, at=at)
    move(proposal, Proposal.State.ACCEPTED, machine=PROPOSAL, by=by, at=at, about=by)
    lapse_live_proposals(request, by=by, at=at)
    pairing = begin_pairing(request, helper, by=by, at=at, proposal=proposal)
    write_notice(
        person=helper.person,
        kind=Notice.Kind.MATCHING,
        subject="Somebody chose you",
        body="You can say hello now.",
        path=f"/messages/{pairing.conversation_id}/",
        at=at,
    )
    return pairing


@transaction.atomic
def lapse_offer(proposal: Proposal, *, at: datetime, by: Person | None = None) -> None:
    """Close one offer that cannot be kept."""
    hold(proposal.request)
    proposal.refresh_from_db(fields=["state"])
    if proposal.state in Proposal.LIVE:
        member = proposal.request.person
        move(proposal, Proposal.State.LAPSED, machine=PROPOSAL, by=by, at=at, about=member)
        wait_again_without_offers(proposal.request, by=by, at=at)


@transaction.atomic
def decline_offer(*, by: Person, proposal: Proposal, at: datetime) -> None:
    """Say no to one offer. It is never held against anybody, and the place in the queue stays."""
    if not may_choose(by, proposal):
        raise NotYours
    hold(proposal.request)
    move(proposal, Proposal.State.DECLINED, machine=PROPOSAL, by=by, at=at, about=by)
    wait_again_without_offers(proposal.request, by=by, at=at)


@transaction.atomic
def ask_for_another(*, by: Person, request: Request, at: datetime) -> None:
    """Say no to every open offer and wait for others, in the old place."""
    if by.pk != request.person_id:
        raise NotYours
    hold(request)
    offers = list(request.proposals.offered())
    if not offers:
        raise HasMovedOn("You have no open offers.")
    for proposal in offers:
        move(proposal, Proposal.State.DECLINED, machine=PROPOSAL, by=by, at=at, about=by)
    wait_again_without_offers(request, by=by, at=at)


@transaction.atomic
def decline_as_helper(*, by: Person, proposal: Proposal, at: datetime) -> None:
    """The helper says no before the member has chosen, with no penalty; the member is told kindly."""
    if not may_decline_as_helper(by, proposal):
        raise NotYours
    hold(proposal.request)
    member = proposal.request.person
    move(proposal, Proposal.State.HELPER_DECLINED, machine=PROPOSAL, by=by, at=at, about=member)
    wait_again_without_offers(proposal.request, by=by, at=at)
    tell_that_it_closed(member, at=at)


@transaction.atomic
def close_offers_of(helper: Helper, *, by: Person, at: datetime) -> None:
    """Close what members could still choose, for a helper who takes nobody on now; each is told and keeps the place."""
    for proposal in Proposal.objects.offered().filter(helper=helper).select_related("request__person"):
        lapse_offer(proposal, by=by, at=at)
        tell_that_it_closed(proposal.request.person, at=at)


def tell_that_it_closed(member: Person, *, at: datetime) -> None:
    write_notice(
        person=member,
        kind=Notice.Kind.MATCHING,
        subject="One of your offers is no longer open",
        body="The person cannot take anybody on just now. Your place in the queue stays the same.",
        path="/offers/",
        at=at,
    )


def wait_again_without_offers(request: Request, *, by: Person | None, at: datetime) -> None:
    """Whoever has no offer left waits again; `asked_at` is untouched, so nobody loses their place. A place is free.

    The request must be held: two who each close one of the last two offers would both see the other's open.
    """
    if request.state == Request.State.CHOOSING and not request.proposals.offered().exists():
        move(request, Request.State.WAITING, machine=REQUEST, by=by, at=at, about=request.person)
    call_for_arrivals()
