"""Pages of an agreement: what is in force and what is proposed, writing one, a version of it, and the two answers."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from matching.models import Pairing
from people.access import open_to
from people.errors import HasMovedOn
from people.requests import SignedIn, posted
from people.rules import signed_in
from support import operations, queries
from support.forms import AgreementForm
from support.models import Agreement
from support.operations import WasQuicker
from support.views.together import my_pairing


@open_to(signed_in)
@require_safe
def agreement(request: SignedIn, pk: int) -> HttpResponse:
    pairing = my_pairing(request.user, pk)
    context = {"pairing": pairing, "agreement": queries.agreement_page_of(request.user, pairing)}
    return render(request, "support/agreements/agreement.html", context)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def propose_agreement(request: SignedIn, pk: int) -> HttpResponse:
    """Write one, or other words for it."""
    pairing = my_pairing(request.user, pk)
    if pairing.state != Pairing.State.ACTIVE:
        raise HasMovedOn("This has ended. You can still read what you agreed.")
    draft = queries.draft_for(pairing, timezone.localdate())
    initial = draft.terms.as_fields() | {"review_on": draft.review_on, "after": draft.after}
    form = AgreementForm(posted(request), pairing=pairing, initial=initial)
    if form.is_valid():
        said = form.cleaned_data
        try:
            operations.propose_agreement(
                by=request.user,
                pairing=pairing,
                terms=form.terms,
                review_on=said["review_on"],
                after=said["after"],
                why=said.get("why", ""),
                at=timezone.now(),
            )
        except WasQuicker as error:
            form.follow(error, draft.after)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "It is proposed, with your signature. It is in force once both have signed.")
            return redirect("agreement", pk=pk)
    return render(request, "support/agreements/propose.html", {"pairing": pairing, "form": form, "draft": draft})


@open_to(signed_in)
@require_safe
def agreement_version(request: SignedIn, pk: int, version: int) -> HttpResponse:
    pairing = my_pairing(request.user, pk)
    found = queries.version_of(request.user, pairing, version)
    if found is None:
        raise Http404
    return render(request, "support/agreements/version.html", {"pairing": pairing, "version": found})


@open_to(signed_in)
@require_POST
def sign_agreement(request: SignedIn, pk: int, version: int) -> HttpResponse:
    operations.sign_agreement(by=request.user, agreement=my_agreement(request, pk, version), at=timezone.now())
    messages.success(request, "You have signed. You can both read it here whenever you like.")
    return redirect("agreement", pk=pk)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_agreement(request: SignedIn, pk: int, version: int) -> HttpResponse:
    """Take it back or say no to it, after a page that says what will happen."""
    found = my_agreement(request, pk, version)
    if request.method == "POST":
        operations.withdraw_agreement(by=request.user, agreement=found, at=timezone.now())
        messages.success(request, "It is off the table. What was in force before still is.")
        return redirect("agreement", pk=pk)
    return render(request, "support/agreements/withdraw.html", {"agreement": found})


def my_agreement(request: SignedIn, pk: int, version: int) -> Agreement:
    """The version with this number of a pairing the viewer takes part in; else 404."""
    found = queries.agreement_for(my_pairing(request.user, pk), version)
    if found is None:
        raise Http404
    return found
