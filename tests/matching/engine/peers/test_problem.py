"""A problem of peers is the same in any order, and what cannot be is named."""

from typing import Any

import pytest

from matching.engine import Aim, ProblemError
from matching.engine.peers import PersonRow, peer_problem_of
from matching.engine.problem import LARGEST_SCORE, ORDERS

ADA, BEN, CLEO = PersonRow("Ada"), PersonRow("Ben"), PersonRow("Cleo")


def test_rows_stand_in_order_whichever_way_they_are_given() -> None:
    problem = peer_problem_of([CLEO, PersonRow(7), BEN, ADA], [("Cleo", "Ada", 3), (7, "Cleo", -1), ("Ben", "Ada", 5)])
    assert [person.id for person in problem.people] == [7, "Ada", "Ben", "Cleo"]
    assert problem.first.tolist() == [0, 1, 1]
    assert problem.second.tolist() == [3, 2, 3]
    assert problem.scores.tolist() == [-1, 5, 3]


def test_pairs_that_score_too_little_cannot_be_used() -> None:
    problem = peer_problem_of([ADA, BEN, CLEO], [("Ada", "Ben", 2), ("Ada", "Cleo", 4)], aim=Aim(at_least=3))
    assert problem.usable().tolist() == [1]
    assert problem.usable(5).tolist() == []
    assert peer_problem_of([], []).usable().tolist() == []


LIMITS = f"a whole number from {-LARGEST_SCORE} to {LARGEST_SCORE}"


@pytest.mark.parametrize(
    ("people", "pairs", "said"),
    [
        ([ADA, ADA], [], "Two people with the id 'Ada'."),
        ([ADA], [("Ada", "Eve", 1)], "pairs[0]: there is no person 'Eve'."),
        ([ADA, BEN], [("Ada", "Ben", 1), ("Eve", "Ada", 1)], "pairs[1]: there is no person 'Eve'."),
        ([ADA], [("Ada", "Ada", 1)], "Person 'Ada' cannot be paired with themselves."),
        ([ADA, BEN], [("Ada", "Ben", 1), ("Ada", "Ben", 2)], "The pair of 'Ada' and 'Ben' is there twice."),
        ([ADA, BEN], [("Ada", "Ben", 1), ("Ben", "Ada", 1)], "The pair of 'Ada' and 'Ben' is there twice."),
        ([ADA, BEN], [("Ada", "Ben", 1.5)], f"pairs[0]: score cannot be 1.5; it is {LIMITS}."),
        ([ADA, BEN], [("Ada", "Ben", True)], f"pairs[0]: score cannot be True; it is {LIMITS}."),
        ([ADA, BEN], [("Ada", "Ben", 10**13)], f"pairs[0]: score cannot be {10**13}; it is {LIMITS}."),
    ],
)
def test_what_cannot_be_is_named(people: list[PersonRow], pairs: list[Any], said: str) -> None:
    with pytest.raises(ProblemError) as refused:
        peer_problem_of(people, pairs)
    assert str(refused.value) == said


@pytest.mark.parametrize(
    ("aim", "said"),
    [
        (
            Aim(order=ORDERS[2]),
            "objective cannot be stable for peers: among equals there may be no stable pairs at all.",
        ),
        (Aim(spread=2), "spread cannot be 2 for peers; it is for helpers who have places."),
        (Aim(waiting=1), "waiting cannot be 1 for peers; it is for helpers who have places."),
    ],
)
def test_what_is_no_aim_among_equals_is_refused(aim: Aim, said: str) -> None:
    with pytest.raises(ProblemError) as refused:
        peer_problem_of([ADA], [], aim=aim)
    assert str(refused.value) == said
