"""The page about a person, and an adviser's own people."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from caseload import operations, queries
from caseload.rules import those_who_look_after
from people.access import open_to
from people.requests import SignedIn
from people.rules import helpers


@open_to(those_who_look_after)
def member(request: SignedIn, pk: int) -> HttpResponse:
    person = get_object_or_404(queries.people_looked_after_by(request.user), pk=pk)
    record = operations.open_record(by=request.user, person=person, at=timezone.now())
    return render(request, "caseload/member.html", {"record": record})


@open_to(helpers)
def my_people(request: SignedIn) -> HttpResponse:
    return render(request, "caseload/my_people.html", {"mine": queries.my_people_of(request.user)})
