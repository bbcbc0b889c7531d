"""Pages of hosts, who answer those who ask to join, name hosts and leaders and settle what the network is for; and of
coordinators, who found networks."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from networks import operations, queries
from networks.forms import HostForm, LeaderForm, NetworkForm, SettingsForCoordinatorsForm, SettingsForm
from people.access import open_to
from people.requests import SignedIn
from people.rules import coordinators, signed_in


@open_to(signed_in)
@require_POST
def membership_approval(request: SignedIn, pk: int) -> HttpResponse:
    membership = get_object_or_404(queries.memberships_to_answer(request.user), pk=pk)
    operations.approve_membership(by=request.user, membership=membership, at=timezone.now())
    messages.success(request, f"{membership.chosen_name} is in. We have told them.")
    return redirect("network", slug=membership.network.slug)


@open_to(signed_in)
@require_POST
def membership_refusal(request: SignedIn, pk: int) -> HttpResponse:
    membership = get_object_or_404(queries.memberships_to_answer(request.user), pk=pk)
    operations.refuse_membership(by=request.user, membership=membership, at=timezone.now())
    messages.success(request, f"{membership.chosen_name} is not in. We have told them kindly.")
    return redirect("network", slug=membership.network.slug)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def network_hosts(request: SignedIn, slug: str) -> HttpResponse:
    """Who hosts and who leads, and naming one more host."""
    network = get_object_or_404(queries.networks_looked_after_by(request.user), slug=slug)
    form = HostForm(request.POST or None, network=network)
    if request.method == "POST" and form.is_valid():
        member = form.cleaned_data["member"]
        operations.make_host(by=request.user, membership=member, at=timezone.now())
        messages.success(request, f"{member.chosen_name} is a host now.")
        return redirect("network_hosts", slug=slug)
    full_names = operations.look_at_hosts(by=request.user, network=network, at=timezone.now())
    context = {
        "network": network,
        "hosts": [(host, full_names.get(host.pk, "")) for host in queries.hosts_of(network)],
        "leaders": queries.leaders_of(network),
        "form": form,
    }
    return render(request, "networks/hosts.html", context)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def make_leader(request: SignedIn, slug: str) -> HttpResponse:
    network = get_object_or_404(queries.networks_looked_after_by(request.user), slug=slug)
    form = LeaderForm(request.POST or None, network=network)
    if request.method == "POST" and form.is_valid():
        member, trained_on = form.cleaned_data["member"], form.cleaned_data["trained_on"]
        operations.make_leader(by=request.user, membership=member, trained_on=trained_on, at=timezone.now())
        messages.success(request, f"{member.chosen_name} is a leader now.")
        return redirect("network_hosts", slug=slug)
    return render(request, "networks/make_leader.html", {"network": network, "form": form})


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def end_hosting(request: SignedIn, pk: int) -> HttpResponse:
    membership = get_object_or_404(queries.memberships_settled_by(request.user).filter(is_host=True), pk=pk)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            operations.end_hosting(by=request.user, membership=membership, at=timezone.now())
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, f"{membership.chosen_name} is not a host any more.")
            return redirect("network", slug=membership.network.slug)
    return render(
        request, "networks/end_hosting.html", {"membership": membership, "network": membership.network, "form": form}
    )


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def end_leading(request: SignedIn, pk: int) -> HttpResponse:
    membership = get_object_or_404(queries.memberships_settled_by(request.user).filter(is_leader=True), pk=pk)
    if request.method == "POST":
        operations.end_leading(by=request.user, membership=membership, at=timezone.now())
        messages.success(request, f"{membership.chosen_name} is not a leader any more.")
        return redirect("network", slug=membership.network.slug)
    return render(
        request,
        "networks/end_leading.html",
        {"membership": membership, "network": membership.network, "form": forms.Form()},
    )


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def network_settings(request: SignedIn, slug: str) -> HttpResponse:
    network = get_object_or_404(queries.networks_looked_after_by(request.user), slug=slug)
    kind = SettingsForCoordinatorsForm if coordinators(request.user) else SettingsForm
    initial = {name: getattr(network, name) for name in kind.base_fields if name != "topics"}
    form = kind(request.POST or None, initial={**initial, "topics": network.topics.all()})
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_network(by=request.user, network=network, at=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "The settings are saved.")
            return redirect("network", slug=slug)
    return render(request, "networks/settings.html", {"network": network, "form": form})


@open_to(coordinators)
@require_http_methods(["GET", "HEAD", "POST"])
def new_network(request: SignedIn) -> HttpResponse:
    # A group worth founding a network for comes with what it shares in its address.
    several = {name: request.GET.getlist(name) for name in ("topics", "languages")}
    one_each = {name: request.GET[name] for name in ("area", "for_under_18s") if name in request.GET}
    form = NetworkForm(request.POST or None, founder=request.user, initial={**several, **one_each})
    if request.method == "POST" and form.is_valid():
        try:
            network = operations.found_network(by=request.user, at=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, f"{network.name} is founded. We have told its host.")
            return redirect("network", slug=network.slug)
    return render(request, "networks/new_network.html", {"form": form})
