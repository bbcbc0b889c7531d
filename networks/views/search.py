"""The pages on which one searches one's networks. Nothing here keeps or logs what was looked for."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from networks import queries
from networks.forms import WordsForm
from networks.models import Network
from people.access import open_to
from people.requests import SignedIn
from people.rules import signed_in


@open_to(signed_in)
@require_safe
def search_networks(request: SignedIn) -> HttpResponse:
    """Search all networks one is in."""
    return _found(request, None)


@open_to(signed_in)
@require_safe
def search_network(request: SignedIn, slug: str) -> HttpResponse:
    return _found(request, get_object_or_404(queries.networks_joined_by(request.user), slug=slug))


def _found(request: SignedIn, network: Network | None) -> HttpResponse:
    form = WordsForm(request.GET or None)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    finds = None
    if words:
        before = request.GET.get("before", "")
        finds = queries.found_in_networks(request.user, words, at=timezone.now(), network=network, before=before)
    context = {"form": form, "network": network, "words": words, "finds": finds}
    return render(request, "networks/search.html", context)
