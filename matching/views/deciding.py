"""A coordinator decides on the proposals of a round: one by one, or all of them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from matching import operations, queries
from matching.models import Proposal
from matching.views.rounds import seen_round
from people.access import open_to
from people.models import Person
from people.requests import SignedIn
from people.rules import coordinators


@open_to(coordinators)
@require_POST
def approve_all(request: SignedIn, pk: int) -> HttpResponse:
    """Begin to approve what is undecided; the page of the round shows how far it is."""
    operations.start_publication(by=request.user, round=seen_round(request.user, pk), at=timezone.now())
    return redirect("proposals", pk=pk)


@open_to(coordinators)
@require_POST
def stop_approving(request: SignedIn, pk: int) -> HttpResponse:
    publication = queries.publication_of(seen_round(request.user, pk))
    if publication is None:
        messages.info(request, "Nothing is being approved.")
        return redirect("proposals", pk=pk)
    operations.stop_publication(by=request.user, publication=publication, at=timezone.now())
    messages.success(request, "Stopped. What is an offer already stays one; the others are still to decide.")
    return redirect("proposals", pk=pk)


@open_to(coordinators)
@require_POST
def set_aside_all(request: SignedIn, pk: int) -> HttpResponse:
    made = seen_round(request.user, pk)
    number = operations.set_aside_all(by=request.user, round=made, at=timezone.now())
    messages.success(request, f"{number} proposals are set aside. You can put each back under “All”.")
    return redirect("proposals", pk=pk)


@open_to(coordinators)
@require_POST
def approve_proposal(request: SignedIn, pk: int) -> HttpResponse:
    proposal = decidable(request.user, pk)
    operations.approve_proposal(by=request.user, proposal=proposal, at=timezone.now())
    messages.success(request, f"{proposal.request.person} can now choose {proposal.helper}.")
    return redirect("proposals", pk=proposal.round_id)


@open_to(coordinators)
@require_POST
def set_aside_proposal(request: SignedIn, pk: int) -> HttpResponse:
    proposal = decidable(request.user, pk)
    operations.set_aside_proposal(by=request.user, proposal=proposal, at=timezone.now())
    messages.success(request, f"Set aside: {proposal}. You can put it back under “All”.")
    return redirect("proposals", pk=proposal.round_id)


@open_to(coordinators)
@require_POST
def put_back_proposal(request: SignedIn, pk: int) -> HttpResponse:
    proposal = decidable(request.user, pk)
    operations.put_back_proposal(by=request.user, proposal=proposal, at=timezone.now())
    messages.success(request, f"Back to decide: {proposal}.")
    return redirect("proposals", pk=proposal.round_id)


def decidable(person: Person, pk: int) -> Proposal:
    return get_object_or_404(queries.decidable_proposals(person), pk=pk)
