"""The page on which somebody sees what a member lets them do in their name."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from people.access import open_to
from people.requests import SignedIn
from people.rules import signed_in
from support import operations, queries


@open_to(signed_in)
@require_safe
def acting(request: SignedIn, pk: int) -> HttpResponse:
    at = timezone.now()
    member = get_object_or_404(queries.people_one_acts_for(request.user), pk=pk)
    read = operations.open_acting(by=request.user, member=member, at=at)
    return render(request, "support/acting.html", {"acting": queries.acting_for(request.user, read, at)})
