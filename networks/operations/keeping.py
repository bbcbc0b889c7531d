"""Verbs of keeping a thread in order: pin, close, announce, tag, note what it is about, say what answered it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse

from messaging.models import Notice
from messaging.operations import write_notices
from networks.models import Membership, Network, Post, Tag, Thread
from networks.models.standing import Standing
from networks.operations.authors import member_in
from networks.operations.changing import hold_post
from networks.operations.standing import tell_changed
from networks.queries import who_hears_of
from networks.rules import may_arrange, may_note, may_solve
from people.errors import HasMovedOn
from people.models import Person
from safeguarding.queries import blocked_ids

MOST_PINNED = 3
MOST_TAGS = 5


class MayNotArrange(PermissionDenied):
    """Hosts keep threads in order."""


class EnoughIsPinned(ValidationError):
    """A list that begins with many pinned threads hides what is new."""


class TooManyTags(ValidationError):
    """A thread under many tags is found under each by chance."""


@dataclass(frozen=True)
class Arrangement:
    """How a thread is kept; `tags` are names, made where the network has none of them."""

    is_pinned: bool
    is_closed: bool
    is_announcement: bool
    sensitive_note: str
    tags: Sequence[str] = ()


@transaction.atomic
def arrange_thread(*, by: Person, thread: Thread, to: Arrangement, at: datetime) -> None:
    """Keep a thread in this way. Who becomes aware of an announcement is told once, however often it is marked.

    In this order: the network's row is held, so that no two hosts pin a fourth; the thread; its tags; the notices.
    """
    me = member_in(thread.network, by)
    if not may_arrange(me, thread):
        raise MayNotArrange("Only a host of this network does this.")
    Network.objects.select_for_update(no_key=True).get(pk=thread.network_id)
    now = Thread.objects.select_for_update(of=("self",)).select_related("network", "begun_by__person").get(pk=thread.pk)
    _check(now, to)
    now.pinned_at = (now.pinned_at or at) if to.is_pinned else None
    now.closed_at = (now.closed_at or at) if to.is_closed else None
    now.is_announcement = to.is_announcement
    now.sensitive_note = to.sensitive_note
    tells = to.is_announcement and now.announced_at is None and now.standing == Standing.SHOWN
    if tells:
        now.announced_at = at
    now.save(update_fields=["pinned_at", "closed_at", "is_announcement", "sensitive_note", "announced_at"])
    now.tags.set([_tag(now.network, name) for name in to.tags])
    if tells:
        _tell_everybody(now, me, at)


@transaction.atomic
def note_sensitive(*, by: Person, thread: Thread, note: str) -> None:
    """Say what one should know before one opens the thread; empty takes the note away."""
    if not may_note(member_in(thread.network, by), thread):
        raise MayNotArrange("Whoever began the thread can do this, or a host.")
    Thread.objects.filter(pk=thread.pk).update(sensitive_note=note)
    thread.sensitive_note = note


@transaction.atomic
def solve_thread(*, by: Person, thread: Thread, post: Post, on: bool) -> None:
    """Say that a reply answered what was asked, or no longer; one reply at a time."""
    if not may_solve(member_in(thread.network, by), thread):
        raise MayNotArrange("Whoever asked can say what answered it, or a host.")
    now = hold_post(post)
    if now.thread_id != thread.pk or now.seq == 1 or now.state != Standing.SHOWN:
        raise HasMovedOn("This reply is not there any more.")
    threads = Thread.objects.filter(pk=thread.pk)
    before = Thread.objects.get(pk=thread.pk).answer
    changed = threads.update(answer=now) if on else threads.filter(answer=now).update(answer=None)
    for one in {now, before} if changed else ():
        if one:
            # Not held: whoever changes a post holds it before its thread, and we have changed the thread by now.
            tell_changed(one)


def _check(thread: Thread, to: Arrangement) -> None:
    others = Thread.objects.filter(network=thread.network_id, pinned_at__isnull=False).exclude(pk=thread.pk)
    if to.is_pinned and others.count() >= MOST_PINNED:
        words = f"{MOST_PINNED} threads are pinned already. Unpin one of them first."
        raise EnoughIsPinned({"is_pinned": words})
    if len(to.tags) > MOST_TAGS:
        raise TooManyTags({"tags": f"Choose {MOST_TAGS} tags at most."})


def _tag(network: Network, name: str) -> Tag:
    """The network's own tag of this name, in whatever case it was written first."""
    found = Tag.objects.filter(network=network, name__iexact=name).first()
    return found or Tag.objects.create(network=network, name=name)


def _tell_everybody(thread: Thread, host: Membership, at: datetime) -> None:
    """One notice to each member who sees the thread, but for a block with whoever marks it."""
    opening = Post.objects.select_related("author__person", "thread__network", "thread__begun_by__person").get(
        thread=thread, seq=1
    )
    hearing = set(who_hears_of(opening)) - blocked_ids(host.person) - {host.person_id, opening.author.person_id}
    write_notices(
        people=Person.objects.filter(pk__in=hearing).order_by("pk"),
        kind=Notice.Kind.NETWORKS,
        subject="An announcement in a network",
        body="A host of a network you are in has something to say to everybody there.",
        path=reverse("post", args=[opening.pk]),
        at=at,
    )
