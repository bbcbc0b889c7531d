"""Pages on which a member asks why these people, and asks a person to look at it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from matching import operations, queries
from matching.models import Request
from matching.rules import may_still_change
from people.access import open_to
from people.requests import SignedIn
from people.rules import signed_in


@open_to(signed_in)
def why_these(request: SignedIn) -> HttpResponse:
    """Why my offers are these, or why there is none yet."""
    found = queries.open_request_of(request.user)
    if found is None or found.state == Request.State.DRAFT:
        return redirect("ask")
    if found.state == Request.State.PAIRED:
        return redirect("my_request")
    why = queries.why_these(found, at=timezone.now())
    context = {"found": found, "why": why, "changeable": may_still_change(found)}
    return render(request, "matching/why_these.html", context)


@open_to(signed_in)
@require_POST
def ask_a_person(request: SignedIn) -> HttpResponse:
    """A place to talk about it with the coordinator who looks after me."""
    conversation = operations.ask_a_person(by=request.user, at=timezone.now())
    if conversation is None:
        messages.error(request, "Nobody coordinates your area yet. Your request is read as soon as somebody does.")
        return redirect("why_these")
    return redirect("conversation", pk=conversation.pk)
