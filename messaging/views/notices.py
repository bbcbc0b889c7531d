"""The list of what somebody was told, and the way from a notice to what it is about."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from messaging import operations, queries
from people.access import open_to
from people.requests import SignedIn
from people.rules import signed_in


@open_to(signed_in)
@require_GET
def notices(request: SignedIn) -> HttpResponse:
    page = queries.notice_page(request.user, request.GET.get("page"))
    return render(request, "messaging/notices.html", {"page": page})


@open_to(signed_in)
@require_GET
def notice(request: SignedIn, pk: int) -> HttpResponse:
    """Go to what a notice is about; with that it is read."""
    found = get_object_or_404(queries.notices_for(request.user), pk=pk)
    operations.read_notice(by=request.user, notice=found, at=timezone.now())
    return redirect(found.path)


@open_to(signed_in)
@require_POST
def read_notices(request: SignedIn) -> HttpResponse:
    operations.read_all_notices(by=request.user, at=timezone.now())
    messages.success(request, "All are marked as read.")
    return redirect("notices")
