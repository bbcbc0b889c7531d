"""As many pairs as possible in a general graph, by growing alternating trees and contracting blossoms.

Edmonds, "Paths, trees, and flowers" (1965), with the bases of blossoms in a union-find (Gabow 1976). A tree grows
from one person who has nobody. Its people are OUTER, reached over an even number of pairs, or INNER, reached over
an odd number. An arc from outer to outer closes a blossom, and all its inner people become outer too; an arc from
outer to somebody who has nobody ends a path that gives both ends a partner.

Where a tree cannot grow any more, its root stays alone, and the tree stays as it is: no later path can use it
(its outer people have arcs to its inner people only). In the end the inner people are a barrier: without them the
outer ones fall into parts of odd size, and there are as many more parts than inner people as people are left over
(Tutte 1947, Berge 1958).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .compiled import compiled
from .neighbours import Graph

Whole = NDArray[np.int64]

NOBODY = -1
UNSEEN, OUTER, INNER = 0, 1, 2


class Trees(NamedTuple):
    """Each person's partner, side, base of the blossom around them, and the outer person they were reached from.

    `queue` holds the outer people of the present tree in the order in which they are looked at, `passed` the marks of
    the search for a common base.
    """

    mate: Whole
    side: Whole
    base: Whole
    parent: Whole
    queue: Whole
    passed: Whole


@compiled
def most_pairs(graph: Graph, mate: Whole, least: int, spare: int) -> tuple[Whole, NDArray[np.bool_]]:
    """The partner of each person (-1 for nobody) with as many pairs as possible, and the barrier that proves it.

    Only pairs worth `least` or more count. It goes on from the partners in `mate`, and gives up, without a proof,
    once more than `spare` people are known to be left over.
    """
    people = len(mate)
    trees = Trees(
        kept(graph, mate, least),
        np.full(people, UNSEEN, dtype=np.int64),
        np.arange(people),
        np.full(people, NOBODY, dtype=np.int64),
        np.zeros(people, dtype=np.int64),
        np.full(people, NOBODY, dtype=np.int64),
    )
    for root in range(people):
        if trees.mate[root] == NOBODY and not grow(graph, trees, root, least):
            spare -= 1
            if spare < 0:
                break
    return trees.mate, trees.side == INNER


@compiled
def kept(graph: Graph, mate: Whole, least: int) -> Whole:
    """Those pairs of `mate` that are worth enough, and then everybody together who finds somebody at once."""
    found = np.full(len(mate), NOBODY, dtype=np.int64)
    for again in range(2):
        for v in range(len(mate)):
            for arc in range(graph.starts[v], graph.starts[v + 1]):
                u = graph.other[arc]
                free = found[v] == NOBODY and found[u] == NOBODY
                if free and graph.value[arc] >= least and (again == 1 or mate[v] == u):
                    found[v], found[u] = u, v
    return found


@compiled
def grow(graph: Graph, trees: Trees, root: int, least: int) -> bool:
    """Grow a tree from `root` until a path gives them a partner; False where there is none."""
    trees.side[root] = OUTER
    trees.queue[0] = root
    at, size = 0, 1
    while at < size:
        v = trees.queue[at]
        at += 1
        for arc in range(graph.starts[v], graph.starts[v + 1]):
            u = graph.other[arc]
            if graph.value[arc] < least:
                continue
            if trees.side[u] == UNSEEN and trees.mate[u] == NOBODY:
                pair_along(trees, v, u)
                cut_down(trees, size)
                return True
            if trees.side[u] == UNSEEN:
                trees.side[u], trees.parent[u] = INNER, v
                trees.side[trees.mate[u]] = OUTER
                trees.queue[size] = trees.mate[u]
                size += 1
            elif trees.side[u] == OUTER and base_of(trees, u) != base_of(trees, v):
                common = common_base(trees, v, u, arc)
                size = contract(trees, v, u, common, size)
                size = contract(trees, u, v, common, size)
    return False


@compiled
def base_of(trees: Trees, v: int) -> int:
    """The base of the outermost blossom around `v`."""
    base = trees.base
    while base[v] != v:
        base[v] = base[base[v]]
        v = base[v]
    return v


@compiled
def common_base(trees: Trees, v: int, u: int, mark: int) -> int:
    """The first base that both meet on their ways to the root; `mark` tells this search from others."""
    one, two = base_of(trees, v), base_of(trees, u)
    while True:
        if one != NOBODY:
            if trees.passed[one] == mark:
                return one
            trees.passed[one] = mark
            above = trees.mate[one]
            one = NOBODY if above == NOBODY else base_of(trees, trees.parent[above])
        one, two = two, one


@compiled
def contract(trees: Trees, v: int, u: int, common: int, size: int) -> int:
    """Put the way from `v` to `common` into one blossom, reached over the arc to `u`; how long the queue is then."""
    while base_of(trees, v) != common:
        trees.parent[v] = u
        u = trees.mate[v]
        if trees.side[u] == INNER:
            trees.side[u] = OUTER
            trees.queue[size] = u
            size += 1
        for one in (v, u):
            if trees.base[one] == one:
                trees.base[one] = common
        v = trees.parent[u]
    return size


@compiled
def pair_along(trees: Trees, v: int, u: int) -> None:
    """Give `u` to `v`, the partner whom `v` had to the one before on the path, and so on up to the root."""
    while u != NOBODY:
        left = trees.mate[v]
        trees.mate[v], trees.mate[u] = u, v
        u = left
        if u != NOBODY:
            v = trees.parent[u]


@compiled
def cut_down(trees: Trees, size: int) -> None:
    """Forget the tree whose outer people are the first of the queue, so that others can grow there."""
    for at in range(size):
        v = trees.queue[at]
        for one in (v, trees.mate[v]):
            trees.side[one], trees.base[one], trees.parent[one] = UNSEEN, one, NOBODY
            trees.passed[one] = NOBODY
