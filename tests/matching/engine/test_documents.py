"""A plan survives being written and read, and its short form says who has whom."""

import json

import pytest

from matching.engine import Plan, Problem, Status, plan_from_json, plan_to_json, solve

from .worlds import TODAY, ada, ben, world


@pytest.mark.parametrize("plan", [Plan(Status.EMPTY), *(solve(world(n, asking=40, offering=20)) for n in range(3))])
def test_a_plan_read_back_is_the_same(plan: Plan) -> None:
    assert plan_from_json(plan_to_json(plan)) == plan


def test_the_short_form() -> None:
    plan = solve(Problem((ada(waited_days=9), ada(id=9)), (ben(),), on=TODAY), seed=3)
    found = json.loads(plan_to_json(plan))
    short = {name: found[name] for name in ("status", "placed", "total", "weights", "seed", "pairs", "unplaced")}
    assert short == {
        "status": "optimal",
        "placed": 1,
        "total": plan.total,
        "weights": "2026-11",
        "seed": 3,
        "pairs": [[1, 2]],
        "unplaced": [[9, "all_places_taken"]],
    }
