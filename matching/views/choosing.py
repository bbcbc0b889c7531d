"""Presses on an offer, by the member or the helper, and the end of a pairing."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from matching import operations, queries
from matching.models import Proposal
from people.access import open_to
from people.requests import SignedIn
from people.rules import signed_in


@open_to(signed_in)
@require_POST
def accept_offer(request: SignedIn, pk: int) -> HttpResponse:
    proposal = found(queries.offer_for(request.user, pk))
    pairing = operations.accept_offer(by=request.user, proposal=proposal, at=timezone.now())
    messages.success(request, f"You chose {proposal.helper}. You can say hello now.")
    return redirect("conversation", pk=pairing.conversation_id)


@open_to(signed_in)
@require_POST
def decline_offer(request: SignedIn, pk: int) -> HttpResponse:
    proposal = found(queries.offer_for(request.user, pk))
    operations.decline_offer(by=request.user, proposal=proposal, at=timezone.now())
    messages.success(request, "That is fine. It changes nothing about your place in the queue.")
    return redirect("offers")


@open_to(signed_in)
@require_POST
def decline_as_helper(request: SignedIn, pk: int) -> HttpResponse:
    proposal = found(queries.suggestion_for(request.user, pk))
    operations.decline_as_helper(by=request.user, proposal=proposal, at=timezone.now())
    messages.success(request, "That is fine. It is not held against you.")
    return redirect("helping")


@open_to(signed_in)
def end_pairing(request: SignedIn, pk: int) -> HttpResponse:
    """End it, after a page that says what will happen."""
    pairing = get_object_or_404(queries.visible_pairings(request.user), pk=pk)
    if request.method == "POST":
        operations.end_pairing(
            by=request.user, pairing=pairing, look_again="look_again" in request.POST, at=timezone.now()
        )
        messages.success(request, "It has ended. You can still read what was said.")
        return redirect("home")
    return render(
        request,
        "matching/end_pairing.html",
        {"pairing": pairing, "is_member": pairing.request.person == request.user},
    )


def found(proposal: Proposal | None) -> Proposal:
    if proposal is None:
        raise Http404
    return proposal
