"""The assignment of seekers to places as a flow or a linear programme, by the libraries that are made for it."""

import networkx as nx
import numpy as np
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow
from ortools.sat.python import cp_model
from scipy.optimize import linear_sum_assignment, linprog
from scipy.sparse import coo_array, csr_array, vstack
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from .engines import Engine, NotProven
from .instances import HIGHEST_SCORE, Instance, Whole


def largest_flow(instance: Instance, _: float) -> Whole:
    """OR-Tools: the largest flow of the least cost; arcs run from a source over seekers and helpers to a sink."""
    flow = _network(instance)
    seekers, helpers = instance.people, len(instance.capacity)
    supply = np.zeros(seekers + helpers + 2, dtype=np.int64)
    supply[-2], supply[-1] = seekers, -seekers
    flow.set_nodes_supplies(np.arange(len(supply)), supply)
    assert flow.solve_max_flow_with_min_cost() == flow.OPTIMAL
    return _pairs_with_flow(flow, instance)


def balanced_flow(instance: Instance, _: float) -> Whole:
    """OR-Tools: the cheapest flow of everybody, where a way without a place is open at a price above all savings."""
    flow = _network(instance)
    seekers, helpers = instance.people, len(instance.capacity)
    source, sink = seekers + helpers, seekers + helpers + 1
    flow.add_arc_with_capacity_and_unit_cost(source, sink, seekers, instance.bonus)
    flow.set_node_supply(source, seekers)
    flow.set_node_supply(sink, -seekers)
    assert flow.solve() == flow.OPTIMAL
    return _pairs_with_flow(flow, instance)


def _network(instance: Instance) -> SimpleMinCostFlow:
    seekers, helpers, pairs = instance.people, len(instance.capacity), len(instance.rows)
    source, sink = seekers + helpers, seekers + helpers + 1
    each, offering = np.arange(seekers), np.arange(seekers, seekers + helpers)
    tails = np.concatenate([instance.rows, np.full(seekers, source), offering])
    heads = np.concatenate([instance.columns + seekers, each, np.full(helpers, sink)])
    room = np.concatenate([np.ones(pairs + seekers, dtype=np.int64), instance.capacity])
    costs = np.concatenate([HIGHEST_SCORE - instance.scores, np.zeros(seekers + helpers, dtype=np.int64)])
    flow = SimpleMinCostFlow()
    flow.add_arcs_with_capacity_and_unit_cost(tails, heads, room, costs)
    return flow


def _pairs_with_flow(flow: SimpleMinCostFlow, instance: Instance) -> Whole:
    return np.flatnonzero(flow.flows(np.arange(len(instance.rows))))


def sparse_slots(instance: Instance, _: float) -> Whole:
    """scipy: a full matching of seekers with places, one column each, and a dear column for each who has none."""
    first, slots = _slots(instance)
    pairs = np.repeat(np.arange(len(instance.rows)), instance.capacity[instance.columns])
    step = np.arange(len(pairs)) - np.searchsorted(pairs, pairs)
    each = np.arange(instance.people)
    columns = np.concatenate([first[instance.columns[pairs]] + step, slots + each])
    costs = np.concatenate([1 + HIGHEST_SCORE - instance.scores[pairs], np.full(len(each), instance.bonus)])
    rows = np.concatenate([instance.rows[pairs], each])
    graph = csr_array((costs.astype(float), (rows, columns)), shape=(len(each), slots + len(each)))
    found, places = min_weight_full_bipartite_matching(graph)
    return instance.edges(found[places < slots], _helper_of_slots(instance)[places[places < slots]])


def dense_slots(instance: Instance, _: float) -> Whole:
    """scipy: the same with a full table of seekers and places."""
    costs = np.full((instance.people, len(instance.capacity)), float(instance.bonus))
    costs[instance.rows, instance.columns] = HIGHEST_SCORE - instance.scores
    helper_of = _helper_of_slots(instance)
    rows, places = linear_sum_assignment(costs[:, helper_of])
    columns = helper_of[places]
    real = costs[rows, columns] < instance.bonus
    return instance.edges(rows[real], columns[real])


