"""Keeps who a post names, and tells them: once, and only what they may read and want to hear of."""

from datetime import datetime

from django.db.models import Q
from django.urls import reverse

from messaging.models import Notice
from messaging.operations import write_notice
from networks.models import Membership, Mention, Muting, Post
from networks.models.standing import Standing
from networks.naming import names_in
from networks.queries import who_hears_of

# A post that names everybody is an announcement, and hosts make these.
MOST_NAMED = 20


def keep_mentions(post: Post) -> None:
    """Make the mentions of a post those that its words have now, in the caller's transaction."""
    named = _named_in(post)
    kept = {} if post.is_new else {one.membership_id: one for one in post.mentions.all()}
    for pk, mention in kept.items():
        if pk not in named and mention.told_at is None:
            mention.delete()
        elif mention.is_named != (pk in named):
            mention.is_named = pk in named
            mention.save(update_fields=["is_named"])
    Mention.objects.bulk_create([Mention(post=post, membership_id=pk) for pk in named if pk not in kept])


def tell_mentioned(post: Post, *, at: datetime) -> None:
    """A notice to each whom the post names and who was not told yet; nothing while it is kept back.

    Nobody hears of what they may not see: by a block, or in a private thread without a place for them. Who mutes the
    thread or its writer is not told either.
    """
    if "@" not in post.body or post.state != Standing.SHOWN or post.thread.standing != Standing.SHOWN:
        return
    for mention in _untold(post):
        write_notice(
            person=mention.membership.person,
            kind=Notice.Kind.NETWORKS,
            subject="Somebody mentioned you",
            body="In a network you are in, somebody has mentioned you in what they wrote.",
            path=reverse("post", args=[post.pk]),
            at=at,
        )
        mention.told_at = at
        mention.save(update_fields=["told_at"])


def _named_in(post: Post) -> list[int]:
    if "@" not in post.body:
        return []
    there = Membership.objects.current().filter(network=post.thread.network_id).exclude(pk=post.author_id)
    known = dict(there.values_list("chosen_name", "pk"))
    return sorted(known[name] for name in names_in(post.body, known))[:MOST_NAMED]


def _untold(post: Post) -> list[Mention]:
    waiting = post.mentions.named().filter(told_at=None)
    if not waiting.exists():
        return []
    muted = Muting.objects.filter(Q(thread=post.thread_id) | Q(member=post.author_id)).values("membership_id")
    heard = waiting.filter(membership__person__in=who_hears_of(post)).exclude(membership__in=muted)
    return list(heard.select_related("membership__person").order_by("pk"))
