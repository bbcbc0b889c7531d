"""What is pressed on the page of a decision: a vote, a signature, an objection; and the ballots to take home."""

import csv

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from networks import operations, queries
from networks.counting import in_pounds
from networks.forms import VOTE_FORMS, ObjectionForm
from networks.views.decisions import shown, visible_decision
from people.access import open_to
from people.requests import SignedIn
from people.rules import signed_in


@open_to(signed_in)
@require_POST
def vote(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """A secret ballot's code is on the answer and nowhere else: not in the session, a message or an address."""
    found = visible_decision(request.user, slug, pk)
    if found.kind not in VOTE_FORMS:
        raise Http404
    form = VOTE_FORMS[found.kind](request.POST, options=list(found.options.all()))
    if form.is_valid():
        try:
            ballot = operations.cast_vote(by=request.user, decision=found, choices=form.choices, at=timezone.now())
        except ValidationError as error:
            form.add_error(None, error)
        else:
            if found.is_secret:
                context = {"network": found.thread.network, "decision": found, "ballot": ballot}
                return render(request, "networks/decisions/voted.html", context)
            messages.success(request, "You have voted. Until it closes, you can change your vote.")
            return redirect("decision", slug=slug, pk=pk)
    return shown(request, found, vote_form=form, status=422)


@open_to(signed_in)
@require_POST
def sign_petition(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    found = visible_decision(request.user, slug, pk)
    operations.sign_petition(by=request.user, decision=found, at=timezone.now())
    messages.success(request, "You have signed.")
    return redirect("decision", slug=slug, pk=pk)


@open_to(signed_in)
@require_POST
def take_back_signature(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    found = visible_decision(request.user, slug, pk)
    operations.take_back_signature(by=request.user, decision=found, at=timezone.now())
    messages.success(request, "Your signature is taken back.")
    return redirect("decision", slug=slug, pk=pk)


@open_to(signed_in)
@require_POST
def object_to(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    found = visible_decision(request.user, slug, pk)
    form = ObjectionForm(request.POST)
    if form.is_valid():
        words, client_id = form.cleaned_data["body"], form.cleaned_data["client_id"]
        try:
            operations.object_to(by=request.user, decision=found, words=words, client_id=client_id, at=timezone.now())
        except (ValidationError, PermissionDenied) as error:
            form.renew(error)
        else:
            messages.success(request, "You object. Others can answer your reason in the discussion.")
            return redirect("decision", slug=slug, pk=pk)
    return shown(request, found, objection_form=form, status=422)


@open_to(signed_in)
@require_POST
def withdraw_objection(request: SignedIn, slug: str, pk: int, objection: int) -> HttpResponse:
    found = get_object_or_404(
        queries.objections_of(request.user), pk=objection, decision=visible_decision(request.user, slug, pk)
    )
    operations.withdraw_objection(by=request.user, objection=found, at=timezone.now())
    messages.success(request, "Your objection is taken back. Thank you for helping it along.")
    return redirect("decision", slug=slug, pk=pk)


@open_to(signed_in)
@require_safe
def ballots(request: SignedIn, slug: str, pk: int, form: str) -> HttpResponse:
    """All that is needed to count again, as JSON or CSV; 404 before it was counted, or where so few voted."""
    found = visible_decision(request.user, slug, pk)
    if not queries.is_published(found):
        raise Http404
    said = queries.published_ballots(found)
    if form == "json":
        answer: HttpResponse = JsonResponse(said, json_dumps_params={"ensure_ascii": False, "indent": 1})
    else:
        answer = HttpResponse(content_type="text/csv; charset=utf-8")
        rows = csv.writer(answer)
        # What a row begins with is never typed by somebody: a table would take "=1+1" for a formula.
        named = [f"{one['number']}. {one['title']}{_cost(one['cost'])}" for one in said["options"]]
        rows.writerow([f"Ballot, counted by: {said['rule']}, version {said['version']}", *named])
        for ballot in said["ballots"]:
            places = {number: place for place, number in enumerate(ballot["choices"], start=1)}
            rows.writerow([ballot["ballot"], *(places.get(one["number"], "") for one in said["options"])])
    answer["Content-Disposition"] = f'attachment; filename="ballots.{form}"'
    return answer


def _cost(cost: int | None) -> str:
    return "" if cost is None else f" ({in_pounds(cost)})"
