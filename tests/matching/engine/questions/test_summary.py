"""The figures of a plan are those the plan tells itself, and count load and groups as the words say."""

import pytest

from matching.engine import Aim, HelperRow, ProblemError, solve
from matching.engine.problem import places_of
from matching.engine.questions.summary import Load, Share, Summary, summary

from ..test_assigning import small_problem
from .village import village


def test_the_figures_of_named_people() -> None:
    problem = village(ben=HelperRow("ben", 1, minimum=2, load=3), aim=Aim(spread=5))
    assert summary(problem, [("ada", "cleo"), ("eve", "ben")]) == Summary(
        placed=2,
        floor=50,
        total=130,
        # The second beyond the two Ben wishes for costs 10, the first person for Cleo costs 5.
        load_cost=15,
        load=Load(most=4, least=1, unevenness=1.5),
        shares=(Share("area", "north", 1, 2), Share("area", "south", 1, 1)),
    )


def test_they_are_those_of_the_plan_itself() -> None:
    for seed in range(100):
        problem = small_problem(seed)
        plan = solve(problem)
        found = summary(problem, plan.pairs)
        assert (found.placed, found.floor, found.total, found.load_cost) == (
            plan.placed,
            plan.floor,
            plan.total,
            plan.load_cost,
        )


def test_helpers_who_can_have_nobody_are_left_out_of_the_load() -> None:
    assert summary(village(cleo=HelperRow("cleo", 0)), [("eve", "ben")]).load == Load(1, 1, 0.0)
    assert summary(village(cleo=HelperRow("cleo", 0, load=3)), []).load == Load(3, 0, 1.5)


def test_a_share_in_percent() -> None:
    assert Share("area", "north", 1, 3).percent == 33.3


@pytest.mark.parametrize(
    ("pair", "message"),
    [
        (("dev", "ben"), "The pair of 'dev' and 'ben' is not among the pairs."),
        (("dev", "bob"), "There is nobody with the id 'bob'."),
        (("bob", "ben"), "There is nobody with the id 'bob'."),
    ],
)
def test_a_pair_that_cannot_be_is_refused(pair: tuple[str, str], message: str) -> None:
    with pytest.raises(ProblemError) as refused:
        places_of(village(), [pair])
    assert str(refused.value) == message
