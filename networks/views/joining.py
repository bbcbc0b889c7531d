"""Pages to join a network and to leave it."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from networks import operations, queries, rules
from networks.forms import JoinForm
from networks.models import Membership
from people.access import open_to
from people.requests import SignedIn
from people.rules import signed_in


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def join_network(request: SignedIn, slug: str) -> HttpResponse:
    network = get_object_or_404(queries.networks_for(request.user), slug=slug)
    membership = queries.membership_of(request.user, network)
    keeps_name = rules.keeps_name(membership)
    form = JoinForm(request.POST or None, network=network, keeps_name=keeps_name)
    if request.method == "POST" and form.is_valid():
        try:
            joined = operations.join(by=request.user, network=network, at=timezone.now(), **form.said())
        except ValidationError as error:
            network.refresh_from_db()
            form.renew(error, network)
        else:
            messages.success(request, _welcome(joined))
            return redirect("network", slug=slug)
    return render(
        request,
        "networks/join.html",
        {"network": network, "membership": membership, "keeps_name": keeps_name, "form": form},
    )


def _welcome(membership: Membership) -> str:
    if membership.state == Membership.State.JOINED:
        return f"Welcome, {membership.chosen_name}."
    return "You have asked to join. A host will answer."


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def leave_network(request: SignedIn, slug: str) -> HttpResponse:
    network = get_object_or_404(queries.networks_for(request.user), slug=slug)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            operations.leave(by=request.user, network=network, at=timezone.now())
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, f"You are no longer in {network.name}.")
            return redirect("networks")
    membership = queries.membership_of(request.user, network)
    return render(
        request,
        "networks/leave.html",
        {"network": network, "membership": membership, "form": form},
    )
