"""Plans are the best there are, in the order of the aim: against brute force, and against independent solvers."""

from collections.abc import Iterator
from itertools import product
from random import Random
from typing import Any

import networkx as nx
import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment

from matching.engine import Aim, HelperRow, Objective, Plan, Problem, ProblemError, SeekerRow, problem_of
from matching.engine.assigning import solve_assignment
from matching.engine.problem import ORDERS
from matching.engine.ties import mix, ties

from .worlds import random_problem

TOTAL, FLOOR, _ = ORDERS
Outcome = tuple[int, int]


def outcome(plan: Plan) -> Outcome:
    return plan.placed, plan.total


def small_problem(seed: int) -> Problem:
    """A few people with everything a problem can have: waiting, load, wishes, locked pairs, a set floor."""
    chance = Random(seed)
    seekers = [SeekerRow(number, chance.randint(0, 30)) for number in range(chance.randint(0, 6))]
    helpers = [
        HelperRow(number, chance.randint(0, 3), chance.randint(0, 2), chance.randint(0, 3))
        for number in range(chance.randint(0, 4))
    ]
    highest = chance.choice((3, 1000))
    pairs = [
        (seeker.id, helper.id, chance.randint(-3, highest))
        for seeker, helper in product(seekers, helpers)
        if chance.random() < 0.6
    ]
    aim = Aim(
        order=chance.choice((TOTAL, FLOOR)),
        spread=chance.choice((0, 0, 1, 7)),
        waiting=chance.choice((0, 5)),
        at_least=chance.choice((None, None, 0, 2)),
        seed=seed,
    )
    return problem_of(seekers, helpers, pairs, aim=aim, locked=some_locked(chance, helpers, pairs))


def some_locked(
    chance: Random, helpers: list[HelperRow], pairs: list[tuple[int | str, int | str, int]]
) -> Iterator[tuple[int | str, int | str]]:
    left = {helper.id: helper.capacity for helper in helpers}
    locked = set()
    for seeker, helper, _ in pairs:
        if seeker not in locked and left[helper] and chance.random() < 0.1:
            left[helper] -= 1
            locked.add(seeker)
            yield seeker, helper


def every_choice(problem: Problem) -> Iterator[list[int]]:
    """The places of the pairs of every plan that the problem allows, by trying them all."""
    locked = set(problem.locked.tolist())
    least = problem.aim.at_least
    choices: list[list[int | None]] = [[None] for _ in problem.seekers]
    for edge, row in enumerate(problem.rows.tolist()):
        if least is None or problem.worth[edge] >= least or edge in locked:
            choices[row].append(edge)
    for choice in product(*choices):
        edges = [edge for edge in choice if edge is not None]
        taken = np.bincount(problem.columns[edges], minlength=len(problem.helpers))
        if locked <= set(edges) and (taken <= problem.capacity).all():
            yield edges


def value(problem: Problem, edges: list[int]) -> tuple[int, int, int]:
    """How good a plan is in the order of the aim: placed, floor (nought where it is no aim), total less load."""
    free = [int(problem.worth[edge]) for edge in edges if edge not in problem.locked]
    floor = min(free, default=0) if Objective.FLOOR in problem.aim.order else 0
    cost = 0
    for column, helper in enumerate(problem.helpers):
        number = sum(problem.columns[edge] == column for edge in edges)
        cost += sum(max(0, helper.load - helper.minimum + k) for k in range(1, number + 1))
    return len(edges), floor, sum(int(problem.worth[edge]) for edge in edges) - problem.aim.spread * cost


def edges_of(problem: Problem, plan: Plan) -> list[int]:
    found = [problem.edge_of(*pair) for pair in plan.pairs]
    return [edge for edge in found if edge is not None]


