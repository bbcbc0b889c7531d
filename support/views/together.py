"""The page of two people, from which everything they do together is reached."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from matching.models import Pairing
from people.access import open_to
from people.models import Person
from people.requests import SignedIn
from people.rules import signed_in
from support import queries


@open_to(signed_in)
@require_safe
def together(request: SignedIn, pk: int) -> HttpResponse:
    found = queries.together_of(request.user, my_pairing(request.user, pk), timezone.now())
    return render(request, "support/together.html", {"together": found})


def my_pairing(viewer: Person, pk: int) -> Pairing:
    """The pairing with this number, if the viewer takes part in it; else 404."""
    pairing = queries.pairing_for(viewer, pk)
    if pairing is None:
        raise Http404
    return pairing
