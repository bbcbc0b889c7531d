"""Pages of invitations: hosts make and withdraw links, and whoever has one comes in by it."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from networks import operations, queries, rules
from networks.forms import InvitationForm, JoinForm
from people.access import open_to
from people.requests import SignedIn
from people.rules import signed_in

INVITATIONS_ON_A_PAGE = 20


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def network_invitations(request: SignedIn, slug: str) -> HttpResponse:
    network = get_object_or_404(queries.networks_hosted_by(request.user), slug=slug)
    form = InvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        operations.make_invitation(by=request.user, network=network, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "The invitation is made. Pass its address on to whom it is for.")
        return redirect("network_invitations", slug=slug)
    page = Paginator(queries.invitations_of(network, timezone.now()), INVITATIONS_ON_A_PAGE)
    context = {
        "network": network,
        "form": form,
        "page": page.get_page(request.GET.get("page")),
        "site": request.build_absolute_uri("/").rstrip("/"),
    }
    return render(request, "networks/invitations.html", context)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_network_invitation(request: SignedIn, pk: int) -> HttpResponse:
    invitation = get_object_or_404(queries.invitations_for(request.user), pk=pk)
    if request.method == "POST":
        operations.withdraw_invitation(by=request.user, invitation=invitation, at=timezone.now())
        messages.success(request, "The invitation is taken back. Its address leads nowhere now.")
        return redirect("network_invitations", slug=invitation.network.slug)
    context = {"invitation": invitation, "network": invitation.network, "form": forms.Form()}
    return render(request, "networks/withdraw_invitation.html", context)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def network_invitation(request: SignedIn, code: str) -> HttpResponse:
    """The door for whoever has the address, and joining by it; without an age group nothing is shown of it yet."""
    if not request.user.age_group:
        return render(request, "networks/invitation_age.html")
    now = timezone.now()
    invitation = queries.invitation_to(request.user, code, now)
    if invitation is None:
        return render(request, "networks/invitation_over.html", status=404)
    network = invitation.network
    membership = queries.membership_of(request.user, network)
    if membership and membership.state == membership.State.JOINED:
        return redirect("network", slug=network.slug)
    form = JoinForm(request.POST or None, network=network, keeps_name=rules.keeps_name(membership))
    if request.method == "POST" and form.is_valid():
        try:
            joined = operations.join_by_invitation(by=request.user, invitation=invitation, at=now, **form.said())
        except ValidationError as error:
            network.refresh_from_db()
            form.renew(error, network)
        else:
            messages.success(request, f"Welcome, {joined.chosen_name}.")
            return redirect("network", slug=network.slug)
    context = {"network": queries.described_to(request.user, network), "membership": membership, "form": form}
    return render(request, "networks/invitation.html", context)