def test_no_plan_is_better_in_the_order_of_the_aim() -> None:
    for seed in range(600):
        problem = small_problem(seed)
        plan = solve_assignment(problem)
        edges = edges_of(problem, plan)
        assert set(problem.locked.tolist()) <= set(edges)
        assert value(problem, edges) == max(value(problem, each) for each in every_choice(problem)), seed
        assert plan.total - plan.load_cost == value(problem, edges)[2]


def test_among_plans_as_good_the_smallest_sum_of_ties_wins() -> None:
    decided = 0
    for seed in range(150):
        problem = random_problem(seed, asking=4, offering=3, highest=1)
        small = ties(problem)
        by_value: dict[tuple[int, int, int], list[int]] = {}
        for edges in every_choice(problem):
            by_value.setdefault(value(problem, edges), []).append(int(small[edges].sum()))
        best = by_value[max(by_value)]
        assert int(small[edges_of(problem, solve_assignment(problem))].sum()) == min(best)
        decided += len(best) > 1
    assert decided >= 30


def by_scipy(problem: Problem) -> Outcome:
    """The Hungarian way: a column for each place, and being placed is worth more than all scores."""
    slots = np.repeat(np.arange(len(problem.helpers)), problem.capacity)
    worth = 1 + int(problem.scores.sum())
    table = np.zeros((len(problem.seekers), len(problem.helpers)))
    table[problem.rows, problem.columns] = worth + problem.scores
    table = table[:, slots]
    best = table[linear_sum_assignment(table, maximize=True)]
    return int((best > 0).sum()), int(best.sum() - worth * (best > 0).sum())


def by_networkx(problem: Problem) -> Outcome:
    net: nx.DiGraph[Any] = nx.DiGraph()
    net.add_nodes_from(["from", "to"])
    for row in range(len(problem.seekers)):
        net.add_edge("from", ("seeker", row), capacity=1, weight=0)
    for column, places in enumerate(problem.capacity.tolist()):
        net.add_edge(("helper", column), "to", capacity=places, weight=0)
    pairs = zip(problem.rows.tolist(), problem.columns.tolist(), problem.scores.tolist(), strict=True)
    for row, column, points in pairs:
        net.add_edge(("seeker", row), ("helper", column), capacity=1, weight=-points)
    flow = nx.max_flow_min_cost(net, "from", "to")
    return int(sum(flow["from"].values())), -int(nx.cost_of_flow(net, flow))


def test_two_thousand_random_problems_are_solved_as_well_as_by_scipy() -> None:
    for seed in range(2000):
        problem = random_problem(seed, asking=4 + seed % 30, offering=2 + seed % 9, highest=(3, 1000)[seed % 2])
        assert outcome(solve_assignment(problem)) == by_scipy(problem), seed


def test_the_floor_is_the_highest_at_which_scipy_places_as_many() -> None:
    for seed in range(300):
        aim = Aim(order=FLOOR, seed=seed)
        problem = random_problem(seed, asking=4 + seed % 30, offering=2 + seed % 9, highest=(9, 100)[seed % 2], aim=aim)
        plan = solve_assignment(problem)
        levels = sorted(set(problem.scores.tolist()))
        reached = [level for level in levels if by_scipy(at_least(problem, level))[0] == plan.placed]
        assert plan.floor == (max(reached) if plan.placed else None), seed
        if plan.floor is not None:
            assert outcome(plan) == by_scipy(at_least(problem, plan.floor))


def at_least(problem: Problem, level: int) -> Problem:
    kept = problem.scores >= level
    return Problem(
        problem.seekers, problem.helpers, problem.rows[kept], problem.columns[kept], problem.scores[kept], problem.aim
    )


@pytest.mark.parametrize("seed", range(10))
def test_random_problems_are_solved_as_well_as_by_networkx(seed: int) -> None:
    problem = random_problem(seed, asking=60, offering=12)
    assert outcome(solve_assignment(problem)) == by_networkx(problem)


