"""Pages on which two people choose a time: week by week, or any time for who helps; to book, or to move."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from matching.models import Pairing
from people.access import open_to
from people.errors import HasMovedOn
from people.requests import SignedIn, posted
from people.rules import signed_in
from people.vocabulary import Way
from support import operations, queries, rules
from support.forms import AnyTimeForm, ChosenTimeForm, WhichTimesForm
from support.models import Appointment
from support.operations import Meeting, TimeIsTaken
from support.views.appointments import reached_appointment

BOOKED = "It is booked. We remind both of you a day and an hour before."
MOVED = "It has moved, and the other one is told."


@open_to(signed_in)
@require_safe
def times(request: SignedIn, pk: int) -> HttpResponse:
    return choose(request, open_pairing(request, pk))


@open_to(signed_in)
@require_safe
def other_times(request: SignedIn, pk: int) -> HttpResponse:
    """The same, for an appointment that is to move."""
    moving = movable(request, pk)
    return choose(request, moving.pairing, moving)


def choose(request: SignedIn, pairing: Pairing, moving: Appointment | None = None) -> HttpResponse:
    form = WhichTimesForm(request.GET, pairing=pairing, moving=moving)
    context = {"form": form, **asked_of(request, pairing, moving)}
    if form.is_valid():
        context["week"] = queries.times_for(
            request.user,
            pairing,
            way=form.cleaned_data["way"],
            minutes=form.cleaned_data["minutes"],
            around=day_asked_for(request),
            at=timezone.now(),
            moving=moving,
        )
    return render(request, "support/appointments/times.html", context)


def day_asked_for(request: SignedIn) -> date:
    """The week is asked for by one of its days; what is no day is today."""
    try:
        return date.fromisoformat(request.GET.get("week", ""))
    except ValueError:
        return timezone.localdate(timezone=request.user.zone)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def book_appointment(request: SignedIn, pk: int) -> HttpResponse:
    """Book a time that was pressed on, after a page that says what will happen."""
    return confirm(request, open_pairing(request, pk))


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def move_appointment(request: SignedIn, pk: int) -> HttpResponse:
    moving = movable(request, pk)
    return confirm(request, moving.pairing, moving)


def confirm(request: SignedIn, pairing: Pairing, moving: Appointment | None = None) -> HttpResponse:
    form = ChosenTimeForm(chosen(request, moving), by=request.user, pairing=pairing, moving=moving)
    if not form.names_a_time:
        return redirect(times_url(pairing, moving))
    if request.method == "POST" and form.is_valid():
        try:
            return done(request, arrange(request, pairing, moving, form))
        except TimeIsTaken as error:
            messages.error(request, error.words)
            return redirect(times_url(pairing, moving, form.meeting))
        except ValidationError as error:
            form.add_error(None, error)
    asked = asked_of(request, pairing, moving)
    place = queries.usual_place(pairing.helper.person, way=form.meeting.way, begins_at=form.meeting.begins_at)
    context = {
        "form": form,
        "meeting": form.meeting,
        "way": Way(form.meeting.way).label,
        # Where the two meet only they read.
        "place": "" if asked["acts_for"] else place,
        **asked,
    }
    return render(request, "support/appointments/confirm.html", context)


def chosen(request: SignedIn, moving: Appointment | None) -> Mapping[str, str]:
    """What was pressed on; where it was until now is offered again to who may say it."""
    if request.method == "POST":
        return request.POST.dict()
    return {"where": moving.where if moving else "", **request.GET.dict()}


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def book_any_time(request: SignedIn, pk: int) -> HttpResponse:
    """For who helps: they know their own diary."""
    return any_time(request, open_pairing(request, pk))


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def move_to_any_time(request: SignedIn, pk: int) -> HttpResponse:
    moving = movable(request, pk)
    return any_time(request, moving.pairing, moving)


def any_time(request: SignedIn, pairing: Pairing, moving: Appointment | None = None) -> HttpResponse:
    if not rules.may_choose_any_time(request.user, pairing):
        raise PermissionDenied
    usual: dict[str, object] = {"minutes": queries.habits_of(request.user).minutes}
    if moving:
        begins = moving.begins_at.astimezone(request.user.zone)
        usual = {"day": begins.date(), "clock": begins.time(), "minutes": moving.minutes}
        usual |= {"way": moving.way, "where": moving.where}
    form = AnyTimeForm(posted(request), by=request.user, pairing=pairing, moving=moving, initial=usual)
    if form.is_valid():
        try:
            return done(request, arrange(request, pairing, moving, form))
        except TimeIsTaken as error:
            form.add_error("clock", error.words)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"form": form, **asked_of(request, pairing, moving)}
    return render(request, "support/appointments/any_time.html", context)


def asked_of(request: SignedIn, pairing: Pairing, moving: Appointment | None) -> dict[str, object]:
    """What the pages on which a time is chosen have in common."""
    member, helper = rules.the_two(pairing)
    return {
        "pairing": pairing,
        "moving": moving,
        "other": member if request.user == helper else helper,
        "acts_for": None if rules.takes_part(request.user, pairing) else member,
        "may_choose_any_time": rules.may_choose_any_time(request.user, pairing),
        "times_url": times_url(pairing, moving),
    }


def times_url(pairing: Pairing, moving: Appointment | None, meeting: Meeting | None = None) -> str:
    """Where the times stand; with those of the week in which somebody wanted to meet."""
    url = reverse("other_times", args=[moving.pk]) if moving else reverse("times", args=[pairing.pk])
    if meeting is None:
        return url
    week = meeting.begins_at.date().isoformat()
    return f"{url}?{urlencode({'week': week, 'way': meeting.way, 'minutes': meeting.minutes})}"


def arrange(
    request: SignedIn, pairing: Pairing, moving: Appointment | None, form: ChosenTimeForm | AnyTimeForm
) -> Appointment:
    """Book it, or move it as the page has shown it."""
    at = timezone.now()
    if moving is None:
        return operations.book_appointment(
            by=request.user, pairing=pairing, meeting=form.meeting, block=form.block, at=at
        )
    moving.revision = form.cleaned_data["revision"]
    operations.move_appointment(by=request.user, appointment=moving, meeting=form.meeting, at=at)
    return moving


def done(request: SignedIn, appointment: Appointment) -> HttpResponse:
    acts_for = appointment.acted_for_by(request.user)
    if acts_for:
        messages.success(request, f"It is done in the name of {acts_for}, and both are told.")
    else:
        messages.success(request, MOVED if "revision" in request.POST else BOOKED)
    return redirect("appointment", pk=appointment.pk)


def open_pairing(request: SignedIn, pk: int) -> Pairing:
    pairing = queries.pairing_to_meet_in(request.user, pk)
    if pairing is None:
        raise Http404
    if not rules.may_meet(request.user, pairing):
        raise HasMovedOn("This has ended. You can still read what you did together.")
    return pairing


def movable(request: SignedIn, pk: int) -> Appointment:
    found = reached_appointment(request.user, pk)
    if found.state != Appointment.State.BOOKED or found.begins_at <= timezone.now():
        raise HasMovedOn("This appointment cannot be moved any more. You can book another one.")
    return found