def _slots(instance: Instance) -> tuple[Whole, int]:
    ends = np.cumsum(instance.capacity)
    return ends - instance.capacity, int(ends[-1])


def _helper_of_slots(instance: Instance) -> Whole:
    return np.repeat(np.arange(len(instance.capacity)), instance.capacity)


def linear_programme(instance: Instance, limit: float) -> Whole:
    """HiGHS: the linear programme, whose corners are whole."""
    pairs = np.arange(len(instance.rows))
    ones = np.ones(len(pairs))
    seekers = coo_array((ones, (instance.rows, pairs)), shape=(instance.people, len(pairs)))
    helpers = coo_array((ones, (instance.columns, pairs)), shape=(len(instance.capacity), len(pairs)))
    most = np.concatenate([np.ones(instance.people), instance.capacity])
    costs = -(instance.scores + instance.bonus).astype(float)
    found = linprog(
        costs, vstack([seekers, helpers]).tocsr(), most, bounds=(0, 1), method="highs", options={"time_limit": limit}
    )
    if found.x is None or found.status:
        raise NotProven(np.empty(0, dtype=np.int64))
    return np.flatnonzero(found.x > 0.5)


def simplex(instance: Instance, _: float) -> Whole:
    """networkx: the network simplex on a graph of Python objects."""
    graph: nx.DiGraph[object] = nx.DiGraph()
    graph.add_node("source", demand=-instance.people)
    graph.add_node("sink", demand=instance.people)
    graph.add_edge("source", "sink", capacity=instance.people, weight=instance.bonus)
    for seeker in range(instance.people):
        graph.add_edge("source", ("seeker", seeker), capacity=1, weight=0)
    for helper, places in enumerate(instance.capacity.tolist()):
        graph.add_edge(("helper", helper), "sink", capacity=places, weight=0)
    pairs = list(zip(instance.rows.tolist(), instance.columns.tolist(), instance.scores.tolist(), strict=True))
    for seeker, helper, score in pairs:
        graph.add_edge(("seeker", seeker), ("helper", helper), capacity=1, weight=HIGHEST_SCORE - score)
    _, flow = nx.network_simplex(graph)
    return np.flatnonzero([flow["seeker", seeker]["helper", helper] for seeker, helper, _ in pairs])


def constraints(instance: Instance, limit: float) -> Whole:
    """OR-Tools CP-SAT on one worker: a switch for each pair, as Yuanjian does it."""
    model = cp_model.CpModel()
    switches = [model.new_bool_var("") for _ in range(len(instance.rows))]
    asking: list[list[cp_model.IntVar]] = [[] for _ in range(instance.people)]
    offering: list[list[cp_model.IntVar]] = [[] for _ in range(len(instance.capacity))]
    for switch, row, column in zip(switches, instance.rows.tolist(), instance.columns.tolist(), strict=True):
        asking[row].append(switch)
        offering[column].append(switch)
    for held in asking:
        model.add_at_most_one(held)
    for held, places in zip(offering, instance.capacity.tolist(), strict=True):
        model.add(sum(held) <= places)
    model.maximize(cp_model.LinearExpr.weighted_sum(switches, (instance.scores + instance.bonus).tolist()))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = limit
    solver.parameters.num_workers = 1
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        raise NotProven(np.empty(0, dtype=np.int64))
    edges = np.flatnonzero([solver.boolean_value(switch) for switch in switches])
    if status != cp_model.OPTIMAL:
        raise NotProven(edges)
    return edges


FLOWS = (
    Engine("OR-Tools max flow min cost", largest_flow),
    Engine("OR-Tools min cost flow", balanced_flow),
    Engine("scipy sparse full matching on slots", sparse_slots),
    Engine("scipy linear_sum_assignment on slots", dense_slots),
    Engine("HiGHS LP", linear_programme),
    Engine("networkx network_simplex", simplex),
    Engine("OR-Tools CP-SAT", constraints),
)
