"""Blossoms inside blossoms as arrays, and the prices and sides that go with them.

A node is a person (0 to people - 1) or a blossom (the numbers after them). A blossom is a ring of an odd number of
nodes: `ring` leads from each node to the next and `passage` is the arc that joins them. The ring begins with the
node `inside` that holds the tip, the one person of the blossom whose partner is outside or who has none; the other
nodes of the ring are paired two by two over passages. So moving the tip is all it takes to change partners.

The people of a node are a list: `head`, then `after`, until there are `size` of them. Rings are joined by joining
lists, so each node inside keeps its own stretch. A person's outermost node is `holder[group[person]]`; a group has
the number of one of its people, and a blossom that of its largest node, so that few change groups when rings close
and open again.

Prices move with time, and are only written down when a side changes: what FALLS loses one with each step, what
RISES gains one, what RESTS stays; a blossom's own price gains two while it falls and loses two while it rises.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .compiled import compiled
from .neighbours import Graph

Whole = NDArray[np.int64]
Records = np.recarray[Any, Any]

NOBODY = -1
NEVER = 2**62
RISING, RESTING, FALLING = -1, 0, 1
# Places in the clock: what time it is, when the search ends, the person whose price ends it, and a mark to count up.
NOW, END, LAST, MARK = 0, 1, 2, 3


# The arc to the partner, or nobody; when somebody who rests will be reached, as far as is known; their group; the
# outermost node of the group that has their number; who comes after them in the list of a node.
PERSON = [("mate", "i8"), ("nearest", "i8"), ("group", "i8"), ("holder", "i8"), ("after", "i8")]
# Price and side; the tip; the blossom around it; where its own ring begins; what follows in the ring that it is in,
# over which passage; its list of people; the number of its group; the arc over which it was reached when it rises; the
# latest search that passed it; the person who was looked for in it last, and the part that holds them.
NODE = [
    (name, "i8")
    for name in "price side tip above inside ring passage head tail count number came passed whose part".split()
]


class Forest(NamedTuple):
    """All that changes, as records, because many arrays side by side cost compiled code more than the work itself."""

    people: Records
    nodes: Records
    clock: Whole
    # Numbers for blossoms that are not in use; the first entry is how many.
    spare: Whole


def forest_of(price: Whole) -> Forest:
    """Everybody with a price and without a partner, and no blossoms yet."""
    number = len(price)
    people = np.full(number, NOBODY, dtype=[*PERSON]).view(np.recarray)
    nodes = np.full(number + number // 2, NOBODY, dtype=[*NODE]).view(np.recarray)
    people["group"] = people["holder"] = np.arange(number)
    nodes["tip"] = nodes["head"] = nodes["tail"] = nodes["number"] = np.arange(len(nodes))
    nodes["side"], nodes["price"], nodes["count"] = RESTING, 0, 0
    nodes["price"][:number], nodes["count"][:number] = price, 1
    spare = np.append(len(nodes) - number, np.arange(number, len(nodes)))
    return Forest(people, nodes, np.zeros(4, dtype=np.int64), spare)


def blossoms_in(forest: Forest) -> Iterator[tuple[Whole, int, tuple[int, ...]]]:
    """The blossoms that have a price: people, the price, other blossoms by their places here.

    Smaller ones come first; those without a price count as the ring that is in them.
    """
    price, count = forest.nodes["price"].tolist(), forest.nodes["count"].tolist()
    number: dict[int, int] = {}
    for node in sorted(range(len(forest.people), len(count)), key=lambda node: count[node]):
        if count[node] > 1 and price[node] > 0:
            number[node] = len(number)
            held = parts_of(forest, node)
            people = [each for each in held if count[each] == 1]
            inside = tuple(sorted(number[each] for each in held if count[each] > 1))
            yield np.array(sorted(people), dtype=np.int64), price[node], inside


def parts_of(forest: Forest, blossom: int) -> list[int]:
    """The people and blossoms with a price that are directly in a blossom."""
    found: list[int] = []
    left = [blossom]
    while left:
        first = node = int(forest.nodes["inside"][left.pop()])
        while True:
            has_no_price = forest.nodes["count"][node] > 1 and forest.nodes["price"][node] == 0
            (left if has_no_price else found).append(node)
            node = int(forest.nodes["ring"][node])
            if node == first:
                break
    return found


@compiled
def outermost(forest: Forest, person: int) -> int:
    """The largest node around a person."""
    return int(forest.people[forest.people[person].group].holder)


@compiled
def turn(forest: Forest, node: int, side: int) -> None:
    """Let an outermost node fall, rise or rest from now on, with all its people."""
    now, v = forest.clock[NOW], forest.nodes[node].head
    if forest.nodes[node].count > 1:
        forest.nodes[node].price += 2 * (forest.nodes[node].side - side) * now
        forest.nodes[node].side = side
    if forest.nodes[v].side == side:
        return
    for _ in range(forest.nodes[node].count):
        forest.nodes[v].price += (side - forest.nodes[v].side) * now
        forest.nodes[v].side = side
        v = forest.people[v].after


@compiled
def close(forest: Forest, first: int) -> int:
    """A new falling blossom of the ring that begins with the outermost node `first`."""
    blossom = forest.spare[forest.spare[0]]
    forest.spare[0] -= 1
    forest.nodes[blossom].inside, forest.nodes[blossom].tip = first, forest.nodes[first].tip
    forest.nodes[blossom].head, forest.nodes[blossom].tail = forest.nodes[first].head, forest.nodes[first].tail
    stand_still(forest, first, blossom)
    largest, node = first, forest.nodes[first].ring
    while node != first:
        stand_still(forest, node, blossom)
        forest.people[forest.nodes[blossom].tail].after = forest.nodes[node].head
        forest.nodes[blossom].tail = forest.nodes[node].tail
        if forest.nodes[node].count > forest.nodes[largest].count:
            largest = node
        node = forest.nodes[node].ring
    node = forest.nodes[largest].ring
    while node != largest:
        regroup(forest, node, forest.nodes[largest].number)
        node = forest.nodes[node].ring
    forest.nodes[blossom].number = forest.nodes[largest].number
    forest.people[forest.nodes[blossom].number].holder = blossom
    forest.nodes[blossom].side, forest.nodes[blossom].whose = FALLING, NOBODY
    forest.nodes[blossom].price = -2 * forest.clock[NOW]
    return int(blossom)


@compiled
def stand_still(forest: Forest, node: int, blossom: int) -> None:
    """Put a node into a blossom, where its own price does not move."""
    forest.nodes[node].above = blossom
    forest.nodes[blossom].count += forest.nodes[node].count
    if forest.nodes[node].count > 1:
        forest.nodes[node].price += 2 * forest.nodes[node].side * forest.clock[NOW]
        forest.nodes[node].side = RESTING


@compiled
def regroup(forest: Forest, node: int, group: int) -> None:
    """Put all people of a node into this group."""
    v = forest.nodes[node].head
    for _ in range(forest.nodes[node].count):
        forest.people[v].group = group
        v = forest.people[v].after


@compiled
def dissolve(forest: Forest, blossom: int) -> None:
    """Make every node of a blossom's ring an outermost one, and the blossom's number free to be used again."""
    node = first = forest.nodes[blossom].inside
    while True:
        forest.nodes[node].above = NOBODY
        if forest.nodes[node].number != forest.nodes[blossom].number:
            regroup(forest, node, forest.nodes[node].number)
        forest.people[forest.nodes[node].number].holder = node
        node = forest.nodes[node].ring
        if node == first:
            break
    forest.nodes[blossom].count, forest.nodes[blossom].side = 0, RESTING
    forest.spare[0] += 1
    forest.spare[forest.spare[0]] = blossom


@compiled
def part_with(forest: Forest, blossom: int, person: int) -> int:
    """The node of a blossom's ring that holds a person.

    The whole way there is written down, because the blossoms on it often open one after the other.
    """
    if forest.nodes[blossom].whose != person:
        node = person
        while node != blossom:
            above = forest.nodes[node].above
            forest.nodes[above].whose, forest.nodes[above].part = person, node
            node = above
    return int(forest.nodes[blossom].part)


@compiled
def move_tip(forest: Forest, graph: Graph, outer: int, person: int) -> None:
    """Make `person` the base of the node `outer`, and pair everybody else inside."""
    todo = [(outer, person)]
    while todo:
        node, base = todo.pop()
        part = base
        while part != node and forest.nodes[node].tip != base:
            blossom = forest.nodes[part].above
            if forest.nodes[blossom].tip != base:
                begin_with(forest, graph, blossom, part, base, todo)
            part = blossom


@compiled
def begin_with(forest: Forest, graph: Graph, blossom: int, first: int, base: int, todo: list[tuple[int, int]]) -> None:
    """Let a blossom's ring begin with `first` and pair its other nodes; what that does inside of them is left to do."""
    forest.nodes[blossom].inside, forest.nodes[blossom].tip = first, base
    one = forest.nodes[first].ring
    while one != first:
        two, arc = forest.nodes[one].ring, forest.nodes[one].passage
        v, u = graph.other[graph.back[arc]], graph.other[arc]
        forest.people[v].mate, forest.people[u].mate = arc, graph.back[arc]
        todo.append((one, v))
        todo.append((two, u))
        one = forest.nodes[two].ring


@compiled
def turn_round(forest: Forest, graph: Graph, first: int) -> None:
    """Let the ring that begins with `first` run the other way."""
    node, following, arc = first, forest.nodes[first].ring, forest.nodes[first].passage
    while True:
        beyond, next_arc = forest.nodes[following].ring, forest.nodes[following].passage
        forest.nodes[following].ring, forest.nodes[following].passage = node, graph.back[arc]
        node, following, arc = following, beyond, next_arc
        if node == first:
            break
