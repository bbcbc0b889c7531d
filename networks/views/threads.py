"""Pages of a thread: read and reply, begin one, and what came since, for a page that is open."""

from django.core.exceptions import BadRequest, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from networks import operations, queries
from networks.forms import ReplyForm, ThreadForm
from networks.models import Post, Thread
from people.access import open_to
from people.models import Person
from people.requests import SignedIn
from people.rules import signed_in


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def thread(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    found = visible_thread(request.user, slug, pk)
    form = ReplyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            post = operations.post_reply(by=request.user, thread=found, at=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            form.renew(error)
        else:
            return redirect(address_of(post, slug))
    page, posts = queries.page_of_posts(found, request.user, request.GET.get("page", 1))
    me = queries.membership_of(request.user, found.network)
    context = {"thread": found, "page": page, "posts": posts, "membership": me, "form": form}
    return render(request, "networks/thread.html", context)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def begin_thread(request: SignedIn, slug: str) -> HttpResponse:
    network = get_object_or_404(queries.networks_joined_by(request.user), slug=slug)
    form = ThreadForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            begun = operations.begin_thread(by=request.user, network=network, at=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            form.renew(error)
        else:
            return redirect("thread", slug=slug, pk=begun.pk)
    me = queries.membership_of(request.user, network)
    context = {"network": network, "membership": me, "form": form}
    return render(request, "networks/begin_thread.html", context)


@open_to(signed_in)
@require_safe
def posts_since(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Answer the posts after `seq` as the thread's page would show them."""
    found = visible_thread(request.user, slug, pk)
    seq = request.GET.get("seq", "")
    if not (seq.isascii() and seq.isdecimal() and len(seq) < 10):
        raise BadRequest("seq is the number of the last post you have.")
    posts = queries.posts_since(found, request.user, int(seq))
    context = {"thread": found, "posts": posts, "is_new": True}
    return render(request, "networks/components/posts.html", context)


def visible_thread(viewer: Person, slug: str, pk: int) -> Thread:
    return get_object_or_404(queries.threads_for(viewer), pk=pk, network__slug=slug)


def address_of(post: Post, slug: str) -> str:
    """Where a post stands, for ever: its page and its place on it."""
    page = queries.page_of_seq(post.seq)
    query = f"?page={page}" if page > 1 else ""
    return f"{reverse('thread', args=[slug, post.thread_id])}{query}#post-{post.seq}"
