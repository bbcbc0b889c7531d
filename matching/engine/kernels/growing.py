"""How an alternating tree grows: what falls, what rises, what is closed into blossoms and opened again, and when.

`blossom.py` says what the words mean. Events are kept in a heap by their time and looked at again when they come,
because by then they may no longer be so: whatever changes the time of an event notes it anew.
"""

from heapq import heappush

from .compiled import compiled
from .neighbours import Graph
from .rings import (
    END,
    FALLING,
    LAST,
    MARK,
    NEVER,
    NOBODY,
    NOW,
    RESTING,
    RISING,
    Forest,
    close,
    dissolve,
    outermost,
    part_with,
    turn,
    turn_round,
)

# What will happen when: an arc that grows tight, or ~blossom for one that opens.
Events = list[tuple[int, int]]


@compiled
def meet(graph: Graph, forest: Forest, events: Events, tree: list[int], arc: int, alone: int) -> int:
    """Do what follows from an arc that may have grown tight; the arc itself if it ends a path, else -1."""
    v, u = graph.other[graph.back[arc]], graph.other[arc]
    one, two = outermost(forest, v), outermost(forest, u)
    if one == two or forest.nodes[u].side == RISING or slack(graph, forest, arc) > 0:
        return NOBODY
    if forest.nodes[u].side == FALLING:
        contract(graph, forest, events, tree, arc, alone)
        return NOBODY
    if forest.people[forest.nodes[two].tip].mate == NOBODY:
        return arc
    forest.nodes[two].came = arc
    rise(forest, events, tree, two)
    fall(graph, forest, events, tree, outermost(forest, graph.other[forest.people[forest.nodes[two].tip].mate]), alone)
    return NOBODY


@compiled
def slack(graph: Graph, forest: Forest, arc: int) -> int:
    """By how much the two prices are more than the arc is worth now."""
    v, u = graph.other[graph.back[arc]], graph.other[arc]
    moved = (forest.nodes[v].side + forest.nodes[u].side) * forest.clock[NOW]
    return int(forest.nodes[v].price + forest.nodes[u].price - moved - 2 * graph.value[arc])


