"""For cohorts with too many pairs to hold at once: solve with the best few of each, and add what was overlooked.

The prices of a plan tell of every pair whether it could better the plan, so a cut-off need not be trusted: after
each solution all pairs are read again, block by block, and those that break its certificate are added, until there
is none (column generation: Gilmore and Gomory 1961). What comes out is then as good as with all pairs, and whoever
could be placed is.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from .fit.candidates import Edges, edges_of, people, together
from .fit.cohort import Cohort
from .fit.columns import Flags
from .fit.weights import Weights
from .plan import Cover, Plan
from .problem import Aim, Problem, Whole
from .solve import solve
from .ties import keys, ties_between

BEST_OF_EACH = 30


def solve_shortlisted(cohort: Cohort, weights: Weights, aim: Aim, *, each: int = BEST_OF_EACH) -> tuple[Problem, Plan]:
    """A problem with few of the pairs, and its plan, which is as good as the best one with all of them."""
    problem = Problem(*people(cohort), *together(best(edges_of(cohort, weights), each)), aim)
    while True:
        plan = solve(problem)
        judge = Judge(problem, plan)
        overlooked = together(best((judge.overlooked(edges) for edges in edges_of(cohort, weights)), each))
        if not len(overlooked[0]):
            return problem, plan
        problem = with_more(problem, overlooked)


def best(blocks: Iterator[Edges], each: int) -> Iterator[Edges]:
    """The `each` best pairs of every seeker; of equal ones the first."""
    for rows, columns, points in blocks:
        order = np.lexsort((columns, -points, rows))
        place = np.arange(len(order)) - np.searchsorted(rows, rows)
        kept = np.sort(order[place < each])
        yield rows[kept], columns[kept], points[kept]


def with_more(problem: Problem, more: Edges) -> Problem:
    """The problem with these pairs added to its own."""
    rows, columns, points = (
        np.concatenate(each) for each in zip((problem.rows, problem.columns, problem.scores), more, strict=True)
    )
    order = np.lexsort((columns, rows))
    return replace(problem, rows=rows[order], columns=columns[order], scores=points[order])


class Judge:
    """Tells which pairs would break the certificate of a plan, that is, could make a better one possible."""

    def __init__(self, problem: Problem, plan: Plan) -> None:
        prices, placed = plan.certificate.prices, plan.certificate.placed
        assert prices is not None
        assert placed is not None
        self.problem, self.plan, self.prices = problem, plan, prices
        self.asks = np.array([prices.seekers[seeker.id] for seeker in problem.seekers], dtype=np.int64)
        self.of_helpers = np.array([prices.helpers.get(helper.id, 0) for helper in problem.helpers], dtype=np.int64)
        self.seeker_keys = keys((seeker.id for seeker in problem.seekers), seed=plan.seed)
        self.helper_keys = keys((helper.id for helper in problem.helpers), seed=plan.seed)
        self.placed = self.covers(placed)
        self.floor = None if plan.certificate.floor is None else self.covers(plan.certificate.floor)

    def covers(self, cover: Cover) -> tuple[Flags, Flags]:
        seekers, helpers = set(cover.seekers), set(cover.helpers)
        return (
            np.array([seeker.id in seekers for seeker in self.problem.seekers], dtype=np.bool_),
            np.array([helper.id in helpers for helper in self.problem.helpers], dtype=np.bool_),
        )

    def overlooked(self, edges: Edges) -> Edges:
        """Those of these pairs that break a cover or a price."""
        rows, columns, points = edges
        problem, floor = self.problem, self.plan.floor
        worth = points + (problem.aim.waiting * problem.waited_days // 7)[rows]
        breaks = self.underpriced(rows, columns, worth)
        if self.floor is not None and floor is not None:
            breaks = (breaks & (worth >= floor)) | (uncovered(self.floor, rows, columns) & (worth > floor))
        breaks |= uncovered(self.placed, rows, columns)
        breaks &= problem.capacity[columns] > 0
        if problem.aim.at_least is not None:
            breaks &= worth >= problem.aim.at_least
        return rows[breaks], columns[breaks], points[breaks]

    def underpriced(self, rows: Whole, columns: Whole, worth: Whole) -> Flags:
        """Which pairs are worth more than their two prices."""
        tie = ties_between(self.seeker_keys[rows], self.helper_keys[columns], self.problem.waited_days[rows])
        value = worth * self.prices.factor - (tie >> self.prices.coarser)
        under: Flags = self.asks[rows] + self.of_helpers[columns] < value
        return under


def uncovered(cover: tuple[Flags, Flags], rows: Whole, columns: Whole) -> Flags:
    """Which pairs have neither end in the cover."""
    return ~(cover[0][rows] | cover[1][columns])
