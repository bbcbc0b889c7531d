"""From a problem to its plan: as many people as possible first, then the best total, exactly.

The same problem gives the same plan whatever the order of its rows; flow.py says how ties are decided.
"""

import numpy as np

from .columns import Whole
from .compatibility import score
from .flow import MOST_TIE_BITS, best_assignment, ties
from .graph import Graph, candidate_graph
from .plan import Match, Plan, Status
from .problem import Problem
from .unplaced import unplaced
from .weights import DEFAULT, Weights

MOST_ALTERNATIVES = 2


def solve(problem: Problem, weights: Weights = DEFAULT, *, seed: int = 0) -> Plan:
    """The best plan there is; `seed` only decides between plans that are equally good."""
    possible = candidate_graph(problem, weights=weights)
    best = best_assignment(possible, seed=seed)
    without = np.setdiff1d(np.arange(len(problem.seekers)), possible.seekers[best])
    return Plan(
        status=Status.OPTIMAL if len(best) else Status.EMPTY,
        pairs=_matches(problem, possible, best, weights),
        alternatives=_matches(problem, possible, _alternatives(possible, best, seed), weights),
        unplaced=tuple(unplaced(problem, possible, without)),
        weights=weights.version,
        seed=seed,
    )


def _matches(problem: Problem, possible: Graph, edges: Whole, weights: Weights) -> tuple[Match, ...]:
    return tuple(
        _match(problem, row, column, weights)
        for row, column in zip(possible.seekers[edges].tolist(), possible.helpers[edges].tolist(), strict=True)
    )


def _match(problem: Problem, row: int, column: int, weights: Weights) -> Match:
    seeker, helper = problem.seekers[row], problem.helpers[column]
    found = score(seeker, helper, weights=weights)
    return Match(seeker.id, helper.id, found.points, found.fit, found.reasons)


def _alternatives(possible: Graph, best: Whole, seed: int) -> Whole:
    """The edges to the best further helpers with a place left, seeker by seeker."""
    taken = np.bincount(possible.helpers[best], minlength=len(possible.helper_ids))
    has_place = (possible.capacity > taken)[possible.helpers]
    has_place[best] = False
    # Equal scores are told apart as in the plan itself, so that no helper is
    # everybody's alternative only for having come first.
    worse = (possible.scores.max(initial=0) - possible.scores << MOST_TIE_BITS) + ties(possible, seed=seed)
    starts = possible.edges_of()
    found = [np.empty(0, dtype=np.int64)]
    for row in possible.seekers[best].tolist():
        edges = np.arange(starts[row], starts[row + 1])[has_place[starts[row] : starts[row + 1]]]
        found.append(edges[np.argsort(worse[edges], kind="stable")[:MOST_ALTERNATIVES]])
    return np.concatenate(found)
