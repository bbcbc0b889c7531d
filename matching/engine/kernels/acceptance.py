"""Deferred acceptance as array code: seekers ask down their lists, helpers keep the best they were asked by."""

import numpy as np
from numpy.typing import NDArray

from .compiled import compiled

Whole = NDArray[np.int64]

EMPTY = -1


@compiled
def kept(starts: Whole, columns: Whole, places: Whole, shelves: Whole) -> Whole:
    """Which askings are kept in the end, by their place in the ranking of the helper; EMPTY where room is left.

    Seeker i asks by starts[i] to starts[i + 1], in that order: `columns` says whom, and `places` where that asking
    stands in the helper's ranking (no two alike, a smaller one is preferred). Helper j keeps theirs between
    shelves[j] and shelves[j + 1], as a heap with the one they would give up first in front.
    """
    shelf = np.full(shelves[-1], EMPTY)
    taken = np.zeros(len(shelves) - 1, dtype=np.int64)
    asked = starts[:-1].copy()
    whose = np.empty(len(places), dtype=np.int64)
    for first in range(len(starts) - 1):
        seeker = first
        while seeker != EMPTY and asked[seeker] < starts[seeker + 1]:
            asking = asked[seeker]
            asked[seeker] += 1
            helper, place = columns[asking], places[asking]
            whose[place] = seeker
            front = shelves[helper]
            room = shelves[helper + 1] - front
            if taken[helper] < room:
                _add(shelf, front, taken[helper], place)
                taken[helper] += 1
                seeker = EMPTY
            elif room > 0 and place < shelf[front]:
                seeker = whose[shelf[front]]
                _replace(shelf, front, room, place)
    return shelf


@compiled
def _add(shelf: Whole, front: int, size: int, place: int) -> None:
    at = size
    while at > 0 and shelf[front + (at - 1) // 2] < place:
        shelf[front + at] = shelf[front + (at - 1) // 2]
        at = (at - 1) // 2
    shelf[front + at] = place


@compiled
def _replace(shelf: Whole, front: int, size: int, place: int) -> None:
    at = 0
    while 2 * at + 1 < size:
        child = 2 * at + 1
        if child + 1 < size and shelf[front + child + 1] > shelf[front + child]:
            child += 1
        if shelf[front + child] <= place:
            break
        shelf[front + at] = shelf[front + child]
        at = child
    shelf[front + at] = place
