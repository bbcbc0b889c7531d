"""Questions about what is said in a network, and who hears of it."""

import base64
import binascii
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from networks.models import Membership, Network, Picture, Post, Thread
from networks.models.standing import FOR_ALL, KEPT_BACK
from networks.queries.attention import Attention
from networks.queries.counting import count_of
from people.models import Person
from safeguarding.queries import blocked_ids

THREADS_ON_A_PAGE = 20
POSTS_ON_A_PAGE = 50


def threads_for(viewer: Person) -> QuerySet[Thread]:
    return Thread.objects.visible_to(viewer).select_related("network", "begun_by")


def threads_of(network: Network, viewer: Person, kind: str = Thread.Kind.TALK) -> QuerySet[Thread]:
    """What is talked about, or the threads of another kind, newest activity first.

    Each thread knows its `replies` and the time of the `latest`.

    Both leave out what the viewer does not see: a number must not tell that somebody is there.
    """
    apart = blocked_ids(viewer)
    posts = Post.objects.filter(thread=OuterRef("pk"))
    seen = posts.for_all().exclude(author__person__in=apart).order_by("-seq")
    unseen = posts.filter(Q(author__person__in=apart) | Q(state__in=KEPT_BACK), seq__gt=1)
    return (
        threads_for(viewer)
        .filter(network=network, kind=kind)
        .annotate(
            replies=F("last_seq") - 1 - count_of(unseen, "thread"),
            latest=Coalesce(Subquery(seen.values(at=Coalesce("appeared_at", "posted_at"))[:1]), F("last_at")),
        )
    )


@dataclass(frozen=True)
class ThreadStretch:
    """Some threads of a list in the order of their latest activity; `older` says where the next ones begin."""

    threads: list[Any]
    is_newest: bool
    older: str


def stretch_of_threads(
    network: Network, attention: Attention, *, before: str = "", threads: QuerySet[Thread] | None = None
) -> ThreadStretch:
    """The threads that follow in the list after the place that `before` names; the newest without it.

    Each knows how many posts are `new` to the viewer; what they muted is left out. A page far down costs what the
    first one costs: the index leads to its first row, and nothing is counted.
    """
    listed = threads_of(network, attention.person) if threads is None else threads
    place = _place_in(before)
    if place:
        at, pk = place
        listed = listed.filter(Q(last_at__lt=at) | Q(pk__lt=pk), last_at__lte=at)
    shown = attention.with_new(listed.exclude(attention.of_threads()))
    found = list(shown.prefetch_related("tags").order_by("-last_at", "-pk")[: THREADS_ON_A_PAGE + 1])
    page = found[:THREADS_ON_A_PAGE]
    older = name_of_place(page[-1]) if len(found) > THREADS_ON_A_PAGE else ""
    return ThreadStretch(page, is_newest=place is None, older=older)


def name_of_place(thread: Thread) -> str:
    return base64.urlsafe_b64encode(f"{thread.last_at.isoformat()},{thread.pk}".encode()).decode().rstrip("=")


def _place_in(name: str) -> tuple[datetime, int] | None:
    """None for what is not the name of a place: the list then begins with the newest."""
    try:
        at, pk = base64.urlsafe_b64decode(name + "=" * (-len(name) % 4)).decode().split(",")
        place = datetime.fromisoformat(at), int(pk)
    except (ValueError, binascii.Error):
        return None
    return place if place[0].tzinfo and 0 < place[1] < 2**63 else None


def page_of_posts(thread: Thread, viewer: Person, number: str | int) -> tuple[Page[int], list[Post]]:
    """One page of a thread. Pages are cut by `seq`, so that a post stays on its page for ever."""
    page = Paginator(range(1, thread.last_seq + 1), POSTS_ON_A_PAGE).get_page(number)
    seqs = list(page.object_list)
    posts = posts_for(viewer).filter(thread=thread, seq__gte=seqs[0], seq__lte=seqs[-1])
    return page, list(posts)


def page_of_seq(seq: int) -> int:
    return (seq - 1) // POSTS_ON_A_PAGE + 1


def answer_to(thread: Thread, viewer: Person) -> Post | None:
    """The reply that answered what was asked, if the viewer sees it."""
    if thread.answer_id is None:
        return None
    return posts_for(viewer).filter(pk=thread.answer_id, state=Post.State.SHOWN).first()


def post_at(thread: Thread, viewer: Person, seq: int) -> QuerySet[Post]:
    """The post of this number, if there is one that the viewer sees."""
    return posts_for(viewer).filter(thread=thread, seq=seq)


def own_posts(viewer: Person) -> QuerySet[Post]:
    return posts_for(viewer).filter(author__person=viewer).select_related("author__network")


def replies_for(viewer: Person) -> QuerySet[Post]:
    """Those that may answer what was asked."""
    return posts_for(viewer).filter(seq__gt=1, state=Post.State.SHOWN, thread__kind=Thread.Kind.TALK)


def posts_with_earlier(viewer: Person) -> QuerySet[Post]:
    """Those whose earlier words the viewer may read: one's own, and for a host all but what is private."""
    hosted = Membership.objects.hosts().filter(person=viewer).values("network_id")
    public = ~Q(thread__kind=Thread.Kind.PRIVATE)
    readable = Q(author__person=viewer) | Q(thread__network__in=hosted) & public
    return posts_for(viewer).filter(readable).prefetch_related("earlier")


def pictures_for(viewer: Person) -> QuerySet[Picture]:
    return Picture.objects.visible_to(viewer)


def posts_since(thread: Thread, viewer: Person, seq: int) -> list[Post]:
    """What came after `seq`, a page at most; whoever gets a full page asks again."""
    return list(posts_for(viewer).filter(thread=thread, seq__gt=seq)[:POSTS_ON_A_PAGE])


def posts_for(viewer: Person) -> QuerySet[Post]:
    return Post.objects.visible_to(viewer).select_related("author", "thread__network")


def posts_by_others(viewer: Person) -> QuerySet[Post]:
    return posts_for(viewer).exclude(author__person=viewer).select_related("author__person", "thread__network")


def who_hears_of(post: Post) -> list[int]:
    """The ids of those who are told of a post: who may see it where it stands, except where there is a block.

    What is kept back goes to its author and the hosts, what is private to those who have a place there.
    """
    thread, author = post.thread, post.author
    hearing = Membership.objects.current().filter(network=thread.network_id)
    if thread.kind == Thread.Kind.PRIVATE:
        hearing = hearing.filter(places_in_threads__thread=thread)
    if post.state not in FOR_ALL:
        hearing = hearing.filter(Q(is_host=True) | Q(pk=author.pk))
    if thread.standing not in FOR_ALL:
        hearing = hearing.filter(Q(is_host=True) | Q(pk__in=[author.pk, thread.begun_by_id]))
    apart = blocked_ids(author.person) | blocked_ids(thread.begun_by.person)
    return list(hearing.exclude(person__in=apart - {author.person_id}).values_list("person_id", flat=True))
