"""The desk of an adviser or a peer: today, their people, their places and their hours."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from caseload import queries
from matching import operations as matching
from matching.forms import CapacityForm
from matching.models import Helper
from people.access import open_to
from people.models import Person
from people.requests import SignedIn
from people.rules import helpers


@open_to(helpers)
@require_safe
def my_people(request: SignedIn) -> HttpResponse:
    return my_desk(request)


@open_to(helpers)
@require_POST
def my_places(request: SignedIn) -> HttpResponse:
    """More places or fewer; never fewer than are taken."""
    form = CapacityForm(request.POST)
    if form.is_valid():
        try:
            matching.change_capacity(
                by=request.user, helper=own_offer(request.user), capacity=form.cleaned_data["capacity"]
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "Your places are saved.")
            return redirect("my_people")
    return my_desk(request, form)


@open_to(helpers)
@require_POST
def pause_my_places(request: SignedIn) -> HttpResponse:
    matching.pause_help(by=request.user, helper=own_offer(request.user), at=timezone.now())
    messages.success(request, "You are paused. Nobody new can choose you; the people you are alongside stay.")
    return redirect("my_people")


@open_to(helpers)
@require_POST
def open_my_places(request: SignedIn) -> HttpResponse:
    matching.resume_help(by=request.user, helper=own_offer(request.user), at=timezone.now())
    messages.success(request, "Welcome back. You can be matched again.")
    return redirect("my_people")


def own_offer(person: Person) -> Helper:
    offer = queries.my_people_of(person).offer
    if offer is None:
        raise Http404
    return offer


def my_desk(request: SignedIn, form: CapacityForm | None = None) -> HttpResponse:
    mine = queries.my_people_of(request.user)
    context = {
        "mine": mine,
        "day": queries.my_day_of(request.user, mine, at=timezone.now()),
        "form": form or CapacityForm(initial={"capacity": mine.offer.capacity if mine.offer else 1}),
    }
    return render(request, "caseload/my_people.html", context, status=422 if form else 200)
