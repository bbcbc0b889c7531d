"""Pairs who would both rather have each other than whom they have, found again from the definition."""

import numpy as np

from matching.engine.plan import Certificate
from matching.engine.problem import Whole
from matching.engine.ties import TIE_BITS, ties

from .books import Books, told


def wrong_stable(books: Books, certificate: Certificate) -> list[str]:
    """Who blocks a plan that is to be stable; nothing else is proven of one, so nothing is of its total.

    Here ties decide between equals as well, so that of several stable plans one is right.
    """
    drawn = (books.problem.worth << TIE_BITS) - ties(books.problem)
    beside = [] if certificate == Certificate() else ["A stable plan is its own proof; it has no certificate."]
    return [*beside, *told(blocking(books, drawn), lambda e: f"{books.pair(e)} would both rather have each other")]


def blocking(books: Books, worth: Whole) -> Whole:
    """The places of usable pairs that are worth more to the seeker than theirs, and to the helper than one of theirs.

    Whoever has nobody, or a free place, would rather have anyone.
    """
    problem, chosen = books.problem, books.chosen
    free = books.taken < books.room
    # The worst of each helper's: pairs in order of helper and worth, of which the first of each helper is looked at.
    order = chosen[np.lexsort((worth[chosen], problem.columns[chosen]))]
    full, first = np.unique(problem.columns[order], return_index=True)
    worst = np.zeros(len(problem.helpers), dtype=np.int64)
    worst[full] = worth[order[first]]
    nobody = books.by_seeker(chosen) == 0
    present = np.zeros(len(problem.seekers), dtype=np.int64)
    present[problem.rows[chosen]] = worth[chosen]
    gains = nobody[problem.rows] | (worth > present[problem.rows])
    wanted = free[problem.columns] | (worth > worst[problem.columns])
    return np.flatnonzero(books.usable & gains & wanted)
