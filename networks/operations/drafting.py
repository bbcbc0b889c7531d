"""Verbs of not being finished: keep what somebody has begun to write, for their eyes only, and let go of it."""

from datetime import datetime

from django.db import transaction

from networks.models import Draft, Membership, Network, Thread
from networks.operations.authors import MayNotPost
from people.models import Person

# More than a post may have: what is too long to be posted must not be lost either.
LONGEST_TITLE, LONGEST = 150, 50_000


@transaction.atomic
def save_draft(
    *, by: Person, network: Network, thread: Thread | None, body: str, at: datetime, title: str = ""
) -> Draft | None:
    """Keep the words of a reply, or without a thread of a beginning; no words keep nothing."""
    me = Membership.objects.current().filter(person=by, network=network).first()
    if me is None:
        raise MayNotPost("Join this network to write in it.")
    title, body = title.strip()[:LONGEST_TITLE], body.replace("\r\n", "\n")[:LONGEST]
    if not (title or body.strip()):
        let_go_of_draft(me, thread)
        return None
    words = {"title": title, "body": body, "saved_at": at}
    return Draft.objects.update_or_create(membership=me, thread=thread, defaults=words)[0]


def let_go_of_draft(membership: Membership, thread: Thread | None) -> None:
    """In the caller's transaction: what was posted is a draft no more."""
    Draft.objects.filter(membership=membership, thread=thread).delete()


def drop_draft(*, by: Person, draft: Draft) -> None:
    Draft.objects.filter(pk=draft.pk, membership__person=by).delete()
