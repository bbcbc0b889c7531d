"""The problem holds exactly the pairs that the reference finds, with its scores and its obstacles."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings

from matching.engine import (
    CHOSEN_BY_HELPER,
    CHOSEN_BY_SEEKER,
    Cohort,
    Obstacle,
    Problem,
    Weights,
    obstacles,
    problem_from,
    score,
)
from matching.engine.fit.candidates import barriers_of

from ..worlds import TODAY, ada, ben, cleo, cohorts, fitting, world

Scored = list[tuple[int | str, int | str, int]]


def scored(problem: Problem) -> Scored:
    """The pairs of a problem by id."""
    return [
        (problem.seekers[row].id, problem.helpers[column].id, points)
        for row, column, points in zip(
            problem.rows.tolist(), problem.columns.tolist(), problem.scores.tolist(), strict=True
        )
    ]


def by_reference(cohort: Cohort) -> Scored:
    return [(*pair, points) for pair, points in fitting(cohort).items()]


@given(cohorts())
@settings(max_examples=40, deadline=None)
def test_small_problems_are_those_of_the_reference(cohort: Cohort) -> None:
    assert scored(problem_from(cohort)) == by_reference(cohort)


@pytest.mark.parametrize("seed", range(4))
def test_thousands_of_random_pairs_are_scored_like_the_reference(seed: int) -> None:
    cohort = world(seed, asking=80, offering=60)
    found = scored(problem_from(cohort))
    assert found == by_reference(cohort)
    assert len(found) > 100


@pytest.mark.parametrize("seed", range(4))
def test_thousands_of_random_pairs_have_the_obstacles_of_the_reference(seed: int) -> None:
    cohort = world(seed, asking=80, offering=60)
    found = np.array(list(barriers_of(cohort, np.arange(80))))
    expected = [
        [sum(obstacle.bit for obstacle in obstacles(seeker, helper, on=TODAY)) for helper in cohort.helpers]
        for seeker in cohort.seekers
    ]
    assert found.tolist() == expected
    # Each rule was put to the test: it forbids some pair and allows some other.
    assert [bool((found & obstacle.bit).any()) for obstacle in Obstacle] == [True] * len(Obstacle)


def test_other_weights_are_scored_like_the_reference_too() -> None:
    weights = Weights(version="x", topics=333, hours=77, ways=41, waiting=13, enough_hours=2)
    cohort = world(5, asking=60, offering=40)
    for seeker, helper, points in scored(problem_from(cohort, weights=weights)):
        one, other = cohort.seeker_by_id[int(seeker)], cohort.helper_by_id[int(helper)]
        assert points == score(one, other, weights=weights).points


def test_wishes_by_name_are_among_what_is_put_to_the_test() -> None:
    cohort = world(0, asking=80, offering=60)
    found = [score(cohort.seeker_by_id[one], cohort.helper_by_id[other]).reasons for one, other in fitting(cohort)]
    values = {value for reasons in found for reason in reasons for value in reason.values}
    assert {CHOSEN_BY_SEEKER, CHOSEN_BY_HELPER} <= values


def test_blocks_do_not_change_the_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    cohort = world(6, asking=50, offering=30)
    whole = scored(problem_from(cohort))
    monkeypatch.setattr("matching.engine.fit.candidates.PAIRS_AT_ONCE", 100)
    assert scored(problem_from(cohort)) == whole


def test_each_seekers_edges_stand_together() -> None:
    found = problem_from(Cohort((ada(), ada(id=5, wants="peer"), ada(id=6)), (ben(), cleo()), on=TODAY))
    starts = found.edges_of()
    assert starts.tolist() == [0, 2, 3, 5]
    assert [found.columns[one:other].tolist() for one, other in pairwise(starts)] == [[0, 1], [1], [0, 1]]


@pytest.mark.parametrize("cohort", [Cohort((), (), on=TODAY), Cohort((ada(),), (), on=TODAY)])
def test_nobody_makes_no_pairs(cohort: Cohort) -> None:
    assert scored(problem_from(cohort)) == []
    assert scored(problem_from(Cohort((), (ben(),), on=TODAY))) == []
