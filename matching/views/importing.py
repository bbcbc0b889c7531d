"""A coordinator's page for bringing people in from another system."""

import csv

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from matching import operations
from matching.forms import ImportForm
from matching.operations.importing import Report
from people.access import open_to
from people.queries import coordinated_areas
from people.requests import SignedIn, posted
from people.rules import coordinators
from people.tables import SAYS_IT_IS_UTF_8, harmless


@open_to(coordinators)
def import_people(request: SignedIn) -> HttpResponse:
    form = ImportForm(posted(request), request.FILES or None, areas=coordinated_areas(request.user))
    report: Report | None = None
    faults: list[str] = []
    if request.method == "POST" and form.is_valid():
        answers = form.cleaned_data
        try:
            report = operations.import_people(
                by=request.user,
                members=answers["members"],
                advisers=answers["advisers"],
                area=answers["area"],
                vetted_until=answers["vetted_until"],
                dry_run=answers["dry_run"],
                at=timezone.now(),
            )
        except ValidationError as error:
            faults = error.messages
        else:
            if answers["as_file"]:
                return as_file(report)
    context = {"form": form, "report": report, "faults": faults}
    return render(request, "matching/import_people.html", context, status=422 if faults else 200)


def as_file(report: Report) -> HttpResponse:
    """Each row with what became of it, in the order of the files."""
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="import.csv"'
    answer.write(SAYS_IT_IS_UTF_8)
    rows = csv.writer(answer)
    rows.writerow(["file", "line", "id", "name", "area", "what became of it"])
    for one in report.lines:
        cells = [one.file, str(one.line), one.reference, one.name, one.area, one.came.value]
        rows.writerow([harmless(cell) for cell in cells])
    return answer
