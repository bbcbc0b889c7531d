"""Pages of referral: a professional makes a code, somebody starts with one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from matching import operations, queries
from matching.errors import HasAskedAlready, ReferralIsClosed
from matching.forms import CodeForm, ReferralForm
from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import anyone, signed_in, those_who_refer


@open_to(those_who_refer)
def referrals(request: SignedIn) -> HttpResponse:
    """My codes, and a form for a new one."""
    form = ReferralForm(posted(request))
    if request.method == "POST" and form.is_valid():
        made = operations.refer(by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, f"The code for {made.label} is {made.code}. It works once, for 60 days.")
        return redirect("referrals")
    return render(
        request,
        "matching/referrals.html",
        {"form": form, "referrals": queries.referrals_of(request.user), "now": timezone.now()},
    )


@open_to(anyone)
def referral_start(request: HttpRequest) -> HttpResponse:
    """Where somebody types the code they were handed."""
    form = CodeForm(posted(request))
    if request.method == "POST" and form.is_valid():
        return redirect("referral", code=form.cleaned_data["code"])
    return render(request, "matching/referral_start.html", {"form": form})


@open_to(signed_in)
def referral(request: SignedIn, code: str) -> HttpResponse:
    """What the professional prepared; starting with it makes it my own draft."""
    # Codes are made in capitals, however a link was typed.
    code, now = code.upper(), timezone.now()
    if request.method == "POST":
        try:
            operations.use_referral(by=request.user, code=code, at=now)
        except HasAskedAlready as error:
            messages.error(request, error.messages[0])
            return redirect("my_request")
        except ReferralIsClosed as error:
            messages.error(request, error.messages[0])
            return redirect("referral_start")
        return redirect("ask_check")
    found = queries.open_referral(code, at=now)
    if found is None:
        messages.error(request, "This code is not open. Check it, or ask for a new one.")
        return redirect("referral_start")
    return render(request, "matching/referral.html", {"referral": found})
