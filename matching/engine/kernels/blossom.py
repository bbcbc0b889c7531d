"""The best pairs in a general graph, by prices and blossoms: as many pairs as possible, and then the best total.

Edmonds, "Maximum matching and a polyhedron with 0,1-vertices" (1965), as a primal-dual method with one tree at a
time (Galil 1986). Prices count halves of a value. At every moment, for each arc from v to u outside of blossoms:
    price[v] + price[u] >= 2 * value, and exactly as much for pairs and for the arcs of the trees and rings;
inside of blossoms their prices, all at least 0, count as well. Nobody has a price below `alone`. Whoever has that
very price may stay alone; while somebody alone has a higher one, there is work to do. `alone` is so low that
staying alone never pays, so as many people as possible are paired.

It begins with fractions: each person as seeker and as helper of the same assignment problem (the bipartite double
cover) has prices there whose sum is a price here, and only the odd circles of its answer leave somebody alone above
`alone`; there are few. From each of them a tree grows: nodes reached over an even number of arcs FALL in price,
those over an odd number RISE, the others REST, and time is what the prices have moved by. What can happen next:
    an arc from a falling to a resting node grows tight: the tree grows, or a path ends and both ends are paired;
    an arc between two falling nodes grows tight: it closes a ring, which becomes one node, a blossom;
    a rising blossom's own price falls to nought: it opens, and its ring becomes part of the tree;
    a falling person's price comes down to `alone`: they change places with the one who stayed alone.
"""

from heapq import heappop

import numpy as np
from numpy.typing import NDArray

from .assignment import Market, assign
from .compiled import compiled
from .growing import fall, is_empty, meet, open_up
from .neighbours import Graph
from .rings import END, LAST, NEVER, NOBODY, NOW, RESTING, Forest, forest_of, move_tip, outermost, turn

Whole = NDArray[np.int64]


def best_pairs(graph: Graph) -> tuple[Whole, int, Forest]:
    """The partner of each person (-1 for nobody), the price of staying alone, and the forest that proves it.

    The range of the values and of nought, times three more than there are people, has to stay below 2**60.
    """
    people = len(graph.starts) - 1
    top, bottom = int(graph.value.max(initial=0)), int(graph.value.min(initial=0))
    ones, noughts = np.ones(people, dtype=np.int64), np.zeros(people, dtype=np.int64)
    # A path that pairs two more people makes at most people / 2 others change.
    no_place = (people + 1) * (top - bottom + 1)
    arcs, asks, prices = assign(Market(graph.starts, graph.other, top - graph.value, ones, noughts, 0, no_place))
    forest = forest_of(top - asks + prices)
    alone = top - no_place
    pair_halves(graph, forest, arcs)
    settle_all(graph, forest, alone)
    mate = forest.people["mate"]
    partner = np.where(mate == NOBODY, NOBODY, graph.other[mate]) if len(graph.other) else mate
    return partner, alone, forest


@compiled
def pair_halves(graph: Graph, forest: Forest, arcs: Whole) -> None:
    """Pair every second arc of each way and circle that the chosen arcs of seekers make."""
    chosen = np.zeros(len(arcs), dtype=np.bool_)
    for v in range(len(arcs)):
        if arcs[v] != NOBODY:
            chosen[graph.other[arcs[v]]] = True
    # Ways first, from their beginnings; what is left are circles.
    for circles in range(2):
        for v in range(len(arcs)):
            if circles == 1 or not chosen[v]:
                pair_way(graph, forest, arcs, v)


@compiled
def pair_way(graph: Graph, forest: Forest, arcs: Whole, v: int) -> None:
    """Pair every second arc from `v` on, until somebody has a partner already or no arc."""
    while forest.people[v].mate == NOBODY and arcs[v] != NOBODY:
        arc = arcs[v]
        u = graph.other[arc]
        if forest.people[u].mate != NOBODY:
            return
        forest.people[v].mate, forest.people[u].mate = arc, graph.back[arc]
        v = graph.other[arcs[u]] if arcs[u] != NOBODY else u


@compiled
def settle_all(graph: Graph, forest: Forest, alone: int) -> None:
    """Leave nobody alone above the price `alone`."""
    for root in range(len(forest.people)):
        if forest.people[root].mate == NOBODY and forest.nodes[root].price > alone:
            settle(graph, forest, root, alone)


@compiled
def settle(graph: Graph, forest: Forest, root: int, alone: int) -> None:
    """Give `root` a partner, or let somebody stay alone instead who can."""
    tree = [root]
    tree.clear()
    arc = search(graph, forest, tree, root, alone)
    for node in tree:
        if forest.nodes[node].above == NOBODY and forest.nodes[node].side != RESTING:
            turn(forest, node, RESTING)
    if arc == NOBODY:
        change_partners(graph, forest, forest.clock[LAST], NOBODY)
        return
    end = graph.other[arc]
    move_tip(forest, graph, outermost(forest, end), end)
    forest.people[end].mate = graph.back[arc]
    change_partners(graph, forest, graph.other[graph.back[arc]], arc)


@compiled
def search(graph: Graph, forest: Forest, tree: list[int], root: int, alone: int) -> int:
    """Grow a tree from `root`; the arc that ends a path, or -1 where the price of LAST came down to `alone` first."""
    events = [(0, 0)]
    events.clear()
    for v in range(len(forest.people)):
        forest.people[v].nearest = NEVER
    forest.clock[NOW], forest.clock[END] = 0, NEVER
    fall(graph, forest, events, tree, outermost(forest, root), alone)
    while len(events) > 0 and events[0][0] <= forest.clock[END]:
        forest.clock[NOW], event = heappop(events)
        if event >= 0:
            found = meet(graph, forest, events, tree, event, alone)
            if found != NOBODY:
                return found
        elif is_empty(forest, ~event):
            open_up(graph, forest, events, tree, ~event, alone)
    forest.clock[NOW] = forest.clock[END]
    return NOBODY


@compiled
def change_partners(graph: Graph, forest: Forest, v: int, arc: int) -> None:
    """Give `v` the partner at the end of `arc`, or none; everybody from there to the root changes partners."""
    while True:
        node = outermost(forest, v)
        left = forest.people[forest.nodes[node].tip].mate
        move_tip(forest, graph, node, v)
        forest.people[v].mate = arc
        if left == NOBODY:
            return
        rising = outermost(forest, graph.other[left])
        arc = forest.nodes[rising].came
        u = graph.other[arc]
        move_tip(forest, graph, rising, u)
        forest.people[u].mate = graph.back[arc]
        v = graph.other[graph.back[arc]]
