"""Pages of a thread: read and reply, begin one, and what came since, for a page that is open."""

from django.contrib import messages
from django.core.exceptions import BadRequest, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from networks import operations, queries
from networks.forms import ThreadForm
from networks.models import Network, Thread
from networks.views.addresses import address_of, back_to, home_of
from networks.views.discussing import discussion_of, reader_of, reply_form
from people.access import open_to
from people.models import Person
from people.requests import SignedIn
from people.rules import signed_in

KEPT = "Kept for later. Only you see it, under “Yours”."


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def thread(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """A thread on a page of its own; one that belongs to an event, ask or decision is read there.

    Every reply is sent here, so that what could not be posted is shown again with its words, whatever it belongs to.
    """
    found = visible_thread(request.user, slug, pk)
    if request.method != "POST" and (home := home_of(found)) != request.path:
        return redirect(f"{home}?{request.GET.urlencode()}" if request.GET else home)
    form = reply_form(request, found)
    if "later" in request.POST:
        _keep(request, found.network, found)
        messages.success(request, KEPT)
        return redirect("yours", slug=slug)
    if request.method == "POST" and form.is_valid():
        try:
            post = operations.post_reply(by=request.user, thread=found, at=timezone.now(), **form.cleaned_data)
        except (ValidationError, operations.MayNotPost) as error:
            form.renew(error)
        else:
            return redirect(address_of(post))
    if request.method == "POST":
        _keep(request, found.network, found)
    context = {"thread": found, "discussion": discussion_of(request, found, form=form)}
    return render(request, "networks/thread.html", context)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def begin_thread(request: SignedIn, slug: str) -> HttpResponse:
    network = get_object_or_404(queries.networks_joined_by(request.user), slug=slug)
    draft = queries.draft_of(request.user, network, None)
    form = ThreadForm(
        request.POST or None,
        request.FILES or None,
        initial={"title": draft.title, "body": draft.body} if draft else None,
    )
    if "later" in request.POST:
        _keep(request, network, None)
        messages.success(request, KEPT)
        return redirect("yours", slug=slug)
    if request.method == "POST" and form.is_valid():
        try:
            begun = operations.begin_thread(by=request.user, network=network, at=timezone.now(), **form.cleaned_data)
        except (ValidationError, operations.MayNotPost) as error:
            form.renew(error)
        else:
            return redirect(back_to(begun))
    if request.method == "POST":
        _keep(request, network, None)
    me = queries.membership_of(request.user, network)
    context = {"network": network, "membership": me, "form": form}
    return render(request, "networks/begin_thread.html", context)


@open_to(signed_in)
@require_safe
def posts_since(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Answer the posts after `seq` as the thread's page would show them, and how often the thread had changed."""
    found = visible_thread(request.user, slug, pk)
    seq = request.GET.get("seq", "")
    if not (seq.isascii() and seq.isdecimal() and len(seq) < 10):
        raise BadRequest("seq is the number of the last post you have.")
    attention = queries.attention_of(request.user, timezone.now(), found.network)
    posts = queries.drawn(queries.posts_since(found, request.user, int(seq)), reader_of(attention), attention)
    context = {"thread": found, "posts": posts, "is_new": True}
    answer = render(request, "networks/components/posts.html", context)
    # Read before the posts: a change between the two is then seen twice rather than never.
    answer["X-Changes"] = str(found.changes)
    return answer


@open_to(signed_in)
@require_safe
def post_part(request: SignedIn, slug: str, pk: int, seq: int) -> HttpResponse:
    """Answer one post as the thread's page would show it now; nothing where it is not to be seen any more."""
    found = visible_thread(request.user, slug, pk)
    attention = queries.attention_of(request.user, timezone.now(), found.network)
    posts = queries.drawn(queries.post_at(found, request.user, seq), reader_of(attention), attention)
    return render(request, "networks/components/posts.html", {"thread": found, "posts": posts})


def _keep(request: SignedIn, network: Network, thread: Thread | None) -> None:
    """Whatever keeps words from being posted, they are not lost."""
    words = {name: request.POST.get(name, "") for name in ("title", "body")}
    operations.save_draft(by=request.user, network=network, thread=thread, at=timezone.now(), **words)


def visible_thread(viewer: Person, slug: str, pk: int) -> Thread:
    return get_object_or_404(queries.threads_for(viewer), pk=pk, network__slug=slug)
