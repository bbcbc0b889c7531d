"""What somebody has begun to write: kept from the page they write on, and let go of by hand."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from networks import operations, queries
from networks.forms import DraftForm
from people.access import open_to
from people.requests import SignedIn
from people.rules import signed_in


@open_to(signed_in)
@require_POST
def drafts(request: SignedIn, slug: str) -> HttpResponse:
    """A page that is written on keeps what is in its boxes."""
    network = get_object_or_404(queries.networks_joined_by(request.user), slug=slug)
    form = DraftForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=422)
    said = form.cleaned_data
    threads = queries.threads_for(request.user).filter(network=network)
    thread = get_object_or_404(threads, pk=said["thread"]) if said["thread"] else None
    operations.save_draft(
        by=request.user, network=network, thread=thread, title=said["title"], body=said["body"], at=timezone.now()
    )
    return HttpResponse(status=204)


@open_to(signed_in)
@require_POST
def draft(request: SignedIn, pk: int) -> HttpResponse:
    """Let go of a draft."""
    found = get_object_or_404(queries.drafts_for(request.user), pk=pk)
    operations.drop_draft(by=request.user, draft=found)
    messages.success(request, "The draft is gone.")
    return redirect("yours", slug=found.membership.network.slug)