@compiled
def rise(forest: Forest, events: Events, tree: list[int], node: int) -> None:
    """Let a node rise; a blossom opens when its own price is used up."""
    turn(forest, node, RISING)
    tree.append(node)
    if forest.nodes[node].count > 1:
        heappush(events, (forest.nodes[node].price // 2, ~node))


@compiled
def is_empty(forest: Forest, node: int) -> bool:
    """Whether this is a rising blossom whose own price is used up."""
    one = forest.nodes[node]
    rising = one.above == NOBODY and one.count > 1 and one.side == RISING
    return bool(rising and one.price == 2 * forest.clock[NOW])


@compiled
def fall(graph: Graph, forest: Forest, events: Events, tree: list[int], node: int, alone: int) -> None:
    """Let a node fall, and note what will happen over the arcs of its people."""
    turn(forest, node, FALLING)
    tree.append(node)
    look_out(graph, forest, events, node, alone)


@compiled
def look_out(graph: Graph, forest: Forest, events: Events, node: int, alone: int) -> None:
    """Note when the arcs from people who fall grow tight, and when one of the people may stay alone."""
    now, v = forest.clock[NOW], forest.nodes[node].head
    for _ in range(forest.nodes[node].count):
        if forest.nodes[v].price - alone < forest.clock[END]:
            forest.clock[END], forest.clock[LAST] = forest.nodes[v].price - alone, v
        for arc in range(graph.starts[v], graph.starts[v + 1]):
            u = graph.other[arc]
            if forest.nodes[u].side == RESTING:
                expect(graph, forest, events, arc)
            elif forest.nodes[u].side == FALLING and outermost(forest, u) != outermost(forest, v):
                when = now + slack(graph, forest, arc) // 2
                if when <= forest.clock[END]:
                    heappush(events, (when, arc))
        v = forest.people[v].after


@compiled
def expect(graph: Graph, forest: Forest, events: Events, arc: int) -> None:
    """Note when an arc from a falling to a resting person grows tight, if nothing else reaches them before."""
    u = graph.other[arc]
    when = forest.clock[NOW] + slack(graph, forest, arc)
    if when <= forest.clock[END] and when < forest.people[u].nearest:
        forest.people[u].nearest = when
        heappush(events, (when, arc))
        if forest.people[forest.nodes[outermost(forest, u)].tip].mate == NOBODY:
            forest.clock[END] = when


@compiled
def node_above(graph: Graph, forest: Forest, node: int) -> int:
    """The falling node before a falling one on the way to the root, or -1."""
    arc = forest.people[forest.nodes[node].tip].mate
    if arc == NOBODY:
        return NOBODY
    came = forest.nodes[outermost(forest, graph.other[arc])].came
    return outermost(forest, graph.other[graph.back[came]])


@compiled
def meeting(graph: Graph, forest: Forest, one: int, two: int) -> int:
    """The first node that is on the ways of both to the root."""
    forest.clock[MARK] += 1
    while True:
        if one != NOBODY:
            if forest.nodes[one].passed == forest.clock[MARK]:
                return one
            forest.nodes[one].passed = forest.clock[MARK]
            one = node_above(graph, forest, one)
        one, two = two, one


@compiled
def contract(graph: Graph, forest: Forest, events: Events, tree: list[int], arc: int, alone: int) -> None:
    """Close the ring of a tight arc between two falling nodes; those that rose fall from now on, and look out."""
    one, two = outermost(forest, graph.other[graph.back[arc]]), outermost(forest, graph.other[arc])
    first = meeting(graph, forest, one, two)
    risen = [0]
    risen.clear()
    way_down(graph, forest, first, one, risen)
    forest.nodes[one].ring, forest.nodes[one].passage = two, arc
    way_up(graph, forest, two, first, risen)
    for node in risen:
        turn(forest, node, FALLING)
    tree.append(close(forest, first))
    for node in risen:
        look_out(graph, forest, events, node, alone)


@compiled
def way_down(graph: Graph, forest: Forest, first: int, node: int, risen: list[int]) -> None:
    """Let a ring run along the tree from `first` down to a falling node."""
    while node != first:
        up = forest.people[forest.nodes[node].tip].mate
        rising = outermost(forest, graph.other[up])
        came = forest.nodes[rising].came
        forest.nodes[rising].ring, forest.nodes[rising].passage = node, graph.back[up]
        node = outermost(forest, graph.other[graph.back[came]])
        forest.nodes[node].ring, forest.nodes[node].passage = rising, came
        risen.append(rising)


@compiled
def way_up(graph: Graph, forest: Forest, node: int, first: int, risen: list[int]) -> None:
    """Let a ring run along the tree from a falling node up to `first`."""
    while node != first:
        up = forest.people[forest.nodes[node].tip].mate
        rising = outermost(forest, graph.other[up])
        back = graph.back[forest.nodes[rising].came]
        forest.nodes[node].ring, forest.nodes[node].passage = rising, up
        node = outermost(forest, graph.other[back])
        forest.nodes[rising].ring, forest.nodes[rising].passage = node, back
        risen.append(rising)


@compiled
def open_up(graph: Graph, forest: Forest, events: Events, tree: list[int], blossom: int, alone: int) -> None:
    """Put the ring of a rising blossom in its place: from where it was reached to its base into the tree."""
    first = forest.nodes[blossom].inside
    came = forest.nodes[blossom].came
    entry = part_with(forest, blossom, graph.other[came])
    if steps(forest, first, entry) % 2 == 0:
        # The way to the base begins with a pair.
        turn_round(forest, graph, first)
    dissolve(forest, blossom)
    node = forest.nodes[first].ring
    while node != entry:
        turn(forest, node, RESTING)
        node = forest.nodes[node].ring
    climb_down(graph, forest, events, tree, entry, first, came, alone)
    node = forest.nodes[first].ring
    while node != entry:
        look_in(graph, forest, events, node)
        node = forest.nodes[node].ring


@compiled
def climb_down(
    graph: Graph, forest: Forest, events: Events, tree: list[int], node: int, first: int, came: int, alone: int
) -> None:
    """Let the nodes along a ring from `node` to `first` rise and fall in turn."""
    forest.nodes[node].came = came
    rise(forest, events, tree, node)
    while node != first:
        falling = forest.nodes[node].ring
        node = forest.nodes[falling].ring
        forest.nodes[node].came = forest.nodes[falling].passage
        fall(graph, forest, events, tree, falling, alone)
        rise(forest, events, tree, node)


@compiled
def look_in(graph: Graph, forest: Forest, events: Events, node: int) -> None:
    """Note when the people of a node that rests again will be reached."""
    v = forest.nodes[node].head
    for _ in range(forest.nodes[node].count):
        forest.people[v].nearest = NEVER
        for arc in range(graph.starts[v], graph.starts[v + 1]):
            if forest.nodes[graph.other[arc]].side == FALLING:
                expect(graph, forest, events, graph.back[arc])
        v = forest.people[v].after


@compiled
def steps(forest: Forest, first: int, node: int) -> int:
    """How many steps along its ring a node is from the first."""
    count = 0
    while node != first:
        first = forest.nodes[first].ring
        count += 1
    return count
