"""Pages of the first look, for hosts and for the coordinators who stand in; and how networks are looked after."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from networks import operations, queries
from networks.forms import NotThroughForm
from networks.models import Post
from people.access import open_to
from people.errors import HasMovedOn
from people.requests import SignedIn, posted
from people.rules import coordinators, signed_in

WAITING_A_PAGE = 20
NETWORKS_A_PAGE = 50


@open_to(signed_in)
@require_safe
def posts_waiting(request: SignedIn, slug: str) -> HttpResponse:
    network = get_object_or_404(queries.networks_moderated_by(request.user), slug=slug)
    found = Paginator(queries.posts_waiting_in(network, request.user, timezone.now()), WAITING_A_PAGE)
    context = {
        "network": network,
        "tab": "waiting",
        "membership": queries.membership_of(request.user, network),
        "page": found.get_page(request.GET.get("page")),
        "asking": queries.asking_where_no_host_is(request.user).filter(network=network),
    }
    return render(request, "networks/posts_waiting.html", context)


@open_to(signed_in)
@require_POST
def let_post_through(request: SignedIn, pk: int) -> HttpResponse:
    post = _post(request, pk)
    operations.let_through(by=request.user, post=post, at=timezone.now())
    messages.success(request, f"What {post.author.chosen_name} wrote is there for all now. We have told them.")
    return redirect("posts_waiting", slug=post.thread.network.slug)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def hide_waiting_post(request: SignedIn, pk: int) -> HttpResponse:
    """Say why it is not let through; whoever wrote it is told, and can appeal."""
    post = _post(request, pk)
    if not queries.posts_waiting(request.user, timezone.now()).filter(pk=pk).exists():
        raise HasMovedOn(operations.ANSWERED)
    form = NotThroughForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            operations.hide_instead(by=request.user, post=post, at=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, f"It stays hidden. We have told {post.author.chosen_name} why.")
            return redirect("posts_waiting", slug=post.thread.network.slug)
    return render(request, "networks/hide_waiting_post.html", {"post": post, "form": form})


@open_to(coordinators)
@require_safe
def hosts_judged(request: SignedIn) -> HttpResponse:
    found = Paginator(queries.networks_moderated_by(request.user).order_by("name"), NETWORKS_A_PAGE)
    page = found.get_page(request.GET.get("page"))
    rows = queries.hosts_judged(list(page), timezone.now())
    return render(request, "networks/hosts_judged.html", {"page": page, "rows": rows})


def _post(request: SignedIn, pk: int) -> Post:
    return get_object_or_404(queries.posts_moderated_by(request.user), pk=pk)
