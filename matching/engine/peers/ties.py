"""What a pair of peers is worth exactly: its score, and a tie that tells equally good plans apart."""

import numpy as np

from matching.engine.problem import Whole
from matching.engine.ties import TIE_BITS, Scale, keys, mix, scale_for

from .problem import PeerProblem


def scale_of(problem: PeerProblem) -> Scale:
    """The finest scale at which prices of halves stay exact along paths through everybody.

    Raises ProblemError where scores are too large for that.
    """
    largest = int(np.abs(problem.scores).max(initial=0))
    return scale_for(len(problem.people), largest, 2 * (len(problem.people) + 3))


def values_of(problem: PeerProblem, scale: Scale) -> Whole:
    """The value of each pair; its tie depends on both ids and the seed, whichever of the two comes first."""
    found = keys((person.id for person in problem.people), seed=problem.aim.seed)
    mixed = mix(found[problem.first] + found[problem.second]) >> np.uint64(64 - TIE_BITS)
    values: Whole = problem.scores * scale.factor - (mixed.astype(np.int64) >> scale.coarser)
    return values
