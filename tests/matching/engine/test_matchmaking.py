"""Every promise of a plan, on cohorts small enough to try everything and on larger random ones."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.engine import Aim, Cohort, Match, Matching, Obstacle, Status, Weights, match, obstacles, score
from matching.engine.problem import ORDERS

from .worlds import TODAY, ada, ben, cleo, cohorts, every_plan, fitting, reshuffled, words, world

SCARCE = [world(seed, asking=60, offering=25) for seed in range(4)]
ROOMY = [world(seed, asking=30, offering=60) for seed in range(4)]
WORLDS = [*SCARCE, *ROOMY]
small = settings(max_examples=40, deadline=None)


def told(found: Matching) -> tuple[object, ...]:
    """All that a matching says, its proof with it."""
    return found.plan, found.pairs, found.alternatives, found.left_out


def pairs(found: Matching) -> list[tuple[int, int]]:
    return [(each.seeker, each.helper) for each in found.pairs]


def places_left(cohort: Cohort, found: Matching) -> dict[int, int]:
    taken = [each.helper for each in found.pairs]
    return {helper.id: helper.capacity - taken.count(helper.id) for helper in cohort.helpers}


def check_promises(cohort: Cohort, found: Matching) -> None:
    """What must hold of any plan, read from the cohort by the reference."""
    possible = fitting(cohort)
    asked = [seeker.id for seeker in cohort.seekers]
    placed = [each.seeker for each in found.pairs]
    assert placed == sorted(set(placed))
    assert sorted(placed + [one.seeker for one in found.left_out]) == asked
    assert {each.seeker: possible[each.seeker, each.helper] for each in found.pairs} == {
        each.seeker: each.score for each in found.pairs
    }
    assert min(places_left(cohort, found).values(), default=0) >= 0
    assert found.plan.status == (Status.OPTIMAL if placed else Status.EMPTY)
    assert (found.plan.placed, found.plan.total) == (len(placed), sum(possible[pair] for pair in pairs(found)))


@given(cohorts())
@small
def test_no_plan_places_more_people_or_the_same_with_a_better_total(cohort: Cohort) -> None:
    check_it_is_the_best(cohort)


def test_nor_in_hundreds_of_small_worlds() -> None:
    for seed in range(150):
        check_it_is_the_best(world(seed, asking=5, offering=5))


def check_it_is_the_best(cohort: Cohort) -> None:
    found = match(cohort)
    check_promises(cohort, found)
    scores = fitting(cohort)
    capacity = {helper.id: helper.capacity for helper in cohort.helpers}
    plans = every_plan([seeker.id for seeker in cohort.seekers], capacity, scores)
    assert (found.plan.placed, found.plan.total) == max(
        (len(each), sum(scores[pair] for pair in each)) for each in plans
    )


@pytest.mark.parametrize("cohort", WORLDS)
def test_larger_plans_keep_every_promise(cohort: Cohort) -> None:
    found = match(cohort)
    check_promises(cohort, found)
    assert found.plan.placed > 10


@given(cohorts(), st.integers(0, 99))
@small
def test_the_order_of_the_rows_does_not_matter(cohort: Cohort, seed: int) -> None:
    assert told(match(reshuffled(cohort, seed))) == told(match(cohort))


@pytest.mark.parametrize("cohort", WORLDS)
def test_the_order_of_many_rows_does_not_matter(cohort: Cohort) -> None:
    assert told(match(reshuffled(cohort, 1))) == told(match(cohort))


def test_where_everybody_is_alike_the_order_does_not_matter_either() -> None:
    alike = Cohort(
        tuple(ada(id=number) for number in range(20)), tuple(ben(id=number) for number in range(15)), on=TODAY
    )
    found = match(alike)
    assert [told(match(reshuffled(alike, seed))) for seed in range(5)] == [told(found)] * 5


@pytest.mark.parametrize("cohort", WORLDS)
def test_nobody_kept_away_by_name_or_by_age_is_ever_offered(cohort: Cohort) -> None:
    found = match(cohort)
    never = {Obstacle.BLOCKED, Obstacle.AVOIDED, Obstacle.DECLINED_BEFORE, Obstacle.CONFLICT, Obstacle.AGE_GROUP}
    for each in (*found.pairs, *found.alternatives):
        seeker, helper = cohort.seeker_by_id[each.seeker], cohort.helper_by_id[each.helper]
        assert helper.id not in seeker.blocked | seeker.avoids | seeker.declined_before | seeker.conflicts
        assert not never & set(obstacles(seeker, helper, on=TODAY))


def check_alternatives(cohort: Cohort, found: Matching) -> None:
    """The best two others with a place left, for each who is placed and for nobody else."""
    left, scores = places_left(cohort, found), fitting(cohort)
    expected = []
    for each in found.pairs:
        others = [
            points
            for (seeker, helper), points in scores.items()
            if seeker == each.seeker and helper != each.helper and left[helper] > 0
        ]
        expected += [(each.seeker, points) for points in sorted(others, reverse=True)[:2]]
    assert [(each.seeker, each.score) for each in found.alternatives] == expected
    offered = [(each.seeker, each.helper) for each in found.alternatives]
    assert [scores[pair] for pair in offered] == [each.score for each in found.alternatives]
    assert len({*offered, *pairs(found)}) == len(offered) + found.plan.placed
    assert all(left[each.helper] > 0 for each in found.alternatives)


@given(cohorts())
@small
def test_alternatives_are_the_best_others_with_a_place_left(cohort: Cohort) -> None:
    check_alternatives(cohort, match(cohort))


@pytest.mark.parametrize("cohort", ROOMY)
def test_alternatives_in_larger_plans(cohort: Cohort) -> None:
    found = match(cohort)
    check_alternatives(cohort, found)
    assert found.alternatives


def test_a_match_is_told_with_the_reasons_of_the_reference() -> None:
    found = match(Cohort((ada(),), (ben(), cleo(topics=words("debt"))), on=TODAY))
    best, other = score(ada(), ben()), score(ada(), cleo(topics=words("debt")))
    assert found.pairs == (Match(1, 2, best.points, best.fit, best.reasons),)
    assert found.alternatives == (Match(1, 3, other.points, other.fit, other.reasons),)


def test_more_people_come_before_a_better_total() -> None:
    """Ada fits Ben better, but only Ben can take the other."""
    other = ada(id=9, wants="adviser", topics=words("debt", "grief"))
    found = match(Cohort((ada(), other), (ben(), cleo(topics=words("debt"))), on=TODAY))
    assert pairs(found) == [(1, 3), (9, 2)]


def test_of_two_alike_the_one_who_waited_longer_has_the_place() -> None:
    for first, second, placed in ((0, 30, 9), (30, 0, 1)):
        found = match(Cohort((ada(waited_days=first), ada(id=9, waited_days=second)), (ben(),), on=TODAY))
        assert pairs(found) == [(placed, 2)]


def test_the_weights_decide() -> None:
    cohort = Cohort((ada(),), (ben(lived_experience=False), cleo(hours=words("mon-morning"))), on=TODAY)
    assert pairs(match(cohort, Weights(version="x", hours=10))) == [(1, 3)]
    assert pairs(match(cohort, Weights(version="x", lived_experience=10))) == [(1, 2)]


def test_the_weights_and_the_aim_are_told() -> None:
    weights, aim = Weights(version="only topics", hours=0), Aim(order=ORDERS[1], seed=7, spread=3)
    found = match(Cohort((ada(),), (ben(load=2),), on=TODAY), weights, aim)
    assert (found.weights, found.plan.seed, found.plan.order, found.plan.load_cost) == (weights, 7, ORDERS[1], 9)


def test_each_step_is_told_and_whoever_raises_ends_the_work() -> None:
    cohort, heard = Cohort((ada(),), (ben(),), on=TODAY), []
    match(cohort, tell=lambda share, step: heard.append((share, step)))
    assert heard == [
        (0.0, "Reading who fits whom"),
        (0.4, "Finding the best plan"),
        (0.7, "Looking for further choices"),
        (0.8, "Writing down why"),
    ]

    def stop(share: float, step: str) -> None:
        raise InterruptedError(step)

    with pytest.raises(InterruptedError, match="Reading who fits whom"):
        match(cohort, tell=stop)


def test_offers_are_the_pair_first_then_the_alternatives() -> None:
    found = match(Cohort((ada(), ada(id=5)), (ben(), cleo(capacity=5), ben(id=4, capacity=3)), on=TODAY))
    by_seeker = {one: [each for each in found.alternatives if each.seeker == one] for one in (1, 5)}
    assert found.offers == {each.seeker: (each, *by_seeker[each.seeker]) for each in found.pairs}
    assert sorted(found.offers) == [1, 5]


@pytest.mark.parametrize(
    "cohort",
    [
        Cohort((), (), on=TODAY),
        Cohort((), (ben(),), on=TODAY),
        Cohort((ada(),), (), on=TODAY),
        Cohort((ada(),), (ben(capacity=0),), on=TODAY),
        Cohort((ada(),), (ben(vetted_until=None),), on=TODAY),
    ],
)
def test_that_nobody_can_be_placed_is_an_answer(cohort: Cohort) -> None:
    found = match(cohort)
    assert (found.plan.status, found.plan.placed, found.plan.total) == (Status.EMPTY, 0, 0)
    assert (found.pairs, found.alternatives) == ((), ())
    assert len(found.left_out) == len(cohort.seekers)
