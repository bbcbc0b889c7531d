"""Pages of leaders: plan a meeting or a course, change it, move a session, cancel it."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from networks import operations, queries, rules
from networks.forms import CourseForm, FactsForm, MeetingForm, SessionForm
from networks.models import Event, Network
from networks.operations import MayNotLead, MayNotPost
from networks.views.addresses import back_to
from networks.views.events import visible_event
from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import signed_in

FORMS: dict[str, type[MeetingForm]] = {Event.Kind.MEETING: MeetingForm, Event.Kind.COURSE: CourseForm}


def led_network(request: SignedIn, slug: str) -> Network:
    network = get_object_or_404(queries.networks_joined_by(request.user), slug=slug)
    if not rules.may_lead(request.user, network):
        raise MayNotLead
    return network


def led_event(request: SignedIn, slug: str, pk: int) -> Event:
    found = visible_event(request.user, slug, pk)
    if not rules.may_lead_event(request.user, found):
        raise MayNotLead
    return found


@open_to(signed_in)
@require_safe
def new_event(request: SignedIn, slug: str) -> HttpResponse:
    network = led_network(request, slug)
    return render(request, "networks/events/new.html", {"network": network, "kinds": Event.Kind})


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def plan_event(request: SignedIn, slug: str, kind: str) -> HttpResponse:
    network = led_network(request, slug)
    if kind not in FORMS:
        raise Http404
    form = FORMS[kind](posted(request), network=network, chooser=request.user)
    if request.method == "POST" and form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("title", "body", "client_id")}
        try:
            planned = operations.plan_event(
                by=request.user,
                network=network,
                kind=kind,
                begins=form.begins,
                lasts=form.length,
                facts=form.facts,
                at=timezone.now(),
                **said,
            )
        except (ValidationError, MayNotPost) as error:
            form.renew(error)
        else:
            messages.success(request, "It is planned. Everyone in the network can see it and take a place.")
            return redirect(back_to(planned.thread))
    return render(request, "networks/events/plan.html", {"network": network, "kind": kind, "form": form})


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def change_event(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    found = led_event(request, slug, pk)
    network = found.thread.network
    names = ("way", "where", "how_to_join", "capacity", "materials")
    initial = {name: getattr(found, name) for name in names} | {"leaders": found.leaders.all()}
    form = FactsForm(posted(request), initial=initial, network=network, chooser=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_event(by=request.user, event=found, facts=form.facts, at=timezone.now())
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "It is changed.")
            return redirect("event", slug=slug, pk=pk)
    return render(request, "networks/events/change.html", {"event": found, "form": form})


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def change_session(request: SignedIn, slug: str, pk: int, number: int) -> HttpResponse:
    found = led_event(request, slug, pk)
    session = get_object_or_404(found.sessions, number=number)
    form = SessionForm(posted(request), session=session)
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_session(
                by=request.user,
                event=found,
                number=number,
                title=form.cleaned_data["title"],
                materials=form.cleaned_data["materials"],
                begins_at=form.begins_at,
                ends_at=form.begins_at + form.length,
                at=timezone.now(),
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "The session is changed.")
            return redirect("event", slug=slug, pk=pk)
    return render(request, "networks/events/session.html", {"event": found, "session": session, "form": form})


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def cancel_event(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    found = led_event(request, slug, pk)
    form = forms.Form(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            operations.cancel_event(by=request.user, event=found, at=timezone.now())
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "It is cancelled, and everybody who wanted to come is told.")
            return redirect("event", slug=slug, pk=pk)
    told = queries.who_would_be_told(found, request.user)
    return render(request, "networks/events/cancel.html", {"event": found, "told": told, "form": form})
