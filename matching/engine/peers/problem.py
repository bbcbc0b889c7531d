"""Who could be paired with whom among equals: people, scored pairs and the aim; impossible values are refused."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from matching.engine.errors import ProblemError
from matching.engine.problem import LARGEST_SCORE, Aim, Id, Objective, Whole

ScoredPair = tuple[Id, Id, int]


class PersonRow(NamedTuple):
    """One who asks and offers at once; `groups` are for measuring fairness only and never reach a score."""

    id: Id
    groups: Mapping[str, str] = {}


@dataclass(frozen=True, eq=False)
class PeerProblem:
    """One matching of people two by two; `first`, `second` and `scores` are its pairs, side by side.

    The first of a pair comes before the second in the order of people, and pairs stand in order of both, so that
    the order in which they were given cannot matter. Made by `peer_problem_of`.
    """

    people: tuple[PersonRow, ...]
    first: Whole
    second: Whole
    scores: Whole
    aim: Aim = field(default_factory=Aim)

    @cached_property
    def row(self) -> dict[Id, int]:
        return {person.id: row for row, person in enumerate(self.people)}

    def usable(self, least: int | None = None) -> Whole:
        """The places in the list of pairs of those that may be made, and that score at least `least`."""
        lowest = [each for each in (self.aim.at_least, least) if each is not None]
        return np.flatnonzero(self.scores >= max(lowest)) if lowest else np.arange(len(self.scores))

    def ids(self, rows: Whole) -> tuple[Id, ...]:
        """The ids of the people in these rows."""
        return tuple(self.people[row].id for row in rows.tolist())


def peer_problem_of(people: Iterable[PersonRow], pairs: Sequence[ScoredPair], *, aim: Aim | None = None) -> PeerProblem:
    """The problem of these rows in any order; a value that cannot be is refused with a ProblemError that names it."""
    aim = aim or Aim()
    _refuse_aim(aim)
    people = sorted(people, key=lambda person: (isinstance(person.id, str), person.id))
    row = {person.id: place for place, person in enumerate(people)}
    if len(row) < len(people):
        twice = next(one.id for one, other in pairwise(people) if one.id == other.id)
        raise ProblemError(f"Two people with the id {twice!r}.")
    ones, others, points = zip(*pairs, strict=True) if pairs else ((), (), ())
    if not row.keys() >= {*ones, *others} or not _are_scores(points):
        _refuse_pair(row, pairs)
    ends = np.array([[row[each] for each in ones], [row[each] for each in others]], dtype=np.int64)
    first, second, scores = ends.min(axis=0), ends.max(axis=0), np.array(points, dtype=np.int64)
    order = np.lexsort((second, first))
    first, second, scores = first[order], second[order], scores[order]
    _refuse_twice(people, first, second)
    return PeerProblem(tuple(people), first, second, scores, aim)


def _refuse_aim(aim: Aim) -> None:
    if Objective.STABLE in aim.order:
        raise ProblemError("objective cannot be stable for peers: among equals there may be no stable pairs at all.")
    for name, value in (("spread", aim.spread), ("waiting", aim.waiting)):
        if value:
            raise ProblemError(f"{name} cannot be {value!r} for peers; it is for helpers who have places.")


def _are_scores(points: Sequence[int]) -> bool:
    if not set(map(type, points)) <= {int}:
        return False
    return min(points, default=0) >= -LARGEST_SCORE and max(points, default=0) <= LARGEST_SCORE


def _refuse_pair(row: Mapping[Id, int], pairs: Iterable[ScoredPair]) -> None:
    """Name the first pair that cannot be."""
    for place, (*ends, points) in enumerate(pairs):
        for each in ends:
            if each not in row:
                raise ProblemError(f"pairs[{place}]: there is no person {each!r}.")
        if not _are_scores([points]):
            limits = f"a whole number from {-LARGEST_SCORE} to {LARGEST_SCORE}"
            raise ProblemError(f"pairs[{place}]: score cannot be {points!r}; it is {limits}.")


def _refuse_twice(people: Sequence[PersonRow], first: Whole, second: Whole) -> None:
    alone = np.flatnonzero(first == second)
    if len(alone):
        raise ProblemError(f"Person {people[first[alone[0]]].id!r} cannot be paired with themselves.")
    again = np.flatnonzero((np.diff(first) == 0) & (np.diff(second) == 0))
    if len(again):
        one, other = people[first[again[0]]].id, people[second[again[0]]].id
        raise ProblemError(f"The pair of {one!r} and {other!r} is there twice.")
