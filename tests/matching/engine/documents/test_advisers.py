"""Problems of seekers and helpers survive being written and read, and each thing that cannot be is told in one line."""

import json
from typing import Any

import pytest

from matching.engine import Aim, HelperRow, Problem, ProblemError, Reason, SeekerRow, problem_of
from matching.engine.documents import problem_from_json, problem_to_json
from matching.engine.fit.reasons import Part
from matching.engine.problem import ORDERS
from tests.matching.engine.puzzles import puzzle

SMALL: dict[str, Any] = {
    "kind": "advisers",
    "seekers": [{"id": "Ada"}, {"id": 2}],
    "helpers": [{"id": "Ben", "capacity": 1}],
    "pairs": [["Ada", "Ben", 7], [2, "Ben", 5]],
}
FULL: dict[str, Any] = {
    "kind": "advisers",
    "seekers": [{"id": 2, "groups": {"age": "18_25"}}, {"id": "Ada", "waited_days": 9, "groups": {"group": "north"}}],
    "helpers": [{"id": "Ben", "capacity": 2, "minimum": 1, "load": 3}],
    "pairs": [[2, "Ben", 5], ["Ada", "Ben", 7, [["topics", 4, ["debt", "grief"]], ["hours", 3, []]]]],
    "objective": ["placed", "floor", "total"],
    "locked": [[2, "Ben"]],
    "at_least": -3,
    "spread": 2,
    "waiting": 1,
    "seed": 4,
}


def read(**changes: Any) -> Problem:
    read = problem_from_json(json.dumps(SMALL | changes))
    assert isinstance(read, Problem)
    return read


@pytest.mark.parametrize("seed", range(30))
def test_a_problem_written_and_read_is_the_same(seed: int) -> None:
    problem = puzzle(seed)
    again = problem_from_json(problem_to_json(problem))
    assert isinstance(again, Problem)
    assert parts(again) == parts(problem)


def test_a_document_with_everything_in_it() -> None:
    made = problem_of(
        [SeekerRow("Ada", 9, {"group": "north"}), SeekerRow(2, groups={"age": "18_25"})],
        [HelperRow("Ben", 2, 1, 3)],
        [("Ada", "Ben", 7), (2, "Ben", 5)],
        aim=Aim(order=ORDERS[1], at_least=-3, spread=2, waiting=1, seed=4),
        locked=[(2, "Ben")],
        reasons={("Ada", "Ben"): (Reason(Part.TOPICS, 4, ("debt", "grief")), Reason(Part.HOURS, 3))},
    )
    assert parts(read(**FULL)) == parts(made)
    assert json.loads(problem_to_json(made)) == FULL


def test_what_is_left_out_is_as_usual() -> None:
    made = problem_of([SeekerRow("Ada"), SeekerRow(2)], [HelperRow("Ben", 1)], [("Ada", "Ben", 7), (2, "Ben", 5)])
    assert parts(read()) == parts(made)
    assert parts(read(at_least=None, objective=None)) == parts(made)


