"""Verbs of reading: note how far somebody has read a thread, and that they want to begin anew with what is new."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse

from messaging.models import Notice
from networks.models import Following, Membership, Network, Post, Reading, Thread
from people.models import Person


def read_up_to(*, by: Person, thread: Thread, seq: int, at: datetime) -> None:
    """Note that they have seen the thread up to `seq`; less than they had seen before changes nothing.

    A notice that led here is read with it. Whoever is not in the network leaves no trace.
    """
    seq = min(seq, thread.last_seq)
    mine = Reading.objects.filter(membership__person=by, thread=thread)
    known = mine.values_list("seq", flat=True).first()
    if known is not None and known >= seq:
        return
    with transaction.atomic():
        if known is None:
            membership = Membership.objects.current().filter(person=by, network=thread.network_id).first()
            if membership is None:
                return
            # Two windows at once: the row of the first one stays.
            Reading.objects.bulk_create([Reading(membership=membership, thread=thread, seq=seq)], ignore_conflicts=True)
        else:
            mine.filter(seq__lt=seq).update(seq=seq)
        told = Notice.objects.unread().filter(person=by, kind=Notice.Kind.NETWORKS)
        told.filter(path__startswith=path_of(thread)).update(read_at=at)


def read_all(*, by: Person, network: Network, at: datetime) -> None:
    """Whatever was posted until now is not new to them any more."""
    Membership.objects.current().filter(person=by, network=network).update(visited_at=at)


def becomes_new(post: Post, *, at: datetime) -> None:
    """Let a post that was kept back be new from now on, as if it had just been written, and who follows be told again.

    So it is to whoever has read past its place meanwhile, or pressed "Mark all as read", and its thread is active anew.
    To its writer it is not new.
    """
    Post.objects.filter(pk=post.pk).update(appeared_at=at)
    Thread.objects.filter(pk=post.thread_id).update(last_at=at)
    past = Reading.objects.filter(thread=post.thread_id, seq__gte=post.seq).exclude(membership=post.author_id)
    told = Following.objects.filter(thread=post.thread_id, told_seq__gte=post.seq)
    # Who was told and has not looked since finds it when they do.
    told.filter(membership__in=past.values("membership")).update(told_seq=post.seq - 1)
    past.update(seq=post.seq - 1)


def path_of(thread: Thread) -> str:
    return reverse("thread", args=[thread.network.slug, thread.pk])