def test_ties_depend_on_the_seed_the_ids_and_the_days_waited_alone() -> None:
    def tie(seeker: int | str, helper: int | str, *, seed: int = 0, days: int = 0, other: int = 90) -> int:
        rows = [SeekerRow(seeker, days), SeekerRow(other)]
        pairs: list[tuple[int | str, int | str, int]] = [(seeker, helper, 5)]
        return int(ties(problem_of(rows, [HelperRow(helper, 1)], pairs, aim=Aim(seed=seed)))[0])

    assert tie(1, 2) == tie(1, 2, other=91) == tie("1", "2")
    assert len({tie(1, 2), tie(2, 1), tie(1, 3), tie(1, 2, seed=1)}) == 4
    assert [tie(1, 2) - tie(1, 2, days=days) for days in (1, 30, 1023, 9999)] == [
        2**10,
        30 * 2**10,
        1023 * 2**10,
        1023 * 2**10,
    ]


def test_ties_are_the_same_on_any_machine() -> None:
    rows = [SeekerRow(1), SeekerRow("Ada", 7)]
    pairs: list[tuple[int | str, int | str, int]] = [(1, 2, 5), (1, "Ben", 5), ("Ada", 2, 5)]
    problem = problem_of(rows, [HelperRow(2, 1), HelperRow("Ben", 1)], pairs, aim=Aim(seed=3))
    assert ties(problem).tolist() == [1048174, 1048360, 1040718]
    assert mix(np.array([0, 1], dtype=np.uint64)).tolist() == [16294208416658607535, 10451216379200822465]


def test_another_seed_gives_a_plan_as_good() -> None:
    plans = [
        solve_assignment(random_problem(3, asking=40, offering=10, highest=2, aim=Aim(seed=seed))) for seed in range(10)
    ]
    assert len({outcome(plan) for plan in plans}) == 1
    assert len({plan.pairs for plan in plans}) > 1


def test_many_people_leave_less_room_for_ties_and_none_for_error() -> None:
    problem = random_problem(1, asking=300, offering=30)
    wide = Problem(problem.seekers, problem.helpers, problem.rows, problem.columns, problem.scores * 2**26)
    plan = solve_assignment(wide)
    assert plan.certificate.prices is not None
    assert plan.certificate.prices.coarser > 0
    assert outcome(plan) == tuple(np.multiply(by_scipy(problem), (1, 2**26)))


def test_scores_too_large_to_add_up_exactly_are_refused() -> None:
    seekers, helpers = [SeekerRow(each) for each in range(2000)], [HelperRow(each, 1) for each in range(1000)]
    problem = problem_of(seekers, helpers, [(0, 0, 0), (1, 1, 10**12)])
    with pytest.raises(ProblemError) as refused:
        solve_assignment(problem)
    told = f"Scores that differ by {10**12} among 2000 people are too large to add up exactly."
    assert str(refused.value) == told


def test_more_places_than_anybody_needs_are_no_trouble() -> None:
    problem = problem_of(
        [SeekerRow(0), SeekerRow(1)], [HelperRow(0, 10**9), HelperRow(1, 10**9)], [(0, 0, 1), (1, 1, 2)]
    )
    assert solve_assignment(problem).pairs == ((0, 0), (1, 1))


def test_load_spreads_over_helpers_who_fit_almost_as_well() -> None:
    people = [SeekerRow(number) for number in range(4)]
    helpers = [HelperRow("busy", 4, load=1), HelperRow("new", 4), HelperRow("wishes for two", 4, minimum=2)]
    points = {"busy": 12, "new": 10, "wishes for two": 9}
    pairs: list[tuple[int | str, int | str, int]] = [
        (one.id, name, each) for one in people for name, each in points.items()
    ]
    taken = {
        spread: [sum(helper == name for _, helper in plan.pairs) for name in points]
        for spread in (0, 2)
        for plan in [solve_assignment(problem_of(people, helpers, pairs, aim=Aim(spread=spread)))]
    }
    assert taken == {0: [4, 0, 0], 2: [1, 1, 2]}
