"""A coordinator's pages about a round that is done: its pictures, its proposals, and who could not be placed."""

from csp.constants import NONE, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from matching import queries
from matching.models import Round
from matching.pictures import PICTURES
from people.access import open_to
from people.models import Person
from people.requests import SignedIn
from people.rules import coordinators

PEOPLE_A_PAGE = 25


# The colours of a picture stand in the picture itself; nothing else may be loaded or run in it.
@csp_replace({"default-src": [NONE], "style-src": [UNSAFE_INLINE]})
@open_to(coordinators)
@require_safe
def picture(request: SignedIn, pk: int, name: str) -> HttpResponse:
    """One picture of a round as an image."""
    made = done_round(request.user, pk)
    drawn = PICTURES[name](made, request.user) if name in PICTURES else None
    if drawn is None:
        raise Http404
    return HttpResponse(drawn, content_type="image/svg+xml")


@open_to(coordinators)
@require_safe
def proposals(request: SignedIn, pk: int) -> HttpResponse:
    """What a round proposed, member by member, to decide on."""
    made = done_round(request.user, pk)
    all_states = "all" in request.GET
    page, people = queries.proposed_in(made, request.user, page=request.GET.get("page"), all_states=all_states)
    context = {
        "round": made,
        "page": page,
        "people": people,
        "all_states": all_states,
        "publication": queries.publication_of(made),
    }
    return render(request, "matching/proposals.html", context)


@open_to(coordinators)
@require_safe
def not_placed(request: SignedIn, pk: int) -> HttpResponse:
    """Whom a round could not place, and why."""
    made = done_round(request.user, pk)
    page = Paginator(queries.unplaced_in(made, request.user), PEOPLE_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "matching/not_placed.html", {"round": made, "page": page})


def done_round(person: Person, pk: int) -> Round:
    """A round that the person may see and that has come to its end; of others there is nothing to show yet."""
    return get_object_or_404(queries.rounds_for(person), pk=pk, state=Round.State.DONE)
