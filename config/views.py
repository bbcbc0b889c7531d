"""What is made of every app: the landing page, the home page, and somebody's calendar."""

import hashlib

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.forms import CalendarForm
from config.queries import calendar_of, home_of
from people import operations, queries
from people.access import open_to
from people.calendar import as_calendar
from people.requests import SignedIn, posted
from people.rules import anyone, signed_in


@open_to(anyone)
def landing(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect("home")
    return render(request, "landing.html")


@open_to(signed_in)
def home(request: SignedIn) -> HttpResponse:
    return render(request, "home.html", {"home": home_of(request.user, timezone.now())})


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def my_calendar(request: SignedIn) -> HttpResponse:
    """Make the link, and show it in the answer at once: it is kept nowhere and cannot be shown again."""
    form = CalendarForm(posted(request))
    link = ""
    if request.method == "POST" and form.is_valid():
        key = operations.make_calendar_key(by=request.user, at=timezone.now(), **form.cleaned_data)
        link = request.build_absolute_uri(reverse("calendar_feed", args=[key]))
    context = {"key": queries.calendar_key_of(request.user), "link": link, "form": form}
    return render(request, "calendar.html", context)


@open_to(signed_in)
@require_POST
def end_calendar_key(request: SignedIn) -> HttpResponse:
    operations.end_calendar_key(by=request.user, at=timezone.now())
    messages.success(request, "The link leads nowhere any more.")
    return redirect("my_calendar")


@open_to(anyone)
@require_safe
def calendar_feed(request: HttpRequest, key: str) -> HttpResponseBase:
    """For a calendar that asks again and again: where nothing has changed, it hears only that."""
    found = queries.calendar_with(key)
    if found is None:
        raise Http404
    file = as_calendar(calendar_of(found, timezone.now()))
    response = HttpResponse(file, content_type="text/calendar; charset=utf-8")
    response["ETag"] = f'"{hashlib.sha256(file).hexdigest()}"'
    # No cache in between keeps it: a link that was ended leads nowhere at once.
    response["Cache-Control"] = "no-store"
    return get_conditional_response(request, etag=response["ETag"], response=response) or response
