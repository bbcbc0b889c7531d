"""What a pair is worth does not depend on which of the two comes first, and stays inside 64 bits."""

import numpy as np
import pytest

from matching.engine import Aim, ProblemError
from matching.engine.peers import PersonRow, peer_problem_of
from matching.engine.peers.ties import scale_of, values_of
from matching.engine.problem import LARGEST_SCORE

from .circles import circle, problem_with


def test_the_tie_of_a_pair_knows_no_order_but_the_seed() -> None:
    # The same two people, once in this order and once in the other, because numbers come before words.
    worth = []
    for one, other in (("5", "Ada"), ("Ada", "5")):
        problem = peer_problem_of([PersonRow(one), PersonRow(other)], [(one, other, 4)])
        worth.append(values_of(problem, scale_of(problem)).tolist())
    seeded = peer_problem_of([PersonRow("5"), PersonRow("Ada")], [("5", "Ada", 4)], aim=Aim(seed=1))
    assert worth[0] == worth[1]
    assert values_of(seeded, scale_of(seeded)).tolist() != worth[0]


def test_ties_never_outweigh_a_point() -> None:
    for seed in range(60):
        problem = circle(seed)
        scale = scale_of(problem)
        ties = problem.scores * scale.factor - values_of(problem, scale)
        assert (ties >= 0).all()
        assert len(problem.people) // 2 * int(ties.max(initial=0)) < scale.factor


def test_scores_too_large_for_so_many_people_are_refused() -> None:
    large = problem_with(30, [(1, 2, LARGEST_SCORE), (2, 3, -LARGEST_SCORE)])
    scale = scale_of(large)
    reach = np.abs(values_of(large, scale)).max() * 2 * 33
    assert scale.coarser > 0
    assert 0 < reach < 2**61
    with pytest.raises(ProblemError, match="too large to add up exactly"):
        scale_of(problem_with(2000, [(1, 2, LARGEST_SCORE)]))
