"""What people are promised: what only measures decides nothing, and no decline, pause or farewell counts against them.

The points of a round are those of its day. The engine remembers nothing: what somebody did before reaches it only as
the days since they first asked, and as the helpers they are not to be with.
"""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.engine import (
    Aim,
    Cohort,
    Helper,
    Obstacle,
    Problem,
    Seeker,
    match,
    obstacles,
    problem_from,
    score,
    solve,
)
from matching.engine.problem import ORDERS, Id, Objective

from .worlds import TODAY, helpers, random_problem, seekers, world

HISTORY = st.frozensets(st.integers(1, 5))


@pytest.mark.parametrize("order", ORDERS)
def test_groups_that_only_measure_change_no_plan(order: tuple[Objective, ...]) -> None:
    for seed in range(30):
        problem = random_problem(seed, asking=20, offering=5, highest=5, aim=Aim(order=order, spread=1, waiting=2))
        plan = solve(problem)
        assert replace(solve(regrouped(problem, seed)), problem="") == replace(plan, problem="")


def regrouped(problem: Problem, seed: int) -> Problem:
    """The same problem with other values in every group that was given for measuring."""
    chance = Random(seed)
    return replace(
        problem,
        seekers=tuple(seeker._replace(groups={"ethnicity": chance.choice("abc")}) for seeker in problem.seekers),
    )


@pytest.mark.parametrize("seed", range(6))
def test_groups_of_people_in_words_change_no_plan_and_no_reason(seed: int) -> None:
    chance = Random(seed)
    cohort = world(seed, asking=40, offering=20)
    other = replace(
        cohort, seekers=tuple(replace(one, groups={"ethnicity": chance.choice("abc")}) for one in cohort.seekers)
    )
    mine, theirs = match(cohort), match(other)
    assert mine.pairs
    assert (theirs.pairs, theirs.alternatives, theirs.left_out) == (mine.pairs, mine.alternatives, mine.left_out)


@given(seekers(), helpers(), HISTORY, HISTORY)
@settings(max_examples=200, deadline=None)
def test_no_decline_changes_the_points_with_anybody(
    seeker: Seeker, helper: Helper, declined: frozenset[int], avoided: frozenset[int]
) -> None:
    later = replace(seeker, declined_before=declined, avoids=avoided)
    assert score(later, helper) == score(seeker, helper)
    assert without_history(later, helper) == without_history(seeker, helper)


def without_history(seeker: Seeker, helper: Helper) -> list[Obstacle]:
    by_name = {Obstacle.DECLINED_BEFORE, Obstacle.AVOIDED}
    return [each for each in obstacles(seeker, helper, on=TODAY) if each not in by_name]


@pytest.mark.parametrize("seed", range(4))
def test_a_decline_takes_away_that_one_pair_and_nothing_else(seed: int) -> None:
    cohort = world(seed, asking=40, offering=20)
    before = pairs_of(problem_from(cohort))
    for seeker, helper in Random(seed).sample(sorted(before), 10):
        after = pairs_of(problem_from(declining(cohort, seeker, helper)))
        assert after == {pair: points for pair, points in before.items() if pair != (seeker, helper)}


def pairs_of(problem: Problem) -> dict[tuple[int, int], int]:
    ids = [int(seeker.id) for seeker in problem.seekers], [int(helper.id) for helper in problem.helpers]
    rows = zip(problem.rows.tolist(), problem.columns.tolist(), problem.scores.tolist(), strict=True)
    return {(ids[0][row], ids[1][column]): points for row, column, points in rows}


def declining(cohort: Cohort, seeker: int, helper: int) -> Cohort:
    return changed(cohort, seeker, declined_before=cohort.seeker_by_id[seeker].declined_before | {helper})


def changed(cohort: Cohort, seeker: int, **changes: object) -> Cohort:
    people = tuple(replace(one, **changes) if one.id == seeker else one for one in cohort.seekers)  # type: ignore[arg-type]
    return replace(cohort, seekers=people)


@pytest.mark.parametrize("order", ORDERS[:2])
@pytest.mark.parametrize("seed", range(4))
def test_declining_a_helper_who_is_not_theirs_changes_no_plan(seed: int, order: tuple[Objective, ...]) -> None:
    aim = Aim(order=order)
    cohort = world(seed, asking=40, offering=20)
    problem = problem_from(cohort, aim=aim)
    plan = solve(problem)
    theirs = set(plan.pairs)
    others = sorted(pair for pair in pairs_of(problem) if pair not in theirs)
    for seeker, helper in Random(seed).sample(others, 10):
        later = solve(problem_from(declining(cohort, seeker, helper), aim=aim))
        assert later.pairs == plan.pairs
        assert (later.placed, later.total, later.floor) == (plan.placed, plan.total, plan.floor)


@pytest.mark.parametrize("seed", range(4))
def test_a_round_in_which_somebody_paused_leaves_no_trace(seed: int) -> None:
    cohort = world(seed, asking=40, offering=20)
    never_paused = match(cohort)
    for seeker in cohort.seekers[:5]:
        match(without(cohort, seeker.id))
        back = match(cohort)
        assert (back.plan, back.offers) == (never_paused.plan, never_paused.offers)


def without(cohort: Cohort, seeker: int) -> Cohort:
    return replace(cohort, seekers=tuple(one for one in cohort.seekers if one.id != seeker))


@pytest.mark.parametrize("seed", range(4))
def test_the_days_of_a_pause_count_and_cost_nobody_their_place(seed: int) -> None:
    cohort = world(seed, asking=40, offering=20)
    aim = Aim(waiting=3, spread=1)
    plan = solve(problem_from(cohort, aim=aim))
    for seeker, _ in plan.pairs[:8]:
        longer = changed(cohort, int(seeker), waited_days=cohort.seeker_by_id[int(seeker)].waited_days + 21)
        # Everything that could be theirs is worth as much more, so what was best still is.
        assert solve(problem_from(longer, aim=aim)).pairs == plan.pairs


@given(seekers(), helpers(), st.integers(0, 300))
@settings(max_examples=100, deadline=None)
def test_more_days_never_bring_fewer_points(seeker: Seeker, helper: Helper, days: int) -> None:
    longer = replace(seeker, waited_days=seeker.waited_days + days)
    assert score(longer, helper).points >= score(seeker, helper).points


def test_nobody_loses_a_place_because_somebody_else_leaves() -> None:
    for seed in range(20):
        problem = random_problem(seed, asking=15, offering=4, highest=9, aim=Aim(spread=1))
        placed = {seeker for seeker, _ in solve(problem).pairs}
        for leaving, fewer in each_without_one(problem):
            still = {seeker for seeker, _ in solve(fewer).pairs}
            assert placed - {leaving} <= still


def each_without_one(problem: Problem) -> Iterator[tuple[Id, Problem]]:
    """The problem once without each person; their pairs go with them."""
    for row, seeker in enumerate(problem.seekers):
        kept = problem.rows != row
        rows = problem.rows[kept]
        people = (*problem.seekers[:row], *problem.seekers[row + 1 :])
        fewer = Problem(
            people, problem.helpers, rows - (rows > row), problem.columns[kept], problem.scores[kept], problem.aim
        )
        yield seeker.id, fewer
