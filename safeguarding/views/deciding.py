"""The queue of concerns and the page of each, for those who keep people safe and who moderate a place."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from people.access import open_to
from people.handing_out import headers_of
from people.models import Person
from people.requests import SignedIn, posted
from safeguarding import operations, queries
from safeguarding.forms import JudgedOutcomeForm, OutcomeForm
from safeguarding.models import Concern
from safeguarding.rules import may_decide, may_hand_back, those_who_moderate

CONCERNS_A_PAGE = 50
# What one can look at, and what it is called.
FILTERS = {queries.ALL: "All open", queries.NOBODYS: "Nobody's yet", queries.MINE: "Mine"}


@open_to(those_who_moderate)
@require_safe
def concerns(request: SignedIn) -> HttpResponse:
    closed = "closed" in request.GET
    whose = request.GET.get("whose", queries.ALL)
    rows = queries.cases_over(request.user) if closed else queries.cases_for(request.user, whose)
    context = {
        "page": Paginator(rows, CONCERNS_A_PAGE).get_page(request.GET.get("page")),
        "held": None if closed else queries.held_without_a_report(request.user),
        "closed": closed,
        "whose": whose,
        "filters": FILTERS,
        "now": timezone.now(),
        "alarms": queries.alarms_counted(),
    }
    return render(request, "safeguarding/concerns.html", context)


@open_to(those_who_moderate)
def concern(request: SignedIn, pk: int) -> HttpResponse:
    found = visible_concern(request.user, pk)
    form = (JudgedOutcomeForm if found.was_noticed else OutcomeForm)(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            operations.close_concern(by=request.user, concern=found, at=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "The concern is closed.")
            return redirect("concerns")
    return render(request, "safeguarding/concern.html", _about(request.user, found) | {"form": form})


@open_to(those_who_moderate)
@require_safe
def concern_on_paper(request: SignedIn, pk: int) -> HttpResponse:
    """The whole of it on one page, to print or to keep as a PDF."""
    found = visible_concern(request.user, pk)
    return render(request, "safeguarding/concern_on_paper.html", _about(request.user, found))


def _about(viewer: Person, concern: Concern) -> dict[str, Any]:
    """What is known of a concern, as far as the viewer may know it."""
    return {
        "concern": concern,
        "files": queries.files_of(concern),
        "others": queries.reports_of_the_same(concern, viewer),
        "measures": queries.measures_so_far(concern, viewer),
        "chronology": queries.chronology_of(concern, viewer),
        "may_decide": may_decide(viewer, concern),
        "may_hand_back": may_hand_back(viewer, concern),
        "has_it": queries.who_has_it(concern, viewer),
        "now": timezone.now(),
    }


@open_to(those_who_moderate)
@require_safe
def evidence_file(request: SignedIn, pk: int, file: int) -> HttpResponse:
    found = get_object_or_404(visible_concern(request.user, pk).evidence_files, pk=file)
    return HttpResponse(bytes(found.content), headers=headers_of(name=found.name, kind=found.kind, size=found.size))


@open_to(those_who_moderate)
@require_POST
def take_concern(request: SignedIn, pk: int) -> HttpResponse:
    found = visible_concern(request.user, pk)
    operations.take_concern(by=request.user, concern=found, at=timezone.now())
    return redirect("concern", pk=pk)


@open_to(those_who_moderate)
@require_POST
def hand_back_concern(request: SignedIn, pk: int) -> HttpResponse:
    found = visible_concern(request.user, pk)
    operations.hand_back_concern(by=request.user, concern=found, at=timezone.now())
    messages.success(request, "It is back on the list, for somebody else to take.")
    return redirect("concerns")


def visible_concern(viewer: Person, pk: int) -> Concern:
    return get_object_or_404(queries.all_concerns_for(viewer), pk=pk)
