"""The networks of the town: founded and hosted, joined under chosen names, and talked in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import cycle
from random import Random
from uuid import UUID

from config.demo.casting import spare_names
from config.demo.named import NAMED
from config.demo.words.reading import Community, Discussion
from networks.machines import MEMBERSHIP
from networks.models import Membership, Network, Post, Thread
from networks.operations import found_network, join
from people.models import Person, StateChange
from people.vocabulary import AgeGroup


@dataclass(frozen=True)
class Dweller:
    """Somebody who may join networks, and what they care about."""

    person: Person
    topics: frozenset[str]


class Settling:
    """Founds the networks and fills them; `always` are in a network whatever chance says."""

    def __init__(self, rng: Random, *, founder: Person, always: dict[str, set[str]], at: datetime) -> None:
        self.rng = rng
        self.at = at
        self.founder = founder
        self.always = always
        self.worn: dict[int, set[str]] = defaultdict(set)

    def network(self, community: Community, host: Person, dwellers: Iterable[Dweller]) -> Network:
        names = spare_names(self.rng)
        network = found_network(
            by=self.founder,
            name=community.name,
            purpose=" ".join(community.purpose.split()),
            agreement="\n".join(line.strip() for line in community.agreement.splitlines()),
            joining=Network.Joining.REQUEST if community.by_request else Network.Joining.OPEN,
            for_under_18s=community.for_under_18s,
            host=host,
            host_name=self.name_for(host, names),
            at=self.at - timedelta(days=self.rng.randint(150, 400)),
        )
        willing = [one.person for one in dwellers if one.person != host and self.joins(community, one)]
        asking = willing[-3:] if community.by_request else []
        willing = willing[: len(willing) - len(asking)]
        memberships = self.let_in(network, willing, names)
        for person in asking:
            at = self.at - timedelta(hours=self.rng.uniform(3, 60))
            join(by=person, network=network, chosen_name=self.name_for(person, names), at=at)
        self.write(network, community.discussions, memberships, network.memberships.get(is_host=True))
        return network

    def joins(self, community: Community, one: Dweller) -> bool:
        """Nearly all whom the network is about, some others, and only those of its age."""
        young = one.person.age_group == AgeGroup.UNDER_18
        if young != community.for_under_18s or one.person.joined_at > self.at - timedelta(days=2):
            return False
        if one.person.email in NAMED:
            return one.person.email in self.always.get(community.slug, ())
        share = 0.85 if young else 0.75 if one.topics & set(community.topics) else 0.1
        return self.rng.random() < share

    def name_for(self, person: Person, names: Iterator[str]) -> str:
        """A name that the person uses nowhere else."""
        worn = {person.chosen_name, *self.worn[person.pk]}
        name = next(name for name in names if name not in worn)
        self.worn[person.pk].add(name)
        return name

    def let_in(self, network: Network, people: Iterable[Person], names: Iterator[str]) -> list[Membership]:
        """As `join` and a host would one by one, but all at once."""
        memberships = Membership.objects.bulk_create(
            Membership(
                network=network,
                person=person,
                chosen_name=self.name_for(person, names),
                state=Membership.State.JOINED,
                since=person.joined_at + (self.at - person.joined_at) * self.rng.uniform(0, 0.3),
            )
            for person in people
        )
        StateChange.objects.bulk_create(
            StateChange(
                machine=MEMBERSHIP.name,
                subject=one.pk,
                person=one.person,
                before=before,
                after=after,
                by=one.person,
                at=one.since,
            )
            for one in memberships
            for before, after in (("", Membership.State.ASKED), (Membership.State.ASKED, Membership.State.JOINED))
        )
        return memberships

    def write(
        self, network: Network, discussions: Sequence[Discussion], memberships: list[Membership], host: Membership
    ) -> None:
        """Threads of the past weeks, a few with a reply from today."""
        threads, posts = [], []
        for number, discussion in enumerate(self.rng.sample(discussions, len(discussions))):
            ago = 45 * (number / len(discussions)) ** 1.5 + self.rng.uniform(0.2, 2)
            said = self.said(discussion, memberships, host, began=self.at - timedelta(days=ago))
            if not said:
                continue
            (opener, _, began), last = said[0], said[-1][2]
            thread = Thread(
                network=network,
                begun_by=opener,
                title=discussion.title,
                began_at=began,
                last_at=last,
                last_seq=len(said),
            )
            threads.append(thread)
            posts += [
                Post(
                    thread=thread,
                    seq=seq,
                    author=author,
                    client_id=self.client_id(),
                    body=body,
                    posted_at=moment,
                    state=Post.State.SHOWN,
                )
                for seq, (author, body, moment) in enumerate(said, start=1)
            ]
        Thread.objects.bulk_create(threads)
        Post.objects.bulk_create(posts)

    def said(
        self, discussion: Discussion, memberships: list[Membership], host: Membership, *, began: datetime
    ) -> list[tuple[Membership, str, datetime]]:
        """Who said what when; nothing where there are not yet people enough to talk."""
        there = [one for one in memberships if one.since < began]
        if len(there) < 2:
            return []
        authors = self.rng.sample(there, min(len(there), len(discussion.posts)))
        opener, others = authors[0], cycle(authors[1:])
        step = min(timedelta(days=1.5), (self.at - began) / (len(discussion.posts) + 1))
        moment, said = began, []
        for number, post in enumerate(discussion.posts):
            author = {"opener": opener, "host": host}.get(post.who) or next(others)
            moment += step * self.rng.uniform(0.1, 1) if number else timedelta(0)
            said.append((author, post.words, moment))
        return said

    def client_id(self) -> UUID:
        return UUID(int=self.rng.getrandbits(128), version=4)
