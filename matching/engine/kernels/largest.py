"""As many seekers with a place as possible, by Hopcroft and Karp (1973) with several places for each helper.

In rounds: a breadth-first search finds how far each helper is from the seekers who have nobody, and depth-first
searches then move people along shortest paths that have no helper in common. Only edges worth at least `least`
count, so that one list of edges serves every floor.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .compiled import compiled

Whole = NDArray[np.int64]

NOBODY = -1
UNSEEN = -1


class Network(NamedTuple):
    """Seeker i has the edges starts[i] to starts[i + 1], each with its helper and what it is worth."""

    starts: Whole
    columns: Whole
    worth: Whole
    capacity: Whole
    least: int


class Seats(NamedTuple):
    """Who sits where: each seeker's edge (or nobody), and for each helper the seekers, in seats from `offset` on."""

    mate: Whole
    taken: Whole
    offset: Whole
    sitting: Whole


@compiled
def largest(network: Network, mate: Whole) -> Whole:
    """The edge of each seeker (-1 for none) with as many as possible placed, going on from those in `mate`."""
    seats = seated(network, mate)
    while True:
        level, reachable = levels(network, seats)
        if not reachable:
            return seats.mate
        tried = network.starts[:-1].copy()
        path, seat_of = np.zeros_like(mate), np.zeros_like(mate)
        for start in range(len(mate)):
            if seats.mate[start] == NOBODY:
                move_up(network, seats, level, tried, path, seat_of, start)


@compiled
def seated(network: Network, mate: Whole) -> Seats:
    """Those of `mate` who are worth enough, in their seats; then everybody who finds a free one at once."""
    helpers = len(network.capacity)
    offset = np.zeros(helpers + 1, dtype=np.int64)
    for j in range(helpers):
        offset[j + 1] = offset[j] + min(network.capacity[j], len(mate))
    seats = Seats(
        np.full(len(mate), NOBODY, dtype=np.int64),
        np.zeros(helpers, dtype=np.int64),
        offset,
        np.full(offset[-1], NOBODY, dtype=np.int64),
    )
    for i in range(len(mate)):
        if mate[i] != NOBODY and network.worth[mate[i]] >= network.least:
            sit(network, seats, i, mate[i])
    for i in range(len(mate)):
        for e in range(network.starts[i], network.starts[i + 1]):
            if seats.mate[i] == NOBODY and network.worth[e] >= network.least and is_free(seats, network.columns[e]):
                sit(network, seats, i, e)
    return seats


@compiled
def is_free(seats: Seats, j: int) -> bool:
    """Whether helper j has a seat left."""
    return bool(seats.taken[j] < seats.offset[j + 1] - seats.offset[j])


@compiled
def sit(network: Network, seats: Seats, i: int, e: int) -> None:
    """Give seeker i the next free seat at the other end of edge e."""
    j = network.columns[e]
    seats.mate[i] = e
    seats.sitting[seats.offset[j] + seats.taken[j]] = i
    seats.taken[j] += 1


@compiled
def levels(network: Network, seats: Seats) -> tuple[Whole, bool]:
    """How many moves each seeker is from one who has nobody, and whether a free seat can be reached."""
    seekers = len(seats.mate)
    level = np.full(seekers, UNSEEN, dtype=np.int64)
    seen = np.zeros(len(network.capacity), dtype=np.bool_)
    waiting = np.zeros(seekers, dtype=np.int64)
    size = 0
    for i in range(seekers):
        if seats.mate[i] == NOBODY:
            level[i] = 0
            waiting[size] = i
            size += 1
    at, deepest, reachable = 0, seekers, False
    while at < size and level[waiting[at]] <= deepest:
        i = waiting[at]
        at += 1
        for e in range(network.starts[i], network.starts[i + 1]):
            j = network.columns[e]
            if seen[j] or network.worth[e] < network.least:
                continue
            seen[j] = True
            if is_free(seats, j):
                # Longer paths are for a later round.
                reachable, deepest = True, level[i]
            for seat in range(seats.offset[j], seats.offset[j] + seats.taken[j]):
                other = seats.sitting[seat]
                if level[other] == UNSEEN:
                    level[other] = level[i] + 1
                    waiting[size] = other
                    size += 1
    return level, reachable


@compiled
def move_up(
    network: Network, seats: Seats, level: Whole, tried: Whole, path: Whole, seat_of: Whole, start: int
) -> bool:
    """Look depth-first for a free seat along rising levels, and let everybody on the way move up to it.

    `tried` is the edge each seeker looks at next; `path` and `seat_of` are room for the way and its seats.
    """
    depth = 0
    path[0] = start
    seat_of[0] = NOBODY
    while depth >= 0:
        i = path[depth]
        if tried[i] >= network.starts[i + 1]:
            # A dead end; whoever led here tries the next seat.
            level[i] = UNSEEN
            depth -= 1
            continue
        e = tried[i]
        j = network.columns[e]
        if network.worth[e] < network.least:
            tried[i] += 1
            seat_of[depth] = NOBODY
            continue
        if is_free(seats, j):
            finish(network, seats, path, seat_of, tried, depth)
            return True
        if seat_of[depth] == NOBODY:
            seat_of[depth] = seats.offset[j]
        while seat_of[depth] < seats.offset[j + 1] and level[seats.sitting[seat_of[depth]]] != level[i] + 1:
            seat_of[depth] += 1
        if seat_of[depth] == seats.offset[j + 1]:
            tried[i] += 1
            seat_of[depth] = NOBODY
            continue
        depth += 1
        path[depth] = seats.sitting[seat_of[depth - 1]]
        seat_of[depth] = NOBODY
    return False


@compiled
def finish(network: Network, seats: Seats, path: Whole, seat_of: Whole, tried: Whole, depth: int) -> None:
    """Seat the last on the path at the free seat, and each before in the seat that the next one left."""
    i = path[depth]
    sit(network, seats, i, tried[i])
    for d in range(depth - 1, -1, -1):
        i = path[d]
        seats.sitting[seat_of[d]] = i
        seats.mate[i] = tried[i]


@compiled
def closed(network: Network, mate: Whole) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which seekers and helpers can be reached from a seeker who has nobody, going over to whoever is there.

    Where as many as possible are placed, the helpers reached are full, so that they and the seekers who are not
    reached make a cover (Kőnig 1931).
    """
    seats = seated(network, mate)
    level, _ = levels(network, seats)
    helpers = np.zeros(len(network.capacity), dtype=np.bool_)
    for i in range(len(mate)):
        if level[i] != UNSEEN:
            for e in range(network.starts[i], network.starts[i + 1]):
                if network.worth[e] >= network.least:
                    helpers[network.columns[e]] = True
    return level != UNSEEN, helpers
