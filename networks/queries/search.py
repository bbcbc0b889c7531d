"""Searches what is written in one's networks: titles of threads, and posts. What is searched for is kept nowhere.

Found is what one sees and is there for all; what is kept back is found by nobody, its author and the hosts included,
so that a search tells nothing that the pages do not tell.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, QuerySet

from messaging.finding import Looking, Part
from networks.models import Network, Post, Thread
from networks.models.standing import FOR_ALL, Standing
from networks.queries.attention import attention_of
from people.models import Person

TITLES_SHOWN = 10
FOUND_A_PAGE = 20


@dataclass(frozen=True)
class FoundThread:
    """A thread with the words in its title."""

    thread: Thread
    parts: list[Part]


@dataclass(frozen=True)
class FoundPost:
    """A post with the words in it; `muted` says what of it the searcher has muted, and then its words are not shown."""

    post: Post
    parts: list[Part]
    muted: str


@dataclass(frozen=True)
class Finds:
    """One page of what was found, the latest first; `older` says where the next one begins."""

    threads: list[FoundThread]
    posts: list[FoundPost]
    is_newest: bool
    older: str


def found_in_networks(
    viewer: Person, words: str, *, at: datetime, network: Network | None = None, before: str = ""
) -> Finds:
    """What the viewer searches for in a network, or in all of theirs; `before` is `older` of the page before."""
    looking = Looking(words)
    place = int(before) if before.isascii() and before.isdecimal() and len(before) < 19 else None
    threads = Thread.objects.visible_to(viewer).filter(standing__in=FOR_ALL)
    posts = Post.objects.visible_to(viewer).filter(state=Standing.SHOWN, thread__standing__in=FOR_ALL)
    if network:
        threads, posts = threads.filter(network=network), posts.filter(thread__network=network)
    found = list(_posts(looking, posts, place)[: FOUND_A_PAGE + 1])
    attention = attention_of(viewer, at, network)
    return Finds(
        threads=[] if place else _titles(looking, threads.exclude(attention.of_threads())),
        posts=[
            FoundPost(post, looking.parts_of(post.marked, post.body), attention.why_muted(post))
            for post in found[:FOUND_A_PAGE]
        ],
        is_newest=place is None,
        older=str(found[FOUND_A_PAGE - 1].pk) if len(found) > FOUND_A_PAGE else "",
    )


def _titles(looking: Looking, threads: QuerySet[Thread]) -> list[FoundThread]:
    found = looking.among(threads, "title").select_related("network").order_by("-last_at", "-pk")[:TITLES_SHOWN]
    return [FoundThread(thread, looking.parts_of(thread.marked, thread.title)) for thread in found]


def _posts(looking: Looking, posts: QuerySet[Post], place: int | None) -> Any:
    """By the order in which they were written, which the primary key keeps.

    By the bare key PostgreSQL would walk all posts from the newest on, looking for the words in each: quick for a
    word that many have, and 200 times slower than by the index of words for one that few have.
    """
    if place:
        posts = posts.filter(pk__lt=place)
    found = looking.among(posts, "body").select_related("author", "thread__network")
    return found.order_by((F("pk") + 0).desc())
