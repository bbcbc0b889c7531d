"""The transparency record, for everybody, to read and as data."""

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from matching import queries
from people.access import open_to
from people.rules import anyone


@open_to(anyone)
@require_safe
def transparency(request: HttpRequest) -> HttpResponse:
    record = queries.transparency_record(at=timezone.now())
    return render(request, "matching/transparency.html", {"record": record})


@open_to(anyone)
@require_safe
def transparency_data(request: HttpRequest) -> JsonResponse:
    """The same as JSON; a count that is too small to tell is null."""
    record = queries.transparency_record(at=timezone.now())
    return JsonResponse(asdict(record), json_dumps_params={"indent": 2, "ensure_ascii": False})
