"""Questions about digests: who is due one, and what is new since the last one that may be said in a mail."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import get_default_timezone

from networks.models import Membership, Post, Thread
from networks.models.standing import FOR_ALL, Standing
from networks.queries.attention import Attention, attention_of
from people.models import Person

TITLES = 5


@dataclass(frozen=True)
class Digest:
    """What is new: titles of threads of networks that are not sensitive, and numbers of all the rest."""

    titles: tuple[str, ...] = ()
    threads: int = 0
    replies: int = 0
    # Of sensitive networks threads and replies alike, so that nothing can be told from it.
    elsewhere: int = 0

    @property
    def is_empty(self) -> bool:
        return not (self.threads or self.replies or self.elsewhere)


def due(at: datetime) -> Q:
    """Daily on another day than the last one, weekly a week later; days are those of the clock on the wall."""
    today = at.astimezone(get_default_timezone()).replace(hour=0, minute=0, second=0, microsecond=0)
    daily = Q(digest=Membership.Digest.DAILY, digested_at__lt=today)
    weekly = Q(digest=Membership.Digest.WEEKLY, digested_at__lt=today - timedelta(days=6))
    return daily | weekly


def people_due_a_digest(at: datetime) -> QuerySet[Person]:
    waiting = Membership.objects.current().filter(due(at), person=OuterRef("pk"))
    found: QuerySet[Person] = Person.objects.active().filter(Exists(waiting)).order_by("pk")
    return found


def digest_of(person: Person, memberships: list[Membership], at: datetime) -> Digest:
    """What others wrote in these networks since the last digest of each, as the person's own lists would show it.

    What is private is left out, since whoever wrote it has told them already. A title behind a sensitive note is
    counted and not said.
    """
    attention = attention_of(person, at)
    sums = [_of_network(attention, one, at) for one in memberships]
    titles = [title for one in sums for title in one.titles]
    return Digest(
        titles=tuple(titles[:TITLES]),
        threads=sum(one.threads for one in sums),
        replies=sum(one.replies for one in sums),
        elsewhere=sum(one.elsewhere for one in sums),
    )


def _of_network(attention: Attention, membership: Membership, at: datetime) -> Digest:
    seen = Thread.objects.visible_to(attention.person).filter(network=membership.network_id, standing__in=FOR_ALL)
    listed = seen.exclude(kind=Thread.Kind.PRIVATE).exclude(attention.of_threads())
    since = membership.digested_at or membership.since
    posts = (
        Post.objects.visible_to(attention.person)
        .there_after(since)
        .filter(thread__in=listed, state=Standing.SHOWN, posted_at__lte=at)
        .exclude(author=membership)
        .exclude(attention.of_posts())
    )
    if membership.network.is_sensitive:
        return Digest(elsewhere=posts.count())
    begun = posts.filter(seq=1).order_by("-pk")
    titles = begun.filter(thread__sensitive_note="").values_list("thread__title", flat=True)[:TITLES]
    return Digest(titles=tuple(titles), threads=begun.count(), replies=posts.filter(seq__gt=1).count())
