"""Questions about what somebody has seen of their networks, what is new to them, and what they want to see less of."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from networks.models import Membership, Muting, Network, Post, Reading, Thread
from networks.models.standing import FOR_ALL, Standing
from networks.queries.counting import count_of
from people.models import Person
from safeguarding.queries import blocked_ids

# What is older than this is not new to anybody: who was away for a year finds the latest of it, not all.
IS_NEW_FOR = timedelta(days=90)


@dataclass(frozen=True)
class Attention:
    """What one person has seen and muted, in all the networks asked about; every question below is one of theirs."""

    person: Person
    at: datetime
    memberships: list[Membership]
    mutings: list[Muting]
    apart: set[int] = field(default_factory=set)

    @property
    def membership(self) -> Membership | None:
        """Theirs, where it was asked about one network."""
        return self.memberships[0] if self.memberships else None

    @cached_property
    def muted_threads(self) -> list[int]:
        return [one.thread_id for one in self.mutings if one.thread_id is not None]

    @cached_property
    def muted_members(self) -> list[int]:
        return [one.member_id for one in self.mutings if one.member_id is not None]

    def since(self, membership: Membership) -> datetime:
        """From when on something is new to them: since they came, or pressed "Mark all as read"."""
        return max(membership.visited_at or membership.since, self.at - IS_NEW_FOR)

    def of_threads(self) -> Q:
        """Muted: itself, whoever began it, or a word in its title."""
        return (
            Q(pk__in=self.muted_threads)
            | Q(begun_by__in=self.muted_members)
            | self._words("title", "network_id", "begun_by_id")
        )

    def of_posts(self) -> Q:
        """Muted: whoever wrote it, or a word in it."""
        return Q(author__in=self.muted_members) | self._words("body", "thread__network_id", "author_id")

    def _words(self, column: str, network: str, writer: str) -> Q:
        """Somebody's own words are never muted."""
        found = Q()
        for membership in self.memberships:
            words = [one.word for one in self.mutings if one.word and one.membership_id == membership.pk]
            if words:
                found |= Q(**{network: membership.network_id, f"{column}__iregex": pattern(words)}) & ~Q(
                    **{writer: membership.pk}
                )
        return found

    def new_threads(self, threads: QuerySet[Thread]) -> QuerySet[Thread]:
        """Those of `threads`, which the person sees, in which something is new to them and not muted."""
        return self.with_news(self.lately(threads).exclude(self.of_threads())).filter(Exists(self.new_posts()))

    def lately(self, threads: QuerySet[Thread]) -> QuerySet[Thread]:
        lately = Q(pk__in=[])
        for one in self.memberships:
            lately |= Q(network=one.network_id, last_at__gt=self.since(one))
        return threads.filter(lately, standing__in=FOR_ALL)

    def with_news(self, threads: QuerySet[Thread]) -> QuerySet[Thread]:
        """Each with `seen_seq`, how far the person has read it, and `new_since`, as `new_posts` asks."""
        read = Reading.objects.filter(membership__person=self.person, thread=OuterRef("pk")).values("seq")
        marks = [When(network=one.network_id, then=Value(self.since(one))) for one in self.memberships]
        return threads.annotate(
            seen_seq=Coalesce(Subquery(read[:1]), Value(0)),
            new_since=Case(*marks, default=Value(self.at)),
        )

    def new_posts(self) -> QuerySet[Post]:
        """What is new to the person in the outer thread: by others, there for all, not muted, no block between."""
        # Says no more than the next line, but can be asked of a post alone, before anything is looked for in it.
        oldest = min((self.since(one) for one in self.memberships), default=self.at)
        return (
            Post.objects.filter(thread=OuterRef("pk"), state=Standing.SHOWN)
            .there_after(oldest)
            .there_after(OuterRef("new_since"))
            .filter(seq__gt=OuterRef("seen_seq"))
            .exclude(author__person=self.person)
            .exclude(author__person__in=self.apart)
            .exclude(self.of_posts())
        )

    def with_new(self, threads: QuerySet[Thread]) -> QuerySet[Any]:
        """Each with `new`, how many posts are new to the person; nothing in a thread that a moderator keeps back."""
        there = When(standing__in=FOR_ALL, then=count_of(self.new_posts(), "thread"))
        return self.with_news(threads).annotate(new=Case(there, default=Value(0)))

    def why_muted(self, post: Post) -> str:
        """What of it is muted, to be said in its place; empty where nothing is."""
        if post.author_id in self.muted_members:
            return post.author.chosen_name
        if post.author.person_id == self.person.pk:
            return ""
        words = [one.word for one in self.mutings if one.word]
        return next((f"“{word}”" for word in words if re.search(pattern([word]), post.body, re.IGNORECASE)), "")


def pattern(words: Iterable[str]) -> str:
    """Finds any of the words as a whole one; both PostgreSQL and Python read it so."""
    return rf"(?<!\w)({'|'.join(re.escape(word) for word in words)})(?!\w)"


def attention_of(person: Person, at: datetime, network: Network | None = None) -> Attention:
    """In one network, or in all that the person is in."""
    memberships = Membership.objects.current().filter(person=person)
    if network:
        memberships = memberships.filter(network=network)
    found = list(memberships.order_by("pk"))
    mutings = list(Muting.objects.filter(membership__in=[one.pk for one in found]).select_related("member", "thread"))
    return Attention(person=person, at=at, memberships=found, mutings=mutings, apart=blocked_ids(person))


def new_in_networks(person: Person, at: datetime) -> dict[int, int]:
    """In how many threads something is new to somebody, by the id of each network in which something is."""
    attention = attention_of(person, at)
    if not attention.memberships:
        return {}
    found = attention.new_threads(Thread.objects.visible_to(person)).order_by()
    rows = found.values_list("network_id", "pk")
    counts: dict[int, int] = {}
    for network, _ in rows:
        counts[network] = counts.get(network, 0) + 1
    return counts
