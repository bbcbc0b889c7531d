"""Between rounds: the best and fair place at once, nobody moved, and nobody waits for ever."""

from dataclasses import replace
from itertools import product
from random import Random

import pytest

from matching.engine import Aim, HelperRow, Objective, Problem, SeekerRow, problem_of, solve
from matching.engine.problem import ORDERS, places_of
from matching.engine.questions.arrivals import (
    fill,
    helper_comes,
    helper_goes,
    next_round,
    seeker_comes,
    seeker_goes,
)
from matching.engine.questions.difference import Change, between
from matching.engine.questions.standing import Standing, standing_of, with_pairs

from ..test_assigning import small_problem, value
from .village import village


def some_standing(seed: int) -> Standing:
    """A small problem of which about half of the best pairs have been made."""
    problem, chance = small_problem(seed), Random(seed)
    return standing_of(problem, [pair for pair in solve(problem).pairs if chance.random() < 0.5])


def test_filling_is_the_best_plan_with_all_standing_pairs_locked() -> None:
    filled = 0
    for seed in range(300):
        standing = some_standing(seed)
        locked = replace(standing.problem, locked=standing.edges)
        found = places_of(locked, (*standing.pairs, *fill(standing))).tolist()
        assert value(locked, found) == value(locked, places_of(locked, solve(locked).pairs).tolist())
        filled += len(found) > len(standing.edges)
    assert filled > 50


def test_nobody_who_has_somebody_is_touched() -> None:
    for seed in range(60):
        standing = some_standing(seed)
        seekers, helpers = standing.problem.seekers, standing.problem.helpers
        came = [
            seeker_comes(standing, SeekerRow("new"), [(helper.id, 1) for helper in helpers]),
            helper_comes(standing, HelperRow("new", 2), [(seeker.id, 1) for seeker in seekers]),
        ]
        went = [seeker_goes(standing, each.id) for each in seekers] + [
            helper_goes(standing, each.id) for each in helpers
        ]
        for outcome in (*came, *went):
            now = with_pairs(outcome.standing, outcome.pairs)
            assert set(standing.pairs) - set(now.pairs) == set(standing.pairs) - set(outcome.standing.pairs)
            assert all(outcome.standing.waiting[now.problem.seeker_row[seeker]] for seeker, _ in outcome.pairs)
        assert all(outcome.standing.pairs == standing.pairs for outcome in came)


def test_a_newcomer_gets_the_place_that_fits_them_best() -> None:
    standing = standing_of(village(), [("ada", "cleo")])
    outcome = seeker_comes(standing, SeekerRow("bob"), [("ben", 90)])
    assert (outcome.helper_of("bob"), outcome.pairs) == ("ben", (("bob", "ben"),))
    assert outcome.standing.pairs == (("ada", "cleo"),)


def test_somebody_who_waits_and_fits_better_comes_first() -> None:
    standing = standing_of(village(), [("ada", "cleo")])
    outcome = seeker_comes(standing, SeekerRow("bob"), [("ben", 70)])
    assert (outcome.helper_of("bob"), outcome.pairs) == (None, (("eve", "ben"),))


def test_waiting_counts_against_a_better_fit() -> None:
    eve = SeekerRow("eve", waited_days=14)
    problem = problem_of([eve], [HelperRow("ben", 1)], [("eve", "ben", 80)], aim=Aim(waiting=10))
    standing = standing_of(problem, [])
    assert seeker_comes(standing, SeekerRow("bob"), [("ben", 99)]).pairs == (("eve", "ben"),)
    assert seeker_comes(standing, SeekerRow("bob"), [("ben", 101)]).pairs == (("bob", "ben"),)


def test_a_newcomer_takes_the_place_that_nobody_else_can() -> None:
    standing = standing_of(village(), [("ada", "cleo")])
    with_joe = helper_comes(standing, HelperRow("joe", 1), []).standing
    assert seeker_comes(with_joe, SeekerRow("bob"), [("ben", 90), ("joe", 1)]).pairs == (("bob", "joe"), ("eve", "ben"))


def test_load_is_spread_between_equals() -> None:
    problem = problem_of([], [HelperRow("ben", 2, load=3), HelperRow("cleo", 2)], [], aim=Aim(spread=1))
    outcome = seeker_comes(standing_of(problem, []), SeekerRow("ada"), [("ben", 50), ("cleo", 50)])
    assert outcome.helper_of("ada") == "cleo"


def test_a_helper_who_comes_takes_those_who_fit_best() -> None:
    standing = standing_of(village(), [])
    full = with_pairs(standing, fill(standing))
    outcome = helper_comes(full, HelperRow("joe", 1), [("dev", 10), ("eve", 99)])
    assert (outcome.pairs, outcome.freed) == ((("dev", "joe"),), ())


