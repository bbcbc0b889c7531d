"""Questions about how threads are kept in order: which are pinned, and what stands under which tag."""

from typing import Any

from django.db.models import QuerySet

from networks.models import Membership, Network, Tag, Thread
from networks.queries.attention import Attention
from networks.queries.threads import threads_for, threads_of
from people.models import Person


def tags_of(network: Network) -> QuerySet[Tag]:
    return Tag.objects.filter(network=network)


def tag_of(network: Network, pk: str) -> Tag | None:
    """The network's tag of this number, as it comes in an address."""
    is_number = pk.isascii() and pk.isdecimal() and len(pk) < 10
    return tags_of(network).filter(pk=int(pk)).first() if is_number else None


def pinned_threads(network: Network, attention: Attention) -> list[Any]:
    """Those that stand first in the list, the longest pinned first; each as in `stretch_of_threads`."""
    pinned = threads_of(network, attention.person).filter(pinned_at__isnull=False)
    shown = attention.with_new(pinned.exclude(attention.of_threads()))
    return list(shown.order_by("pinned_at", "pk").prefetch_related("tags"))


def threads_under(network: Network, viewer: Person, tag: Tag | None) -> QuerySet[Thread]:
    """The list without those that are pinned above it; under a tag all that have it."""
    threads = threads_of(network, viewer)
    return threads.filter(tags=tag) if tag else threads.filter(pinned_at=None)


def threads_arranged_by(viewer: Person) -> QuerySet[Thread]:
    """Those a host keeps in order: of the networks they host, but for private ones."""
    hosted = Membership.objects.hosts().filter(person=viewer).values("network_id")
    return threads_for(viewer).filter(network__in=hosted).exclude(kind=Thread.Kind.PRIVATE)


def threads_noted_by(viewer: Person) -> QuerySet[Thread]:
    """Those of which somebody may say what they are about: begun by them, or in a network they host."""
    return (threads_for(viewer).filter(begun_by__person=viewer) | threads_arranged_by(viewer)).distinct()
