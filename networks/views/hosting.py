"""Pages of hosts, who answer those who ask to join and name further hosts, and of coordinators, who found networks."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from networks import operations, queries
from networks.forms import HostForm, NetworkForm
from people.access import open_to
from people.requests import SignedIn
from people.rules import coordinators, signed_in


@open_to(signed_in)
@require_POST
def membership_approval(request: SignedIn, pk: int) -> HttpResponse:
    membership = get_object_or_404(queries.memberships_for(request.user), pk=pk)
    operations.approve_membership(by=request.user, membership=membership, at=timezone.now())
    messages.success(request, f"{membership.chosen_name} is in. We have told them.")
    return redirect("network", slug=membership.network.slug)


@open_to(signed_in)
@require_POST
def membership_refusal(request: SignedIn, pk: int) -> HttpResponse:
    membership = get_object_or_404(queries.memberships_for(request.user), pk=pk)
    operations.refuse_membership(by=request.user, membership=membership, at=timezone.now())
    messages.success(request, f"{membership.chosen_name} is not in. We have told them kindly.")
    return redirect("network", slug=membership.network.slug)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def network_hosts(request: SignedIn, slug: str) -> HttpResponse:
    network = get_object_or_404(queries.networks_hosted_by(request.user), slug=slug)
    form = HostForm(request.POST or None, network=network)
    if request.method == "POST" and form.is_valid():
        member = form.cleaned_data["member"]
        operations.make_host(by=request.user, membership=member, at=timezone.now())
        messages.success(request, f"{member.chosen_name} is a host now.")
        return redirect("network_hosts", slug=slug)
    hosts = queries.hosts_of(network)
    return render(request, "networks/hosts.html", {"network": network, "hosts": hosts, "form": form})


@open_to(coordinators)
@require_http_methods(["GET", "HEAD", "POST"])
def new_network(request: SignedIn) -> HttpResponse:
    form = NetworkForm(request.POST or None, founder=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            network = operations.found_network(by=request.user, at=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, f"{network.name} is founded. We have told its host.")
            return redirect("network", slug=network.slug)
    return render(request, "networks/new_network.html", {"form": form})
