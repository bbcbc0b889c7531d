"""The exact assignment on a graph: as many people as possible, then the best total, by minimum-cost flow.

Ties are made canonical in two steps. The rows stand in order of id, so the order in which people were
read cannot matter. Then every score is multiplied by a factor larger than the sum of all tie-breaking
terms a plan can hold, and each pair gets such a term, a whole number mixed from the seed and both ids:
it can only decide between plans of the same total, and it favours neither low ids nor old ones.
The terms get coarser as a problem grows, so that all costs stay exact; where even the bare scores would
not fit, the problem is refused.
"""

import numpy as np
from numpy.typing import NDArray
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from .columns import Whole
from .graph import Graph
from .problem import ProblemError

# The solver multiplies every cost by the number of nodes and adds a few of them.
LARGEST_COST = 2**60
MOST_TIE_BITS = 20


def best_assignment(graph: Graph, *, seed: int = 0) -> Whole:
    """The edges of the best plan, in order; empty where no pair is possible."""
    usable = np.flatnonzero(graph.capacity[graph.helpers] > 0)
    if not len(usable):
        return usable
    return usable[_flow(graph, usable, _costs(graph, usable, seed)) > 0]


def ties(graph: Graph, *, seed: int = 0) -> Whole:
    """A small whole number for each edge that depends on nothing but the seed and the two ids."""
    start = _mix(np.array([seed % 2**64], dtype=np.uint64))
    seekers = _mix(start + graph.seeker_ids.astype(np.uint64))
    pairs = _mix(seekers[graph.seekers] + graph.helper_ids.astype(np.uint64)[graph.helpers])
    return (pairs >> np.uint64(64 - MOST_TIE_BITS)).astype(np.int64)


def _costs(graph: Graph, edges: Whole, seed: int) -> Whole:
    best = int(graph.scores[edges].max())
    spread = best - int(graph.scores[edges].min())
    nodes = len(graph.seeker_ids) + len(graph.helper_ids) + 3
    for bits in range(MOST_TIE_BITS, -1, -1):
        # The tie-breaking terms of a whole plan add up to less than this factor.
        factor = len(graph.seeker_ids) << bits
        if (spread * factor + (1 << bits)) * nodes <= LARGEST_COST:
            small = ties(graph, seed=seed)[edges] >> (MOST_TIE_BITS - bits)
            return (best - graph.scores[edges]) * factor + small
    raise ProblemError(f"Scores that differ by {spread} among {nodes} people are too large to add up exactly.")


def _flow(graph: Graph, edges: Whole, costs: Whole) -> Whole:
    """How much flows over each edge in a largest flow of the least cost."""
    seekers, helpers = len(graph.seeker_ids), len(graph.helper_ids)
    sink = seekers + helpers
    solver = SimpleMinCostFlow()
    arcs = solver.add_arcs_with_capacity_and_unit_cost(
        graph.seekers[edges], graph.helpers[edges] + seekers, np.ones_like(edges), costs
    )
    solver.add_arcs_with_capacity_and_unit_cost(
        np.arange(seekers, sink),
        np.full(helpers, sink),
        # No helper takes more than everybody, and a smaller number cannot overflow.
        np.minimum(graph.capacity, seekers),
        np.zeros(helpers, dtype=np.int64),
    )
    solver.set_nodes_supplies(np.arange(seekers), np.ones(seekers, dtype=np.int64))
    solver.set_node_supply(sink, -seekers)
    status = solver.solve_max_flow_with_min_cost()
    if status != solver.OPTIMAL:
        raise RuntimeError(f"The flow solver stopped with {status.name} on a graph that was checked.")
    return np.asarray(solver.flows(arcs), dtype=np.int64)


def _mix(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Scatter 64-bit numbers evenly (the finishing steps of splitmix64); they wrap on purpose."""
    numbers = numbers + np.uint64(0x9E3779B97F4A7C15)
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))