def test_one_group_can_be_given_in_short_and_as_a_number() -> None:
    seekers = read(seekers=[{"id": "Ada", "group": "north"}, {"id": 2, "group": 3}]).seekers
    assert [seeker.groups for seeker in seekers] == [{"group": "3"}, {"group": "north"}]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"seekers": {}}, "seekers must be a list, not an object."),
        ({"seekers": [7]}, "seekers[0] must be an object, not 7."),
        ({"seekers": [{"id": 1}, {"name": 2}]}, 'seekers[1]: the key "id" is missing.'),
        ({"seekers": [{"id": None}]}, "seekers[0]: id must be a whole number or a string, not null."),
        ({"seekers": [{"id": True}]}, "seekers[0]: id must be a whole number or a string, not true."),
        ({"seekers": [{"id": 1.5}]}, "seekers[0]: id must be a whole number or a string, not 1.5."),
        ({"seekers": [{"id": "\ud800"}]}, r'seekers[0]: id must be a string of whole characters, not "\ud800".'),
        ({"seekers": [{"id": 1, "colour": 2}]}, 'seekers[0]: there is no key "colour".'),
        (
            {"seekers": [{"id": 1, "waited_day": 2}]},
            'seekers[0]: there is no key "waited_day"; did you mean waited_days?',
        ),
        (
            {"seekers": [{"id": 1, "waited_days": "long"}]},
            'seekers[0]: waited_days must be a whole number, not "long".',
        ),
        (
            {"seekers": [{"id": 1, "waited_days": -1}]},
            "Seeker 1: waited_days cannot be -1; it is a whole number from 0 to 36500.",
        ),
        ({"seekers": [{"id": 1}, {"id": 1}]}, "Two seekers with the id 1."),
        (
            {"seekers": [{"id": 1, "group": "a", "groups": {}}]},
            'seekers[0]: only one of the keys "group" and "groups" may be there.',
        ),
        ({"seekers": [{"id": 1, "group": None}]}, "seekers[0]: group must be a string, not null."),
        ({"seekers": [{"id": 1, "groups": ["a"]}]}, "seekers[0]: groups must be an object, not a list of 1."),
        ({"seekers": [{"id": 1, "groups": {"a": []}}]}, 'seekers[0]: groups: "a" must be a string, not a list of 0.'),
        ({"helpers": [{"id": 1}]}, 'helpers[0]: the key "capacity" is missing.'),
        (
            {"helpers": [{"id": "x" * 90, "capacity": "x" * 90}]},
            f'helpers[0]: capacity must be a whole number, not "{"x" * 36}....',
        ),
        ({"pairs": None}, "pairs must be a list, not null."),
        ({"pairs": [["Ada", "Ben", 7], "Ada"]}, 'pairs[1] must be a list, not "Ada".'),
        ({"pairs": [{"a": 1, "b": 2, "c": 3}]}, "pairs[0] must be a list, not an object."),
        ({"pairs": [["Ada", "Ben"]]}, "pairs[0] must be [seeker, helper, score], not a list of 2."),
        (
            {"pairs": [["Ada", "Ben", 7], ["Ada", "Ben", "high"]]},
            'pairs[1]: score must be a whole number, not "high".',
        ),
        ({"pairs": [["Ada", "Ben", 7.0]]}, "pairs[0]: score must be a whole number, not 7.0."),
        ({"pairs": [["Ada", "Ben", True]]}, "pairs[0]: score must be a whole number, not true."),
        ({"pairs": [[True, "Ben", 7]]}, "pairs[0]: seeker must be a whole number or a string, not true."),
        ({"pairs": [[2, [], 7]]}, "pairs[0]: helper must be a whole number or a string, not a list of 0."),
        ({"pairs": [[2, "Ben", 7], ["2", "Ben", 7]]}, "pairs[1]: there is no seeker '2'."),
        ({"pairs": [[2, "Ben", 7], [2, "Bea", 7]]}, "pairs[1]: there is no helper 'Bea'."),
        (
            {"pairs": [[2, "Ben", 10**30]]},
            f"pairs[0]: score cannot be {10**30}; it is a whole number from {-(10**12)} to {10**12}.",
        ),
        ({"pairs": [[2, "Ben", 7], [2, "Ben", 8]]}, "The pair of seeker 2 and helper 'Ben' is there twice."),
        ({"pairs": [[2, "Ben", 7, 8]]}, "pairs[0]: reasons must be a list, not 8."),
        (
            {"pairs": [[2, "Ben", 7, [["topics", 1]]]]},
            "pairs[0]: reasons[0] must be [name, points, values], not a list of 2.",
        ),
        (
            {"pairs": [[2, "Ben", 7, [["luck", 1, []]]]]},
            f'pairs[0]: reasons[0]: name must be one of {", ".join(Part)}, not "luck".',
        ),
        ({"locked": [{"Ada": 1, "Ben": 2}]}, "locked[0] must be a list, not an object."),
        ({"locked": [[2]]}, "locked[0] must be [seeker, helper], not a list of 1."),
        ({"locked": [[2, None]]}, "locked[0]: helper must be a whole number or a string, not null."),
        ({"locked": [["Ben", 2]]}, "The locked pair of 'Ben' and 2 is not among the pairs."),
        ({"objective": "total"}, 'objective must be a list, not "total".'),
        (
            {"objective": ["placed", "fast"]},
            'objective[1] must be one of placed, floor, total, stable, not "fast".',
        ),
        (
            {"objective": ["total"]},
            "objective cannot be total; it is one of: placed, total; placed, floor, total; stable.",
        ),
        ({"seed": "x"}, 'seed must be a whole number, not "x".'),
        ({"seed": 2**63}, f"seed cannot be {2**63}; it is a whole number from {-(2**63)} to {2**63 - 1}."),
        ({"spread": 1.0}, "spread must be a whole number, not 1.0."),
        ({"waiting": -1}, "waiting cannot be -1; it is a whole number from 0 to 1000000."),
        ({"seeker": []}, 'The document: there is no key "seeker"; did you mean seekers?'),
    ],
)
def test_what_cannot_be_is_told_in_one_line(changes: dict[str, Any], told: str) -> None:
    with pytest.raises(ProblemError) as refused:
        read(**changes)
    assert str(refused.value) == told


@pytest.mark.parametrize("key", ["seekers", "helpers", "pairs"])
def test_a_key_that_is_missing_is_named(key: str) -> None:
    with pytest.raises(ProblemError) as refused:
        problem_from_json(json.dumps({name: value for name, value in SMALL.items() if name != key}))
    assert str(refused.value) == f'The document: the key "{key}" is missing.'


def parts(problem: Problem) -> tuple[object, ...]:
    """Everything a problem is made of, to be compared."""
    columns = (problem.rows, problem.columns, problem.scores, problem.locked)
    return (*(column.tolist() for column in columns), problem.seekers, problem.helpers, problem.aim, problem.reasons)
