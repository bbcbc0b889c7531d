"""Pages to look for a network, and a network's own page: its door, and its threads for those inside."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from networks import queries, rules
from networks.forms import SearchForm
from networks.models import Network
from people.access import open_to
from people.requests import SignedIn
from people.rules import signed_in

# The best of them; the others are on a page of their own.
SUGGESTED_ABOVE_THE_LIST = 3


@open_to(signed_in)
@require_safe
def networks(request: SignedIn) -> HttpResponse:
    form = SearchForm(request.GET)
    wanted = queries.Wanted(**form.cleaned_data) if form.is_valid() else queries.Wanted()
    found = Paginator(queries.networks_for(request.user, wanted), queries.NETWORKS_ON_A_PAGE)
    return render(
        request,
        "networks/networks.html",
        {
            "form": form,
            "wanted": wanted,
            "page": found.get_page(request.GET.get("page")),
            "new_in": queries.new_in_networks(request.user, timezone.now()),
            "may_found": rules.may_found(request.user),
            "suggestions": [] if wanted else queries.suggestions_for(request.user, SUGGESTED_ABOVE_THE_LIST),
        },
    )


@open_to(signed_in)
@require_safe
def network(request: SignedIn, slug: str) -> HttpResponse:
    found = get_object_or_404(queries.networks_for(request.user), slug=slug)
    attention = queries.attention_of(request.user, timezone.now(), found)
    return _inside(request, found, attention) if attention.membership else _door(request, found)


def _inside(request: SignedIn, found: Network, attention: queries.Attention) -> HttpResponse:
    tag = queries.tag_of(found, request.GET.get("tag", ""))
    threads = queries.threads_under(found, request.user, tag)
    stretch = queries.stretch_of_threads(found, attention, before=request.GET.get("before", ""), threads=threads)
    pinned = queries.pinned_threads(found, attention) if stretch.is_newest and not tag else []
    hosts = rules.may_host(request.user, found)
    return render(
        request,
        "networks/network.html",
        {
            "network": found,
            "tab": "talk",
            "membership": attention.membership,
            "stretch": stretch,
            "pinned": pinned,
            "tags": list(queries.tags_of(found)),
            "tag": tag,
            "has_news": any(one.new for one in [*pinned, *stretch.threads]),
            "may_host": hosts,
            "asking": queries.asking_to_join(found) if hosts else [],
        },
    )


def _door(request: SignedIn, found: Network) -> HttpResponse:
    membership = queries.membership_of(request.user, found)
    ask_again_at, now = None, timezone.now()
    is_kept_out = rules.is_kept_out(request.user, found, now)
    if membership and not is_kept_out and not rules.may_ask_again(membership, now):
        ask_again_at = membership.since + rules.REST_AFTER_REFUSAL
    return render(
        request,
        "networks/door.html",
        {
            "network": found,
            "membership": membership,
            "may_join": rules.may_join(request.user, found),
            "needs_an_invitation": rules.needs_an_invitation(found),
            "looks_after": rules.may_change(request.user, found),
            "topics": found.topics.all(),
            "ask_again_at": ask_again_at,
            "is_kept_out": is_kept_out,
            "must_ask": rules.must_ask(request.user, found, now),
        },
    )
