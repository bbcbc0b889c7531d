"""Problems and plans of small groups survive being written and read, and what cannot be is told in one line."""

import json
from typing import Any

import pytest

from matching.engine import ProblemError, solve
from matching.engine.documents import fingerprint, plan_from_json, plan_to_json, problem_from_json, problem_to_json
from matching.engine.groups import GroupPerson, GroupProblem, group_problem_of

ADA, CLEO, EVE = (
    GroupPerson("Ada", frozenset({"debt", "grief"}), frozenset({"mon-morning"}), {"age": "18_25"}),
    GroupPerson(3, frozenset({"grief"}), frozenset({"mon-morning", "sat-evening"})),
    GroupPerson("Eve", frozenset(), frozenset()),
)
PROBLEM = group_problem_of([ADA, CLEO, EVE], smallest=2, largest=4, apart=[("Eve", "Ada")], seed=5)
FULL: dict[str, Any] = {
    "kind": "groups",
    "size": [2, 4],
    "people": [
        {"id": 3, "topics": ["grief"], "slots": ["mon-morning", "sat-evening"]},
        {"id": "Ada", "topics": ["debt", "grief"], "slots": ["mon-morning"], "groups": {"age": "18_25"}},
        {"id": "Eve", "topics": [], "slots": []},
    ],
    "apart": [["Ada", "Eve"]],
    "seed": 5,
}
SMALL = {"kind": "groups", "size": 2, "people": []}


def test_a_problem_written_and_read_is_the_same() -> None:
    assert problem_from_json(json.dumps(FULL)) == PROBLEM
    assert json.loads(problem_to_json(PROBLEM)) == FULL


def test_what_is_left_out_is_as_usual() -> None:
    assert problem_from_json(json.dumps(SMALL)) == GroupProblem((), 2, 2)


def test_a_plan_written_and_read_is_the_same() -> None:
    plan = solve(PROBLEM)
    assert plan_from_json(plan_to_json(plan)) == plan
    assert json.loads(plan_to_json(plan)) == {
        "kind": "groups",
        "status": "optimal",
        "placed": 2,
        "bound": 2,
        "proof": "counted",
        "floor": 2,
        "groups": [{"topic": "grief", "slot": "mon-morning", "members": [3, "Ada"]}],
        "unplaced": [["Eve", "nothing_given"]],
        "problem": fingerprint(PROBLEM),
        "solver": plan.solver,
        "seed": 5,
    }


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"size": [3]}, "size must be [smallest, largest], not a list of 1."),
        ({"size": [2, None]}, "size[1] must be a whole number, not null."),
        ({"size": 1}, "The smallest size cannot be 1; it is a whole number from 2 to 1000."),
        ({"people": [{"id": 1, "topics": []}]}, 'people[0]: the key "slots" is missing.'),
        ({"people": [{"id": 1, "topics": [7], "slots": []}]}, "people[0]: topics[0] must be a string, not 7."),
        ({"apart": [[1, 2]]}, "Apart: there is no person 1."),
        ({"seed": "x"}, 'seed must be a whole number, not "x".'),
        ({"peple": []}, 'The document: there is no key "peple"; did you mean people?'),
    ],
)
def test_what_cannot_be_is_told_in_one_line(changes: dict[str, Any], told: str) -> None:
    with pytest.raises(ProblemError) as refused:
        problem_from_json(json.dumps(SMALL | changes))
    assert str(refused.value) == told
