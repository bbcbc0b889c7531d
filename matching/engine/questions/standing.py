"""Who is with whom between two rounds, as one comes or goes: the pairs that stand are never touched."""

from bisect import bisect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from matching.engine.errors import ProblemError
from matching.engine.fit.reasons import Reason
from matching.engine.problem import HelperRow, Id, Pairs, Problem, SeekerRow, Whole, places_of, problem_of

Scores = Sequence[tuple[Id, int]]


@dataclass(frozen=True, eq=False)
class Standing:
    """A problem and the pairs that stand, as places in its list of pairs, ascending."""

    problem: Problem
    edges: Whole

    @cached_property
    def pairs(self) -> tuple[tuple[Id, Id], ...]:
        problem = self.problem
        found = zip(problem.rows[self.edges].tolist(), problem.columns[self.edges].tolist(), strict=True)
        return tuple((problem.seekers[row].id, problem.helpers[column].id) for row, column in found)

    @cached_property
    def taken(self) -> Whole:
        """How many people who stand each helper has."""
        return np.bincount(self.problem.columns[self.edges], minlength=len(self.problem.helpers))

    @cached_property
    def waiting(self) -> NDArray[np.bool_]:
        """Which seekers have nobody."""
        found = np.ones(len(self.problem.seekers), dtype=np.bool_)
        found[self.problem.rows[self.edges]] = False
        return found

    @cached_property
    def rest(self) -> Problem:
        """What is left to decide: those who wait, the places that are free, and the pairs between them."""
        problem, free = self.problem, self.problem.capacity - self.taken
        edges = np.flatnonzero(self.waiting[problem.rows] & (free > 0)[problem.columns])
        seekers, rows = np.unique(problem.rows[edges], return_inverse=True)
        helpers, columns = np.unique(problem.columns[edges], return_inverse=True)
        offering = []
        for column in helpers.tolist():
            helper, taken = problem.helpers[column], int(self.taken[column])
            offering.append(helper._replace(capacity=helper.capacity - taken, load=helper.load + taken))
        asking = tuple(problem.seekers[row] for row in seekers.tolist())
        return Problem(asking, tuple(offering), rows, columns, problem.scores[edges], problem.aim)


def standing_of(problem: Problem, pairs: Pairs) -> Standing:
    """What stands when these pairs and the locked ones are made. Raises ProblemError where they cannot all be."""
    return _checked(problem, np.union1d(places_of(problem, pairs), problem.locked))


def with_pairs(standing: Standing, pairs: Pairs) -> Standing:
    """The same with these pairs made as well. Raises ProblemError where they cannot all be."""
    return _checked(standing.problem, np.union1d(standing.edges, places_of(standing.problem, pairs)))


def with_seeker(standing: Standing, seeker: SeekerRow, scores: Scores) -> Standing:
    """The same with one more seeker, who has nobody yet; `scores` are their pairs, by helper."""
    problem = standing.problem
    if seeker.id in problem.seeker_row:
        raise ProblemError(f"Seeker {seeker.id!r} is there already.")
    columns = [_place("helper", problem.helper_column, helper) for helper, _ in scores]
    pairs = [(seeker.id, helper, points) for helper, points in scores]
    own = problem_of([seeker], [problem.helpers[column] for column in columns], pairs)
    row = _among(problem.seekers, seeker.id)
    seekers = (*problem.seekers[:row], seeker, *problem.seekers[row:])
    old = replace(problem, seekers=seekers, rows=problem.rows + (problem.rows >= row))
    return _grown(standing, old, np.full_like(own.rows, row), np.sort(columns), own.scores)


