"""Pages of appointments: one's own, one of them, cancelling it, where it is, and how it went."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.access import open_to
from people.calendar import as_calendar
from people.models import Person
from people.requests import SignedIn, posted
from people.rules import signed_in
from support import operations, queries
from support.forms import AsSeenForm, HowItWentForm, WhereForm
from support.models import Appointment

A_PAGE = 20


def my_appointment(viewer: Person, pk: int) -> Appointment:
    """The appointment with this number, if the viewer is one of the two; else 404."""
    found = queries.appointments_of(viewer).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def reached_appointment(viewer: Person, pk: int) -> Appointment:
    """The same for whoever may book, move and cancel in the member's name, too."""
    found = queries.appointments_reached_by(viewer, timezone.now()).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@open_to(signed_in)
@require_safe
def appointments(request: SignedIn) -> HttpResponse:
    """Everybody's own, with whomever they are."""
    at = timezone.now()
    before = Paginator(queries.appointments_before(request.user, at), A_PAGE)
    context = {
        "to_come": queries.appointments_to_come(request.user, at),
        "page": before.get_page(request.GET.get("page")),
        "me": request.user,
    }
    return render(request, "support/appointments/mine.html", context)


@open_to(signed_in)
@require_safe
def appointment(request: SignedIn, pk: int) -> HttpResponse:
    at = timezone.now()
    read = operations.open_appointment(by=request.user, appointment=reached_appointment(request.user, pk), at=at)
    seen = queries.seen_by(request.user, read, at)
    return render(request, "support/appointments/appointment.html", {"seen": seen, "me": request.user})


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def cancel_appointment(request: SignedIn, pk: int) -> HttpResponse:
    """Cancel it, after a page that says what will happen."""
    found = reached_appointment(request.user, pk)
    form = AsSeenForm(posted(request), initial={"revision": found.revision})
    if form.is_valid():
        found.revision = form.cleaned_data["revision"]
        operations.cancel_appointment(by=request.user, appointment=found, at=timezone.now())
        messages.success(request, "It is cancelled, and the other one is told. You can choose another time.")
        return redirect("appointment", pk=pk)
    acts_for = found.acted_for_by(request.user)
    context = {"appointment": found, "form": form, "me": request.user, "acts_for": acts_for}
    return render(request, "support/appointments/cancel.html", context)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def change_where(request: SignedIn, pk: int) -> HttpResponse:
    found = my_appointment(request.user, pk)
    form = WhereForm(posted(request), initial={"revision": found.revision, "where": found.where})
    if form.is_valid():
        found.revision = form.cleaned_data["revision"]
        operations.change_where(by=request.user, appointment=found, where=form.cleaned_data["where"], at=timezone.now())
        messages.success(request, "It is changed, and the other one is told.")
        return redirect("appointment", pk=pk)
    context = {"appointment": found, "form": form, "me": request.user}
    return render(request, "support/appointments/where.html", context)


@open_to(signed_in)
@require_POST
def note_how_it_went(request: SignedIn, pk: int) -> HttpResponse:
    found = my_appointment(request.user, pk)
    form = HowItWentForm(request.POST)
    if form.is_valid():
        took_place = form.cleaned_data["took_place"]
        operations.note_how_it_went(by=request.user, appointment=found, took_place=took_place, at=timezone.now())
        messages.success(request, "Thank you, it is noted. Both of you see it, and either can change it.")
    return redirect("appointment", pk=pk)


@open_to(signed_in)
@require_safe
def appointment_calendar(request: SignedIn, pk: int) -> HttpResponse:
    """The appointment as a file that a calendar takes in, without a name: calendars are often seen by others."""
    found = my_appointment(request.user, pk)
    file = as_calendar([queries.entry_of(found, request.user, names=False)])
    headers = {"Content-Disposition": 'attachment; filename="appointment.ics"'}
    return HttpResponse(file, content_type="text/calendar; charset=utf-8", headers=headers)
