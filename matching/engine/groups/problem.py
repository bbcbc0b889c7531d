"""Who could be in a small group: people with topics and weekly slots; impossible values are refused."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from matching.engine.errors import ProblemError
from matching.engine.problem import Id

# Two are a pair; and a group past this size is a class.
LEAST_SIZE, LARGEST_SIZE = 2, 1000


@dataclass(frozen=True, slots=True)
class GroupPerson:
    """One who would join a group: on which topics, in which weekly slots; `groups` are for measuring fairness only."""

    id: Id
    topics: frozenset[str]
    slots: frozenset[str]
    groups: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, words in (("topic", self.topics), ("slot", self.slots)):
            for word in words:
                if not isinstance(word, str) or not word:
                    raise ProblemError(f"Person {self.id!r}: a {name} cannot be {word!r}; it is a word.")


@dataclass(frozen=True)
class GroupProblem:
    """People in order of id, the sizes a group may have, and who must not share one; made by `group_problem_of`."""

    people: tuple[GroupPerson, ...]
    smallest: int
    largest: int
    # Each pair once and in order, whichever way it was given.
    apart: tuple[tuple[Id, Id], ...] = ()
    # Decides between groups that are equally good, and nothing else.
    seed: int = 0


def group_problem_of(
    people: Iterable[GroupPerson],
    *,
    smallest: int,
    largest: int,
    apart: Iterable[tuple[Id, Id]] = (),
    seed: int = 0,
) -> GroupProblem:
    """The problem of these people in any order; a value that cannot be is refused with a ProblemError that names it."""
    _whole("The smallest size", smallest, LEAST_SIZE, LARGEST_SIZE)
    _whole("The largest size", largest, smallest, LARGEST_SIZE)
    _whole("The seed", seed, -(2**63), 2**63 - 1)
    rows = sorted(people, key=lambda person: id_order(person.id))
    known: set[Id] = set()
    for person in rows:
        if person.id in known:
            raise ProblemError(f"Two people with the id {person.id!r}.")
        known.add(person.id)
    return GroupProblem(tuple(rows), smallest, largest, _apart(apart, known), seed)


def id_order(each: Id) -> tuple[bool, Id]:
    """Where an id stands: numbers before words, because Python does not compare the two."""
    return isinstance(each, str), each


def _apart(pairs: Iterable[tuple[Id, Id]], known: set[Id]) -> tuple[tuple[Id, Id], ...]:
    found = set()
    for pair in pairs:
        for each in pair:
            if each not in known:
                raise ProblemError(f"Apart: there is no person {each!r}.")
        one, other = sorted(pair, key=id_order)
        if one == other:
            raise ProblemError(f"Apart: {one!r} cannot be kept apart from themselves.")
        found.add((one, other))
    return tuple(sorted(found, key=lambda pair: (id_order(pair[0]), id_order(pair[1]))))


def _whole(name: str, value: int, least: int, most: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise ProblemError(f"{name} cannot be {value!r}; it is a whole number from {least} to {most}.")
