"""Pages on which a coordinator lets everybody somebody is alongside go on with others."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from caseload import operations, queries
from caseload.forms import ReassignForm
from matching.queries import caseload_of
from matching.views.what_if import compare
from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import coordinators

# On the page that asks whether it is right.
CONFIRMED = "confirmed"


@open_to(coordinators)
def reassign(request: SignedIn, pk: int) -> HttpResponse:
    """Who would go on with whom, and what if; then once more before anything happens; then what came of it."""
    helper = get_object_or_404(queries.helpers_to_move(request.user), person=pk)
    now = timezone.now()
    caseload = caseload_of(helper, request.user, at=now)
    form = ReassignForm(posted(request), caseload=caseload)
    if form.is_valid():
        going = form.going()
        if CONFIRMED not in request.POST:
            return render(request, "caseload/reassign_check.html", {"caseload": caseload, "form": form, "going": going})
        found = operations.reassign(by=request.user, going=going, words=form.cleaned_data["words"], at=now)
        return render(request, "caseload/reassigned.html", {"caseload": caseload, "found": found})
    compared = compare(request.GET, request.path, caseload.present)
    if compared.go_to:
        return redirect(compared.go_to)
    context = compared.context | {"caseload": caseload, "form": form}
    return render(request, "caseload/reassign.html", context, status=422 if form.errors or compared.has_faults else 200)
