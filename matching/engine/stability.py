"""Plans in which no seeker and helper would both rather have each other, and the count of those who would.

A pair that is not made blocks a plan when its seeker has nobody or likes somebody else's place better than their own,
and its helper has a free place or likes that seeker better than one they have. Both like what counts most (`worth`)
unless rankings of their own are given. Locked pairs are settled: their seekers and their places are left out. So are
pairs that score less than the aim allows, because no plan may make them.
"""

import numpy as np
from numpy.typing import NDArray

from .kernels.acceptance import EMPTY, kept
from .problem import Problem, Whole
from .ties import ties

Flags = NDArray[np.bool_]

LOWEST, HIGHEST = np.iinfo(np.int64).min, np.iinfo(np.int64).max


def deferred_acceptance(
    problem: Problem, *, seeker_ranks: Whole | None = None, helper_ranks: Whole | None = None
) -> Whole:
    """The stable plan that is best for seekers, as places in the list of pairs, ascending; locked pairs are in it.

    Ranks stand beside the pairs: the place of the pair in the ranking of its seeker, or of its helper; 1 is the first
    choice, and equal ones are a tie. Ties are decided by `ties`, so the plan is weakly stable: nobody blocks it who
    would be as well off as before. The same people are placed in every plan that is stable for these decided ties.

    Source: Gale and Shapley, "College admissions and the stability of marriage" (1962), seekers asking.
    """
    usable, room = _open(problem)
    edges = np.flatnonzero(usable)
    rows, columns, tie = problem.rows[edges], problem.columns[edges], ties(problem)[edges]
    asking = np.lexsort((tie, -_liking(problem, seeker_ranks)[edges], rows))
    ranking = np.lexsort((tie, -_liking(problem, helper_ranks)[edges], columns))
    place = np.empty_like(ranking)
    place[ranking] = np.arange(len(ranking))
    # Nobody needs more places than there are people who could ask for them.
    room = np.minimum(room, np.bincount(columns, minlength=len(room)))
    starts = np.searchsorted(rows, np.arange(len(problem.seekers) + 1))
    found = kept(starts, columns[asking], place[asking], np.concatenate([[0], np.cumsum(room)]))
    return np.sort(np.concatenate([problem.locked, edges[ranking[found[found != EMPTY]]]]))


def blocking_pairs(
    problem: Problem, edges: Whole, *, seeker_ranks: Whole | None = None, helper_ranks: Whole | None = None
) -> Whole:
    """The pairs that block a plan, as places in the list of pairs; `edges` are the places of the plan's own pairs.

    Both of a blocking pair are better off with each other, not only as well off; the ranks are those of
    `deferred_acceptance`.
    """
    usable, room = _open(problem)
    by_seeker, by_helper = _liking(problem, seeker_ranks), _liking(problem, helper_ranks)
    edges = np.setdiff1d(edges, problem.locked)
    rows, columns = problem.rows[edges], problem.columns[edges]
    has = np.full(len(problem.seekers), LOWEST)
    has[rows] = by_seeker[edges]
    least = np.full(len(problem.helpers), HIGHEST)
    np.minimum.at(least, columns, by_helper[edges])
    least[np.bincount(columns, minlength=len(room)) < room] = LOWEST
    better = (by_seeker > has[problem.rows]) & (by_helper > least[problem.columns])
    return np.flatnonzero(usable & better)


def _open(problem: Problem) -> tuple[Flags, Whole]:
    """Which pairs a plan is free to make, and how many places each helper has beside the locked ones."""
    room = problem.capacity - np.bincount(problem.columns[problem.locked], minlength=len(problem.helpers))
    settled = np.zeros(len(problem.seekers), dtype=np.bool_)
    settled[problem.rows[problem.locked]] = True
    usable = ~settled[problem.rows] & (room > 0)[problem.columns]
    if problem.aim.at_least is not None:
        usable &= problem.worth >= problem.aim.at_least
    return usable, room


def _liking(problem: Problem, ranks: Whole | None) -> Whole:
    return problem.worth if ranks is None else -ranks
