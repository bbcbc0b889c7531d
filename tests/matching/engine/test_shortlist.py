"""A cut-off never makes a plan worse, nor anybody unplaceable who could be placed."""

import pytest

from matching.engine import Aim, Cohort, Plan, Weights, match, problem_from, solve
from matching.engine.problem import ORDERS
from matching.engine.shortlist import solve_shortlisted

from .worlds import TODAY, ada, ben, cleo, words, world

AIMS = [
    Aim(order=order, spread=spread, at_least=least)
    for order in ORDERS[:2]
    for spread in (0, 9)
    for least in (None, 500)
]


def value(plan: Plan) -> tuple[int, int | None, int]:
    return plan.placed, plan.floor if plan.order == ORDERS[1] else None, plan.total - plan.load_cost


@pytest.mark.parametrize("aim", AIMS)
@pytest.mark.parametrize("each", [1, 3])
def test_with_few_pairs_of_each_the_plan_is_as_good_as_with_all(aim: Aim, each: int) -> None:
    cut_off = 0
    for seed in range(12):
        cohort = world(seed, asking=40, offering=15 + 3 * seed)
        whole = problem_from(cohort, weights=Weights(), aim=aim)
        problem, plan = solve_shortlisted(cohort, Weights(), aim, each=each)
        assert value(plan) == value(solve(whole)), seed
        cut_off += len(whole.rows) - len(problem.rows)
    assert cut_off > 100


def test_whoever_fits_only_those_whom_others_fit_better_is_still_placed() -> None:
    """Everybody's best is Ben, who has one place; only going on to the second best places all three."""
    others = (cleo(id=3, topics=words("debt")), cleo(id=4, topics=words("debt")))
    cohort = Cohort((ada(), ada(id=5), ada(id=6)), (ben(), *others), on=TODAY)
    _, plan = solve_shortlisted(cohort, Weights(), Aim(), each=1)
    assert plan.placed == 3


def test_large_cohorts_are_shortlisted_by_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    cohort = world(1, asking=60, offering=60)
    whole = match(cohort)
    monkeypatch.setattr("matching.engine.matchmaking.MOST_PAIRS_AT_ONCE", 1000)
    assert value(match(cohort).plan) == value(whole.plan)
