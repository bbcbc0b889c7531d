"""Stable plans are stable by definition and by trying everything, and those who would break a plan are found."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from random import Random

import numpy as np
import pytest

from matching.engine.problem import Aim, HelperRow, Id, Problem, SeekerRow, Whole, problem_of
from matching.engine.stability import blocking_pairs, deferred_acceptance

from .worlds import random_problem

Ranks = tuple[Whole | None, Whole | None]


def blocking_by_definition(problem: Problem, edges: Whole, ranks: Ranks = (None, None)) -> list[int]:
    """One pair after the other: would both be better off with each other?"""
    by_seeker, by_helper = (problem.worth if given is None else -given for given in ranks)
    chosen, found = edges.tolist(), []
    for edge, (row, column) in enumerate(zip(problem.rows, problem.columns, strict=True)):
        mine = [by_seeker[each] for each in chosen if problem.rows[each] == row]
        theirs = [by_helper[each] for each in chosen if problem.columns[each] == column]
        room = len(theirs) < problem.capacity[column]
        seeker_would = not mine or by_seeker[edge] > mine[0]
        if seeker_would and (room or any(by_helper[edge] > each for each in theirs)):
            found.append(edge)
    return found


def own_rankings(problem: Problem, seed: int) -> tuple[Whole, Whole]:
    """Rankings without ties that have nothing to do with the scores; half of them are opposed to each other."""
    chance = np.random.default_rng(seed)
    mine, theirs = chance.permutation(len(problem.rows)) + 1, chance.permutation(len(problem.rows)) + 1
    return (mine, theirs) if seed % 2 else (mine, -mine)


def every_plan(problem: Problem) -> Iterator[Whole]:
    """The places of the pairs of every plan that keeps to the places there are, by trying them all."""
    starts = problem.edges_of()
    choices = [[-1, *range(starts[row], starts[row + 1])] for row in range(len(problem.seekers))]
    for chosen in product(*choices):
        edges = np.array([edge for edge in chosen if edge >= 0], dtype=np.int64)
        if holds(problem, edges):
            yield edges


def holds(problem: Problem, edges: Whole) -> bool:
    """Whether nobody is there twice and no helper has more people than places."""
    taken = np.bincount(problem.columns[edges], minlength=len(problem.helpers))
    once = np.bincount(problem.rows[edges], minlength=len(problem.seekers)).max(initial=0) <= 1
    return bool(once and (taken <= problem.capacity).all())


@pytest.mark.parametrize("highest", [1, 1000])
def test_the_plan_is_among_the_stable_ones_there_are(highest: int) -> None:
    for seed in range(40):
        problem = random_problem(seed, asking=4, offering=3, highest=highest)
        stable = [edges.tolist() for edges in every_plan(problem) if not blocking_by_definition(problem, edges)]
        assert deferred_acceptance(problem).tolist() in stable, seed


def test_blocking_pairs_are_those_of_the_definition_in_every_plan() -> None:
    blocked = 0
    for seed in range(12):
        problem = random_problem(seed, asking=4, offering=3, highest=2)
        ranks = own_rankings(problem, seed)
        for edges in every_plan(problem):
            expected = blocking_by_definition(problem, edges)
            assert blocking_pairs(problem, edges).tolist() == expected
            by_ranks = blocking_pairs(problem, edges, seeker_ranks=ranks[0], helper_ranks=ranks[1])
            assert by_ranks.tolist() == blocking_by_definition(problem, edges, ranks)
            blocked += len(expected)
    assert blocked > 500


def test_with_rankings_of_their_own_every_seeker_has_the_best_that_any_stable_plan_gives() -> None:
    for seed in range(40):
        problem = random_problem(seed, asking=4, offering=4, highest=5)
        ranks = own_rankings(problem, seed)
        stable = [edges for edges in every_plan(problem) if not blocking_by_definition(problem, edges, ranks)]
        found = deferred_acceptance(problem, seeker_ranks=ranks[0], helper_ranks=ranks[1])
        assert found.tolist() in [edges.tolist() for edges in stable]
        for edge in found:
            mine = [ranks[0][each] for edges in stable for each in edges if problem.rows[each] == problem.rows[edge]]
            assert ranks[0][edge] == min(mine)


def test_of_two_stable_plans_the_one_that_seekers_like_is_made() -> None:
    problem = ada_and_eve(places=1)
    # Ada would rather have Ben and Eve Cleo; Ben would rather have Eve and Cleo Ada.
    by_seeker, by_helper = np.array([1, 2, 2, 1]), np.array([2, 1, 1, 2])
    both = (np.array([0, 3]), np.array([1, 2]))
    assert [blocking_by_definition(problem, edges, (by_seeker, by_helper)) for edges in both] == [[], []]
    assert deferred_acceptance(problem, seeker_ranks=by_seeker, helper_ranks=by_helper).tolist() == [0, 3]
    assert deferred_acceptance(problem, seeker_ranks=3 - by_seeker, helper_ranks=3 - by_helper).tolist() == [1, 2]


def test_where_all_pairs_score_differently_the_best_pair_left_is_taken_first() -> None:
    for seed in range(100):
        problem = random_problem(seed, asking=12, offering=4, highest=0)
        scores = np.random.default_rng(seed).permutation(len(problem.rows))
        problem = replace(problem, scores=scores)
        assert deferred_acceptance(problem).tolist() == greedy(problem)


def greedy(problem: Problem) -> list[int]:
    chosen: list[int] = []
    for edge in np.argsort(-problem.worth).tolist():
        if holds(problem, np.array([*chosen, edge])):
            chosen.append(edge)
    return sorted(chosen)


@pytest.mark.parametrize("highest", [0, 3, 1000])
def test_nobody_blocks_a_larger_plan(highest: int) -> None:
    for seed in range(60):
        problem = random_problem(seed, asking=40, offering=9, highest=highest, aim=Aim(waiting=seed % 3))
        by_seeker, by_helper = (None, None) if seed % 2 else own_rankings(problem, seed)
        edges = deferred_acceptance(problem, seeker_ranks=by_seeker, helper_ranks=by_helper)
        assert holds(problem, edges)
        assert np.array_equal(edges, np.unique(edges))
        assert blocking_pairs(problem, edges, seeker_ranks=by_seeker, helper_ranks=by_helper).tolist() == []


def ada_and_eve(*, places: int = 2, locked: list[tuple[str, str]] | None = None, aim: Aim | None = None) -> Problem:
    """Both like Ben most, who has one place and likes Ada more."""
    return problem_of(
        [SeekerRow("Ada"), SeekerRow("Eve")],
        [HelperRow("Ben", 1), HelperRow("Cleo", places)],
        [("Ada", "Ben", 9), ("Ada", "Cleo", 4), ("Eve", "Ben", 7), ("Eve", "Cleo", 5)],
        aim=aim,
        locked=locked or (),
    )


def names(problem: Problem, edges: Whole) -> list[tuple[Id, Id]]:
    return [(problem.seekers[problem.rows[edge]].id, problem.helpers[problem.columns[edge]].id) for edge in edges]


def test_a_plan_broken_by_hand_is_blocked_by_whom_it_wrongs() -> None:
    problem = ada_and_eve()
    assert names(problem, deferred_acceptance(problem)) == [("Ada", "Ben"), ("Eve", "Cleo")]
    swapped = np.array([problem.edge_of("Ada", "Cleo"), problem.edge_of("Eve", "Ben")])
    assert names(problem, blocking_pairs(problem, swapped)) == [("Ada", "Ben")]
    nobody = np.array([], dtype=np.int64)
    assert len(blocking_pairs(problem, nobody)) == 4
    only_eve = np.array([problem.edge_of("Eve", "Cleo")])
    assert names(problem, blocking_pairs(problem, only_eve)) == [("Ada", "Ben"), ("Ada", "Cleo"), ("Eve", "Ben")]


def test_who_is_as_well_off_as_before_blocks_nothing() -> None:
    problem = problem_of(
        [SeekerRow("Ada"), SeekerRow("Eve")], [HelperRow("Ben", 1)], [("Ada", "Ben", 5), ("Eve", "Ben", 5)]
    )
    assert [blocking_pairs(problem, np.array([edge])).tolist() for edge in (0, 1)] == [[], []]


def test_locked_pairs_are_kept_and_block_nothing() -> None:
    problem = ada_and_eve(locked=[("Eve", "Ben")])
    edges = deferred_acceptance(problem)
    assert names(problem, edges) == [("Ada", "Cleo"), ("Eve", "Ben")]
    assert blocking_pairs(problem, edges).tolist() == []


def test_nobody_blocks_for_a_place_that_is_locked() -> None:
    problem = problem_of(
        [SeekerRow("Ada"), SeekerRow("Cleo"), SeekerRow("Eve")],
        [HelperRow("Ben", 2)],
        [("Ada", "Ben", 9), ("Cleo", "Ben", 7), ("Eve", "Ben", 1)],
        locked=[("Eve", "Ben")],
    )
    edges = deferred_acceptance(problem)
    assert names(problem, edges) == [("Ada", "Ben"), ("Eve", "Ben")]
    # Ben would rather have Cleo than Eve, but that is not for a plan to decide.
    assert blocking_pairs(problem, edges).tolist() == []
    assert names(problem, blocking_pairs(problem, problem.locked)) == [("Ada", "Ben"), ("Cleo", "Ben")]


def test_pairs_below_the_floor_are_never_made() -> None:
    problem = ada_and_eve(aim=Aim(at_least=7))
    edges = deferred_acceptance(problem)
    assert names(problem, edges) == [("Ada", "Ben")]
    assert blocking_pairs(problem, edges).tolist() == []


def test_the_order_of_rows_changes_nothing() -> None:
    for seed in range(20):
        problem = random_problem(seed, asking=15, offering=5, highest=2)
        pairs = [(*pair, int(score)) for pair, score in zip(all_pairs(problem), problem.scores, strict=True)]
        chance = Random(seed)
        other = problem_of(
            chance.sample(problem.seekers, 15), chance.sample(problem.helpers, 5), chance.sample(pairs, len(pairs))
        )
        assert names(other, deferred_acceptance(other)) == names(problem, deferred_acceptance(problem))


def all_pairs(problem: Problem) -> list[tuple[Id, Id]]:
    return names(problem, np.arange(len(problem.rows)))


@pytest.mark.parametrize("helpers", [[], [HelperRow("Ben", 0)]])
def test_nobody_to_be_with(helpers: list[HelperRow]) -> None:
    problem = problem_of([SeekerRow("Ada")], helpers, [("Ada", each.id, 1) for each in helpers])
    assert deferred_acceptance(problem).tolist() == []
    assert blocking_pairs(problem, np.array([], dtype=np.int64)).tolist() == []
