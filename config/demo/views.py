"""The page of demo sign-ins: who can be tried, and one press each."""

from django.conf import settings
from django.contrib.auth import login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from config.demo import queries
from config.demo.rules import may_be_tried
from people.access import open_to
from people.rules import anyone


@open_to(anyone)
@require_GET
def demo(request: HttpRequest) -> HttpResponse:
    return render(request, "demo/doors.html", {"doors": queries.doors()})


@open_to(anyone)
@require_POST
def demo_sign_in(request: HttpRequest, name: str) -> HttpResponse:
    person = queries.made_up_person_or_404(name)
    # The address exists only while DEBUG; this holds even if somebody included it elsewhere.
    if not may_be_tried(person):
        raise PermissionDenied
    login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect("home")
