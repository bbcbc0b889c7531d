"""Pairs among peers: the libraries that match in general graphs."""

from collections.abc import Iterable

import networkx as nx
import numpy as np
import rustworkx as rx
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from .engines import Engine, NotProven
from .instances import Instance, Whole


def blossom_in_python(instance: Instance, _: float) -> Whole:
    """networkx: the blossom algorithm on a graph of Python objects."""
    graph: nx.Graph[int] = nx.Graph()
    weighted = zip(instance.rows.tolist(), instance.columns.tolist(), instance.scores.tolist(), strict=True)
    graph.add_weighted_edges_from(weighted)
    return _edges(instance, nx.max_weight_matching(graph, maxcardinality=True))


def blossom_in_rust(instance: Instance, _: float) -> Whole:
    """rustworkx: the same algorithm in Rust."""
    graph = rx.PyGraph()
    graph.add_nodes_from(range(instance.people))
    weighted = zip(instance.rows.tolist(), instance.columns.tolist(), instance.scores.tolist(), strict=True)
    graph.add_edges_from(list(weighted))
    return _edges(instance, rx.max_weight_matching(graph, max_cardinality=True, weight_fn=int))


def whole_programme(instance: Instance, limit: float) -> Whole:
    """HiGHS: the integer programme, one pair for each person."""
    pairs = np.arange(len(instance.rows))
    ends, twice = np.concatenate([instance.rows, instance.columns]), np.concatenate([pairs, pairs])
    held = coo_array((np.ones(len(ends)), (ends, twice)), shape=(instance.people, len(pairs)))
    found = milp(
        -(instance.scores + instance.bonus).astype(float),
        integrality=np.ones(len(pairs)),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(held.tocsr(), ub=1),
        options={"time_limit": limit, "mip_rel_gap": 0},
    )
    edges = np.flatnonzero(found.x > 0.5) if found.x is not None else np.empty(0, dtype=np.int64)
    if found.status:
        raise NotProven(edges)
    return edges


def _edges(instance: Instance, pairs: Iterable[tuple[int, int]]) -> Whole:
    ends = np.sort(np.array(list(pairs), dtype=np.int64).reshape(-1, 2), axis=1)
    return instance.edges(ends[:, 0], ends[:, 1])


BLOSSOMS = (
    Engine("rustworkx max_weight_matching", blossom_in_rust),
    Engine("networkx max_weight_matching", blossom_in_python),
    Engine("HiGHS integer programme", whole_programme),
)
