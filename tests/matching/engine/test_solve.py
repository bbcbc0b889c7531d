"""Every promise of a plan, on problems small enough to try everything and on larger random ones."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.engine import Match, Obstacle, Plan, Problem, Status, Weights, obstacles, score, solve

from .worlds import TODAY, ada, ben, cleo, every_plan, fitting, problems, reshuffled, words, world

SCARCE = [world(seed, asking=60, offering=25) for seed in range(4)]
ROOMY = [world(seed, asking=30, offering=60) for seed in range(4)]
WORLDS = [*SCARCE, *ROOMY]
small = settings(max_examples=40, deadline=None)


def pairs(plan: Plan) -> list[tuple[int, int]]:
    return [(match.seeker, match.helper) for match in plan.pairs]


def places_left(problem: Problem, plan: Plan) -> dict[int, int]:
    taken = [match.helper for match in plan.pairs]
    return {helper.id: helper.capacity - taken.count(helper.id) for helper in problem.helpers}


def check_promises(problem: Problem, plan: Plan) -> None:
    """What must hold of any plan, read from the problem by the reference."""
    possible = fitting(problem)
    asked = [seeker.id for seeker in problem.seekers]
    placed = [match.seeker for match in plan.pairs]
    assert placed == sorted(set(placed))
    assert sorted(placed + [one.seeker for one in plan.unplaced]) == asked
    assert {match.seeker: possible[match.seeker, match.helper] for match in plan.pairs} == {
        match.seeker: match.score for match in plan.pairs
    }
    assert min(places_left(problem, plan).values(), default=0) >= 0
    assert plan.status == (Status.OPTIMAL if placed else Status.EMPTY)
    assert (plan.placed, plan.total) == (len(placed), sum(possible[pair] for pair in pairs(plan)))


@given(problems())
@small
def test_no_plan_places_more_people_or_the_same_with_a_better_total(problem: Problem) -> None:
    check_it_is_the_best(problem)


def test_nor_in_hundreds_of_small_worlds() -> None:
    for seed in range(150):
        check_it_is_the_best(world(seed, asking=5, offering=5))


def check_it_is_the_best(problem: Problem) -> None:
    plan = solve(problem)
    check_promises(problem, plan)
    scores = fitting(problem)
    capacity = {helper.id: helper.capacity for helper in problem.helpers}
    plans = every_plan([seeker.id for seeker in problem.seekers], capacity, scores)
    assert (plan.placed, plan.total) == max((len(each), sum(scores[pair] for pair in each)) for each in plans)


@pytest.mark.parametrize("problem", WORLDS)
def test_larger_plans_keep_every_promise(problem: Problem) -> None:
    plan = solve(problem)
    check_promises(problem, plan)
    assert plan.placed > 10


@given(problems(), st.integers(0, 99))
@small
def test_the_order_of_the_rows_does_not_matter(problem: Problem, seed: int) -> None:
    assert solve(reshuffled(problem, seed)) == solve(problem)


@pytest.mark.parametrize("problem", WORLDS)
def test_the_order_of_many_rows_does_not_matter(problem: Problem) -> None:
    assert solve(reshuffled(problem, 1)) == solve(problem)


def test_where_everybody_is_alike_the_order_does_not_matter_either() -> None:
    alike = Problem(
        tuple(ada(id=number) for number in range(20)), tuple(ben(id=number) for number in range(15)), on=TODAY
    )
    plan = solve(alike)
    assert [solve(reshuffled(alike, seed)) for seed in range(5)] == [plan] * 5


@pytest.mark.parametrize("problem", WORLDS)
def test_nobody_kept_away_by_name_or_by_age_is_ever_offered(problem: Problem) -> None:
    plan = solve(problem)
    never = {Obstacle.BLOCKED, Obstacle.AVOIDED, Obstacle.DECLINED_BEFORE, Obstacle.CONFLICT, Obstacle.AGE_GROUP}
    for match in (*plan.pairs, *plan.alternatives):
        seeker, helper = problem.seeker_by_id[match.seeker], problem.helper_by_id[match.helper]
        assert helper.id not in seeker.blocked | seeker.avoids | seeker.declined_before | seeker.conflicts
        assert not never & set(obstacles(seeker, helper, on=TODAY))


def check_alternatives(problem: Problem, plan: Plan) -> None:
    """The best two others with a place left, for each who is placed and for nobody else."""
    left, scores = places_left(problem, plan), fitting(problem)
    expected = []
    for match in plan.pairs:
        others = [
            points
            for (seeker, helper), points in scores.items()
            if seeker == match.seeker and helper != match.helper and left[helper] > 0
        ]
        expected += [(match.seeker, points) for points in sorted(others, reverse=True)[:2]]
    assert [(each.seeker, each.score) for each in plan.alternatives] == expected
    offered = [(each.seeker, each.helper) for each in plan.alternatives]
    assert [scores[pair] for pair in offered] == [each.score for each in plan.alternatives]
    assert len({*offered, *pairs(plan)}) == len(offered) + plan.placed
    assert all(left[each.helper] > 0 for each in plan.alternatives)


@given(problems())
@small
def test_alternatives_are_the_best_others_with_a_place_left(problem: Problem) -> None:
    check_alternatives(problem, solve(problem))


@pytest.mark.parametrize("problem", ROOMY)
def test_alternatives_in_larger_plans(problem: Problem) -> None:
    plan = solve(problem)
    check_alternatives(problem, plan)
    assert plan.alternatives


def test_a_match_is_told_with_the_reasons_of_the_reference() -> None:
    plan = solve(Problem((ada(),), (ben(), cleo(topics=words("debt"))), on=TODAY))
    best, other = score(ada(), ben()), score(ada(), cleo(topics=words("debt")))
    assert plan.pairs == (Match(1, 2, best.points, best.fit, best.reasons),)
    assert plan.alternatives == (Match(1, 3, other.points, other.fit, other.reasons),)


def test_more_people_come_before_a_better_total() -> None:
    """Ada fits Ben better, but only Ben can take the other."""
    other = ada(id=9, wants="adviser", topics=words("debt", "grief"))
    plan = solve(Problem((ada(), other), (ben(), cleo(topics=words("debt"))), on=TODAY))
    assert pairs(plan) == [(1, 3), (9, 2)]


def test_of_two_alike_the_one_who_waited_longer_has_the_place() -> None:
    for first, second, placed in ((0, 30, 9), (30, 0, 1)):
        plan = solve(Problem((ada(waited_days=first), ada(id=9, waited_days=second)), (ben(),), on=TODAY))
        assert pairs(plan) == [(placed, 2)]


def test_the_weights_decide() -> None:
    problem = Problem((ada(),), (ben(lived_experience=False), cleo(hours=words("mon-morning"))), on=TODAY)
    assert pairs(solve(problem, Weights(version="x", hours=10))) == [(1, 3)]
    assert pairs(solve(problem, Weights(version="x", lived_experience=10))) == [(1, 2)]


def test_the_weights_and_the_seed_are_told() -> None:
    plan = solve(Problem((ada(),), (ben(),), on=TODAY), Weights(version="only topics", hours=0), seed=7)
    assert (plan.weights, plan.seed) == ("only topics", 7)


@pytest.mark.parametrize(
    "problem",
    [
        Problem((), (), on=TODAY),
        Problem((), (ben(),), on=TODAY),
        Problem((ada(),), (), on=TODAY),
        Problem((ada(),), (ben(capacity=0),), on=TODAY),
        Problem((ada(),), (ben(vetted_until=None),), on=TODAY),
    ],
)
def test_that_nobody_can_be_placed_is_an_answer(problem: Problem) -> None:
    plan = solve(problem)
    assert (plan.status, plan.placed, plan.total, plan.pairs, plan.alternatives) == (Status.EMPTY, 0, 0, (), ())
    assert len(plan.unplaced) == len(problem.seekers)
