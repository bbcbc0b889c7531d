"""Presses by which somebody says what they have seen, from a page that is open or by hand."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from networks import operations, queries
from people.access import open_to
from people.requests import SignedIn
from people.rules import signed_in


@open_to(signed_in)
@require_POST
def thread_reading(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """An open page says up to which post it was seen."""
    thread = get_object_or_404(queries.threads_for(request.user), pk=pk, network__slug=slug)
    seq = request.POST.get("seq", "")
    if not (seq.isascii() and seq.isdecimal() and len(seq) < 10):
        raise BadRequest("seq is the number of the last post that was seen.")
    operations.read_up_to(by=request.user, thread=thread, seq=int(seq), at=timezone.now())
    return HttpResponse(status=204)


@open_to(signed_in)
@require_POST
def network_reading(request: SignedIn, slug: str) -> HttpResponse:
    network = get_object_or_404(queries.networks_joined_by(request.user), slug=slug)
    operations.read_all(by=request.user, network=network, at=timezone.now())
    messages.success(request, "Everything here is marked as read.")
    return redirect("network", slug=slug)
