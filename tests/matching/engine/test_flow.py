"""The flow is exact against independent solvers, and its ties are decided as written."""

from typing import Any

import networkx as nx
import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment

from matching.engine import Graph, ProblemError
from matching.engine.flow import best_assignment, ties

from .worlds import every_plan, random_graph

Outcome = tuple[int, int]


def outcome(graph: Graph, edges: np.ndarray) -> Outcome:
    return len(edges), int(graph.scores[edges].sum())


def check_it_is_a_plan(graph: Graph, edges: np.ndarray) -> None:
    """Nobody twice, and no helper with more people than places."""
    assert np.bincount(graph.seekers[edges], minlength=1).max() <= 1
    taken = np.bincount(graph.helpers[edges], minlength=len(graph.helper_ids))
    assert (taken <= graph.capacity).all()


def by_scipy(graph: Graph) -> Outcome:
    """The Hungarian way: a column for each place, and being placed is worth more than all scores."""
    slots = np.repeat(np.arange(len(graph.helper_ids)), graph.capacity)
    worth = 1 + int(graph.scores.sum())
    table = np.zeros((len(graph.seeker_ids), len(graph.helper_ids)))
    table[graph.seekers, graph.helpers] = worth + graph.scores
    table = table[:, slots]
    best = table[linear_sum_assignment(table, maximize=True)]
    return int((best > 0).sum()), int(best.sum() - worth * (best > 0).sum())


def by_networkx(graph: Graph) -> Outcome:
    net: nx.DiGraph[Any] = nx.DiGraph()
    net.add_nodes_from(["from", "to"])
    for row in range(len(graph.seeker_ids)):
        net.add_edge("from", ("seeker", row), capacity=1, weight=0)
    for column, places in enumerate(graph.capacity.tolist()):
        net.add_edge(("helper", column), "to", capacity=places, weight=0)
    edges = zip(graph.seekers.tolist(), graph.helpers.tolist(), graph.scores.tolist(), strict=True)
    for row, column, points in edges:
        net.add_edge(("seeker", row), ("helper", column), capacity=1, weight=-points)
    flow = nx.max_flow_min_cost(net, "from", "to")
    return int(sum(flow["from"].values())), -int(nx.cost_of_flow(net, flow))


def test_a_thousand_random_graphs_are_solved_as_well_as_by_scipy() -> None:
    for seed in range(1000):
        graph = random_graph(seed, asking=4 + seed % 30, offering=2 + seed % 9, highest=(3, 1000)[seed % 2])
        edges = best_assignment(graph)
        check_it_is_a_plan(graph, edges)
        assert outcome(graph, edges) == by_scipy(graph), seed


@pytest.mark.parametrize("seed", range(10))
def test_random_graphs_are_solved_as_well_as_by_networkx(seed: int) -> None:
    graph = random_graph(seed, asking=60, offering=12)
    assert outcome(graph, best_assignment(graph)) == by_networkx(graph)


def test_among_plans_of_the_same_total_the_smallest_sum_of_ties_wins() -> None:
    decided = 0
    for seed in range(100):
        graph = random_graph(seed, asking=4, offering=3, highest=1)
        plans = equally_good_plans(graph, seed)
        edges = best_assignment(graph, seed=seed)
        assert int(ties(graph, seed=seed)[edges].sum()) == min(plans)
        decided += len(plans) > 1
    assert decided >= 30


def equally_good_plans(graph: Graph, seed: int) -> list[int]:
    """The sum of ties of every plan that places most people with the best total."""
    edge = {pair: place for place, pair in enumerate(zip(graph.seekers.tolist(), graph.helpers.tolist(), strict=True))}
    scores = {pair: int(graph.scores[place]) for pair, place in edge.items()}
    capacity = dict(enumerate(graph.capacity.tolist()))
    plans = list(every_plan(list(range(len(graph.seeker_ids))), capacity, scores))
    best = max((len(plan), sum(scores[pair] for pair in plan)) for plan in plans)
    small = ties(graph, seed=seed)
    return [
        int(sum(small[edge[pair]] for pair in plan))
        for plan in plans
        if (len(plan), sum(scores[pair] for pair in plan)) == best
    ]


def test_ties_depend_on_the_seed_and_the_ids_alone() -> None:
    def tie(seeker: int, helper: int, seed: int) -> int:
        one, nothing = np.array([seeker]), np.array([0])
        graph = Graph(one, np.array([helper]), np.array([1]), nothing, nothing, nothing)
        return int(ties(graph, seed=seed)[0])

    assert [tie(1, 2, 0), tie(2, 1, 0), tie(1, 3, 0), tie(1, 2, 1)] == [1003319, 819989, 776585, 611065]


def test_another_seed_gives_a_plan_as_good() -> None:
    graph = random_graph(3, asking=40, offering=10, highest=2)
    plans = [best_assignment(graph, seed=seed) for seed in range(10)]
    assert len({outcome(graph, plan) for plan in plans}) == 1
    assert len({tuple(plan.tolist()) for plan in plans}) > 1


def test_many_people_leave_less_room_for_ties_and_none_for_error() -> None:
    graph = random_graph(1, asking=300, offering=30)
    wide = Graph(graph.seeker_ids, graph.helper_ids, graph.capacity, graph.seekers, graph.helpers, graph.scores * 2**31)
    assert outcome(wide, best_assignment(wide)) == tuple(np.multiply(by_scipy(graph), (1, 2**31)))


def test_scores_too_large_to_add_up_exactly_are_refused() -> None:
    two = np.arange(2)
    graph = Graph(two, two, np.ones(2, dtype=int), two, two, np.array([0, 2**58]))
    with pytest.raises(ProblemError) as refused:
        best_assignment(graph)
    assert str(refused.value) == f"Scores that differ by {2**58} among 7 people are too large to add up exactly."


def test_more_places_than_a_machine_can_count_up_are_no_trouble() -> None:
    two = np.arange(2)
    graph = Graph(two, two, np.full(2, 2**62), two, two, np.array([1, 2]))
    assert best_assignment(graph).tolist() == [0, 1]


def test_no_edges_or_no_places_give_no_pairs() -> None:
    two, none = np.arange(2), np.empty(0, dtype=np.int64)
    assert best_assignment(Graph(two, two, np.ones(2, dtype=int), none, none, none)).tolist() == []
    assert best_assignment(Graph(two, two, np.zeros(2, dtype=int), two, two, two)).tolist() == []
