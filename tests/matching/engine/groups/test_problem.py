"""Problems of groups: what is kept, and what is refused by name."""

from collections.abc import Callable

import pytest

from matching.engine.errors import ProblemError
from matching.engine.groups import GroupPerson, GroupProblem, group_problem_of

from .worlds import person

ADA, BEN, CLEO = person("Ada"), person("Ben"), person("Cleo")


def test_people_and_pairs_are_kept_in_order_and_once() -> None:
    made = group_problem_of(
        [CLEO, person(7), ADA, BEN], smallest=2, largest=3, apart=[("Cleo", 7), ("Ben", "Ada"), ("Ada", "Ben")]
    )
    assert made == GroupProblem((person(7), ADA, BEN, CLEO), 2, 3, ((7, "Cleo"), ("Ada", "Ben")), 0)


@pytest.mark.parametrize(
    ("making", "told"),
    [
        (
            lambda: group_problem_of([ADA], smallest=1, largest=3),
            "The smallest size cannot be 1; it is a whole number from 2 to 1000.",
        ),
        (
            lambda: group_problem_of([ADA], smallest=4, largest=3),
            "The largest size cannot be 3; it is a whole number from 4 to 1000.",
        ),
        (
            lambda: group_problem_of([ADA], smallest=2, largest=True),
            "The largest size cannot be True; it is a whole number from 2 to 1000.",
        ),
        (
            lambda: group_problem_of([ADA], smallest=2, largest=3, seed=2**63),
            f"The seed cannot be {2**63}; it is a whole number from {-(2**63)} to {2**63 - 1}.",
        ),
        (
            lambda: group_problem_of([ADA, BEN, ADA], smallest=2, largest=3),
            "Two people with the id 'Ada'.",
        ),
        (
            lambda: group_problem_of([ADA], smallest=2, largest=3, apart=[("Ada", "Eve")]),
            "Apart: there is no person 'Eve'.",
        ),
        (
            lambda: group_problem_of([ADA], smallest=2, largest=3, apart=[("Ada", "Ada")]),
            "Apart: 'Ada' cannot be kept apart from themselves.",
        ),
        (
            lambda: GroupPerson("Ada", frozenset({""}), frozenset()),
            "Person 'Ada': a topic cannot be ''; it is a word.",
        ),
        (
            lambda: GroupPerson("Ada", frozenset(), frozenset({1})),  # type: ignore[arg-type]
            "Person 'Ada': a slot cannot be 1; it is a word.",
        ),
    ],
)
def test_what_cannot_be_is_refused_by_name(making: Callable[[], object], told: str) -> None:
    with pytest.raises(ProblemError) as refused:
        making()
    assert str(refused.value) == told
