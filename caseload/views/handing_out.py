"""A section of the desk as a file, and on paper for a meeting."""

import csv

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from caseload import operations
from caseload.forms import FilterForm
from caseload.operations.handing_out import HandedOut, TakenAs
from caseload.queries.desk import kind_of
from caseload.sheets import SHEETS
from people.access import open_to
from people.requests import SignedIn
from people.rules import coordinators
from people.tables import SAYS_IT_IS_UTF_8, harmless


@open_to(coordinators)
@require_safe
def section_csv(request: SignedIn, slug: str) -> HttpResponse:
    handed = taken(request, slug, FilterForm(request.GET, coordinator=request.user), TakenAs.FILE)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{slug}-{timezone.localdate(handed.at)}.csv"'
    answer.write(SAYS_IT_IS_UTF_8)
    sheet, rows = SHEETS[slug], csv.writer(answer)
    rows.writerow(sheet.heads)
    rows.writerows([harmless(cell) for cell in sheet.line(row)] for row in handed.rows)
    return answer


@open_to(coordinators)
@require_safe
def section_on_paper(request: SignedIn, slug: str) -> HttpResponse:
    form = FilterForm(request.GET, coordinator=request.user)
    handed = taken(request, slug, form, TakenAs.PAPER)
    sheet = SHEETS[slug]
    context = {
        "kind": handed.kind,
        "at": handed.at,
        "filters": form.in_words(),
        "heads": sheet.heads,
        "lines": [sheet.line(row) for row in handed.rows],
    }
    return render(request, "caseload/on_paper.html", context)


def taken(request: SignedIn, slug: str, form: FilterForm, taken_as: TakenAs) -> HandedOut:
    kind = kind_of(slug)
    if kind is None:
        raise Http404
    return operations.hand_out(by=request.user, kind=kind, filters=form.filters(), taken_as=taken_as, at=timezone.now())
