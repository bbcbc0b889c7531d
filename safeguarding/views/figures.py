"""How safety is kept, in figures: for everybody as published, and by place for those who keep people safe."""

import csv

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from people.access import open_to
from people.disclosure import in_words
from people.requests import SignedIn
from people.rules import anyone, those_who_keep_people_safe
from safeguarding import queries


@open_to(anyone)
@require_safe
def safety_figures(request: HttpRequest) -> HttpResponse:
    return render(request, "safeguarding/figures.html", {"quarters": queries.published_figures()})


@open_to(anyone)
@require_safe
def safety_figures_csv(request: HttpRequest) -> HttpResponse:
    """One line for each figure; one that is too small to tell is told in words."""
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="safety-figures.csv"'
    lines = csv.writer(answer)
    lines.writerow(["quarter", "group", "what", "number"])
    for quarter in queries.published_figures():
        for group, cells in quarter.groups:
            lines.writerows([str(quarter), group, what, in_words(number)] for what, number in cells.items())
    return answer


@open_to(anyone)
@require_safe
def safety_figures_json(request: HttpRequest) -> JsonResponse:
    """The same as JSON; a count that is too small to tell is null."""
    found = {str(quarter): dict(quarter.groups) for quarter in queries.published_figures()}
    return JsonResponse(found, json_dumps_params={"indent": 2, "ensure_ascii": False})


@open_to(those_who_keep_people_safe)
@require_safe
def places_in_figures(request: SignedIn) -> HttpResponse:
    return render(request, "safeguarding/places.html", {"places": queries.figures_of_places()})
