"""The page on which one searches one's own conversations. Nothing here keeps or logs what was looked for."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from messaging import queries
from messaging.forms import SearchForm
from people.access import open_to
from people.requests import SignedIn
from people.rules import signed_in


@open_to(signed_in)
@require_GET
def search_messages(request: SignedIn) -> HttpResponse:
    form = SearchForm(request.GET or None)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    page = queries.found_by(request.user, words, request.GET.get("page")) if words else None
    return render(request, "messaging/search.html", {"form": form, "page": page})
