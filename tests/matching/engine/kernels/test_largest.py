"""As many as possible are placed, from any beginning, and the cover proves it."""

import numpy as np
import pytest
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_bipartite_matching

from matching.engine.kernels.largest import Network, closed, largest

from ..worlds import random_problem


def network(seed: int, least: int) -> Network:
    problem = random_problem(seed, asking=5 + seed % 40, offering=3 + seed % 12, highest=20)
    return Network(problem.edges_of(), problem.columns, problem.scores, problem.capacity, least)


def by_scipy(given: Network) -> int:
    """How many are placed with a column for each place."""
    slots = np.repeat(np.arange(len(given.capacity)), given.capacity)
    there = np.zeros((len(given.starts) - 1, len(given.capacity)))
    rows = np.repeat(np.arange(len(given.starts) - 1), np.diff(given.starts))
    kept = given.worth >= given.least
    there[rows[kept], given.columns[kept]] = 1
    return int((maximum_bipartite_matching(csr_array(there[:, slots]), perm_type="column") >= 0).sum())


@pytest.mark.parametrize("least", [0, 8, 21])
def test_as_many_are_placed_as_by_scipy_and_the_cover_is_no_larger(least: int) -> None:
    for seed in range(150):
        given = network(seed, least)
        nobody = np.full(len(given.starts) - 1, -1, dtype=np.int64)
        # Once from nobody, and once going on from a plan for a lower floor.
        for begin in (nobody, largest(given._replace(least=0), nobody)):
            mate = largest(given, begin)
            placed = np.flatnonzero(mate >= 0)
            assert len(placed) == by_scipy(given), seed
            assert (given.worth[mate[placed]] >= least).all()
            taken = np.bincount(given.columns[mate[placed]], minlength=len(given.capacity))
            assert (taken <= given.capacity).all()
            seekers, helpers = closed(given, mate)
            assert np.count_nonzero(~seekers) + given.capacity[helpers].sum() == len(placed)
            rows = np.repeat(np.arange(len(mate)), np.diff(given.starts))[given.worth >= least]
            assert (~seekers[rows] | helpers[given.columns[given.worth >= least]]).all()
