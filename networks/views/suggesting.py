"""Pages of suggestions: networks for somebody, with the reason, and for coordinators groups worth founding one for."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from networks import operations, queries
from people.access import open_to
from people.forms import InterestsForm
from people.operations import change_profile
from people.requests import SignedIn
from people.rules import coordinators, signed_in


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def network_suggestions(request: SignedIn) -> HttpResponse:
    """What is suggested and why, and what one says of oneself for it."""
    form = InterestsForm(
        request.POST if request.method == "POST" else None, initial={"topics": request.user.topics.all()}
    )
    if request.method == "POST" and form.is_valid():
        change_profile(by=request.user, facts={}, topics=form.cleaned_data["topics"])
        messages.success(request, "Saved. These networks fit what you said.")
        return redirect("network_suggestions")
    context = {
        "suggestions": queries.suggestions_for(request.user),
        "hides_some": queries.hides_suggestions(request.user),
        "form": form,
    }
    return render(request, "networks/suggestions.html", context)


@open_to(signed_in)
@require_POST
def hide_suggestion(request: SignedIn, slug: str) -> HttpResponse:
    network = get_object_or_404(queries.networks_for(request.user), slug=slug)
    operations.hide_suggestion(by=request.user, network=network)
    messages.success(request, f"We suggest {network.name} to you no more. You still find it in the list.")
    return redirect("network_suggestions")


@open_to(signed_in)
@require_POST
def show_suggestions_again(request: SignedIn) -> HttpResponse:
    operations.show_suggestions_again(by=request.user)
    return redirect("network_suggestions")


@open_to(coordinators)
@require_safe
def worth_founding(request: SignedIn) -> HttpResponse:
    groups = [(group, urlencode(group.query)) for group in queries.networks_worth_founding()]
    return render(request, "networks/worth_founding.html", {"groups": groups})
