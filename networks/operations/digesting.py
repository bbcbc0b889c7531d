"""Verbs of digests: choose how often one comes, and write those that are due: one notice a person, for all networks.

The notice and its way out by mail are written in the transaction that moves `digested_at`, so a worker that is killed
neither loses nor doubles one. It is of a kind of its own: whoever wants no other mail about networks gets it all the
same, and the link in it stops digests alone.
"""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.urls import reverse

from messaging.models import Notice
from messaging.operations import write_notice
from networks.models import Membership, Network
from networks.operations.authors import MayNotPost
from networks.queries import Digest, digest_of, people_due_a_digest
from networks.queries.digest import due
from people.models import Person


def choose_digest(*, by: Person, network: Network, digest: str, at: datetime) -> None:
    """From now on so often; what was before now will be in none."""
    mine = Membership.objects.current().filter(person=by, network=network)
    if not mine.exclude(digest=digest).update(digest=digest, digested_at=at) and not mine.exists():
        raise MayNotPost("Join this network first.")


def send_digests(*, at: datetime) -> int:
    """Write to everybody who is due a digest and for whom there is something new; return to how many."""
    return sum(_send(person, at=at) for person in people_due_a_digest(at))


@transaction.atomic
def _send(person: Person, *, at: datetime) -> bool:
    """The rows are locked first, so of two workers the second one finds them moved."""
    locked = Membership.objects.current().filter(due(at), person=person).select_for_update(of=("self",))
    memberships = list(locked.select_related("network").order_by("pk"))
    digest = digest_of(person, memberships, at)
    Membership.objects.filter(pk__in=[one.pk for one in memberships]).update(digested_at=at)
    if digest.is_empty:
        return False
    write_notice(
        person=person,
        kind=Notice.Kind.DIGEST,
        subject="What is new in your networks",
        body="\n".join(_lines(digest)),
        path=reverse("networks"),
        at=at,
    )
    return True


def _lines(digest: Digest) -> Iterator[str]:
    if digest.threads:
        yield _number(digest.threads, "new thread") + (":" if digest.titles else ".")
        yield from (f"- {title}" for title in digest.titles)
        if digest.titles and digest.threads > len(digest.titles):
            yield f"and {_number(digest.threads - len(digest.titles), 'more', plural='more')}."
    if digest.replies:
        yield _number(digest.replies, "new reply", plural="new replies") + "."
    if digest.elsewhere:
        also = "Also, " if digest.threads or digest.replies else ""
        yield f"{also}{_number(digest.elsewhere, 'new thing', plural='new things')} in networks you are in."
    yield "Visit to read and to answer."


def _number(number: int, words: str, *, plural: str = "") -> str:
    return f"{number:,} {words if number == 1 else plural or words + 's'}"
