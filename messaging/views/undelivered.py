"""What could not be delivered, for a coordinator to look at: another try, or settled in another way."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from messaging import operations, queries
from people.access import open_to
from people.requests import SignedIn
from people.rules import coordinators


@open_to(coordinators)
@require_GET
def undelivered(request: SignedIn) -> HttpResponse:
    page = queries.undelivered_page(request.user, request.GET.get("page"))
    return render(request, "messaging/undelivered.html", {"page": page})


@open_to(coordinators)
@require_POST
def try_again(request: SignedIn, pk: int) -> HttpResponse:
    dispatch = get_object_or_404(queries.undelivered_for(request.user), pk=pk)
    operations.try_again(by=request.user, dispatch=dispatch, at=timezone.now())
    messages.success(request, "It is tried again now. If it cannot be delivered, it comes back here.")
    return redirect("undelivered")


@open_to(coordinators)
@require_POST
def settle(request: SignedIn, pk: int) -> HttpResponse:
    dispatch = get_object_or_404(queries.undelivered_for(request.user), pk=pk)
    operations.settle(by=request.user, dispatch=dispatch, at=timezone.now())
    messages.success(request, "Settled.")
    return redirect("undelivered")
