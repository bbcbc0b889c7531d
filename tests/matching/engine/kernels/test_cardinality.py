"""As many pairs as there can be, from any beginning, and the barrier proves it."""

from random import Random

import networkx as nx
import numpy as np

from matching.engine.kernels.cardinality import most_pairs
from matching.engine.kernels.neighbours import Graph, graph_of

from ..peers.circles import Scored, odd_pairs, some_pairs


def graph_with(people: int, pairs: list[Scored]) -> Graph:
    columns = np.array(pairs, dtype=np.int64).reshape(-1, 3).T.copy()
    return graph_of(people, columns[0] - 1, columns[1] - 1, columns[2])


def nobody(people: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.full(people, -1, dtype=np.int64)


def with_networkx(people: int, pairs: list[Scored], least: int) -> "tuple[nx.Graph[int], int]":
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(people))
    graph.add_edges_from((one - 1, other - 1) for one, other, score in pairs if score >= least)
    return graph, len(nx.max_weight_matching(graph, maxcardinality=True))


def test_as_many_pairs_as_by_networkx_and_the_barrier_allows_no_more() -> None:
    for seed in range(300):
        chance = Random(seed)
        people, least = chance.randint(1, 24), chance.choice((-9, 0, 1))
        pairs = (some_pairs if seed % 2 else odd_pairs)(chance, people, 3)
        graph, number = with_networkx(people, pairs, least)
        given = graph_with(people, pairs)
        # Once from nobody, and once going on from a plan for a lower floor.
        for begin in (nobody(people), most_pairs(given, nobody(people), -9, people)[0]):
            partner, barrier = most_pairs(given, begin, least, people)
            paired = np.flatnonzero(partner >= 0).tolist()
            assert len(paired) == 2 * number, seed
            assert all(partner[partner[v]] == v and graph.has_edge(v, int(partner[v])) for v in paired)
            left = graph.subgraph(np.flatnonzero(~barrier).tolist())
            parts = [len(part) for part in nx.connected_components(left)]
            assert barrier.sum() + sum(size // 2 for size in parts) == number


def test_it_gives_up_once_more_are_left_over_than_may_be() -> None:
    # One in the middle and four around: three are left over.
    star = graph_with(5, [(1, each, 1) for each in (2, 3, 4, 5)])
    for spare in range(5):
        partner, barrier = most_pairs(star, nobody(5), 1, spare)
        assert np.count_nonzero(partner < 0) == 3
        assert barrier.tolist() == [True, False, False, False, False]
