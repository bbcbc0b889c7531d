"""A coordinator asks why a member would not have a certain helper, and what would open a place."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from matching.queries.asking_why import answer_of, choices_for, coordinated_requests, standing_of
from matching.queries.present import Present, present_of
from matching.views.results import done_round
from people.access import open_to
from people.requests import SignedIn
from people.rules import coordinators

MOST_SHOWN = 12


@open_to(coordinators)
@require_safe
def why_not(request: SignedIn, pk: int, member: int) -> HttpResponse:
    """How the member of this request would fare now, why not this helper, and whom else to ask about."""
    made = done_round(request.user, pk)
    asking = get_object_or_404(coordinated_requests(request.user), pk=member)
    present = present_of(made, request.user, at=timezone.now())
    context = {"round": made, "asking": asking, "waits": asking.pk in present.matching.cohort.seeker_by_id}
    if context["waits"]:
        word = request.GET.get("word", "").strip()
        chosen = chosen_helper(present, request.GET.get("helper", ""))
        context |= {
            "standing": standing_of(present, asking),
            "answer": answer_of(present, asking, chosen) if chosen else None,
            "word": word,
            "choices": choices_for(present, asking, word),
            "most_shown": MOST_SHOWN,
        }
    return render(request, "matching/why_not.html", context)


def chosen_helper(present: Present, said: str) -> int | None:
    """The helper in the address, if the coordinator may see them and they are active."""
    return next((pk for pk in present.names.helpers if str(pk) == said), None)
