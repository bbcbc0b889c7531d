"""What is said between a few in a network: the list of it, and writing to the hosts."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from networks import operations, queries
from networks.forms import PrivateForm
from networks.models import Thread
from networks.views.addresses import back_to
from people.access import open_to
from people.requests import SignedIn
from people.rules import signed_in


@open_to(signed_in)
@require_safe
def between(request: SignedIn, slug: str) -> HttpResponse:
    network = get_object_or_404(queries.networks_joined_by(request.user), slug=slug)
    attention = queries.attention_of(request.user, timezone.now(), network)
    threads = queries.threads_of(network, request.user, Thread.Kind.PRIVATE)
    stretch = queries.stretch_of_threads(network, attention, before=request.GET.get("before", ""), threads=threads)
    context = {"network": network, "tab": "between", "membership": attention.memberships[0], "stretch": stretch}
    return render(request, "networks/between.html", context)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def write_to_hosts(request: SignedIn, slug: str) -> HttpResponse:
    network = get_object_or_404(queries.networks_joined_by(request.user), slug=slug)
    form = PrivateForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            thread = operations.write_to_hosts(by=request.user, network=network, at=timezone.now(), **form.cleaned_data)
        except (ValidationError, operations.MayNotPost) as error:
            form.renew(error)
        else:
            return redirect(back_to(thread))
    context = {"network": network, "membership": queries.membership_of(request.user, network), "form": form}
    return render(request, "networks/write_to_hosts.html", context)
