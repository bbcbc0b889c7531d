"""Pages on which it is said who coordinates an area."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from caseload import operations, queries
from caseload.forms import NameForm
from caseload.rules import may_end_coordinator
from people.access import open_to
from people.models import Area
from people.requests import SignedIn
from people.rules import coordinators, may_delegate


@open_to(coordinators)
@require_safe
def area_coordinators(request: SignedIn, pk: int) -> HttpResponse:
    """Who they are; and whoever lies above looks for somebody by name."""
    area = area_of(request, pk)
    shown = queries.coordinators_of_area(area, request.user)
    form = NameForm(request.GET or None)
    context = {"shown": shown, "form": form}
    if shown.may_delegate and form.is_valid():
        context["found"] = queries.found_by_name(area, request.user, form.cleaned_data["name"])
    return render(request, "caseload/coordinators/all.html", context)


@open_to(coordinators)
@require_http_methods(["GET", "HEAD", "POST"])
def make_coordinator(request: SignedIn, pk: int, person: int) -> HttpResponse:
    """After a page that says what they will see."""
    area = area_of(request, pk)
    if not may_delegate(request.user, area):
        raise Http404
    chosen = get_object_or_404(queries.people_who_could_coordinate(area, request.user), pk=person)
    if request.method == "POST":
        operations.make_coordinator(by=request.user, person=chosen, area=area, at=timezone.now())
        messages.success(request, f"{chosen} coordinates {area} from now on, and is told.")
        return redirect("area_coordinators", pk=pk)
    context = {"area": area, "person": chosen, "reach": queries.reach_of(area)}
    return render(request, "caseload/coordinators/make.html", context)


@open_to(coordinators)
@require_http_methods(["GET", "HEAD", "POST"])
def end_coordinator(request: SignedIn, pk: int, person: int) -> HttpResponse:
    """After a page that says what ends; whoever wants to stop does so themselves."""
    area = area_of(request, pk)
    chosen = get_object_or_404(queries.coordinators_to_end(area), pk=person)
    if not may_end_coordinator(request.user, chosen, area):
        raise Http404
    if request.method == "POST":
        operations.end_coordinator(by=request.user, person=chosen, area=area, at=timezone.now())
        is_me = chosen == request.user
        messages.success(request, f"You coordinate {area} no more." if is_me else f"{chosen} coordinates it no more.")
        return redirect("home") if is_me else redirect("area_coordinators", pk=pk)
    context = {"area": area, "person": chosen, "is_me": chosen == request.user}
    return render(request, "caseload/coordinators/end.html", context)


def area_of(request: SignedIn, pk: int) -> Area:
    return get_object_or_404(queries.areas_for(request.user), pk=pk)
