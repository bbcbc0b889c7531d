"""Measures the pages of a large network, and its questions beside the plain way, once Django is set up."""

from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import Any

from django.core.paginator import Paginator
from django.db import connection
from django.db.models import Count, Q
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from benchmarks.communities.building import COMMON, RARE
from networks import queries
from networks.models import Network, Post, Thread
from networks.queries.threads import name_of_place
from people.models import Person

DEEP = 8_000


def measured(long: int, short: int, rounds: int) -> dict[str, Any]:
    """Of the pages milliseconds and queries, of the questions milliseconds of ours and of the plain way."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    measuring = Measuring(long, short, rounds)
    return {
        "pages": {name: measuring.page(path) for name, path in measuring.pages().items()},
        "beside": {
            name: [measuring.took(ours), measuring.took(plain)] for name, (ours, plain) in measuring.questions().items()
        },
        "rows": [Thread.objects.count(), Post.objects.count(), Person.objects.count()],
    }


class Measuring:
    """Who opens the pages, and what is asked of the database for them."""

    def __init__(self, long: int, short: int, rounds: int) -> None:
        self.me, self.network = Person.objects.order_by("pk")[0], Network.objects.get()
        self.client = Client(headers={"host": "bench.example.org", "x-forwarded-proto": "https"})
        self.client.force_login(self.me)
        self.thread, self.short, self.rounds, self.at = Thread.objects.get(pk=long), short, rounds, timezone.now()
        self.middle = queries.page_of_seq(self.thread.last_seq // 2)
        deep = min(DEEP, Thread.objects.count() // 2)
        self.deep = name_of_place(queries.threads_of(self.network, self.me)[deep])

    def pages(self) -> dict[str, str]:
        inside = "/networks/large/"
        long = f"{inside}threads/{self.thread.pk}/"
        return {
            "networks, with what is new": "/networks/",
            "threads, the newest": inside,
            f"threads, after {DEEP:,}": f"{inside}?before={self.deep}",
            "a short thread": f"{inside}threads/{self.short}/",
            "a thread of 5,000, first page": long,
            "a thread of 5,000, in the middle": f"{long}?page={self.middle}",
            "a thread of 5,000, last page": f"{long}?page={queries.page_of_seq(self.thread.last_seq)}",
            "search, a word of one post in five": f"{inside}search/?q={COMMON}",
            "search, a word of twenty posts": f"{inside}search/?q={RARE}",
            "search, a word that is nowhere": f"{inside}search/?q=zebra",
            "what is one's own": f"{inside}yours/",
        }

    def page(self, path: str) -> list[float]:
        milliseconds = self.took(lambda: self.open(path))
        with CaptureQueriesContext(connection) as asked:
            self.open(path)
        return [milliseconds, len(asked)]

    def open(self, path: str) -> None:
        status = self.client.get(path).status_code
        if status != 200:
            raise RuntimeError(f"{path} answered {status}")

    def took(self, do: Callable[[], object]) -> float:
        """The median in milliseconds, once it has been done before."""
        do()
        spent = []
        for _ in range(self.rounds):
            begins = perf_counter()
            do()
            spent.append(perf_counter() - begins)
        return median(spent) * 1000

    def questions(self) -> dict[str, tuple[Callable[[], object], Callable[[], object]]]:
        me, at = self.me, self.at
        return {
            "threads, the newest": (lambda: self.list(""), lambda: self.plain_list(1)),
            f"threads, after {DEEP:,}": (lambda: self.list(self.deep), lambda: self.plain_list(DEEP // 20 + 1)),
            "posts in the middle": (
                lambda: queries.page_of_posts(self.thread, me, self.middle),
                lambda: self.plain_thread(self.middle),
            ),
            "a common word": (
                lambda: queries.found_in_networks(me, COMMON, at=at),
                lambda: self.plain_search(COMMON),
            ),
            "a rare word": (lambda: queries.found_in_networks(me, RARE, at=at), lambda: self.plain_search(RARE)),
            "where something is new": (lambda: queries.new_in_networks(me, at), self.plain_news),
        }

    def list(self, before: str) -> None:
        attention = queries.attention_of(self.me, self.at, self.network)
        queries.stretch_of_threads(self.network, attention, before=before)

    def plain_list(self, number: int) -> None:
        """A join that counts, OFFSET, and COUNT over all."""
        replies = Count("posts", filter=Q(posts__state="shown"))
        threads = Thread.objects.visible_to(self.me).filter(network=self.network).select_related("begun_by")
        tuple(Paginator(threads.annotate(replies=replies).order_by("-last_at", "-pk"), 20).get_page(number))

    def plain_thread(self, number: int) -> None:
        posts = Post.objects.visible_to(self.me).filter(thread=self.thread).select_related("author")
        tuple(Paginator(posts.order_by("posted_at", "pk"), 50).get_page(number))

    def plain_search(self, word: str) -> None:
        posts = Post.objects.visible_to(self.me).filter(body__icontains=word).select_related("author", "thread")
        tuple(Paginator(posts.order_by("-posted_at"), 20).get_page(1))

    def plain_news(self) -> None:
        threads = Thread.objects.visible_to(self.me).filter(network=self.network)
        read = dict(self.me.memberships.get().readings.values_list("thread_id", "seq"))
        sum(thread.last_seq > read.get(thread.pk, 0) for thread in threads)
