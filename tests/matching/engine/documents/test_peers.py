"""Problems and plans of peers survive being written and read, and what cannot be is told in one line."""

import json
from random import Random
from typing import Any

import pytest

from matching.engine import Aim, ProblemError, solve
from matching.engine.documents import fingerprint, plan_from_json, plan_to_json, problem_from_json, problem_to_json
from matching.engine.peers import PeerProblem, PersonRow, peer_problem_of
from matching.engine.problem import ORDERS, Id

FULL: dict[str, Any] = {
    "kind": "peers",
    "people": [{"id": 3}, {"id": "Ada", "groups": {"age": "18_25"}}, {"id": "Cleo"}, {"id": "Eve"}],
    "pairs": [[3, "Ada", 6], [3, "Cleo", 5], ["Ada", "Cleo", 4]],
    "objective": ["placed", "floor", "total"],
    "at_least": 2,
    "seed": 7,
}
SMALL: dict[str, Any] = {"kind": "peers", "people": [{"id": 3}, {"id": "Ada"}], "pairs": [["Ada", 3, 6]]}


@pytest.mark.parametrize("seed", range(30))
def test_problems_and_plans_written_and_read_are_the_same(seed: int) -> None:
    problem = circle(seed)
    again = problem_from_json(problem_to_json(problem))
    assert (fingerprint(again), problem_to_json(again)) == (fingerprint(problem), problem_to_json(problem))
    plan = solve(problem)
    assert plan_from_json(plan_to_json(plan)) == plan


def test_a_document_with_everything_in_it() -> None:
    ada, cleo, eve = PersonRow("Ada", {"age": "18_25"}), PersonRow("Cleo"), PersonRow("Eve")
    made = peer_problem_of(
        [ada, cleo, eve, PersonRow(3)],
        [("Cleo", "Ada", 4), ("Ada", 3, 6), ("Cleo", 3, 5)],
        aim=Aim(order=ORDERS[1], at_least=2, seed=7),
    )
    assert json.loads(problem_to_json(made)) == FULL
    assert json.loads(problem_to_json(problem_from_json(json.dumps(FULL)))) == FULL


def test_what_is_left_out_is_as_usual() -> None:
    made = peer_problem_of([PersonRow(3), PersonRow("Ada")], [(3, "Ada", 6)])
    assert fingerprint(problem_from_json(json.dumps(SMALL))) == fingerprint(made)


def test_the_document_of_a_plan() -> None:
    plan = solve(problem_from_json(json.dumps(FULL)))
    written = json.loads(plan_to_json(plan))
    prices = written["certificate"].pop("prices")
    assert prices.keys() == {"factor", "coarser", "unplaced", "people", "blossoms"}
    assert [each for each, _ in prices["people"]] == [3, "Ada", "Cleo", "Eve"]
    assert written == {
        "kind": "peers",
        "status": "optimal",
        "placed": 2,
        "total": 6,
        "floor": 6,
        "objective": ["placed", "floor", "total"],
        "pairs": [[3, "Ada"]],
        "unplaced": [["Cleo", "no_partner_left"], ["Eve", "nobody_fits"]],
        "problem": plan.problem,
        "solver": plan.solver,
        "seed": 7,
        "certificate": {
            "placed": {"people": [], "parts": [[3, "Ada", "Cleo"]]},
            "floor": {"people": [], "parts": []},
        },
    }


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"people": [{"id": []}]}, "people[0]: id must be a whole number or a string, not a list of 0."),
        ({"people": [{"id": 3}, {"id": 3}]}, "Two people with the id 3."),
        ({"people": [{"id": 3, "capacity": 1}]}, 'people[0]: there is no key "capacity".'),
        ({"pairs": [[3, "Ada", 6, []]]}, "pairs[0] must be [person, person, score], not a list of 4."),
        ({"pairs": [[3, "Ada", "high"]]}, 'pairs[0]: score must be a whole number, not "high".'),
        ({"pairs": [[3, "Eve", 6]]}, "pairs[0]: there is no person 'Eve'."),
        (
            {"objective": ["stable"]},
            "objective cannot be stable for peers: among equals there may be no stable pairs at all.",
        ),
        ({"persons": []}, 'The document: there is no key "persons".'),
    ],
)
def test_what_cannot_be_is_told_in_one_line(changes: dict[str, Any], told: str) -> None:
    with pytest.raises(ProblemError) as refused:
        problem_from_json(json.dumps(SMALL | changes))
    assert str(refused.value) == told


def test_everything_that_counts_makes_another_fingerprint() -> None:
    documents = [
        FULL,
        *(FULL | change for change in ({"at_least": 1}, {"seed": 8}, {"objective": ["placed", "total"]})),
        FULL | {"people": [*FULL["people"], {"id": 4}]},
        FULL | {"people": [{"id": 3}, {"id": "Ada"}, {"id": "Cleo"}, {"id": "Eve"}]},
        *(FULL | {"pairs": pairs} for pairs in ([], [[3, "Ada", 7], *FULL["pairs"][1:]], FULL["pairs"][1:])),
        FULL | {"pairs": [[3, "Eve", 6], *FULL["pairs"][1:]]},
    ]
    found = {fingerprint(problem_from_json(json.dumps(document))) for document in documents}
    assert len(found) == len(documents)


def circle(seed: int) -> PeerProblem:
    """A few people, ids of both kinds, most of whom fit one another."""
    chance = Random(seed)
    ids: list[Id] = [chance.choice((number, f"p{number}")) for number in range(chance.randrange(9))]
    pairs = [
        (one, other, chance.randrange(-3, 9))
        for place, one in enumerate(ids)
        for other in ids[:place]
        if chance.random() < 0.7
    ]
    aim = Aim(order=ORDERS[seed % 2], at_least=chance.choice((None, 0, 2)), seed=seed)
    return peer_problem_of([PersonRow(each) for each in ids], pairs, aim=aim)
