"""What others see of somebody while they talk, and when somebody usually answers."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from messaging import operations, queries
from messaging.forms import PreferencesForm, WorkingHoursForm
from messaging.hours import USUAL, Hours, hours_from, hours_words
from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import helpers, signed_in


@open_to(signed_in)
def preferences(request: SignedIn) -> HttpResponse:
    wishes = queries.preferences_of(request.user)
    initial = {name: getattr(wishes, name) for name in PreferencesForm.base_fields}
    form = PreferencesForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        operations.change_preferences(by=request.user, **form.cleaned_data)
        messages.success(request, "Saved. It holds from now on.")
        return redirect("preferences")
    hours = hours_from(wishes.hours)
    context = {
        "form": form,
        "has_hours": helpers(request.user),
        "hours": hours_words(hours),
        "usual": f"I answer {hours_words(USUAL)}",
        "away_until": wishes.away_until if wishes.is_away(on=timezone.localdate()) else None,
    }
    return render(request, "messaging/preferences.html", context)


@open_to(helpers)
def working_hours(request: SignedIn) -> HttpResponse:
    today = timezone.localdate()
    wishes = queries.preferences_of(request.user)
    away_until = wishes.away_until if wishes.is_away(on=today) else None
    if request.method == "POST" and "usual" in request.POST:
        return _changed(request, USUAL, away_until)
    initial = {"hours": hours_from(wishes.hours), "away_until": away_until}
    form = WorkingHoursForm(posted(request), initial=initial, today=today)
    if request.method == "POST" and form.is_valid():
        return _changed(request, **form.cleaned_data)
    return render(request, "messaging/working_hours.html", {"form": form})


def _changed(request: SignedIn, hours: Hours, away_until: date | None) -> HttpResponse:
    operations.change_hours(by=request.user, hours=hours, away_until=away_until)
    messages.success(request, "Your hours are saved.")
    return redirect("preferences")
