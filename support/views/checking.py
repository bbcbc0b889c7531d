"""Pages of check-ins: what was said so far, the questions, how often they are asked."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from matching.models import Pairing
from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import signed_in
from support import operations, queries
from support.forms import CheckInForm, RhythmForm
from support.models import CheckIn
from support.operations import NotYoursToAnswer
from support.rules import may_check_in
from support.views.together import my_pairing

ON_A_PAGE = 20


@open_to(signed_in)
@require_safe
def check_ins(request: SignedIn, pk: int) -> HttpResponse:
    pairing = my_pairing(request.user, pk)
    found = queries.check_ins_of(pairing, request.user)
    page = Paginator(found.all, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "check_ins": found,
        "page": page,
        "pairing": pairing,
        "is_member": pairing.request.person == request.user,
    }
    return render(request, "support/check_ins.html", context)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def check_in(request: SignedIn, pk: int) -> HttpResponse:
    pairing = pairing_to_check_in(request, pk)
    form = CheckInForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            said = operations.check_in(by=request.user, pairing=pairing, at=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, thanks_for(said))
            return redirect("check_ins", pk=pk)
    waits = queries.check_ins_of(pairing, request.user).open
    return render(request, "support/check_in.html", {"form": form, "pairing": pairing, "waits": waits})


@open_to(signed_in)
@require_POST
def skip_check_in(request: SignedIn, pk: int, check_in: int) -> HttpResponse:
    my_pairing(request.user, pk)
    operations.skip_check_in(by=request.user, check_in=my_check_in(request, check_in), at=timezone.now())
    messages.success(request, "Skipped. That is fine.")
    return redirect("check_ins", pk=pk)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def take_back_check_in(request: SignedIn, pk: int, check_in: int) -> HttpResponse:
    pairing = my_pairing(request.user, pk)
    mine = my_check_in(request, check_in)
    if request.method == "POST":
        operations.take_back_check_in(by=request.user, check_in=mine, at=timezone.now())
        messages.success(request, "What you said is deleted.")
        return redirect("check_ins", pk=pk)
    context = {"form": forms.Form(), "pairing": pairing, "check_in": mine}
    return render(request, "support/take_back_check_in.html", context)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def rhythm(request: SignedIn, pk: int) -> HttpResponse:
    pairing = pairing_to_check_in(request, pk)
    chosen = queries.rhythm_of(request.user)
    before = {"every_days": chosen.every_days or "never"} if chosen else {}
    form = RhythmForm(posted(request), initial=before)
    if request.method == "POST" and form.is_valid():
        operations.choose_rhythm(by=request.user, pairing=pairing, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "Saved. You can change it at any time.")
        return redirect("check_ins", pk=pk)
    return render(request, "support/rhythm.html", {"form": form, "pairing": pairing})


def pairing_to_check_in(request: SignedIn, pk: int) -> Pairing:
    pairing = my_pairing(request.user, pk)
    if not may_check_in(request.user, pairing):
        raise NotYoursToAnswer
    return pairing


def my_check_in(request: SignedIn, pk: int) -> CheckIn:
    found = queries.check_in_of(request.user, pk)
    if found is None:
        raise Http404
    return found


def thanks_for(said: CheckIn) -> str:
    if said.noticed:
        return "Thank you. Because of what you said, we have asked a person of the service to look in on you."
    return "Thank you. It is kept."
