"""A binary heap of whole numbers ordered by distance, in which a member can be brought nearer to the front."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .compiled import compiled

Whole = NDArray[np.int64]

FAR = 2**62
NOWHERE = -1


class Queue(NamedTuple):
    """`members` in heap order, where each stands (or nowhere), how far each is, and in `size` how many there are."""

    members: Whole
    place: Whole
    distance: Whole
    size: Whole


@compiled
def queue_of(most: int) -> Queue:
    """An empty queue for the numbers below `most`."""
    return Queue(
        np.zeros(most, dtype=np.int64),
        np.full(most, NOWHERE, dtype=np.int64),
        np.full(most, FAR, dtype=np.int64),
        np.zeros(1, dtype=np.int64),
    )


@compiled
def bring(queue: Queue, one: int, distance: int) -> None:
    """Put `one` into the queue at this distance, or nearer to the front if it is there already."""
    members, place = queue.members, queue.place
    queue.distance[one] = distance
    at = place[one]
    if at == NOWHERE:
        at = queue.size[0]
        queue.size[0] += 1
    while at > 0 and queue.distance[members[(at - 1) // 2]] > distance:
        members[at] = members[(at - 1) // 2]
        place[members[at]] = at
        at = (at - 1) // 2
    members[at] = one
    place[one] = at


@compiled
def take_nearest(queue: Queue) -> int:
    """Take the nearest out of the queue; it keeps its distance."""
    members, place = queue.members, queue.place
    nearest = int(members[0])
    place[nearest] = NOWHERE
    queue.size[0] -= 1
    size = queue.size[0]
    if size == 0:
        return nearest
    last, at = members[size], 0
    while 2 * at + 1 < size:
        child = 2 * at + 1
        if child + 1 < size and queue.distance[members[child + 1]] < queue.distance[members[child]]:
            child += 1
        if queue.distance[members[child]] >= queue.distance[last]:
            break
        members[at] = members[child]
        place[members[at]] = at
        at = child
    members[at] = last
    place[last] = at
    return nearest


@compiled
def forget(queue: Queue, one: int) -> None:
    """Make `one` as if it had never been brought; the caller forgets all before the next use."""
    queue.distance[one] = FAR
    queue.place[one] = NOWHERE
