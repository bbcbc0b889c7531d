"""The page of what is one's own in a network, and the presses to follow and to mute."""

from django.contrib import messages
from django.core.exceptions import BadRequest, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from messaging.models import Notice
from messaging.queries import gets_mails
from networks import operations, queries
from networks.forms import DigestForm, MutingForm
from networks.models import Membership, Network
from networks.views.addresses import address_of, home_of
from networks.views.threads import visible_thread
from people.access import open_to
from people.requests import SignedIn
from people.rules import signed_in


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def yours(request: SignedIn, slug: str) -> HttpResponse:
    """Drafts, digests, what one follows, and what one has muted; posting chooses a digest, or mutes a word."""
    network = get_object_or_404(queries.networks_joined_by(request.user), slug=slug)
    if "digest" in request.POST:
        return _choose_digest(request, network)
    form = MutingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            muting = operations.mute_word(
                by=request.user, network=network, word=form.cleaned_data["word"], at=timezone.now()
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, f"“{muting.word}” is muted.")
            return redirect("yours", slug=slug)
    context = {
        "network": network,
        "tab": "yours",
        "form": form,
        "membership": queries.membership_of(request.user, network),
        "digests": Membership.Digest,
        "gets_digests": gets_mails(request.user, Notice.Kind.DIGEST),
        "drafts": queries.drafts_of(request.user, network),
        "followings": queries.followings_of(request.user, network),
        "mutings": queries.mutings_of(request.user, network),
    }
    return render(request, "networks/yours.html", context)


def _choose_digest(request: SignedIn, network: Network) -> HttpResponse:
    form = DigestForm(request.POST)
    if not form.is_valid():
        raise BadRequest("Choose how often.")
    operations.choose_digest(by=request.user, network=network, digest=form.cleaned_data["digest"], at=timezone.now())
    messages.success(request, "We have noted how often you want a mail of what is new here.")
    return redirect("yours", slug=network.slug)


@open_to(signed_in)
@require_POST
def thread_following(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Follow it, or with `stop` not any more."""
    thread = visible_thread(request.user, slug, pk)
    if "stop" in request.POST:
        operations.unfollow(by=request.user, thread=thread)
        messages.success(request, "You do not follow this thread any more.")
    else:
        operations.follow(by=request.user, thread=thread, at=timezone.now())
        messages.success(request, "You follow this thread. We tell you once when there is something new.")
    return redirect("yours", slug=slug) if request.POST.get("stop") == "yours" else redirect(home_of(thread))


@open_to(signed_in)
@require_POST
def mute_thread(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    thread = visible_thread(request.user, slug, pk)
    operations.mute_thread(by=request.user, thread=thread, at=timezone.now())
    messages.success(request, "This thread is muted. You find it under “Yours”, where you can bring it back.")
    return redirect("network", slug=slug)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def mute_author(request: SignedIn, pk: int) -> HttpResponse:
    post = get_object_or_404(queries.posts_by_others(request.user), pk=pk)
    if request.method == "POST":
        operations.mute_author(by=request.user, post=post, at=timezone.now())
        messages.success(request, f"{post.author.chosen_name} is muted here.")
        return redirect(address_of(post))
    context = {"post": post, "network": post.thread.network, "back_url": address_of(post)}
    return render(request, "networks/mute.html", context)


@open_to(signed_in)
@require_POST
def lift_muting(request: SignedIn, pk: int) -> HttpResponse:
    muting = get_object_or_404(queries.mutings_for(request.user), pk=pk)
    operations.lift_muting(by=request.user, muting=muting)
    messages.success(request, "It is shown again.")
    return redirect("yours", slug=muting.membership.network.slug)
