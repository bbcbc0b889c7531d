"""Pages of those who help: when they have time for appointments, when they are away, and their habits."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import helpers
from support import operations, queries
from support.forms import HabitsForm, HoursOnADayForm, TimeOffForm, WeeklyHoursForm


@open_to(helpers)
@require_safe
def my_hours(request: SignedIn) -> HttpResponse:
    mine = queries.my_hours_of(request.user, timezone.localdate(timezone=request.user.zone))
    return render(request, "support/hours/mine.html", {"mine": mine, "me": request.user})


@open_to(helpers)
@require_http_methods(["GET", "HEAD", "POST"])
def add_weekly_hours(request: SignedIn) -> HttpResponse:
    form = WeeklyHoursForm(posted(request))
    if form.is_valid():
        operations.add_weekly_hours(by=request.user, **form.cleaned_data)
        messages.success(request, "Saved. The people you are alongside can choose from these times.")
        return redirect("my_hours")
    return render(request, "support/hours/weekly.html", {"form": form})


@open_to(helpers)
@require_http_methods(["GET", "HEAD", "POST"])
def add_hours_on_a_day(request: SignedIn) -> HttpResponse:
    form = HoursOnADayForm(posted(request), today=timezone.localdate(timezone=request.user.zone))
    if form.is_valid():
        operations.add_hours_on_a_day(by=request.user, **form.cleaned_data)
        messages.success(request, "Saved. The people you are alongside can choose from these times.")
        return redirect("my_hours")
    return render(request, "support/hours/on_a_day.html", {"form": form})


@open_to(helpers)
@require_POST
def remove_hours(request: SignedIn, pk: int) -> HttpResponse:
    hours = get_object_or_404(queries.hours_of(request.user), pk=pk)
    operations.remove_hours(by=request.user, hours=hours)
    messages.success(request, "Nobody is offered these times any more. What is booked stays booked.")
    return redirect("my_hours")


@open_to(helpers)
@require_http_methods(["GET", "HEAD", "POST"])
def add_time_off(request: SignedIn) -> HttpResponse:
    form = TimeOffForm(posted(request), today=timezone.localdate(timezone=request.user.zone))
    if form.is_valid():
        off = operations.add_time_off(by=request.user, **form.cleaned_data)
        booked = queries.booked_in(off, timezone.now())
        messages.success(request, "Saved. Nobody can choose these days." + (STILL_BOOKED if booked else ""))
        return redirect("my_hours")
    return render(request, "support/hours/time_off.html", {"form": form})


STILL_BOOKED = " Something is booked in this time: please look at your appointments, and move or cancel it."


@open_to(helpers)
@require_POST
def remove_time_off(request: SignedIn, pk: int) -> HttpResponse:
    time_off = get_object_or_404(queries.time_off_of(request.user), pk=pk)
    operations.remove_time_off(by=request.user, time_off=time_off)
    messages.success(request, "Your usual times can be chosen again.")
    return redirect("my_hours")


@open_to(helpers)
@require_http_methods(["GET", "HEAD", "POST"])
def change_habits(request: SignedIn) -> HttpResponse:
    habits = queries.habits_of(request.user)
    names = ("minutes", "notice_hours", "keeps_bank_holidays", "video_link")
    form = HabitsForm(posted(request), initial={name: getattr(habits, name) for name in names})
    if form.is_valid():
        operations.change_habits(by=request.user, **form.cleaned_data)
        messages.success(request, "Saved.")
        return redirect("my_hours")
    return render(request, "support/hours/habits.html", {"form": form})
