"""The best plan for seekers and helpers, exactly, with its proof.

In the order of the aim: as many people as possible; if asked, the floor raised as far as nobody loses a place by
it; then the best total less the cost of load. Equally good plans are told apart as ties.py says, so there is one
answer. Locked pairs are taken out first and put back last.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .kernels.assignment import Market, assign_as_many
from .kernels.largest import Network, closed, largest
from .plan import Certificate, Cover, Plan, Prices, Status, WhyUnplaced
from .problem import HelperRow, Id, Objective, Problem, SeekerRow, Whole
from .stability import blocking_pairs, deferred_acceptance
from .ties import Scale, scale_for, ties

SOLVER = "shortest augmenting paths, 1"
STABLE_SOLVER = "deferred acceptance, 1"
NOBODY = -1


def solve_assignment(problem: Problem) -> Plan:
    """The best plan there is, with the certificate that proves it; `problem` in it is left empty."""
    if problem.aim.order == (Objective.STABLE,):
        return plan_of(problem, deferred_acceptance(problem), Certificate(), STABLE_SOLVER)
    still_open = Open(problem)
    placed = still_open.most()
    floor = raised_floor(still_open, placed) if Objective.FLOOR in problem.aim.order else None
    number = int(np.count_nonzero(placed != NOBODY))
    chosen, prices = cheapest(still_open if floor is None else Open(problem, floor), number)
    certificate = Certificate(
        placed=cover(still_open, placed, still_open.lowest),
        floor=None if floor is None else cover(still_open, still_open.most(placed, least=floor + 1), floor + 1),
        prices=prices,
    )
    return plan_of(problem, np.union1d(problem.locked, chosen), certificate, SOLVER)


@dataclass(frozen=True)
class Open:
    """What is left to decide of a problem: pairs worth enough whose two ends are not taken by locked pairs."""

    problem: Problem
    floor: int | None = None

    @cached_property
    def places(self) -> Whole:
        """The places in the problem's list of pairs of those that are open."""
        problem = self.problem
        usable = (self.capacity > 0)[problem.columns] & ~self.locked_rows[problem.rows]
        for least in (problem.aim.at_least, self.floor):
            if least is not None:
                usable &= problem.worth >= least
        return np.flatnonzero(usable)

    @cached_property
    def locked_rows(self) -> NDArray[np.bool_]:
        found = np.zeros(len(self.problem.seekers), dtype=np.bool_)
        found[self.problem.rows[self.problem.locked]] = True
        return found

    @cached_property
    def with_locked(self) -> Whole:
        """How many locked pairs each helper has."""
        return taken_at(self.problem, self.problem.locked)

    @cached_property
    def capacity(self) -> Whole:
        # No helper takes more than everybody, and a smaller number cannot overflow.
        left: Whole = np.minimum(self.problem.capacity - self.with_locked, max(1, len(self.problem.seekers)))
        return left

    @cached_property
    def rows(self) -> Whole:
        return self.problem.rows[self.places]

    @cached_property
    def columns(self) -> Whole:
        return self.problem.columns[self.places]

    @cached_property
    def worth(self) -> Whole:
        return self.problem.worth[self.places]

    @cached_property
    def starts(self) -> Whole:
        return np.searchsorted(self.rows, np.arange(len(self.problem.seekers) + 1))

    @cached_property
    def lowest(self) -> int:
        return int(self.worth.min(initial=0))

    def network(self, least: int) -> Network:
        return Network(self.starts, self.columns, self.worth, self.capacity, least)

    def most(self, begin: Whole | None = None, *, least: int | None = None) -> Whole:
        """Each seeker's edge (-1 for none) with as many placed as possible over pairs worth `least` or more."""
        nobody = np.full(len(self.problem.seekers), NOBODY, dtype=np.int64)
        return largest(self.network(self.lowest if least is None else least), nobody if begin is None else begin)


def raised_floor(still_open: Open, placed: Whole) -> int | None:
    """The highest worth that all pairs can have with nobody losing a place for it; None where there is no pair."""
    number = np.count_nonzero(placed != NOBODY)
    if not number:
        return None
    levels = np.unique(still_open.worth)
    # At the first level as many as possible are placed; no plan can do without its own best pair.
    low, high = 0, len(levels) - 1
    while low < high:
        middle = (low + high + 1) // 2
        tried = still_open.most(placed, least=int(levels[middle]))
        if np.count_nonzero(tried != NOBODY) == number:
            low, placed = middle, tried
        else:
            high = middle - 1
    return int(levels[low])


def cover(still_open: Open, placed: Whole, least: int) -> Cover:
    """The proof that no more people than in `placed` can be placed over pairs worth `least` or more (Kőnig 1931)."""
    seekers, helpers = closed(still_open.network(least), placed)
    return Cover(
        seekers=tuple(_ids(still_open.problem.seekers, np.flatnonzero(~seekers))),
        helpers=tuple(_ids(still_open.problem.helpers, np.flatnonzero(helpers))),
    )


