"""Stopping e-mails from the mail itself, without signing in, and the way back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from messaging import operations, queries
from messaging.models import Notice
from messaging.stopping import ALL, DAILY, NotOurs, read_token
from people.access import open_to
from people.models import Person
from people.rules import anyone

WHAT = {
    **{kind.value: f"e-mails about “{kind.label}”" for kind in Notice.Kind},
    DAILY: "the one e-mail a day",
    ALL: "all e-mails about what is waiting",
}


# A mail program presses the button without any cookie of ours (RFC 8058). What allows it is the signed link.
@csrf_exempt
@open_to(anyone)
@never_cache
@require_http_methods(["GET", "POST"])
def stop_mails(request: HttpRequest, token: str) -> HttpResponse:
    """Opening the page changes nothing; pressing its button does."""
    person, scope = _meant(token)
    if request.method == "POST":
        # Answered with a page and not a redirect, which mail programs would not follow.
        change = operations.start_mails if request.POST.get("do") == "start" else operations.stop_mails
        change(person=person, scope=ALL if request.POST.get("do") == "stop_all" else scope, at=timezone.now())
    gets_them, gets_any = queries.gets_mails(person, scope), queries.gets_mails(person, ALL)
    context = {
        "what": WHAT[scope],
        "gets_them": gets_them,
        "offers_all": gets_any and scope != ALL,
        "all": WHAT[ALL],
        "is_changed": request.method == "POST",
    }
    return render(request, "messaging/stop_mails.html", context)


def _meant(token: str) -> tuple[Person, str]:
    try:
        pk, scope = read_token(token)
    except NotOurs as error:
        raise Http404 from error
    return get_object_or_404(queries.people_with_mail(), pk=pk), scope
