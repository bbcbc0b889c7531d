"""Questions about what belongs to one member alone: what they follow, have muted and have not finished writing."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from networks.models import Draft, Following, Membership, Muting, Network, Post, Reading, Thread
from networks.models.standing import Standing
from networks.queries.attention import attention_of
from people.models import Person

# What is shown of a list on the page of what is one's own.
MOST_SHOWN = 50
# Nobody is told of what the sweep has missed for longer than this.
TELLS_BACK = timedelta(days=3)


def mutings_of(person: Person, network: Network) -> QuerySet[Muting]:
    """A thread that is not seen any more, for example because of a block, is not named here either."""
    mine = Muting.objects.filter(membership__person=person, membership__network=network)
    seen = Thread.objects.visible_to(person).filter(network=network)
    return mine.filter(Q(thread=None) | Q(thread__in=seen)).select_related("member", "thread")


def mutings_for(person: Person) -> QuerySet[Muting]:
    return Muting.objects.filter(membership__person=person).select_related("membership__network")


def followings_of(person: Person, network: Network) -> QuerySet[Following]:
    """The threads somebody follows and still sees, what happened last first."""
    seen = Thread.objects.visible_to(person).filter(network=network)
    mine = Following.objects.filter(membership__person=person, thread__in=seen)
    return mine.select_related("thread").order_by("-thread__last_at", "-pk")[:MOST_SHOWN]


def follows(person: Person, thread: Thread) -> bool:
    return Following.objects.filter(membership__person=person, thread=thread).exists()


def drafts_for(person: Person) -> QuerySet[Draft]:
    """One's own and nobody else's; of a thread that one does not see any more the words alone."""
    return Draft.objects.filter(membership__in=Membership.objects.current().filter(person=person)).select_related(
        "membership__network", "thread"
    )


def drafts_of(person: Person, network: Network) -> QuerySet[Draft]:
    seen = Exists(Thread.objects.visible_to(person).filter(pk=OuterRef("thread")))
    return drafts_for(person).filter(membership__network=network).annotate(is_open=seen)


def draft_of(person: Person, network: Network, thread: Thread | None) -> Draft | None:
    return Draft.objects.filter(membership__person=person, membership__network=network, thread=thread).first()


def followings_where_something_waits(at: datetime) -> QuerySet[Following]:
    """Where others have written since somebody looked, a while ago, and they were not told of it yet.

    This is what can be asked of all at once; whether it is news to the one is asked by `is_news_to_follower`.
    """
    long_ago = at - timedelta(minutes=settings.MESSAGE_WAITS_MINUTES)
    read = Reading.objects.filter(membership=OuterRef("membership"), thread=OuterRef("thread")).values("seq")
    unread = (
        Post.objects.there_after(OuterRef("since"))
        .filter(thread=OuterRef("thread"), seq__gt=OuterRef("read_seq"), state=Standing.SHOWN, posted_at__lte=long_ago)
        .exclude(author=OuterRef("membership"))
    )
    current = Membership.objects.current().filter(person__is_active=True)
    return (
        Following.objects.filter(thread__last_at__gt=at - TELLS_BACK, membership__in=current)
        .annotate(read_seq=Coalesce(Subquery(read[:1]), Value(0)))
        .filter(Exists(unread), told_seq__lte=F("read_seq"), thread__last_seq__gt=F("read_seq"))
        .select_related("thread__network", "membership__person", "membership__network")
        .order_by("pk")
    )


def is_news_to_follower(following: Following, at: datetime) -> bool:
    """As their own list of threads would say: not muted, not kept back, no block between, and still theirs to see."""
    person = following.membership.person
    attention = attention_of(person, at, following.membership.network)
    seen = Thread.objects.visible_to(person).filter(pk=following.thread_id)
    return attention.new_threads(seen).exists()
