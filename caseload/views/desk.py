"""The desk of a coordinator and its sections."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from caseload import queries
from caseload.forms import FilterForm
from people.access import open_to
from people.requests import SignedIn
from people.rules import coordinators


@open_to(coordinators)
def desk(request: SignedIn) -> HttpResponse:
    form = FilterForm(request.GET, coordinator=request.user)
    found = queries.desk_of(request.user, at=timezone.now(), filters=form.filters())
    lists = queries.work_lists_of(request.user)
    return render(request, "caseload/desk.html", {"desk": found, "filter_form": form, "work_lists": lists})


@open_to(coordinators)
def desk_section(request: SignedIn, slug: str) -> HttpResponse:
    form = FilterForm(request.GET, coordinator=request.user)
    found = queries.section_of(
        request.user, slug=slug, at=timezone.now(), filters=form.filters(), number=request.GET.get("page")
    )
    if found is None:
        raise Http404
    context = {"section": found, "filter_form": form, "most_at_once": queries.MOST_AT_ONCE}
    return render(request, "caseload/section.html", context)


@open_to(coordinators)
@require_safe
def desk_counts(request: SignedIn) -> HttpResponse:
    """Only the figures, for a desk that is open."""
    form = FilterForm(request.GET, coordinator=request.user)
    found = queries.desk_of(request.user, at=timezone.now(), filters=form.filters())
    return render(request, "caseload/figures.html", {"desk": found})
