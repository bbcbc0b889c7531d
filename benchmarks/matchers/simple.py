"""What people do without a solver: the best pair first, or every pair one by one."""

import sqlite3
from itertools import product

import networkx as nx
import numpy as np
from numba import njit

from .engines import Engine
from .instances import Instance, Whole


@njit(cache=True)
def _taken_in_order(order: Whole, rows: Whole, columns: Whole, asks: Whole, places: Whole) -> Whole:
    chosen = np.empty(len(rows), dtype=np.int64)
    count = 0
    for e in order:
        if asks[rows[e]] > 0 and places[columns[e]] > 0:
            asks[rows[e]] -= 1
            places[columns[e]] -= 1
            chosen[count] = e
            count += 1
    return np.sort(chosen[:count])


def greedy(instance: Instance, _: float) -> Whole:
    """The best pair first, then the next best that is still open; compiled."""
    order = np.argsort(-instance.scores, kind="stable")
    places = instance.capacity.copy()
    return _taken_in_order(order, instance.rows, instance.columns, np.ones(instance.people, dtype=np.int64), places)


def greedy_peers(instance: Instance, _: float) -> Whole:
    """The same where both ends of a pair are the same people."""
    order = np.argsort(-instance.scores, kind="stable")
    places = instance.capacity.copy()
    return _taken_in_order(order, instance.rows, instance.columns, places, places)


def all_pairs(instance: Instance, _: float) -> Whole:
    """Little World's shape: ask the database about every pair there could be, one by one, then a matching of slots.

    The database is SQLite in memory and without an ORM, so the real thing is slower.
    """
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE pair (seeker INTEGER, helper INTEGER, score INTEGER, PRIMARY KEY (seeker, helper))")
    database.executemany(
        "INSERT INTO pair VALUES (?, ?, ?)",
        zip(instance.rows.tolist(), instance.columns.tolist(), instance.scores.tolist(), strict=True),
    )
    graph: nx.Graph[tuple[int, int]] = nx.Graph()
    capacity = instance.capacity.tolist()
    for pair in product(range(instance.people), range(len(capacity))):
        row = database.execute("SELECT score FROM pair WHERE seeker = ? AND helper = ?", pair).fetchone()
        if row:
            seeker, helper = pair
            for slot in range(capacity[helper]):
                graph.add_edge((seeker, -1), (helper, slot), weight=row[0])
    found = nx.max_weight_matching(graph, maxcardinality=True)
    chosen = np.array([sorted(pair, key=lambda end: end[1]) for pair in found], dtype=np.int64).reshape(-1, 2, 2)
    return instance.edges(chosen[:, 0, 0], chosen[:, 1, 0])


GREEDY = Engine("greedy", greedy, exact=False)
GREEDY_PEERS = Engine("greedy", greedy_peers, exact=False)
ALL_PAIRS = Engine("all pairs, then networkx on slots", all_pairs)
