"""The page about a person, for those who look after them."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from caseload import operations, queries
from caseload.rules import those_who_look_after
from people.access import open_to
from people.requests import SignedIn


@open_to(those_who_look_after)
def member(request: SignedIn, pk: int) -> HttpResponse:
    person = get_object_or_404(queries.people_looked_after_by(request.user), pk=pk)
    record = operations.open_record(by=request.user, person=person, at=timezone.now())
    return render(request, "caseload/member.html", {"record": record})
