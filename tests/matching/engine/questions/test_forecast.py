"""A forecast that is kept up to date says what solving everything anew would say."""

from collections.abc import Iterator
from random import Random

import pytest

from matching.engine import Aim, HelperRow, ProblemError, SeekerRow, problem_of, solve
from matching.engine.problem import ORDERS
from matching.engine.questions.forecast import forecast, with_arrival
from matching.engine.questions.standing import standing_of, with_seeker

from ..test_assigning import small_problem
from ..worlds import random_problem
from .village import ADA, CLEO, DEV, village


def test_it_is_what_the_plan_reaches() -> None:
    for seed in range(200):
        problem = small_problem(seed)
        if problem.aim.order == ORDERS[0]:
            plan, found = solve(problem), forecast(problem)
            assert (found.placed, found.net) == (plan.placed, plan.total - plan.load_cost)


def test_after_every_arrival_it_is_what_solving_anew_reaches() -> None:
    added: set[int] = set()
    for seed in range(12):
        added |= set(people_added(seed))
    assert added == {0, 1}


def people_added(seed: int) -> Iterator[int]:
    """How many more people each of some arrivals lets the next round place."""
    chance = Random(seed)
    aim = Aim(spread=chance.choice((0, 5)), waiting=chance.choice((0, 3)), at_least=chance.choice((None, 300)))
    problem = random_problem(seed, asking=12, offering=6, aim=aim)
    standing, found = standing_of(problem, ()), forecast(problem)
    for number in range(1000, 1025):
        seeker = SeekerRow(number, chance.randint(0, 60))
        scores = [(one.id, chance.randint(-200, 1400)) for one in problem.helpers if chance.random() < 0.4]
        before, found = found, with_arrival(found, seeker, scores)
        standing = with_seeker(standing, seeker, scores)
        plan = solve(standing.problem)
        assert (found.placed, found.net) == (plan.placed, plan.total - plan.load_cost)
        yield found.placed - before.placed


def test_arrivals_leave_what_was_given_as_it_is() -> None:
    found = forecast(village())
    one, same = (with_arrival(found, SeekerRow("bob"), [("ben", 99)]) for _ in range(2))
    assert (found.placed, found.net) == (2, 130)
    assert (one.placed, one.net) == (same.placed, same.net) == (2, 149)


def test_locked_pairs_stay() -> None:
    found = forecast(village(locked=[("ada", "ben")]))
    assert (found.placed, found.net) == (2, 90)
    after = with_arrival(found, SeekerRow("bob"), [("ben", 99), ("cleo", 31)])
    assert (after.placed, after.net) == (2, 91)


def test_load_of_locked_pairs_decides_between_helpers() -> None:
    problem = problem_of(
        [ADA, DEV],
        [HelperRow("ben", 2), CLEO],
        [("ada", "ben", 60), ("dev", "ben", 33), ("dev", "cleo", 30)],
        aim=Aim(spread=5),
        locked=[("ada", "ben")],
    )
    assert forecast(problem).net == 60 - 5 + 30 - 5


def test_what_it_cannot_tell_is_refused() -> None:
    with pytest.raises(ProblemError, match="placed, total"):
        forecast(village(aim=Aim(order=ORDERS[1])))
    with pytest.raises(ProblemError, match="There is no helper 'joe'"):
        with_arrival(forecast(village()), SeekerRow("bob"), [("joe", 1)])
    with pytest.raises(ProblemError, match="too large to add up exactly"):
        with_arrival(forecast(village()), SeekerRow("bob"), [("ben", 2**57)])
