"""Plans of seekers and helpers survive being written and read, and the document is the one that is described."""

import json
from typing import Any

import pytest

from matching.engine import HelperRow, ProblemError, SeekerRow, WhyUnplaced, problem_of, solve
from matching.engine.documents import fingerprint, plan_from_json, plan_to_json
from tests.matching.engine.puzzles import puzzle

# The second place costs nothing, and Eve fits nobody.
PROBLEM = problem_of([SeekerRow("Ada"), SeekerRow(2), SeekerRow("Eve")], [HelperRow("Ben", 2)], [("Ada", "Ben", 7)])
PLAN = solve(PROBLEM)
WRITTEN: dict[str, Any] = json.loads(plan_to_json(PLAN))


@pytest.mark.parametrize("seed", range(30))
def test_a_plan_written_and_read_is_the_same(seed: int) -> None:
    plan = solve(puzzle(seed))
    assert plan_from_json(plan_to_json(plan)) == plan


def test_the_document_of_a_plan() -> None:
    prices = PLAN.certificate.prices
    assert prices is not None
    assert {
        "kind": "advisers",
        "status": "optimal",
        "placed": 1,
        "total": 7,
        "floor": 7,
        "load_cost": 0,
        "objective": ["placed", "total"],
        "pairs": [["Ada", "Ben"]],
        "unplaced": [[2, "nobody_fits"], ["Eve", "nobody_fits"]],
        "blocking_pairs": 0,
        "problem": fingerprint(PROBLEM),
        "solver": PLAN.solver,
        "seed": 0,
        "certificate": {
            "placed": {"seekers": ["Ada"], "helpers": []},
            "floor": None,
            "prices": {
                "factor": prices.factor,
                "coarser": 0,
                "unplaced": prices.unplaced,
                "seekers": [[2, prices.seekers[2]], ["Ada", prices.seekers["Ada"]], ["Eve", prices.seekers["Eve"]]],
                "helpers": [["Ben", 0]],
            },
        },
    } == WRITTEN


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (["status"], "fine", 'status must be one of optimal, feasible, empty, not "fine".'),
        (["placed"], None, "placed must be a whole number, not null."),
        (["floor"], 1.0, "floor must be a whole number, not 1.0."),
        (["objective"], ["placed", "fast"], 'objective[1] must be one of placed, floor, total, stable, not "fast".'),
        (["pairs"], [["Ada"]], "pairs[0] must be [seeker, helper], not a list of 1."),
        (["unplaced"], [[2]], "unplaced[0] must be [id, reason], not a list of 1."),
        (["unplaced", 0, 0], [], "unplaced[0]: id must be a whole number or a string, not a list of 0."),
        (
            ["unplaced", 0, 1],
            "lost",
            f'unplaced[0]: reason must be one of {", ".join(WhyUnplaced)}, not "lost".',
        ),
        (["problem"], 7, "problem must be a string, not 7."),
        (["certificate"], None, "certificate must be an object, not null."),
        (["certificate", "placed"], {"seekers": []}, 'certificate: placed: the key "helpers" is missing.'),
        (
            ["certificate", "placed", "seekers"],
            [None],
            "certificate: placed: seekers[0] must be a whole number or a string, not null.",
        ),
        (["certificate", "prices", "factor"], "", 'certificate: prices: factor must be a whole number, not "".'),
        (["certificate", "prices", "unplaced"], "", 'certificate: prices: unplaced must be a whole number, not "".'),
        (
            ["certificate", "prices", "helpers"],
            [["Ben", 1], ["Ben", 2]],
            'certificate: prices: helpers[1]: id must be one that is not there yet, not "Ben".',
        ),
        (
            ["certificate", "prices", "helpers", 0, 1],
            True,
            "certificate: prices: helpers[0]: price must be a whole number, not true.",
        ),
        (["certificate", "price"], 1, 'certificate: there is no key "price"; did you mean prices?'),
        (["colour"], 1, 'The document: there is no key "colour".'),
    ],
)
def test_what_cannot_be_is_told_in_one_line(path: list[Any], value: object, told: str) -> None:
    changed = json.loads(plan_to_json(PLAN))
    at = changed
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    with pytest.raises(ProblemError) as refused:
        plan_from_json(json.dumps(changed))
    assert str(refused.value) == told


@pytest.mark.parametrize("key", sorted(set(WRITTEN) - {"kind"}))
def test_a_key_that_is_missing_is_named(key: str) -> None:
    with pytest.raises(ProblemError) as refused:
        plan_from_json(json.dumps({name: value for name, value in WRITTEN.items() if name != key}))
    assert str(refused.value) == f'The document: the key "{key}" is missing.'
