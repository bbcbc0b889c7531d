"""A general graph as arrays: every pair seen from both of its people, one after the other."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]


class Graph(NamedTuple):
    """Person v has the arcs starts[v] to starts[v + 1], in the order of the pairs.

    An arc leads to `other`; `back` is the same pair seen from there, and `value` what the pair is worth.
    """

    starts: Whole
    other: Whole
    back: Whole
    value: Whole


def graph_of(people: int, first: Whole, second: Whole, values: Whole) -> Graph:
    """The graph of these pairs, none of which is there twice or joins somebody to themselves."""
    origin, other = np.concatenate([second, first]), np.concatenate([first, second])
    order = np.argsort(origin, kind="stable")
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    return Graph(
        starts=np.searchsorted(origin[order], np.arange(people + 1)),
        other=other[order],
        back=place[(order + len(first)) % max(1, len(order))],
        value=np.concatenate([values, values])[order],
    )
