"""Reporting what somebody said, and blocking who said it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from messaging import operations, queries
from messaging.rules import may_report
from people.access import open_to
from people.requests import SignedIn
from people.rules import signed_in
from safeguarding.views import reported


@open_to(signed_in)
def report_message(request: SignedIn, pk: int) -> HttpResponse:
    """Report it at once when pressed; who comes by a link, or from signing in, finds the button on a page."""
    message = get_object_or_404(queries.messages_for(request.user), pk=pk)
    if not may_report(request.user, message):
        raise PermissionDenied("You can report what others say to you.")
    back = f"{reverse('conversation', args=[message.conversation_id])}#message-{message.client_id}"
    if request.method == "POST":
        concern = operations.report_message(by=request.user, message=message, at=timezone.now())
        return reported(concern, back)
    return render(request, "safeguarding/report.html", {"quoted": message.body, "back_url": back})


@open_to(signed_in)
def block_participant(request: SignedIn, pk: int, person: int) -> HttpResponse:
    """Block somebody one talks with, after a page that says what will happen."""
    found = get_object_or_404(queries.conversations_for(request.user), pk=pk)
    other = next((place.person for place in queries.others_in(found, request.user) if place.person_id == person), None)
    if other is None:
        raise Http404
    back = reverse("conversation", args=[found.pk])
    if request.method == "POST":
        operations.block_participant(by=request.user, conversation=found, person=other, at=timezone.now())
        messages.success(request, f"{other} is blocked. You will not hear from them again.")
        return redirect("blocks")
    return render(request, "safeguarding/block.html", {"known_as": other.chosen_name, "back_url": back})
