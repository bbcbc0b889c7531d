"""Why not somebody else: true for every pair of small problems by brute force, and never less than its quick bound."""

import numpy as np
import pytest

from matching.engine import (
    Aim,
    Cohort,
    HelperRow,
    Objective,
    Obstacle,
    Plan,
    Problem,
    ProblemError,
    match,
    problem_of,
    solve,
)
from matching.engine.problem import ORDERS
from matching.engine.questions.difference import Change
from matching.engine.questions.why_not import Because, WhyNot, best_with, nearest, why_not, why_not_in

from ..test_assigning import every_choice, small_problem, value
from ..worlds import TODAY, ada, ben, cleo, words
from .village import ADA, BEN, CLEO, EVE, Given, village

IN_ORDER = (Because.FEWER_PLACED, Because.LOWER_FLOOR, Because.LOWER_TOTAL)


def expected(problem: Problem, plan: Plan, best: tuple[int, int, int]) -> Because:
    had = value(problem, [place for pair in plan.pairs if (place := problem.edge_of(*pair)) is not None])
    assert best <= had
    return next(
        (because for because, one, other in zip(IN_ORDER, had, best, strict=True) if one != other),
        Because.JUST_AS_GOOD,
    )


def reached(problem: Problem, answer: WhyNot) -> tuple[int, int, int]:
    assert answer.difference is not None
    after = answer.difference.after
    return after.placed, (after.floor or 0) if Objective.FLOOR in problem.aim.order else 0, after.net


def test_the_answer_is_true_for_every_pair() -> None:
    told: set[Because] = set()
    for seed in range(160):
        problem = small_problem(seed)
        plan, plans = solve(problem), list(every_choice(problem))
        for edge in range(len(problem.rows)):
            pair = problem.seekers[problem.rows[edge]].id, problem.helpers[problem.columns[edge]].id
            answer = why_not(problem, plan, *pair)
            told.add(answer.because)
            values = [value(problem, edges) for edges in plans if edge in edges]
            if answer.difference is None:
                assert (answer.because is Because.THEY_ARE_PAIRED) == (pair in plan.pairs)
                assert answer.because is Because.THEY_ARE_PAIRED or not values
            else:
                assert reached(problem, answer) == max(values)
                assert answer.because is expected(problem, plan, max(values))
    assert told == set(Because) - {Because.NO_SUCH_PAIR, Because.SOMEBODY_FITS_BETTER}


def test_the_loss_is_never_less_than_the_quick_bound() -> None:
    tight = looser = 0
    for seed in range(160):
        problem = small_problem(seed)
        plan = solve(problem)
        for seeker in problem.seekers:
            for other in nearest(problem, plan, seeker.id, count=99):
                answer = why_not(problem, plan, seeker.id, other.helper)
                assert answer.difference is not None
                before, after = answer.difference.before, answer.difference.after
                raised = Objective.FLOOR in plan.order
                floors = ((before.floor or 0) - (after.floor or 0)) if raised else 0
                loss = before.placed - after.placed, floors, before.net - after.net
                assert loss >= (0, 0, other.loss)
                tight += loss == (0, 0, other.loss)
                looser += loss > (0, 0, other.loss)
    assert tight > 0
    assert looser > 0


def test_the_nearest_are_all_helpers_who_can_be_had_at_the_floor() -> None:
    for seed in range(160):
        problem = small_problem(seed)
        plan = solve(problem)
        floor = plan.floor if Objective.FLOOR in plan.order else None
        for seeker in problem.seekers:
            could = set()
            for edges in every_choice(problem):
                for edge in np.setdiff1d(edges, problem.locked).tolist():
                    if problem.seekers[problem.rows[edge]] == seeker and (
                        floor is None or problem.worth[edge] >= floor
                    ):
                        could.add(problem.helpers[problem.columns[edge]].id)
            found = nearest(problem, plan, seeker.id, count=99)
            assert {other.helper for other in found} == could - {dict(plan.pairs).get(seeker.id)}
            assert [other.loss for other in found] == sorted(other.loss for other in found)
            assert nearest(problem, plan, seeker.id, count=1) == found[:1]


