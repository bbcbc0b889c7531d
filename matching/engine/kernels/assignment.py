"""Cheapest assignment of seekers to the places of helpers, by shortest augmenting paths that keep dual prices.

Seekers are placed one after the other, each along the shortest alternating path there is (Dijkstra on reduced
costs: Edmonds and Karp 1972, Tomizawa 1971; with several places for each helper as in Ahuja, Magnanti and Orlin,
"Network Flows", 9.7). A path ends in a free place, or with somebody who then has none: that costs `no_place`,
which callers make larger than all that a path can save, so that as many as possible are placed.

At every moment, for the prices `asks` of seekers and `prices` of helpers:
    asks[i] <= costs[e] + prices[j] for each edge e from i to j, and exactly as much where i is with j;
    asks[i] <= no_place, and exactly as much where i was left without a place;
    prices[j] lies between the costs of the last place taken at j and of the next free one.
The k-th new person at j costs rise * max(0, beyond[j] + k).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .compiled import compiled
from .queue import FAR, Queue, bring, forget, queue_of, take_nearest

Whole = NDArray[np.int64]

NOBODY = -1


class Market(NamedTuple):
    """What is given: seeker i has the edges starts[i] to starts[i + 1], each with a helper and a cost of 0 or more."""

    starts: Whole
    columns: Whole
    costs: Whole
    capacity: Whole
    beyond: Whole
    rise: int
    no_place: int


class Standing(NamedTuple):
    """What stands so far: each seeker's edge (or nobody), places taken, prices, and who is with each helper.

    The people of a helper are a list through the seekers: the first, then for each the one after and before.
    """

    mate: Whole
    asks: Whole
    taken: Whole
    prices: Whole
    first: Whole
    after: Whole
    before: Whole


class Trail(NamedTuple):
    """The marks of one search: by which seeker and edge each helper was reached, and which ones were passed."""

    queue: Queue
    seeker: Whole
    edge: Whole
    touched: Whole
    passed: Whole


@compiled
def assign(market: Market) -> tuple[Whole, Whole, Whole]:
    """The cheapest assignment: the edge of each seeker (-1 for none), the seekers' prices, the helpers' prices."""
    standing = solved(market)
    return standing.mate, standing.asks, standing.prices


@compiled
def solved(market: Market) -> Standing:
    """The cheapest assignment with all that is needed to go on from it."""
    standing = nobody_placed(market)
    trail = no_trail(len(market.capacity))
    for start in range(len(market.starts) - 1):
        place(market, standing, trail, start)
    return standing


@compiled
def assign_as_many(market: Market, most: int) -> tuple[Whole, Whole, Whole]:
    """The same, quicker where places are scarce, when it is known that `most` and no more can be placed.

    A low price of having no place keeps the searches short. Where fewer than `most` are placed for it, it is doubled
    and those without a place are tried again: the prices so far hold under the higher one too. Whatever it is when
    `most` are placed, no plan of as many is cheaper, because all of them leave equally many without (Lagrange).
    """
    standing = nobody_placed(market)
    trail = no_trail(len(market.capacity))
    level = 1
    if len(market.costs):
        level += int(market.costs.max()) // 4
    while True:
        level = min(level, market.no_place)
        at_level = Market(
            market.starts, market.columns, market.costs, market.capacity, market.beyond, market.rise, level
        )
        placed = 0
        for start in range(len(standing.mate)):
            if standing.mate[start] == NOBODY:
                place(at_level, standing, trail, start)
        for i in range(len(standing.mate)):
            placed += standing.mate[i] != NOBODY
        if placed >= most or level == market.no_place:
            return standing.mate, standing.asks, standing.prices
        level *= 2


@compiled
def nobody_placed(market: Market) -> Standing:
    """The standing before anybody is placed, with each helper at the price of the first place."""
    seekers, helpers = len(market.starts) - 1, len(market.capacity)
    taken = np.zeros(helpers, dtype=np.int64)
    prices = np.zeros(helpers, dtype=np.int64)
    standing = Standing(
        np.full(seekers, NOBODY, dtype=np.int64),
        np.full(seekers, market.no_place, dtype=np.int64),
        taken,
        prices,
        np.full(helpers, NOBODY, dtype=np.int64),
        np.full(seekers, NOBODY, dtype=np.int64),
        np.full(seekers, NOBODY, dtype=np.int64),
    )
    for j in range(helpers):
        prices[j] = next_cost(market, standing, j)
    return standing


@compiled
def no_trail(helpers: int) -> Trail:
    """The marks of a search that has not begun."""
    marks = np.full((4, helpers), NOBODY, dtype=np.int64)
    return Trail(queue_of(helpers), marks[0], marks[1], marks[2], marks[3])


@compiled
def place(market: Market, standing: Standing, trail: Trail, start: int) -> None:
    """Place one more seeker at the least cost, whoever has to move for it."""
    standing.asks[start] = asked_at_first(market, standing, start)
    length, touches, passes, last, end = search(market, standing, trail, start)
    standing.asks[start] += length
    for k in range(passes):
        j = trail.passed[k]
        raise_prices(standing, j, length - trail.queue.distance[j])
    move_along(market, standing, trail, start, last, end)
    for k in range(touches):
        forget(trail.queue, trail.touched[k])


@compiled
def asked_at_first(market: Market, standing: Standing, i: int) -> int:
    """The highest price that the edges of `i` allow."""
    asked = market.no_place
    for e in range(market.starts[i], market.starts[i + 1]):
        j = market.columns[e]
        if market.capacity[j] > 0:
            asked = min(asked, market.costs[e] + standing.prices[j])
    return asked


@compiled
def search(market: Market, standing: Standing, trail: Trail, start: int) -> tuple[int, int, int, int, int]:
    """The shortest path from `start`: its length, how many helpers it touched and passed, and where it ends.

    It ends with a helper who has a free place, or else with a seeker (`start` itself, if need be) who has none then.
    """
    queue = trail.queue
    best, last, end = market.no_place - standing.asks[start], start, NOBODY
    touches, passes = 0, 0
    base, i, member = 0, start, NOBODY
    while True:
        touches, best, end = look(market, standing, trail, i, base, touches, best, end)
        # Next comes everybody who is with the nearest helper, one after the other.
        if member != NOBODY:
            member = standing.after[member]
        while member == NOBODY and queue.size[0] > 0 and queue.distance[queue.members[0]] < best:
            j = take_nearest(queue)
            trail.passed[passes] = j
            passes += 1
            base, member = queue.distance[j], standing.first[j]
        if member == NOBODY:
            break
        i = member
        if base + market.no_place - standing.asks[i] < best:
            best, last, end = base + market.no_place - standing.asks[i], i, NOBODY
    queue.size[0] = 0
    return best, touches, passes, last, end


@compiled
def look(
    market: Market, standing: Standing, trail: Trail, i: int, base: int, touches: int, best: int, end: int
) -> tuple[int, int, int]:
    """Bring the helpers nearer whom seeker i, who is `base` away, can reach; touched so far, and the best end."""
    queue = trail.queue
    for e in range(market.starts[i], market.starts[i + 1]):
        j = market.columns[e]
        length = base + market.costs[e] + standing.prices[j] - standing.asks[i]
        if length >= best or length >= queue.distance[j] or market.capacity[j] == 0:
            continue
        if queue.distance[j] == FAR:
            trail.touched[touches] = j
            touches += 1
        trail.seeker[j], trail.edge[j] = i, e
        bring(queue, j, length)
        to_place = length + next_cost(market, standing, j) - standing.prices[j]
        if standing.taken[j] < market.capacity[j] and to_place < best:
            best, end = to_place, j
    return touches, best, end


@compiled
def raise_prices(standing: Standing, j: int, by: int) -> None:
    """Raise the price of a helper and of all who are with them, where the path passed nearer than it is long."""
    if by <= 0:
        return
    standing.prices[j] += by
    i = standing.first[j]
    while i != NOBODY:
        standing.asks[i] += by
        i = standing.after[i]


@compiled
def move_along(market: Market, standing: Standing, trail: Trail, start: int, last: int, end: int) -> None:
    """Let everybody on the path move up by one, from its end back to `start`."""
    j = end
    if end != NOBODY:
        standing.taken[end] += 1
    elif last != start:
        j = market.columns[standing.mate[last]]
        leave(standing, j, last)
        standing.mate[last] = NOBODY
    while j != NOBODY:
        i = trail.seeker[j]
        left = NOBODY if i == start else market.columns[standing.mate[i]]
        if left != NOBODY:
            leave(standing, left, i)
        standing.mate[i] = trail.edge[j]
        join(standing, j, i)
        j = left


@compiled
def next_cost(market: Market, standing: Standing, j: int) -> int:
    """What the next person at a helper costs."""
    return market.rise * max(0, int(market.beyond[j] + standing.taken[j]) + 1)


@compiled
def join(standing: Standing, j: int, i: int) -> None:
    """Add seeker `i` to the people of helper `j`."""
    following = standing.first[j]
    standing.after[i], standing.before[i] = following, NOBODY
    if following != NOBODY:
        standing.before[following] = i
    standing.first[j] = i


@compiled
def leave(standing: Standing, j: int, i: int) -> None:
    """Take seeker `i` out of the people of helper `j`."""
    following, before = standing.after[i], standing.before[i]
    if before == NOBODY:
        standing.first[j] = following
    else:
        standing.after[before] = following
    if following != NOBODY:
        standing.before[following] = before
