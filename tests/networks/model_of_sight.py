"""What somebody may see in networks, in plain Python: a second opinion, which asks no database.

Written from the promises and not from the code: who is inside, who is kept apart, what is kept back, what is private.
"""

from dataclasses import dataclass, field
from datetime import datetime

YOUNG = "under_18"
FOR_ALL = ("shown", "withdrawn")


@dataclass(frozen=True)
class Member:
    person: int
    network: int
    state: str
    is_host: bool
    visited_at: datetime


@dataclass(frozen=True)
class Said:
    author: int
    state: str
    body: str
    # When others could read it: later than it was posted where it was kept back at first.
    at: datetime
    waited: bool = False
    mentions: tuple[int, ...] = ()


@dataclass(frozen=True)
class Talk:
    """A thread; its members are numbers in `Sight.members`, and its first post opens it."""

    network: int
    kind: str
    places: tuple[int, ...]
    title: str
    posts: tuple[Said, ...]

    @property
    def begun_by(self) -> int:
        return self.posts[0].author

    @property
    def standing(self) -> str:
        return self.posts[0].state


@dataclass(frozen=True)
class Sight:
    """Everybody and everything; people, networks, members and threads are known by their place in these."""

    ages: tuple[str, ...]
    networks_are_young: tuple[bool, ...]
    members: tuple[Member, ...]
    talks: tuple[Talk, ...]
    # Current ones.
    blocks: frozenset[tuple[int, int]]
    read: dict[tuple[int, int], int] = field(default_factory=dict)
    muted_talks: frozenset[tuple[int, int]] = frozenset()
    muted_members: frozenset[tuple[int, int]] = frozenset()
    muted_words: frozenset[tuple[int, str]] = frozenset()
    follows: dict[tuple[int, int], int] = field(default_factory=dict)

    def inside(self, member: int) -> bool:
        one = self.members[member]
        return one.state == "joined" and (one.is_host or self.is_of_age(one.person, one.network))

    def me(self, person: int, network: int) -> int | None:
        """The membership by which somebody is inside."""
        mine = [n for n, one in enumerate(self.members) if (one.person, one.network) == (person, network)]
        return mine[0] if mine and self.inside(mine[0]) else None

    def apart(self, person: int, member: int) -> bool:
        other = self.members[member].person
        return (person, other) in self.blocks or (other, person) in self.blocks

    def is_of_age(self, person: int, network: int) -> bool:
        return (self.ages[person] == YOUNG) == self.networks_are_young[network]

    def sees_door(self, person: int, network: int) -> bool:
        return self.is_of_age(person, network) or self.me(person, network) is not None

    def numbers(self, person: int, network: int) -> tuple[int, int]:
        """How many members and threads the card of a network says to somebody: none of who is kept apart."""
        members = [n for n, one in enumerate(self.members) if one.network == network and self.inside(n)]
        talks = [one for one in self.talks if (one.network, one.kind) == (network, "talk") and one.standing in FOR_ALL]
        return (
            sum(not self.apart(person, one) for one in members),
            sum(not self.apart(person, one.begun_by) for one in talks),
        )

    def is_suggested(self, person: int, network: int) -> bool:
        """Where one has had no part yet, is of the age, which must be known, and is apart from no host."""
        there = [n for n, one in enumerate(self.members) if one.network == network]
        hosts = [n for n in there if self.inside(n) and self.members[n].is_host]
        return (
            bool(self.ages[person])
            and self.is_of_age(person, network)
            and not any(self.members[n].person == person for n in there)
            and not any(self.apart(person, n) for n in hosts)
        )

    def sees_talk(self, person: int, talk: Talk) -> bool:
        me = self.me(person, talk.network)
        if me is None or self.apart(person, talk.begun_by):
            return False
        if talk.kind == "private" and me not in talk.places:
            return False
        return talk.standing in FOR_ALL or talk.begun_by == me or self.members[me].is_host

    def sees_post(self, person: int, talk: Talk, post: Said) -> bool:
        me = self.me(person, talk.network)
        if me is None or not self.sees_talk(person, talk) or self.apart(person, post.author):
            return False
        return post.state in FOR_ALL or post.author == me or self.members[me].is_host

    def mutes_talk(self, me: int, number: int) -> bool:
        talk = self.talks[number]
        word = talk.begun_by != me and any((me, word) in self.muted_words for word in talk.title.lower().split())
        return (me, number) in self.muted_talks or (me, talk.begun_by) in self.muted_members or word

    def mutes_post(self, me: int, post: Said) -> bool:
        word = post.author != me and any((me, word) in self.muted_words for word in post.body.lower().split())
        return (me, post.author) in self.muted_members or word

    def may_count(self, person: int, number: int, since: datetime) -> list[tuple[int, Said]]:
        """The posts of others, with their numbers, that may be counted to somebody as having come since then."""
        talk = self.talks[number]
        me = self.me(person, talk.network)
        if (
            me is None
            or not self.sees_talk(person, talk)
            or talk.standing not in FOR_ALL
            or self.mutes_talk(me, number)
        ):
            return []
        return [
            (seq, post)
            for seq, post in enumerate(talk.posts, start=1)
            if post.state == "shown"
            and post.author != me
            and not self.apart(person, post.author)
            and not self.mutes_post(me, post)
            and post.at > since
        ]

    def new(self, person: int, number: int) -> int:
        """How many posts of a thread are new to somebody."""
        me = self.me(person, self.talks[number].network)
        if me is None:
            return 0
        read = self.read.get((me, number), 0)
        return sum(seq > read for seq, _ in self.may_count(person, number, self.members[me].visited_at))
