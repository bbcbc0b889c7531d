"""Pages about a network: what it is, who hosts it, its house agreement with every version, and agreeing to it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from networks import operations, queries, rules
from networks.forms import AgreeForm, NewAgreementForm
from people.access import open_to
from people.requests import SignedIn
from people.rules import signed_in


@open_to(signed_in)
@require_safe
def about_network(request: SignedIn, slug: str) -> HttpResponse:
    network = get_object_or_404(queries.networks_joined_by(request.user).select_related("area"), slug=slug)
    return render(
        request,
        "networks/about.html",
        {
            "network": network,
            "tab": "about",
            "membership": queries.membership_of(request.user, network),
            "hosts": queries.hosts_of(network),
            "leaders": queries.leaders_of(network),
            "agreements": queries.agreements_of(network),
            "topics": network.topics.all(),
            "may_host": rules.may_host(request.user, network),
        },
    )


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def agree(request: SignedIn, pk: int) -> HttpResponse:
    """Addressed by one's own part, so that no notice needs to name the network."""
    membership = get_object_or_404(queries.own_memberships(request.user), pk=pk)
    network = membership.network
    form = AgreeForm(request.POST or None, network=network)
    if request.method == "POST" and form.is_valid():
        try:
            operations.agree(by=request.user, membership=membership, version=form.cleaned_data["version"] or 0)
        except ValidationError as error:
            form.renew(error, network)
        else:
            messages.success(request, "Thank you. You can write here again.")
            return redirect("network", slug=network.slug)
    agreements = queries.agreements_of(network).filter(version__gt=membership.agreed_version)
    context = {"network": network, "membership": membership, "agreements": agreements, "form": form}
    return render(request, "networks/agree.html", context)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def change_agreement(request: SignedIn, slug: str) -> HttpResponse:
    network = get_object_or_404(queries.networks_hosted_by(request.user), slug=slug)
    initial = {"text": network.agreement, "version": network.agreement_version}
    form = NewAgreementForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_agreement(by=request.user, network=network, at=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "The agreement is changed. We have told the members.")
            return redirect("about_network", slug=slug)
    return render(request, "networks/change_agreement.html", {"network": network, "form": form})
