"""Pages of a caseload: the desk and its sections, the page about a person, an adviser's own people."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from caseload import operations, queries
from caseload.forms import FilterForm
from caseload.rules import those_who_look_after
from people.access import open_to
from people.requests import SignedIn
from people.rules import coordinators, helpers


@open_to(coordinators)
def desk(request: SignedIn) -> HttpResponse:
    form = FilterForm(request.GET, coordinator=request.user)
    found = queries.desk_of(request.user, at=timezone.now(), filters=form.filters())
    return render(request, "caseload/desk.html", {"desk": found, "filter_form": form})


@open_to(coordinators)
def desk_section(request: SignedIn, slug: str) -> HttpResponse:
    form = FilterForm(request.GET, coordinator=request.user)
    found = queries.section_of(
        request.user, slug=slug, at=timezone.now(), filters=form.filters(), number=request.GET.get("page")
    )
    if found is None:
        raise Http404
    return render(request, "caseload/section.html", {"section": found, "filter_form": form})


@open_to(those_who_look_after)
def member(request: SignedIn, pk: int) -> HttpResponse:
    person = get_object_or_404(queries.people_looked_after_by(request.user), pk=pk)
    record = operations.open_record(by=request.user, person=person, at=timezone.now())
    return render(request, "caseload/member.html", {"record": record})


@open_to(helpers)
def my_people(request: SignedIn) -> HttpResponse:
    return render(request, "caseload/my_people.html", {"mine": queries.my_people_of(request.user)})
