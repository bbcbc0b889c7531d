"""What a problem of scored pairs refuses, and that the order in which it was given is not its own."""

from collections.abc import Callable

import pytest

from matching.engine import Aim, HelperRow, Objective, Problem, ProblemError, SeekerRow, problem_of
from matching.engine.problem import ORDERS

ADA, EVE = SeekerRow("Ada"), SeekerRow("Eve", waited_days=7)
BEN, CLEO = HelperRow("Ben", 1), HelperRow(5, 2)


def made(*pairs: tuple[int | str, int | str, int], **more: object) -> Problem:
    return problem_of([EVE, ADA], [BEN, CLEO], pairs, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: problem_of([ADA, ADA], [], []), "Two seekers with the id 'Ada'."),
        (lambda: problem_of([], [BEN, BEN], []), "Two helpers with the id 'Ben'."),
        (
            lambda: problem_of([SeekerRow(1, waited_days=-1)], [], []),
            "Seeker 1: waited_days cannot be -1; it is a whole number from 0 to 36500.",
        ),
        (
            lambda: problem_of([], [HelperRow(1, True)], []),
            "Helper 1: capacity cannot be True; it is a whole number from 0 to 1000000000.",
        ),
        (lambda: made(("Ada", "Ben", 1), ("Ann", "Ben", 1)), "pairs[1]: there is no seeker 'Ann'."),
        (lambda: made(("Ada", 6, 1)), "pairs[0]: there is no helper 6."),
        (
            lambda: made(("Ada", 5, 10**12 + 1)),
            f"pairs[0]: score cannot be {10**12 + 1}; it is a whole number from {-(10**12)} to {10**12}.",
        ),
        (lambda: made(("Ada", 5, 1), ("Ada", 5, 2)), "The pair of seeker 'Ada' and helper 5 is there twice."),
        (
            lambda: made(("Ada", 5, 1), locked=[("Ada", "Ben")]),
            "The locked pair of 'Ada' and 'Ben' is not among the pairs.",
        ),
        (
            lambda: made(("Ada", "Ben", 1), ("Eve", "Ben", 1), locked=[("Ada", "Ben"), ("Eve", "Ben")]),
            "Helper 'Ben': more locked pairs than capacity.",
        ),
        (
            lambda: made(("Ada", "Ben", 1), ("Ada", 5, 1), locked=[("Ada", "Ben"), ("Ada", 5)]),
            "Seeker 'Ada': more than one locked pair.",
        ),
        (lambda: Aim(spread=-1), "spread cannot be -1; it is a whole number from 0 to 1000000."),
        (
            lambda: Aim(order=(Objective.TOTAL,)),
            "objective cannot be total; it is one of: placed, total; placed, floor, total; stable.",
        ),
    ],
)
def test_impossible_values_are_refused_and_named(make: Callable[[], object], told: str) -> None:
    with pytest.raises(ProblemError) as refused:
        make()
    assert str(refused.value) == told


def test_rows_and_pairs_are_kept_in_order_of_id_numbers_before_words() -> None:
    problem = made(("Eve", "Ben", 3), ("Eve", 5, 2), ("Ada", "Ben", 1), locked=[("Eve", 5)])
    assert problem.seekers == (ADA, EVE)
    assert problem.helpers == (CLEO, BEN)
    pairs = (problem.rows.tolist(), problem.columns.tolist(), problem.scores.tolist())
    assert pairs == ([0, 1, 1], [1, 0, 1], [1, 2, 3])
    assert problem.locked.tolist() == [1]
    assert [problem.edge_of("Ada", "Ben"), problem.edge_of("Ada", 5), problem.edge_of("Eve", "Ben")] == [0, None, 2]


def test_waiting_adds_to_the_worth_of_every_pair_of_a_seeker() -> None:
    problem = made(("Ada", "Ben", 3), ("Eve", 5, 2), aim=Aim(order=ORDERS[1], waiting=10))
    assert problem.worth.tolist() == [3, 12]
