"""Pages of events for everybody inside: which there are, one of them, and taking or giving up a place in it."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from networks import operations, queries, rules
from networks.models import Event, Place
from networks.views.discussing import discussion_of
from networks.views.resources import own_part
from people.access import open_to
from people.calendar import as_calendar
from people.models import Person
from people.requests import SignedIn
from people.rules import signed_in

# What can be listed, in the order of the links to it.
LISTS = {"": "Coming up", "mine": "Mine", "past": "Past"}


def visible_event(viewer: Person, slug: str, pk: int) -> Event:
    return get_object_or_404(queries.events_for(viewer), pk=pk, thread__network__slug=slug)


@open_to(signed_in)
@require_safe
def events(request: SignedIn, slug: str) -> HttpResponse:
    membership = own_part(request.user, slug)
    network = membership.network
    which = request.GET.get("which", "")
    which = which if which in LISTS else ""
    found = Paginator(queries.events_of(network, request.user, which, timezone.now()), queries.EVENTS_ON_A_PAGE)
    context = {
        "network": network,
        "membership": membership,
        "tab": "events",
        "which": which,
        "lists": LISTS.items(),
        "page": found.get_page(request.GET.get("page")),
        "may_lead": rules.may_lead(request.user, network),
    }
    return render(request, "networks/events/events.html", context)


@open_to(signed_in)
@require_safe
def event(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    found = visible_event(request.user, slug, pk)
    context = {
        "network": found.thread.network,
        "event": found,
        "seen": queries.page_of_event(found, request.user, timezone.now()),
        "discussion": discussion_of(request, found.thread, opening_apart=True),
    }
    return render(request, "networks/events/event.html", context)


@open_to(signed_in)
@require_POST
def take_place(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    found = visible_event(request.user, slug, pk)
    place = operations.take_place(by=request.user, event=found, at=timezone.now())
    messages.success(request, TAKEN if place.state == Place.State.GOING else WAITS)
    return redirect("event", slug=slug, pk=pk)


TAKEN = "You have a place. We remind you the day before."
WAITS = "You are on the waiting list. When a place comes free and it is your turn, it is yours, and we tell you."


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def give_up_place(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    found = visible_event(request.user, slug, pk)
    if request.method == "POST":
        operations.give_up_place(by=request.user, event=found, at=timezone.now())
        messages.success(request, "You have no place any more. You can ask for one again at any time.")
        return redirect("event", slug=slug, pk=pk)
    context = {"event": found, "place": queries.place_at(found, request.user), "form": forms.Form()}
    return render(request, "networks/events/give_up.html", context)


@open_to(signed_in)
@require_safe
def event_calendar(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """The event as a file that a calendar takes in; in a sensitive network without its name."""
    found = visible_event(request.user, slug, pk)
    file = as_calendar(queries.calendar_entries_for(found))
    headers = {"Content-Disposition": 'attachment; filename="meeting.ics"'}
    return HttpResponse(file, content_type="text/calendar; charset=utf-8", headers=headers)
