"""The graph holds exactly the pairs that the reference finds, with its scores and its obstacles."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings

from matching.engine import Candidate, Obstacle, Problem, Weights, candidate_graph, obstacles, score
from matching.engine.graph import barriers_of

from .worlds import TODAY, ada, ben, cleo, fitting, problems, world


def by_reference(problem: Problem) -> list[Candidate]:
    return [Candidate(*pair, points) for pair, points in fitting(problem).items()]


@given(problems())
@settings(max_examples=40, deadline=None)
def test_small_graphs_are_those_of_the_reference(problem: Problem) -> None:
    assert list(candidate_graph(problem).candidates()) == by_reference(problem)


@pytest.mark.parametrize("seed", range(4))
def test_thousands_of_random_pairs_are_scored_like_the_reference(seed: int) -> None:
    problem = world(seed, asking=80, offering=60)
    found = list(candidate_graph(problem).candidates())
    assert found == by_reference(problem)
    assert len(found) > 100


@pytest.mark.parametrize("seed", range(4))
def test_thousands_of_random_pairs_have_the_obstacles_of_the_reference(seed: int) -> None:
    problem = world(seed, asking=80, offering=60)
    found = np.array(list(barriers_of(problem, np.arange(80))))
    expected = [
        [sum(obstacle.bit for obstacle in obstacles(seeker, helper, on=TODAY)) for helper in problem.helpers]
        for seeker in problem.seekers
    ]
    assert found.tolist() == expected
    # Each rule was put to the test: it forbids some pair and allows some other.
    assert [bool((found & obstacle.bit).any()) for obstacle in Obstacle] == [True] * len(Obstacle)


def test_other_weights_are_scored_like_the_reference_too() -> None:
    weights = Weights(version="x", topics=333, hours=77, ways=41, waiting=13, enough_hours=2, long_wait_days=7)
    problem = world(5, asking=60, offering=40)
    for seeker, helper, points in candidate_graph(problem, weights=weights).candidates():
        one, other = problem.seeker_by_id[seeker], problem.helper_by_id[helper]
        assert points == score(one, other, weights=weights).points


def test_blocks_do_not_change_the_graph(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = world(6, asking=50, offering=30)
    whole = list(candidate_graph(problem).candidates())
    monkeypatch.setattr("matching.engine.graph.PAIRS_AT_ONCE", 100)
    assert list(candidate_graph(problem).candidates()) == whole


def test_each_seekers_edges_stand_together() -> None:
    found = candidate_graph(Problem((ada(), ada(id=5, wants="peer"), ada(id=6)), (ben(), cleo()), on=TODAY))
    starts = found.edges_of()
    assert starts.tolist() == [0, 2, 3, 5]
    assert [found.helpers[one:other].tolist() for one, other in pairwise(starts)] == [[0, 1], [1], [0, 1]]


@pytest.mark.parametrize("problem", [Problem((), (), on=TODAY), Problem((ada(),), (), on=TODAY)])
def test_a_graph_of_nobody(problem: Problem) -> None:
    assert list(candidate_graph(problem).candidates()) == []
    assert list(candidate_graph(Problem((), (ben(),), on=TODAY)).candidates()) == []
