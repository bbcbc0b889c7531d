"""Where to turn now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people.access import open_to
from people.rules import anyone


@open_to(anyone)
def crisis_help(request: HttpRequest) -> HttpResponse:
    return render(request, "safeguarding/crisis.html")
