"""Pages of what was: who comes and who came, for leaders; a certificate; and what people thought of it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from networks import operations, queries
from networks.forms import AttendanceForm, CertificateForm, FeedbackForm
from networks.operations import MayNotSay
from networks.views.addresses import back_to
from networks.views.events import visible_event
from networks.views.planning import led_event
from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import anyone, signed_in


@open_to(signed_in)
@require_safe
def event_people(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    found = led_event(request, slug, pk)
    context = {"event": found, "places": queries.places_of(found, request.user)}
    return render(request, "networks/events/people.html", context)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def attendance(request: SignedIn, slug: str, pk: int, number: int) -> HttpResponse:
    found = led_event(request, slug, pk)
    session = get_object_or_404(found.sessions, number=number)
    places = queries.places_of(found, request.user).going()
    noted = queries.noted_for(session)
    form = AttendanceForm(posted(request), places=places, came=[place for place, came in noted.items() if came])
    if request.method == "POST" and form.is_valid():
        operations.note_attendance(
            by=request.user,
            event=found,
            number=number,
            shown=list(places),
            came=form.cleaned_data["came"],
            at=timezone.now(),
        )
        messages.success(request, "It is noted. Everybody sees it for themselves only.")
        return redirect("event", slug=slug, pk=pk)
    context = {
        "event": found,
        "session": session,
        "has_begun": session.begins_at <= timezone.now(),
        "places": places,
        "form": form,
    }
    return render(request, "networks/events/attendance.html", context)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def certificate(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Ask for the name, and answer with the certificate at once: the name is nowhere but on that page."""
    found = visible_event(request.user, slug, pk)
    earned = queries.certificate_for(request.user, found)
    if earned is None:
        raise Http404
    form = CertificateForm(posted(request))
    context = {"event": found, "certificate": earned, "form": form}
    if request.method == "POST" and form.is_valid():
        leaders = queries.who_leads(found, request.user)
        context |= {"name": form.cleaned_data["name"], "leaders": leaders, "today": timezone.now()}
        return render(request, "networks/events/certificate.html", context)
    return render(request, "networks/events/certificate_name.html", context)


@open_to(anyone)
@require_safe
def genuine_certificate(request: HttpRequest, code: str) -> HttpResponse:
    """Whether a certificate is genuine, without a name, for whoever was shown it."""
    found = queries.certificate_with(code)
    if found is None:
        raise Http404
    return render(request, "networks/events/genuine.html", {"certificate": found})


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def give_feedback(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    found = visible_event(request.user, slug, pk)
    seen = queries.page_of_event(found, request.user, timezone.now())
    if not seen.may_say or seen.place is None:
        raise MayNotSay
    before = queries.feedback_by(seen.place)
    initial = {"helped": before.helped, "words": before.words} if before else {}
    form = FeedbackForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        said = operations.give_feedback(by=request.user, event=found, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "Thank you. Those who led it read it without your name.")
        return redirect(back_to(found.thread, said))
    return render(request, "networks/events/give_feedback.html", {"event": found, "form": form})


@open_to(signed_in)
@require_safe
def event_feedback(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    found = led_event(request, slug, pk)
    context = {"event": found, "feedbacks": queries.feedback_on(found)}
    return render(request, "networks/events/feedback.html", context)
