"""Whatever the world: nobody is shown, counted, found, told or sent anything that they may not see."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from messaging.models import Notice
from networks import queries
from networks.models import (
    Following,
    Membership,
    Mention,
    Muting,
    Network,
    Post,
    Reading,
    Thread,
    ThreadPlace,
)
from networks.operations import tell_of_new_posts
from networks.operations.mentioning import tell_mentioned
from networks.queries.digest import digest_of
from people.models import Person
from safeguarding.models import Block
from tests.fixtures import NOW
from tests.networks.model_of_sight import Member, Said, Sight, Talk

PEOPLE, NETWORKS = range(4), range(2)
STATES = ["joined"] * 6 + ["asked", "refused", "left", "removed", "banned"]
STANDINGS = ["shown"] * 5 + ["waiting", "held", "hidden", "withdrawn"]
KINDS = ["talk"] * 3 + ["private", "event"]
WORDS = ["tea", "rain", "bread"]
HOURS = st.integers(0, 9).map(lambda hours: NOW + timedelta(hours=hours))
LATER = NOW + timedelta(days=1)
# A language that all share is a reason to suggest any of the networks to anybody.
SPOKEN = ["cy"]


@st.composite
def worlds(draw: st.DrawFn) -> Sight:
    def rarely(pairs: list[tuple[int, int]], most: int) -> list[tuple[int, int]]:
        return draw(st.lists(st.sampled_from(pairs), max_size=most, unique=True)) if pairs else []

    members = [
        Member(person, network, draw(st.sampled_from(STATES)), draw(st.integers(0, 4)) == 0, draw(HOURS))
        for person in PEOPLE
        for network in NETWORKS
        if draw(st.integers(0, 5))
    ]
    inhabited = sorted({one.network for one in members})
    talks = [_talk(draw, members, network) for network in inhabited for _ in range(draw(st.integers(0, 3)))]
    numbers, count = range(len(members)), range(len(talks))
    of_talks = [(one, talk) for one in numbers for talk in count if talks[talk].network == members[one].network]
    each_other = [(a, b) for a in numbers for b in numbers if a != b and members[a].network == members[b].network]
    return Sight(
        ages=tuple(draw(st.sampled_from(["26_64", "26_64", "", "under_18"])) for _ in PEOPLE),
        networks_are_young=(False, True),
        members=tuple(members),
        talks=tuple(talks),
        blocks=frozenset(rarely([(a, b) for a in PEOPLE for b in PEOPLE if a != b], 4)),
        read={pair: draw(st.integers(0, 4)) for pair in rarely(of_talks, 8)},
        muted_talks=frozenset(rarely(of_talks, 2)),
        muted_members=frozenset(rarely(each_other, 2)),
        muted_words=frozenset((one, draw(st.sampled_from(WORDS))) for one, _ in rarely(each_other, 2)),
        follows={pair: draw(st.integers(0, 4)) for pair in rarely(of_talks, 8)},
    )


def _talk(draw: st.DrawFn, members: list[Member], network: int) -> Talk:
    there = [number for number, one in enumerate(members) if one.network == network]
    posts = tuple(
        Said(
            author=draw(st.sampled_from(there)),
            state=draw(st.sampled_from(STANDINGS)),
            body=f"{draw(st.sampled_from(WORDS))} for @all",
            at=draw(HOURS),
            waited=draw(st.integers(0, 4)) == 0,
            mentions=tuple(draw(st.lists(st.sampled_from(there), max_size=2, unique=True))),
        )
        for _ in range(draw(st.integers(1, 4)))
    )
    places = tuple(draw(st.lists(st.sampled_from(there), max_size=3, unique=True)))
    return Talk(network, draw(st.sampled_from(KINDS)), places, f"{draw(st.sampled_from(WORDS))} talk", posts)


class Made:
    """A world in the database, by the same numbers."""

    def __init__(self, sight: Sight) -> None:
        self.sight = sight
        self.people = [
            Person.objects.create(chosen_name=f"P{n}", age_group=age, languages=SPOKEN)
            for n, age in enumerate(sight.ages)
        ]
        self.networks = [
            Network.objects.create(
                name=f"N{n}",
                slug=f"n{n}",
                purpose="x",
                agreement="x",
                for_under_18s=young,
                languages=SPOKEN,
                founded_at=NOW,
            )
            for n, young in enumerate(sight.networks_are_young)
        ]
        self.members = [
            Membership.objects.create(
                person=self.people[one.person],
                network=self.networks[one.network],
                chosen_name=f"M{n}",
                state=one.state,
                is_host=one.is_host,
                since=NOW - timedelta(days=1),
                visited_at=one.visited_at,
                digested_at=one.visited_at,
            )
            for n, one in enumerate(sight.members)
        ]
        self.threads = [self._thread(talk) for talk in sight.talks]
        for a, b in sight.blocks:
            Block.objects.create(by=self.people[a], person=self.people[b], known_as="x", began_at=NOW)
        self._attention()

    def _thread(self, talk: Talk) -> Thread:
        thread = Thread.objects.create(
            network=self.networks[talk.network],
            begun_by=self.members[talk.begun_by],
            kind=talk.kind,
            title=talk.title,
            standing=talk.standing,
            began_at=NOW,
            last_at=NOW + timedelta(hours=12),
            last_seq=len(talk.posts),
        )
        ThreadPlace.objects.bulk_create(ThreadPlace(thread=thread, membership=self.members[one]) for one in talk.places)
        posts = Post.objects.bulk_create(
            Post(
                thread=thread,
                seq=seq,
                author=self.members[post.author],
                client_id=uuid4(),
                body=post.body,
                posted_at=post.at - timedelta(days=2) if post.waited else post.at,
                appeared_at=post.at if post.waited else None,
                state=post.state,
            )
            for seq, post in enumerate(talk.posts, start=1)
        )
        Mention.objects.bulk_create(
            Mention(post=row, membership=self.members[one])
            for row, post in zip(posts, talk.posts, strict=True)
            for one in post.mentions
            if one != post.author
        )
        return thread

    def _attention(self) -> None:
        sight, members, threads = self.sight, self.members, self.threads
        for (one, talk), seq in sight.read.items():
            Reading.objects.create(membership=members[one], thread=threads[talk], seq=seq)
        for (one, talk), seq in sight.follows.items():
            Following.objects.create(
                membership=members[one], thread=threads[talk], since=NOW - timedelta(days=1), told_seq=seq
            )
        for one, talk in sight.muted_talks:
            Muting.objects.create(membership=members[one], thread=threads[talk], since=NOW)
        for one, other in sight.muted_members:
            Muting.objects.create(membership=members[one], member=members[other], since=NOW)
        for one, word in sight.muted_words:
            Muting.objects.create(membership=members[one], word=word, since=NOW)

    def posts(self) -> Iterator[tuple[int, int, Said]]:
        for number, talk in enumerate(self.sight.talks):
            for seq, post in enumerate(talk.posts, start=1):
                yield number, seq, post


@contextmanager
def made(sight: Sight) -> Iterator[Made]:
    with transaction.atomic():
        yield Made(sight)
        transaction.set_rollback(True)


in_any_world = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.mark.django_db
@in_any_world
@given(worlds())
def test_what_is_seen_listed_counted_and_found(sight: Sight) -> None:
    with made(sight) as world:
        for number, person in enumerate(world.people):
            _sees(world, number, person)
            for network, row in enumerate(world.networks):
                if sight.me(number, network) is not None:
                    _lists(world, number, person, network, row)
            _finds(world, number, person)
            _counts(world, number, person)
            _cards(world, number, person)


def _sees(world: Made, number: int, person: Person) -> None:
    sight = world.sight
    assert set(queries.threads_for(person).values_list("pk", flat=True)) == {
        thread.pk for thread, talk in zip(world.threads, sight.talks, strict=True) if sight.sees_talk(number, talk)
    }
    assert set(queries.posts_for(person).values_list("thread", "seq")) == {
        (world.threads[talk].pk, seq)
        for talk, seq, post in world.posts()
        if sight.sees_post(number, sight.talks[talk], post)
    }


def _lists(world: Made, number: int, person: Person, network: int, row: Network) -> None:
    """The list of talk with its numbers, where nothing that is kept back and nobody who is kept apart counts."""
    sight = world.sight
    me = sight.me(number, network)
    assert me is not None
    stretch = queries.stretch_of_threads(row, queries.attention_of(person, LATER, row))
    assert {(thread.pk, thread.replies, thread.new) for thread in stretch.threads} == {
        (
            world.threads[talk].pk,
            sum(
                post.state in ("shown", "withdrawn") and not sight.apart(number, post.author) for post in one.posts[1:]
            ),
            sight.new(number, talk),
        )
        for talk, one in enumerate(sight.talks)
        if (one.network, one.kind) == (network, "talk")
        and sight.sees_talk(number, one)
        and not sight.mutes_talk(me, talk)
    }


def _finds(world: Made, number: int, person: Person) -> None:
    sight = world.sight
    finds = queries.found_in_networks(person, "for", at=LATER)
    found = {(one.post.thread_id, one.post.seq) for one in finds.posts}
    visible = {
        (world.threads[talk].pk, seq)
        for talk, seq, post in world.posts()
        if post.state == "shown"
        and sight.talks[talk].standing in ("shown", "withdrawn")
        and sight.sees_post(number, sight.talks[talk], post)
    }
    assert found == visible if not finds.older else found < visible
    titles = {one.thread.pk for one in queries.found_in_networks(person, "talk", at=LATER).threads}
    assert titles == {
        world.threads[talk].pk
        for talk, one in enumerate(sight.talks)
        if one.standing in ("shown", "withdrawn")
        and sight.sees_talk(number, one)
        and not sight.mutes_talk(sight.me(number, one.network) or 0, talk)
    }


def _counts(world: Made, number: int, person: Person) -> None:
    sight = world.sight
    new = Counter(world.networks[one.network].pk for talk, one in enumerate(sight.talks) if sight.new(number, talk))
    assert queries.new_in_networks(person, LATER) == dict(new)
    for member, one in enumerate(sight.members):
        if one.person == number and sight.inside(member):
            digest = digest_of(person, [world.members[member]], LATER)
            assert digest.elsewhere == sum(
                len(sight.may_count(number, talk, one.visited_at))
                for talk, said in enumerate(sight.talks)
                if said.network == one.network and said.kind != "private"
            )


def _cards(world: Made, number: int, person: Person) -> None:
    """Which networks are listed and which suggested, and the numbers on the card of each."""
    sight = world.sight
    cards = {
        row.pk: (sight.me(number, network) is not None, *sight.numbers(number, network))
        for network, row in enumerate(world.networks)
    }
    found: list[Any] = list(queries.networks_for(person))
    assert {one.pk: (one.is_mine, one.members, one.discussions) for one in found} == {
        row.pk: cards[row.pk] for network, row in enumerate(world.networks) if sight.sees_door(number, network)
    }
    suggested: list[Any] = [one.network for one in queries.suggestions_for(person)]
    assert [(one.pk, (one.is_mine, one.members, one.discussions)) for one in suggested] == [
        (row.pk, cards[row.pk]) for network, row in enumerate(world.networks) if sight.is_suggested(number, network)
    ]


@pytest.mark.django_db
@in_any_world
@given(worlds())
def test_who_is_sent_and_told_what(sight: Sight) -> None:
    with made(sight) as world:
        for talk, seq, post in world.posts():
            _sent(world, talk, seq, post)
        _mentioned(world)
        Notice.objects.all().delete()
        tell_of_new_posts(at=LATER)
        told = Counter(Notice.objects.values_list("person", "path"))
        assert told == {
            (world.people[sight.members[one].person].pk, f"/networks/n{sight.talks[talk].network}/threads/{pk}/"): 1
            for (one, talk), told_seq in sight.follows.items()
            for pk in [world.threads[talk].pk]
            if sight.inside(one)
            and told_seq <= sight.read.get((one, talk), 0)
            and sight.new(sight.members[one].person, talk)
        }


def _sent(world: Made, talk: int, seq: int, post: Said) -> None:
    """Frames go to whoever sees the post, and to whoever wrote it."""
    sight = world.sight
    row = Post.objects.select_related("author__person", "thread__begun_by__person").get(
        thread=world.threads[talk], seq=seq
    )
    see = {world.people[n].pk for n in PEOPLE if sight.sees_post(n, sight.talks[talk], post)}
    writer = world.people[sight.members[post.author].person].pk
    assert see - {writer} == set(queries.who_hears_of(row)) - {writer}


def _mentioned(world: Made) -> None:
    sight = world.sight
    for talk, seq, post in world.posts():
        Notice.objects.all().delete()
        row = Post.objects.select_related("author__person", "thread__network", "thread__begun_by__person").get(
            thread=world.threads[talk], seq=seq
        )
        tell_mentioned(row, at=LATER)
        told = set(Notice.objects.values_list("person", flat=True))
        may = {
            world.people[sight.members[one].person].pk
            for one in post.mentions
            if post.state == "shown" and sight.sees_post(sight.members[one].person, sight.talks[talk], post)
        }
        assert told <= may
