"""Verbs of what is said between a few: write to some members, or to the hosts."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from networks.models import Membership, Network, Thread
from networks.operations.authors import MayNotPost, author_in
from networks.operations.writing import open_thread
from people.models import Person
from safeguarding.queries import blocked_ids, may_be_in_contact

# Alike for a block, for age and for who has left: nobody learns here which it is.
IS_NOT_POSSIBLE = "You cannot write to them here."
NO_HOST = "There is no host you can write to here just now. If something worries you, report it, or press “Help now”."


@transaction.atomic
def begin_private(
    *,
    by: Person,
    network: Network,
    with_: Sequence[Membership],
    title: str,
    body: str,
    client_id: UUID,
    at: datetime,
    sure: bool = False,
) -> Thread:
    """Begin a thread that only `by` and `with_` read, under their names of the network, and tell these.

    Raises `MayNotPost` where a block or age keeps any of them apart, and `DetailsAreIn` unless `sure`. The same
    `client_id` again returns the thread it began.
    """
    author = author_in(network, by, at)
    there = network.memberships.current().filter(pk__in=[one.pk for one in with_]).exclude(pk=author.pk)
    people = [author.person_id, *there.values_list("person_id", flat=True)]
    if len(people) != len(with_) + 1 or len(people) < 2 or not may_be_in_contact(people):
        raise MayNotPost(IS_NOT_POSSIBLE)
    return _open(author, with_, title, body, client_id, at, sure=sure)


@transaction.atomic
def write_to_hosts(
    *, by: Person, network: Network, title: str, body: str, client_id: UUID, at: datetime, sure: bool = False
) -> Thread:
    """Write to everybody who hosts the network now, except where there is a block; who hosts it later does not read it.

    All of them read it, so that a young member never writes to one grown-up alone.
    """
    author = author_in(network, by, at)
    hosts = list(network.memberships.hosts().exclude(person__in=blocked_ids(by) | {by.pk}))
    if not hosts:
        raise MayNotPost(NO_HOST)
    return _open(author, hosts, title, body, client_id, at, sure=sure)


def _open(
    author: Membership,
    others: Sequence[Membership],
    title: str,
    body: str,
    client_id: UUID,
    at: datetime,
    *,
    sure: bool,
) -> Thread:
    post = open_thread(
        author=author,
        title=title,
        body=body,
        client_id=client_id,
        at=at,
        kind=Thread.Kind.PRIVATE,
        places=[author, *others],
        sure=sure,
    )
    return post.thread