def test_whose_place_would_be_lost() -> None:
    problem = village()
    answer = why_not(problem, solve(problem), "ada", "ben")
    assert answer.because is Because.LOWER_TOTAL
    assert answer.difference is not None
    assert answer.difference.changes == (
        Change("ada", "cleo", "ben"),
        Change("dev", None, "cleo"),
        Change("eve", "ben", None),
    )
    assert answer.difference.lost == ("eve",)
    assert answer.difference.before.net - answer.difference.after.net == 40


def test_who_would_be_worse_off_below_the_raised_floor() -> None:
    problem = village(aim=Aim(order=ORDERS[1]))
    plan = solve(problem)
    assert plan.floor == 50
    answer = why_not(problem, plan, "dev", "cleo")
    assert (answer.because, answer.worse_off) == (Because.LOWER_FLOOR, ("dev",))
    # Ada could do without Cleo only if Dev took the place and were the worst-off.
    assert why_not(problem, plan, "ada", "ben").worse_off == ("dev",)


def test_who_stays_as_the_worst_off_were_is_not_worse_off() -> None:
    pairs: list[Given] = [("ada", "cleo", 50), ("eve", "ben", 80), ("eve", "joe", 20)]
    problem = problem_of([ADA, EVE], [BEN, CLEO, HelperRow("joe", 1)], pairs, aim=Aim(order=ORDERS[1]))
    answer = why_not(problem, solve(problem), "eve", "joe")
    assert (answer.because, answer.worse_off) == (Because.LOWER_FLOOR, ("eve",))


def test_a_pair_below_the_floor_leaves_nobody_better_off_than_need_be() -> None:
    problem = village(more=(("eve", "cleo", 20),), cleo=HelperRow("cleo", 2), aim=Aim(order=ORDERS[1]))
    plan = best_with(problem, "eve", "cleo")
    # With Eve at 20, Dev at 30 costs nobody anything.
    assert (plan.placed, plan.total) == (3, 60 + 30 + 20)


@pytest.mark.parametrize(
    ("problem", "seeker", "helper", "because"),
    [
        (village(), "eve", "ben", Because.THEY_ARE_PAIRED),
        (village(), "eve", "cleo", Because.NO_SUCH_PAIR),
        (village(locked=[("ada", "ben")]), "ada", "cleo", Because.LOCKED_WITH_ANOTHER),
        (village(locked=[("ada", "ben")]), "eve", "ben", Because.HELPER_HAS_NO_PLACE),
        (village(cleo=HelperRow("cleo", 0)), "dev", "cleo", Because.HELPER_HAS_NO_PLACE),
        (village(aim=Aim(at_least=40)), "dev", "cleo", Because.BELOW_SET_FLOOR),
        (village(aim=Aim(order=ORDERS[2])), "ada", "ben", Because.SOMEBODY_FITS_BETTER),
    ],
)
def test_what_rules_a_pair_out(problem: Problem, seeker: str, helper: str, because: Because) -> None:
    assert why_not(problem, solve(problem), seeker, helper) == WhyNot(seeker, helper, because)


@pytest.mark.parametrize(
    ("seeker", "helper", "message"),
    [("bob", "ben", "There is no seeker 'bob'."), ("ada", "bob", "There is no helper 'bob'.")],
)
def test_people_nobody_knows_are_refused(seeker: str, helper: str, message: str) -> None:
    with pytest.raises(ProblemError) as refused:
        why_not(village(), solve(village()), seeker, helper)
    assert str(refused.value) == message
    with pytest.raises(ProblemError):
        best_with(village(), "eve", "cleo")


def test_in_words_the_rules_are_told() -> None:
    cohort = Cohort((ada(wants="adviser", languages=words("cy")),), (ben(languages=words("cy")), cleo()), on=TODAY)
    matching = match(cohort)
    assert why_not_in(matching, 1, 2) == WhyNot(1, 2, Because.THEY_ARE_PAIRED)
    assert why_not_in(matching, 1, 3) == WhyNot(
        1, 3, Because.NO_SUCH_PAIR, obstacles=(Obstacle.KIND, Obstacle.LANGUAGE)
    )
