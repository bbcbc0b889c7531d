"""From a problem to its graph: every pair that may be, with its score."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .barriers import Barriers, barriers, overlap
from .columns import Columns, Whole, columns
from .points import Pairs, points
from .problem import Candidate, Problem
from .weights import DEFAULT, Weights

# So many pairs are looked at together: few enough to stay in the processor's cache.
PAIRS_AT_ONCE = 2**19


@dataclass(frozen=True, slots=True)
class Graph:
    """Candidate pairs as edges between rows of seekers and of helpers, in order of seeker, then helper."""

    seeker_ids: Whole
    helper_ids: Whole
    # Free places of each helper; candidates without any are kept, to tell why.
    capacity: Whole
    seekers: Whole
    helpers: Whole
    scores: Whole

    def edges_of(self) -> Whole:
        """Where each seeker's edges begin, and where the last one's end."""
        return np.searchsorted(self.seekers, np.arange(len(self.seeker_ids) + 1))

    def candidates(self) -> Iterator[Candidate]:
        """The edges by id."""
        seekers, helpers = self.seeker_ids[self.seekers], self.helper_ids[self.helpers]
        return map(Candidate, seekers.tolist(), helpers.tolist(), self.scores.tolist())


def candidate_graph(problem: Problem, *, weights: Weights = DEFAULT) -> Graph:
    """All pairs that no rule forbids; none is cut off."""
    table = columns(problem)
    found = [_edges(table, rows, weights) for rows in _blocks(table, np.arange(len(problem.seekers)))]
    nothing = np.empty(0, dtype=np.int64)
    seekers, helpers, scores = (np.concatenate([nothing, *(block[part] for block in found)]) for part in range(3))
    return Graph(table.seekers.ids, table.helpers.ids, table.offers.capacity, seekers, helpers, scores)


def barriers_of(problem: Problem, rows: Whole) -> Iterator[Barriers]:
    """Seeker by seeker, which rules stand between this one and each helper."""
    table = columns(problem)
    for block in _blocks(table, rows):
        yield from barriers(table, block, overlap(table, block))


def _blocks(table: Columns, rows: Whole) -> Iterator[Whole]:
    at_once = max(1, PAIRS_AT_ONCE // max(1, len(table.helpers.ids)))
    return (rows[start : start + at_once] for start in range(0, len(rows), at_once))


def _edges(table: Columns, rows: Whole, weights: Weights) -> tuple[Whole, Whole, Whole]:
    shared = overlap(table, rows)
    place, column = np.nonzero(barriers(table, rows, shared) == 0)
    pairs = Pairs(place, rows[place], column)
    return pairs.row, pairs.column, points(table, pairs, shared, weights)
