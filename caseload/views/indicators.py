"""How the service did month by month, as pictures beside their tables."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from caseload import queries
from caseload.forms import IndicatorForm
from caseload.pictures import columns_of
from people.access import open_to
from people.requests import SignedIn
from people.rules import coordinators


@open_to(coordinators)
@require_safe
def indicators(request: SignedIn) -> HttpResponse:
    form = IndicatorForm(request.GET, coordinator=request.user)
    found = queries.indicators_of(queries.Scope(request.user, timezone.now(), form.filters()))
    drawn = [(each, columns_of(each.months, [one.numbers for one in each.series])) for each in found]
    return render(request, "caseload/indicators.html", {"indicators": drawn, "filter_form": form})
