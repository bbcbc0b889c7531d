"""From everybody described in words to who could be alongside whom: candidates, the best plan, and why.

The plan itself knows only ids and points; here it is told again with the reasons for each pair, with further
choices for each placed person, and with what kept the others without one.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .assigning import taken_at
from .fit.candidates import problem_from
from .fit.cohort import Cohort
from .fit.compatibility import score
from .fit.reasons import Fit, Reason
from .fit.unplaced import Unplaced, left_out
from .fit.weights import DEFAULT, Weights
from .plan import Plan
from .problem import Aim, Problem, Whole, places_of
from .shortlist import solve_shortlisted
from .solve import solve
from .ties import TIE_BITS, ties

MOST_ALTERNATIVES = 2
# Beyond so many pairs of people not all are held at once; about a gigabyte if every pair could be.
MOST_PAIRS_AT_ONCE = 30_000_000

# Told how far the work has come, from 0 to 1, and what comes next; whatever it raises ends the work.
Teller = Callable[[float, str], None]


@dataclass(frozen=True, slots=True)
class Match:
    """One pair, with how well it fits and what speaks for it."""

    seeker: int
    helper: int
    score: int
    fit: Fit
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Matching:
    """A plan for people described in words, in order of seeker."""

    cohort: Cohort
    weights: Weights
    problem: Problem
    plan: Plan
    pairs: tuple[Match, ...]
    # Up to two for each placed seeker, the best first, only with helpers who keep a free place.
    alternatives: tuple[Match, ...]
    left_out: tuple[Unplaced, ...]

    @cached_property
    def offers(self) -> dict[int, tuple[Match, ...]]:
        """For each placed seeker the pair first, then the alternatives."""
        found: dict[int, list[Match]] = defaultdict(list)
        for match in (*self.pairs, *self.alternatives):
            found[match.seeker].append(match)
        return {seeker: tuple(matches) for seeker, matches in found.items()}


def _silently(share: float, step: str) -> None:
    """Tell nobody."""


def match(cohort: Cohort, weights: Weights = DEFAULT, aim: Aim | None = None, *, tell: Teller = _silently) -> Matching:
    """The best matching of a cohort; `tell` hears of each step, and ends the work by raising an exception."""
    tell(0.0, "Reading who fits whom")
    aim = aim or Aim()
    if len(cohort.seekers) * len(cohort.helpers) > MOST_PAIRS_AT_ONCE:
        problem, plan = solve_shortlisted(cohort, weights, aim)
    else:
        problem = problem_from(cohort, weights=weights, aim=aim)
        tell(0.4, "Finding the best plan")
        plan = solve(problem)
    tell(0.7, "Looking for further choices")
    chosen = places_of(problem, plan.pairs)
    further = further_choices(problem, chosen)
    tell(0.8, "Writing down why")
    return Matching(
        cohort=cohort,
        weights=weights,
        problem=problem,
        plan=plan,
        pairs=_matches(cohort, problem, chosen, weights),
        alternatives=_matches(cohort, problem, further, weights),
        left_out=tuple(left_out(cohort, dict(plan.unplaced))),
    )


def further_choices(problem: Problem, chosen: Whole) -> Whole:
    """The places of the best further pairs of each placed person, with helpers who have a place left."""
    has_place = (problem.capacity > taken_at(problem, chosen))[problem.columns]
    has_place[chosen] = False
    # Equal scores are told apart as in the plan itself, so that no helper is
    # everybody's alternative only for having come first.
    worse = (problem.worth.max(initial=0) - problem.worth << TIE_BITS) + ties(problem)
    starts = problem.edges_of()
    found = [np.empty(0, dtype=np.int64)]
    for row in problem.rows[chosen].tolist():
        edges = np.arange(starts[row], starts[row + 1])[has_place[starts[row] : starts[row + 1]]]
        found.append(edges[np.argsort(worse[edges], kind="stable")[:MOST_ALTERNATIVES]])
    return np.concatenate(found)


def _matches(cohort: Cohort, problem: Problem, edges: Whole, weights: Weights) -> tuple[Match, ...]:
    return tuple(
        _match(cohort, row, column, weights)
        for row, column in zip(problem.rows[edges].tolist(), problem.columns[edges].tolist(), strict=True)
    )


def _match(cohort: Cohort, row: int, column: int, weights: Weights) -> Match:
    seeker, helper = cohort.seekers[row], cohort.helpers[column]
    found = score(seeker, helper, weights=weights)
    return Match(seeker.id, helper.id, found.points, found.fit, found.reasons)
