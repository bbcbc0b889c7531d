"""Pages to report what somebody wrote and to block whoever wrote it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from networks import operations, queries
from networks.views.addresses import address_of
from people.access import open_to
from people.requests import SignedIn
from people.rules import signed_in
from safeguarding.views import reported


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def report_post(request: SignedIn, pk: int) -> HttpResponse:
    """Report it at once when pressed; who comes by a link, or from signing in, finds the button on a page."""
    post = get_object_or_404(queries.posts_by_others(request.user), pk=pk)
    back_url = address_of(post)
    if request.method == "POST":
        return reported(operations.report_post(by=request.user, post=post, at=timezone.now()), back_url)
    return render(request, "safeguarding/report.html", {"quoted": post.body, "back_url": back_url})


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def report_name(request: SignedIn, pk: int) -> HttpResponse:
    membership = get_object_or_404(queries.names_of_others(request.user), pk=pk)
    back_url = reverse("network", args=[membership.network.slug])
    if request.method == "POST":
        concern = operations.report_name(by=request.user, membership=membership, at=timezone.now())
        return reported(concern, back_url)
    return render(request, "safeguarding/report.html", {"quoted": membership.chosen_name, "back_url": back_url})


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def report_resource(request: SignedIn, pk: int) -> HttpResponse:
    version = get_object_or_404(queries.pages_of_others(request.user), resource=pk)
    back_url = reverse("network", args=[version.resource.network.slug])
    if request.method == "POST":
        concern = operations.report_resource(by=request.user, version=version, at=timezone.now())
        return reported(concern, back_url)
    return render(request, "safeguarding/report.html", {"quoted": version.body, "back_url": back_url})


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def block_author(request: SignedIn, pk: int) -> HttpResponse:
    post = get_object_or_404(queries.posts_by_others(request.user), pk=pk)
    network = post.thread.network
    if request.method == "POST":
        operations.block_author(by=request.user, post=post, at=timezone.now())
        messages.success(request, f"{post.author.chosen_name} is blocked.")
        return redirect("network", slug=network.slug)
    back_url = address_of(post)
    context = {"known_as": post.author.chosen_name, "back_url": back_url}
    return render(request, "safeguarding/block.html", context)
