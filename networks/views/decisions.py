"""Pages of what a network decides: the list, one decision, opening one, taking it back, and what changed by it."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from networks import operations, queries, rules
from networks.forms import FORMS, VOTE_FORMS, ObjectionForm, ReasonForm, VoteForm, WhatChangedForm
from networks.models import Decision, Network
from networks.operations import FEWEST_SHOWN
from networks.views.addresses import back_to
from networks.views.discussing import discussion_of
from networks.views.resources import own_part
from people.access import open_to
from people.models import Person
from people.requests import SignedIn, posted
from people.rules import signed_in


@open_to(signed_in)
@require_safe
def decisions(request: SignedIn, slug: str) -> HttpResponse:
    membership = own_part(request.user, slug)
    network = membership.network
    found = Paginator(queries.decisions_of(network, request.user), queries.DECISIONS_ON_A_PAGE)
    context = {
        "network": network,
        "membership": membership,
        "tab": "say",
        "page": found.get_page(request.GET.get("page")),
        "now": timezone.now(),
    }
    return render(request, "networks/decisions/decisions.html", context)


@open_to(signed_in)
@require_safe
def new_decision(request: SignedIn, slug: str) -> HttpResponse:
    """Choose what kind it is; each has a form of its own."""
    network = get_object_or_404(queries.networks_joined_by(request.user), slug=slug)
    context = {"network": network, "kinds": _kinds_for(request.user, network)}
    return render(request, "networks/decisions/new_decision.html", context)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def open_decision(request: SignedIn, slug: str, kind: str) -> HttpResponse:
    network = get_object_or_404(queries.networks_joined_by(request.user), slug=slug)
    if kind not in (one.value for one in _kinds_for(request.user, network)):
        raise Http404
    form = FORMS[kind](posted(request))
    if form.is_valid():
        try:
            opened = operations.open_decision(
                by=request.user, network=network, kind=kind, at=timezone.now(), **form.cleaned_data
            )
        except (ValidationError, PermissionDenied) as error:
            form.renew(error)
        else:
            return redirect(back_to(opened.thread))
    me = queries.membership_of(request.user, network)
    context = {"network": network, "kind": Decision.Kind(kind), "membership": me, "form": form}
    return render(request, "networks/decisions/open_decision.html", context)


def _kinds_for(person: Person, network: Network) -> list[Decision.Kind]:
    me = queries.membership_of(person, network)
    return [kind for kind in Decision.Kind if me and rules.may_open(me, kind)]


@open_to(signed_in)
@require_safe
def decision(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    return shown(request, visible_decision(request.user, slug, pk))


def visible_decision(viewer: Person, slug: str, pk: int) -> Decision:
    return get_object_or_404(queries.decisions_for(viewer), pk=pk, thread__network__slug=slug)


def shown(
    request: SignedIn,
    found: Decision,
    *,
    vote_form: VoteForm | None = None,
    objection_form: ObjectionForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of a decision, with the form that was faulty, if any; else with empty ones."""
    sheet = queries.page_of_decision(found, request.user, timezone.now())
    if vote_form is None and sheet.takes_votes and found.kind in VOTE_FORMS:
        vote_form = VOTE_FORMS[found.kind](options=sheet.options, mine=sheet.mine)
    context: dict[str, Any] = {
        "network": found.thread.network,
        "decision": found,
        "sheet": sheet,
        "now": timezone.now(),
        "result": queries.result_of(found),
        "form": vote_form or objection_form,
        "vote_form": vote_form,
        "objection_form": objection_form or ObjectionForm(),
        "fewest_shown": FEWEST_SHOWN,
        "may_withdraw": not sheet.is_over and rules.may_withdraw(request.user, found),
        "may_tell": rules.may_host(request.user, found.thread.network),
        # Behind a block one votes like everybody, and reads nothing the other said.
        "discussion": discussion_of(request, found.thread, opening_apart=True)
        if queries.threads_for(request.user).filter(pk=found.thread_id).exists()
        else None,
    }
    return render(request, "networks/decisions/decision.html", context, status=status)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_decision(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """A page that says what will happen, and asks for the reason."""
    found = get_object_or_404(queries.decisions_run_by(request.user), pk=pk, thread__network__slug=slug)
    form = ReasonForm(posted(request))
    if form.is_valid():
        operations.withdraw_decision(by=request.user, decision=found, at=timezone.now(), **form.cleaned_data)
        return redirect("decision", slug=slug, pk=pk)
    context = {"network": found.thread.network, "decision": found, "form": form}
    return render(request, "networks/decisions/withdraw_decision.html", context)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def what_changed(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.decisions_hosted_by(request.user), pk=pk, thread__network__slug=slug)
    form = WhatChangedForm(posted(request))
    if form.is_valid():
        operations.tell_what_changed(by=request.user, decision=found, at=timezone.now(), **form.cleaned_data)
        return redirect("decision", slug=slug, pk=pk)
    context = {"network": found.thread.network, "decision": found, "form": form}
    return render(request, "networks/decisions/what_changed.html", context)
