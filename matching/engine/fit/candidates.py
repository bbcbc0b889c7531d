"""From everybody described in words to the problem to be solved: every pair that may be, with its score."""

from collections.abc import Iterable, Iterator

import numpy as np

from matching.engine.problem import Aim, HelperRow, Problem, SeekerRow

from .barriers import Barriers, barriers, overlap
from .cohort import Cohort
from .columns import Columns, Whole, columns
from .points import Pairs, points
from .weights import DEFAULT, Weights

# So many pairs are looked at together: few enough to stay in the processor's cache.
PAIRS_AT_ONCE = 2**19

# The rows, columns and scores of some pairs, in order.
Edges = tuple[Whole, Whole, Whole]


def problem_from(cohort: Cohort, *, weights: Weights = DEFAULT, aim: Aim | None = None) -> Problem:
    """The problem with all pairs that no rule forbids; none is cut off."""
    return Problem(*people(cohort), *together(edges_of(cohort, weights)), aim or Aim())


def edges_of(cohort: Cohort, weights: Weights) -> Iterator[Edges]:
    """All pairs that no rule forbids, block by block of seekers."""
    table = columns(cohort)
    return (_edges(table, rows, weights) for rows in _blocks(table, np.arange(len(cohort.seekers))))


def together(blocks: Iterable[Edges]) -> Edges:
    """The pairs of some blocks as one."""
    nothing = np.empty(0, dtype=np.int64)
    found = list(blocks)
    rows, helpers, points = (np.concatenate([nothing, *(block[part] for block in found)]) for part in range(3))
    return rows, helpers, points


def people(cohort: Cohort) -> tuple[tuple[SeekerRow, ...], tuple[HelperRow, ...]]:
    """Both sides of a cohort without the words; helpers without a free place are kept, to tell why."""
    return (
        tuple(SeekerRow(one.id, one.waited_days, one.groups) for one in cohort.seekers),
        tuple(HelperRow(one.id, one.capacity, one.minimum, one.load) for one in cohort.helpers),
    )


def barriers_of(cohort: Cohort, rows: Whole) -> Iterator[Barriers]:
    """Seeker by seeker, which rules stand between this one and each helper."""
    table = columns(cohort)
    for block in _blocks(table, rows):
        yield from barriers(table, block, overlap(table, block))


def _blocks(table: Columns, rows: Whole) -> Iterator[Whole]:
    at_once = max(1, PAIRS_AT_ONCE // max(1, len(table.helpers.ids)))
    return (rows[start : start + at_once] for start in range(0, len(rows), at_once))


def _edges(table: Columns, rows: Whole, weights: Weights) -> Edges:
    shared = overlap(table, rows)
    place, column = np.nonzero(barriers(table, rows, shared) == 0)
    pairs = Pairs(place, rows[place], column)
    return pairs.row, pairs.column, points(table, pairs, shared, weights)
