"""Who is there: people in pairs, and apart from them people in groups, alike for every contestant."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Size:
    """How many people talk in pairs, and how many are in each group; nobody is in two."""

    paired: int
    groups: tuple[int, ...]

    @property
    def people(self) -> int:
        return self.paired + sum(self.groups)

    def members(self) -> list[range]:
        """The places in the list of people of those in each conversation: the pairs first, then the groups."""
        pairs = [range(first, first + 2) for first in range(0, self.paired, 2)]
        starts = [self.paired + sum(self.groups[:place]) for place in range(len(self.groups))]
        return pairs + [range(start, start + size) for start, size in zip(starts, self.groups, strict=True)]


@dataclass(frozen=True)
class Person:
    """The cookie of a signed-in person, and the conversation they are in."""

    cookie: str
    conversation: int


@dataclass(frozen=True)
class Town:
    """Everybody: those in pairs side by side, then the groups by their size."""

    pairs: list[Person]
    groups: dict[int, list[Person]]


def town_of(size: Size, cookies: Sequence[str], conversations: Sequence[int]) -> Town:
    """The town in which these are signed in and talk in these conversations, in the order of `members`."""
    people = [
        [Person(cookies[place], conversation) for place in places]
        for places, conversation in zip(size.members(), conversations, strict=True)
    ]
    count = size.paired // 2
    pairs = [person for pair in people[:count] for person in pair]
    return Town(pairs, dict(zip(size.groups, people[count:], strict=True)))


def written(town: Town) -> str:
    return json.dumps(asdict(town))


def read(text: str) -> Town:
    found = json.loads(text)
    return Town(
        [Person(**person) for person in found["pairs"]],
        {int(size): [Person(**person) for person in people] for size, people in found["groups"].items()},
    )
