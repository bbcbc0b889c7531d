"""Verbs of following a thread, and the sweep that tells of what is new in it: once, until it was looked at."""

from datetime import datetime

from django.db import transaction

from messaging.models import Notice
from messaging.operations import write_notice
from networks.models import Following, Membership, Thread
from networks.operations.authors import MayNotPost
from networks.operations.reading import path_of
from networks.queries import followings_where_something_waits, is_news_to_follower
from people.models import Person


@transaction.atomic
def follow(*, by: Person, thread: Thread, at: datetime) -> None:
    """Let them be told of what is new; twice changes nothing."""
    membership = Membership.objects.current().filter(person=by, network=thread.network_id).first()
    if membership is None:
        raise MayNotPost("Join this network to follow what is said in it.")
    follow_as(membership, thread, at=at)


def follow_as(membership: Membership, thread: Thread, *, at: datetime) -> None:
    """In the caller's transaction: whoever begins a thread or replies in it follows it."""
    Following.objects.bulk_create([Following(membership=membership, thread=thread, since=at)], ignore_conflicts=True)


def unfollow(*, by: Person, thread: Thread) -> None:
    Following.objects.filter(membership__person=by, thread=thread).delete()


def tell_of_new_posts(*, at: datetime) -> int:
    """Write a notice for everybody who follows a thread in which something waits for them; return how many.

    Whoever was told hears no more of that thread until they have looked, however much more is said.
    """
    waiting = followings_where_something_waits(at)
    return sum(_tell(following, at=at) for following in waiting if is_news_to_follower(following, at))


@transaction.atomic
def _tell(following: Following, *, at: datetime) -> bool:
    """Note that they are told, and tell them; of two sweeps at once only one does it."""
    untold = Following.objects.filter(pk=following.pk, told_seq=following.told_seq)
    if not untold.update(told_seq=following.thread.last_seq):
        return False
    write_notice(
        person=following.membership.person,
        kind=Notice.Kind.NETWORKS,
        subject="New replies where you follow",
        body="Somebody has replied in a thread that you follow. You hear no more of it until you have looked.",
        path=path_of(following.thread),
        at=at,
    )
    return True
