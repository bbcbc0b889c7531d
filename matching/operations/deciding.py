"""A coordinator decides on proposals: approved, they become offers; set aside, they can be put back."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from matching.engine import Obstacle
from matching.errors import CannotBeOffered, NotYours
from matching.gathering import obstacles_between
from matching.machines import PROPOSAL, REQUEST
from matching.models import Helper, Proposal, Request, Round
from matching.operations.holding import hold, hold_all
from matching.rules import may_decide_on_proposal
from messaging.models import Notice
from messaging.operations import write_notice
from people.models import Person
from people.operations import move


@transaction.atomic
def approve_proposal(*, by: Person, proposal: Proposal, at: datetime) -> None:
    """Make an offer of a proposal: checked again, moved, the request opened to choosing, both sides told."""
    if not may_decide_on_proposal(by, proposal):
        raise NotYours
    make_offer(proposal, by=by, at=at)


def make_offer(proposal: Proposal, *, by: Person | None, at: datetime) -> None:
    """The same in the caller's transaction, for whoever may; `by` is None where it is offered on arrival."""
    hold(proposal.request)
    check_still_right(proposal, at=at)
    request, member = proposal.request, proposal.request.person
    if request.state == Request.State.WAITING:
        move(request, Request.State.CHOOSING, machine=REQUEST, by=by, at=at, about=member)
    move(proposal, Proposal.State.OFFERED, machine=PROPOSAL, by=by, at=at, about=member)
    Proposal.objects.filter(pk=proposal.pk).update(offered_at=at)
    tell_both(proposal, at=at)


def check_still_right(proposal: Proposal, *, at: datetime) -> None:
    """What may have changed since the round: the request, a pause, a block, checks out of date, anybody's answers."""
    helper, request = proposal.helper, proposal.request
    check_still_waits(request)
    helper.refresh_from_db(fields=["state"])
    if helper.state != Helper.State.ACTIVE or not helper.person.is_active:
        raise CannotBeOffered(f"{helper} takes nobody new at the moment.")
    against = obstacles_between(request, helper, at=at)
    if Obstacle.BLOCKED in against:
        raise CannotBeOffered(f"{proposal} cannot be offered. Set it aside.")
    if Obstacle.VETTING in against:
        raise CannotBeOffered(f"The checks of {helper} are out of date.")
    if against:
        raise CannotBeOffered(f"{proposal} does not fit any more: answers have changed since the round. Set it aside.")


def check_still_waits(request: Request) -> None:
    if request.state not in (Request.State.WAITING, Request.State.CHOOSING) or not request.person.is_active:
        raise CannotBeOffered(f"{request.person} is not waiting any more.")


def tell_both(proposal: Proposal, *, at: datetime) -> None:
    write_notice(
        person=proposal.request.person,
        kind=Notice.Kind.MATCHING,
        subject="We found someone for you",
        body="You can read about them and choose. There is no hurry.",
        path="/offers/",
        at=at,
    )
    write_notice(
        person=proposal.helper.person,
        kind=Notice.Kind.MATCHING,
        subject="Somebody may choose you",
        body="You can see what they are looking for, and decline if it does not suit you.",
        path="/helping/",
        at=at,
    )


def set_aside_proposal(*, by: Person, proposal: Proposal, at: datetime) -> None:
    _decide(proposal, Proposal.State.SET_ASIDE, by=by, at=at)


@transaction.atomic
def set_aside_all(*, by: Person, round: Round, at: datetime) -> int:
    """Set aside what is undecided in a round; returns how many. Each can be put back."""
    hold_all(Request.objects.filter(pk__in=[proposal.request_id for proposal in undecided_by(by, round)]))
    # Read once they are held: whatever was decided before that is left as it is.
    undecided = undecided_by(by, round)
    for proposal in undecided:
        set_aside_proposal(by=by, proposal=proposal, at=at)
    return len(undecided)


@transaction.atomic
def put_back_proposal(*, by: Person, proposal: Proposal, at: datetime) -> None:
    """Undo setting aside, for a member who still waits and has been proposed nobody else in this place."""
    request = proposal.request
    hold(request)
    check_still_waits(request)
    in_its_place = Q(position=proposal.position) | Q(helper=proposal.helper)
    if request.proposals.live().filter(in_its_place).exclude(pk=proposal.pk).exists():
        raise CannotBeOffered("A later round has proposed somebody else in this place.")
    _decide(proposal, Proposal.State.PROPOSED, by=by, at=at)


@transaction.atomic
def _decide(proposal: Proposal, to: str, *, by: Person, at: datetime) -> None:
    if not may_decide_on_proposal(by, proposal):
        raise NotYours
    hold(proposal.request)
    move(proposal, to, machine=PROPOSAL, by=by, at=at, about=proposal.request.person)


def undecided_by(person: Person, round: Round) -> list[Proposal]:
    """What this coordinator may decide in the round: nothing about themselves."""
    undecided = round.proposals.undecided().decidable_by(person)
    return list(undecided.select_related("request__person", "helper__person"))
