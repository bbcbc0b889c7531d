"""What comes after the one press that reports something: say more, block whoever wrote it, or take it back."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import signed_in
from safeguarding import operations, queries
from safeguarding.forms import ReportForm
from safeguarding.models import Concern
from safeguarding.rules import may_change_report


def reported(concern: Concern, back_url: str) -> HttpResponseRedirect:
    """Go to the page of thanks, from which one comes back to where one was."""
    return redirect(f"{reverse('report', args=[concern.pk])}?{urlencode({'next': back_url})}")


@open_to(signed_in)
def report(request: SignedIn, pk: int) -> HttpResponse:
    concern = _own_report(request, pk)
    form = ReportForm(posted(request), initial={"reason": concern.reason, "words": concern.words})
    if request.method == "POST" and form.is_valid():
        operations.add_to_report(by=request.user, concern=concern, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "Thank you. What you wrote is now with your report.")
        return redirect(_way_back(request))
    context: dict[str, Any] = {
        "concern": concern,
        "form": form,
        "back_url": _way_back(request),
        "may_change": may_change_report(request.user, concern),
        "is_blocked": concern.about_id in queries.blocked_ids(request.user),
    }
    return render(request, "safeguarding/reported.html", context)


@open_to(signed_in)
@require_POST
def withdraw_report(request: SignedIn, pk: int) -> HttpResponse:
    operations.withdraw_report(by=request.user, concern=_own_report(request, pk), at=timezone.now())
    messages.success(request, "You have taken your report back.")
    return redirect(_way_back(request))


@open_to(signed_in)
@require_POST
def block_reported(request: SignedIn, pk: int) -> HttpResponse:
    """Block whoever wrote what one reported, by the name it was shown under."""
    concern = _own_report(request, pk)
    operations.block_reported(by=request.user, concern=concern, at=timezone.now())
    messages.success(request, f"{concern.evidence_author} is blocked. You will not hear from them again.")
    return reported(concern, _way_back(request))


def _own_report(request: SignedIn, pk: int) -> Concern:
    return get_object_or_404(queries.reports_by(request.user), pk=pk)


def _way_back(request: SignedIn) -> str:
    """Where they were when they pressed Report: an address of ours, or else the page everybody has."""
    given = request.POST.get("next") or request.GET.get("next", "")
    return given if url_has_allowed_host_and_scheme(given, allowed_hosts=None) else reverse("home")