def test_the_place_of_a_seeker_who_goes_is_given_on() -> None:
    standing = standing_of(village(), [("ada", "cleo"), ("eve", "ben")])
    outcome = seeker_goes(standing, "ada")
    assert (outcome.freed, outcome.pairs) == (("cleo",), (("dev", "cleo"),))
    assert seeker_goes(standing, "dev").freed == ()


def test_the_people_of_a_helper_who_goes_wait_again() -> None:
    standing = standing_of(village(cleo=HelperRow("cleo", 2)), [("ada", "ben"), ("dev", "cleo")])
    outcome = helper_goes(standing, "ben")
    assert (outcome.freed, outcome.pairs) == (("ada",), (("ada", "cleo"),))


def test_what_the_next_round_would_gain() -> None:
    standing = standing_of(village(), [("ada", "ben"), ("dev", "cleo")])
    found = next_round(standing)
    assert (found.before.net, found.after.net) == (90, 130)
    assert found.changes == (Change("ada", "ben", "cleo"), Change("dev", "cleo", None), Change("eve", None, "ben"))


def test_the_next_round_never_loses_and_leaves_locked_pairs() -> None:
    for seed in range(100):
        standing = some_standing(seed)
        standing = with_pairs(standing, fill(standing))
        problem = standing.problem
        found = next_round(standing)
        assert found == between((problem, standing.pairs), (problem, solve(problem).pairs))
        assert value(problem, places_of(problem, solve(problem).pairs).tolist()) >= value(
            problem, standing.edges.tolist()
        )
        locked = {problem.seekers[row].id for row in problem.rows[problem.locked].tolist()}
        assert locked.isdisjoint(change.seeker for change in found.changes)


# Each week so many points for waiting; scores lie from nought to this; so many people come, and so many places.
WAITING, HIGHEST, COMING, PLACES = 10, 60, 4, 2


def waiting_round(chance: Random, week: int, waiting: dict[int, int], order: tuple[Objective, ...]) -> Problem:
    """One week: newcomers fit anybody better than those who came early, and two places have become free."""
    helpers = [HelperRow(number, 0) for number in range(3)]
    for _ in range(PLACES):
        freed = chance.randrange(3)
        helpers[freed] = helpers[freed]._replace(capacity=helpers[freed].capacity + 1)
    seekers = [SeekerRow(one, 7 * (week - came) + one % 7) for one, came in waiting.items()]
    pairs = [
        (one, helper.id, fits(one, int(helper.id)))
        for one, helper in product(waiting, helpers)
        if fits(one, int(helper.id)) >= 0
    ]
    return problem_of(seekers, helpers, pairs, aim=Aim(order=order, waiting=WAITING, spread=week % 3))


def fits(seeker: int, helper: int) -> int:
    """From nought to the highest score, and less than nought for one pair in four, who do not fit at all.

    Person 0, who comes first, could be with anybody and fits nobody well.
    """
    if seeker == 0:
        return 0
    chance = Random(31 * seeker + helper)
    return -1 if chance.random() < 0.25 else chance.randint(0, HIGHEST)


@pytest.mark.parametrize(("order", "seed"), [(order, seed) for order in ORDERS[:2] for seed in range(3)])
def test_nobody_waits_for_ever(order: tuple[Objective, ...], seed: int) -> None:
    """A place that fits somebody who waits goes to nobody who came longer after them than this many days.

    In any best plan a placed person could give their place to anybody who waits and fits: as many would be placed,
    the load would be the same, and the floor would not fall if the other were worth more. So nobody who waits is
    worth more for a place than who has it, which bounds how much later that one came.
    """
    bound = 7 * (HIGHEST + 1) / WAITING
    chance, waiting, placed, next_one = Random(seed), {0: 0}, {}, 1
    for week in range(40):
        for _ in range(COMING):
            waiting[next_one] = week
            next_one += 1
        problem = waiting_round(chance, week, waiting, order)
        plan = solve(problem)
        days = {seeker.id: seeker.waited_days for seeker in problem.seekers}
        for (one, helper), (still, _) in product(plan.pairs, plan.unplaced):
            if problem.edge_of(still, helper) is not None:
                assert days[still] - days[one] < bound
        for one, _ in plan.pairs:
            placed[one] = week
            del waiting[int(one)]
    # Whoever came before the bound has passed may come before the first person, and nobody else does.
    ahead = COMING * (int(bound / 7) + 1)
    assert placed[0] <= ahead / PLACES


def test_without_points_for_waiting_the_first_would_wait_for_ever() -> None:
    waiting = problem_of(
        [SeekerRow("ada", 700), SeekerRow("new", 0)], [HelperRow("ben", 1)], [("ada", "ben", 0), ("new", "ben", 1)]
    )
    assert solve(waiting).pairs == (("new", "ben"),)