def cheapest(still_open: Open, most: int) -> tuple[Whole, Prices]:
    """The pairs with the best total among those that place `most`, as many as can be; and the prices that prove it."""
    problem = still_open.problem
    scale = scale_of(still_open)
    values = still_open.worth * scale.factor - (ties(problem)[still_open.places] >> scale.coarser)
    top = int(values.max(initial=0))
    costs = top - values
    dearest = int(costs.max(initial=0)) + problem.aim.spread * most_load(still_open) * scale.factor
    market = Market(
        starts=still_open.starts,
        columns=still_open.columns,
        costs=costs,
        capacity=still_open.capacity,
        beyond=problem.beyond + still_open.with_locked,
        rise=problem.aim.spread * scale.factor,
        # A path passes each helper once at most, so nothing can be saved by leaving one more person without a place.
        no_place=_hops(problem) * (dearest + 1),
    )
    mate, asks, prices = assign_as_many(market, most)
    return still_open.places[np.sort(mate[mate != NOBODY])], _prices(still_open, scale, mate, top - asks, prices)


def scale_of(still_open: Open) -> Scale:
    """The scale of the values; it allows for the cost of load and for the longest path."""
    problem = still_open.problem
    spread = int(still_open.worth.max(initial=0)) - int(still_open.worth.min(initial=0))
    return scale_for(len(problem.seekers), spread + problem.aim.spread * most_load(still_open), _hops(problem))


def most_load(still_open: Open) -> int:
    """The largest number by which the cost of a place can be multiplied."""
    beyond = np.maximum(still_open.problem.beyond + still_open.with_locked, 0)
    return int((still_open.capacity + beyond).max(initial=0))


def _hops(problem: Problem) -> int:
    return len(problem.helpers) + 3


def _prices(still_open: Open, scale: Scale, mate: Whole, asks: Whole, prices: Whole) -> Prices:
    left = np.flatnonzero(~still_open.locked_rows)
    without = left[mate[left] == NOBODY]
    offering = np.flatnonzero(still_open.capacity > 0)
    seekers, helpers = still_open.problem.seekers, still_open.problem.helpers
    return Prices(
        factor=scale.factor,
        coarser=scale.coarser,
        seekers=dict(zip(_ids(seekers, left), asks[left].tolist(), strict=True)),
        helpers=dict(zip(_ids(helpers, offering), prices[offering].tolist(), strict=True)),
        unplaced=int(asks[without[0]]) if len(without) else None,
    )


def plan_of(problem: Problem, edges: Whole, certificate: Certificate, solver: str) -> Plan:
    """The plan that makes the pairs at these places of the list of pairs."""
    free = np.setdiff1d(edges, problem.locked)
    rows, columns = problem.rows[edges], problem.columns[edges]
    return Plan(
        status=Status.OPTIMAL if len(edges) else Status.EMPTY,
        pairs=tuple(zip(_ids(problem.seekers, rows), _ids(problem.helpers, columns), strict=True)),
        placed=len(edges),
        total=int(problem.worth[edges].sum()),
        floor=int(problem.worth[free].min()) if len(free) else None,
        load_cost=load_cost(problem, edges),
        unplaced=tuple(unplaced(problem, edges)),
        order=problem.aim.order,
        blocking_pairs=len(blocking_pairs(problem, edges)),
        certificate=certificate,
        problem="",
        solver=solver,
        seed=problem.aim.seed,
    )


def taken_at(problem: Problem, edges: Whole) -> Whole:
    """How many places of each helper the pairs at these places of the list take."""
    found: Whole = np.bincount(problem.columns[edges], minlength=len(problem.helpers))
    return found


def load_cost(problem: Problem, edges: Whole) -> int:
    """What the load of these pairs costs together, in points."""
    steps = _sum_up_to(problem.beyond + taken_at(problem, edges)) - _sum_up_to(problem.beyond)
    return problem.aim.spread * int(steps.sum())


def _sum_up_to(numbers: Whole) -> Whole:
    """1 + 2 + ... up to each number; nought below it."""
    above = np.maximum(numbers, 0)
    found: Whole = above * (above + 1) // 2
    return found


def unplaced(problem: Problem, edges: Whole) -> list[tuple[Id, WhyUnplaced]]:
    """Who has no pair among these, and why."""
    known = np.bincount(problem.rows, minlength=len(problem.seekers)) > 0
    enough = known
    if problem.aim.at_least is not None:
        enough = np.bincount(problem.rows[problem.worth >= problem.aim.at_least], minlength=len(problem.seekers)) > 0
    without = np.setdiff1d(np.arange(len(problem.seekers)), problem.rows[edges])
    return [(problem.seekers[row].id, _why(problem, bool(known[row]), bool(enough[row]))) for row in without.tolist()]


def _why(problem: Problem, known: bool, enough: bool) -> WhyUnplaced:  # noqa: FBT001
    if not problem.helpers:
        return WhyUnplaced.NO_HELPER_AT_ALL
    if not known:
        return WhyUnplaced.NOBODY_FITS
    return WhyUnplaced.ALL_PLACES_TAKEN if enough else WhyUnplaced.BELOW_FLOOR


def _ids(people: Sequence[SeekerRow | HelperRow], places: Whole) -> list[Id]:
    return [people[place].id for place in places.tolist()]
