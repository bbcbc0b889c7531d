"""What the next full round will reach, kept up to date as seekers come: each of them costs one shortest path.

It counts people and points and draws no lots between equally good plans, so it tells how good the next round will
be and not who will have whom. It follows the aim of placing as many as possible with the best total; where the
floor is to be raised too, `arrivals.next_round` solves anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from matching.engine.assigning import Open, load_cost, most_load
from matching.engine.errors import ProblemError
from matching.engine.kernels.assignment import NOBODY, Market, Standing, solved
from matching.engine.kernels.continued import one_more
from matching.engine.problem import ORDERS, Id, Problem, SeekerRow, Whole

# What it costs to leave somebody without a place: more than any path can save, and its sums stay inside 64 bits.
NO_PLACE = 2**58


@dataclass(frozen=True, eq=False)
class Forecast:
    """How many people the next round will place, and what it will be worth after the cost of load."""

    placed: int
    net: int
    problem: Problem
    market: Market
    standing: Standing


def forecast(problem: Problem) -> Forecast:
    """The forecast for everybody who is here now. Raises ProblemError for another aim, or for scores too large."""
    if problem.aim.order != ORDERS[0]:
        raise ProblemError("A forecast is made for the objectives placed, total; others are solved anew.")
    left = Open(problem)
    rise = problem.aim.spread
    market = Market(
        starts=left.starts,
        columns=left.columns,
        costs=_checked(problem, -left.worth, rise * most_load(left)),
        capacity=left.capacity,
        beyond=problem.beyond + left.with_locked,
        rise=rise,
        no_place=NO_PLACE,
    )
    standing = solved(market)
    edges = np.union1d(problem.locked, left.places[standing.mate[standing.mate != NOBODY]])
    net = int(problem.worth[edges].sum()) - load_cost(problem, edges)
    return Forecast(len(edges), net, problem, market, standing)


def with_arrival(before: Forecast, seeker: SeekerRow, scores: Sequence[tuple[Id, int]]) -> Forecast:
    """The forecast with one more seeker, exactly; `scores` are their pairs, by helper."""
    problem = before.problem
    for helper, _ in scores:
        if helper not in problem.helper_column:
            raise ProblemError(f"There is no helper {helper!r}.")
    columns = np.array([problem.helper_column[helper] for helper, _ in scores], dtype=np.int64)
    gained = problem.aim.waiting * seeker.waited_days // 7
    worth = np.array([points + gained for _, points in scores], dtype=np.int64)
    enough = worth >= (worth.min(initial=0) if problem.aim.at_least is None else problem.aim.at_least)
    costs = _checked(problem, -worth[enough], 0)
    market, standing = one_more(before.market, before.standing, columns[enough], costs)
    # The newcomer's price holds what they cost the others; where somebody is left without a place, that price too.
    added, more = int(standing.asks[-1]), int(standing.taken.sum() - before.standing.taken.sum())
    net = before.net - (added if more else added - NO_PLACE)
    return replace(before, placed=before.placed + more, net=net, market=market, standing=standing)


def _checked(problem: Problem, costs: Whole, load: int) -> Whole:
    largest = int(np.abs(costs).max(initial=0)) + load
    if largest * 4 * (len(problem.helpers) + 3) > NO_PLACE:
        raise ProblemError(f"Scores of {largest} among {len(problem.helpers)} helpers are too large to add up exactly.")
    return costs
