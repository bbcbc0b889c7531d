"""A problem and the pairs of a plan for it as arrays, for everything that is checked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from matching.engine.plan import Plan
from matching.engine.problem import Id, Problem, Whole

Flags = NDArray[np.bool_]

NOT_THERE = -1


@dataclass(frozen=True)
class Books:
    """What is there and what is taken; `edges` are the places of the plan's pairs in the problem's list of pairs."""

    problem: Problem
    edges: Whole

    @cached_property
    def chosen(self) -> Whole:
        """The pairs that the plan was free to make: all but the locked ones."""
        return np.setdiff1d(self.edges, self.problem.locked)

    @cached_property
    def settled(self) -> Flags:
        """Which seekers have a locked pair."""
        found = np.zeros(len(self.problem.seekers), dtype=np.bool_)
        found[self.problem.rows[self.problem.locked]] = True
        return found

    @cached_property
    def room(self) -> Whole:
        """Each helper's places beside those of locked pairs."""
        return self.problem.capacity - self.by_helper(self.problem.locked)

    @cached_property
    def taken(self) -> Whole:
        """How many of those places the plan takes."""
        return self.by_helper(self.chosen)

    @cached_property
    def usable(self) -> Flags:
        """Which pairs a plan may make beside the locked ones."""
        problem = self.problem
        found: Flags = ~self.settled[problem.rows] & (self.room > 0)[problem.columns]
        return found if problem.aim.at_least is None else found & (problem.worth >= problem.aim.at_least)

    def by_helper(self, edges: Whole) -> Whole:
        """How many of these pairs each helper has."""
        return np.bincount(self.problem.columns[edges], minlength=len(self.problem.helpers))

    def by_seeker(self, edges: Whole) -> Whole:
        """How many of these pairs each seeker has."""
        return np.bincount(self.problem.rows[edges], minlength=len(self.problem.seekers))

    def seeker(self, row: int) -> str:
        return f"seeker {self.problem.seekers[row].id!r}"

    def helper(self, column: int) -> str:
        return f"helper {self.problem.helpers[column].id!r}"

    def pair(self, edge: int) -> str:
        return f"the pair of {self.seeker(self.problem.rows[edge])} and {self.helper(self.problem.columns[edge])}"


def places_of(problem: Problem, plan: Plan) -> Whole:
    """Where each pair of the plan stands in the problem's list of pairs; NOT_THERE for one that does not."""
    row, column = problem.seeker_row, problem.helper_column
    width = len(problem.helpers) + 1
    wanted = _numbers(row.get(one, NOT_THERE) * width + column.get(other, width - 1) for one, other in plan.pairs)
    there = problem.rows * width + problem.columns
    if not len(there):
        return np.full(len(wanted), NOT_THERE)
    places = np.minimum(np.searchsorted(there, wanted), len(there) - 1)
    return np.where(there[places] == wanted, places, NOT_THERE)


def told(places: Iterable[int], sentence: Callable[[int], str]) -> list[str]:
    """What is wrong at the first of these places, and at how many more; one line for each kind of fault is enough."""
    found = list(places)
    if not found:
        return []
    said = sentence(found[0])
    more = f" (and {len(found) - 1} more like this)" if len(found) > 1 else ""
    return [f"{said[0].upper()}{said[1:]}{more}."]


def ids(found: Iterable[Id]) -> str:
    """Some ids in words, three of them at most."""
    named = list(found)
    return ", ".join(repr(each) for each in named[:3]) + (f" and {len(named) - 3} more" if len(named) > 3 else "")


def _numbers(found: Iterable[int]) -> Whole:
    return np.fromiter(found, dtype=np.int64)