def with_helper(standing: Standing, helper: HelperRow, scores: Scores) -> Standing:
    """The same with one more helper, whose places are all free; `scores` are their pairs, by seeker."""
    problem = standing.problem
    if helper.id in problem.helper_column:
        raise ProblemError(f"Helper {helper.id!r} is there already.")
    rows = [_place("seeker", problem.seeker_row, seeker) for seeker, _ in scores]
    pairs = [(seeker, helper.id, points) for seeker, points in scores]
    own = problem_of([problem.seekers[row] for row in rows], [helper], pairs)
    column = _among(problem.helpers, helper.id)
    helpers = (*problem.helpers[:column], helper, *problem.helpers[column:])
    old = replace(problem, helpers=helpers, columns=problem.columns + (problem.columns >= column))
    return _grown(standing, old, np.sort(rows), np.full_like(own.columns, column), own.scores)


def without_seeker(standing: Standing, seeker: Id) -> Standing:
    """The same without this seeker; whoever they had gets a place free."""
    problem = standing.problem
    row = _place("seeker", problem.seeker_row, seeker)
    seekers = (*problem.seekers[:row], *problem.seekers[row + 1 :])
    old = replace(problem, seekers=seekers, rows=problem.rows - (problem.rows > row))
    return _shrunk(standing, old, problem.rows != row)


def without_helper(standing: Standing, helper: Id) -> Standing:
    """The same without this helper; whoever they had waits again."""
    problem = standing.problem
    column = _place("helper", problem.helper_column, helper)
    helpers = (*problem.helpers[:column], *problem.helpers[column + 1 :])
    old = replace(problem, helpers=helpers, columns=problem.columns - (problem.columns > column))
    return _shrunk(standing, old, problem.columns != column)


def _grown(standing: Standing, old: Problem, rows: Whole, columns: Whole, scores: Whole) -> Standing:
    """With these pairs, given in order, among the old ones, whose rows and columns are numbered anew already."""
    width = len(old.helpers)
    here, there = rows * width + columns, old.rows * width + old.columns
    before = np.searchsorted(there, here)

    def moved(places: Whole) -> Whole:
        return places + np.searchsorted(here, there[places])

    problem = replace(
        old,
        rows=np.insert(old.rows, before, rows),
        columns=np.insert(old.columns, before, columns),
        scores=np.insert(old.scores, before, scores),
        locked=moved(old.locked),
        reasons=_moved(old.reasons, moved),
    )
    return Standing(problem, moved(standing.edges))


def _shrunk(standing: Standing, old: Problem, stays: NDArray[np.bool_]) -> Standing:
    """With only the pairs that stay of the old ones, whose rows and columns are numbered anew already."""
    place = np.cumsum(stays) - 1

    def moved(places: Whole) -> Whole:
        return place[places[stays[places]]]

    problem = replace(
        old,
        rows=old.rows[stays],
        columns=old.columns[stays],
        scores=old.scores[stays],
        locked=moved(old.locked),
        reasons=_moved({edge: why for edge, why in old.reasons.items() if stays[edge]}, moved),
    )
    return Standing(problem, moved(standing.edges))


def _moved(reasons: Mapping[int, tuple[Reason, ...]], moved: Callable[[Whole], Whole]) -> dict[int, tuple[Reason, ...]]:
    places = np.fromiter(reasons, dtype=np.int64, count=len(reasons))
    return dict(zip(moved(places).tolist(), reasons.values(), strict=True))


def _checked(problem: Problem, edges: Whole) -> Standing:
    found = Standing(problem, edges)
    again = np.flatnonzero(np.diff(problem.rows[edges]) == 0)
    if len(again):
        raise ProblemError(f"Seeker {problem.seekers[problem.rows[edges[again[0]]]].id!r} cannot have two helpers.")
    over = np.flatnonzero(found.taken > problem.capacity)
    if len(over):
        raise ProblemError(f"Helper {problem.helpers[over[0]].id!r}: more pairs than capacity.")
    return found


def _place(what: str, places: Mapping[Id, int], one: Id) -> int:
    if one not in places:
        raise ProblemError(f"There is no {what} {one!r}.")
    return places[one]


def _among(people: Sequence[SeekerRow] | Sequence[HelperRow], one: Id) -> int:
    """Where this id belongs among those in order of id; numbers come before words, as in every problem."""
    return bisect(people, (isinstance(one, str), one), key=lambda each: (isinstance(each.id, str), each.id))
