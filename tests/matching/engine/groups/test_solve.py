"""Groups are the best there are, whatever the order of rows, and say honestly what is proven."""

from collections import defaultdict
from itertools import product

import pytest
from ortools.sat.python import cp_model

from matching.engine.groups import (
    Group,
    GroupPlan,
    GroupProblem,
    Proof,
    WhyNoGroup,
    group_problem_of,
    solve_groups,
    verify_groups,
)
from matching.engine.plan import Status

from .worlds import best_by_trying, kept_apart, larger_world, person, reshuffled, small_world

NAMES = ("Ada", "Ben", "Cleo", "Dev")


def outcome(plan: GroupPlan) -> tuple[int, int | None]:
    return plan.placed, plan.floor


def check_it_is_the_best(problem: GroupProblem) -> None:
    plan = solve_groups(problem)
    assert outcome(plan) == best_by_trying(problem)
    assert plan.bound == plan.placed
    assert plan.status is (Status.OPTIMAL if plan.placed else Status.EMPTY)
    assert plan.proven
    assert verify_groups(problem, plan) == []


@pytest.mark.parametrize("block", range(4))
def test_small_problems_are_solved_as_well_as_by_trying_everything(block: int) -> None:
    for seed in range(40 * block, 40 * block + 40):
        check_it_is_the_best(small_world(seed))


@pytest.mark.parametrize("block", range(4))
def test_small_problems_with_people_kept_apart_are_too(block: int) -> None:
    for seed in range(40 * block, 40 * block + 40):
        check_it_is_the_best(kept_apart(small_world(seed, people=8), seed, pairs=1 + seed % 9))


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_rows_changes_nothing(seed: int) -> None:
    problem = larger_world(seed, people=60)
    plan = solve_groups(problem)
    assert plan.groups
    assert solve_groups(reshuffled(problem, seed)) == plan


def test_an_areas_people_are_placed_and_the_plan_holds() -> None:
    problem = larger_world(1, people=150)
    plan = solve_groups(problem)
    assert (plan.placed, plan.bound, plan.proof) == (150, 150, Proof.COUNTED)
    # Sixes would fill, but one of these people can only ever be with four others.
    assert (plan.status, plan.floor) == (Status.OPTIMAL, 5)
    assert verify_groups(problem, plan) == []


@pytest.mark.parametrize("seed", range(6))
def test_larger_problems_are_solved_as_well_as_by_another_solver(seed: int) -> None:
    problem = larger_world(seed, people=36)
    plan = solve_groups(problem)
    assert plan.floor is not None
    assert most_by_cp_sat(problem, smallest=problem.smallest) == plan.placed
    # With the smallest group one larger than it is, fewer people have one.
    assert most_by_cp_sat(problem, smallest=plan.floor + 1) < plan.placed


def most_by_cp_sat(problem: GroupProblem, *, smallest: int) -> int:
    """The most people in groups of such sizes: each possible group written down with its own people."""
    model, mine = cp_model.CpModel(), defaultdict(list)
    places = sorted({place for each in problem.people for place in product(each.topics, each.slots)})
    for topic, slot in places:
        here = [each.id for each in problem.people if topic in each.topics and slot in each.slots]
        for _ in range(len(here) // smallest):
            meets = model.new_bool_var("")
            joins = {each: model.new_bool_var("") for each in here}
            model.add(sum(joins.values()) >= smallest * meets)
            model.add(sum(joins.values()) <= problem.largest * meets)
            for one, other in problem.apart:
                if one in joins and other in joins:
                    model.add_at_most_one(joins[one], joins[other])
            for each, unknown in joins.items():
                mine[each].append(unknown)
    for unknowns in mine.values():
        model.add_at_most_one(unknowns)
    model.maximize(sum(unknown for unknowns in mine.values() for unknown in unknowns))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    assert solver.solve(model) == cp_model.OPTIMAL
    return round(solver.objective_value)


def test_everybody_shares_the_topic_and_can_at_the_slot() -> None:
    people = [
        person("Ada", "grief debt", "mon-morning tue-evening"),
        person("Ben", "grief", "tue-evening"),
        person("Cleo", "debt grief", "tue-evening"),
        person("Dev", "debt", "mon-morning"),
    ]
    plan = solve_groups(group_problem_of(people, smallest=3, largest=4))
    assert plan.groups == (Group("grief", "tue-evening", ("Ada", "Ben", "Cleo")),)
    assert plan.unplaced == (("Dev", WhyNoGroup.TOO_FEW_SHARE),)
    assert (plan.status, plan.proof, plan.floor) == (Status.OPTIMAL, Proof.COUNTED, 3)


def test_people_kept_apart_meet_in_two_groups() -> None:
    people = [person(name) for name in NAMES]
    plan = solve_groups(group_problem_of(people, smallest=2, largest=4, apart=[("Ada", "Ben")]))
    assert [len(group.members) for group in plan.groups] == [2, 2]
    assert [{"Ada", "Ben"} <= set(group.members) for group in plan.groups] == [False, False]


def test_people_who_cannot_be_told_apart_by_counting_alone_are_left_by_the_solvers_bound() -> None:
    people = [person(name) for name in NAMES]
    plan = solve_groups(group_problem_of(people, smallest=3, largest=3, apart=[("Ada", "Ben"), ("Cleo", "Dev")]))
    assert (plan.status, plan.groups, plan.bound, plan.proof) == (Status.EMPTY, (), 0, Proof.SOLVER)
    assert plan.unplaced == tuple((name, WhyNoGroup.NO_GROUP_LEFT) for name in NAMES)


def test_no_group_only_just_exists_when_it_need_not() -> None:
    plan = solve_groups(group_problem_of([person(number) for number in range(8)], smallest=2, largest=6))
    assert [len(group.members) for group in plan.groups] == [4, 4]


def test_why_somebody_has_no_group() -> None:
    people = [
        person("Ada"),
        person("Ben"),
        person("Cleo"),
        person("Dev", topics=""),
        person("Eve", slots="sun-evening"),
    ]
    plan = solve_groups(group_problem_of(people, smallest=2, largest=2, seed=1))
    assert [(len(group.members), plan.placed, plan.bound, plan.proof) for group in plan.groups] == [
        (2, 2, 2, Proof.SOLVER)
    ]
    assert [why for _, why in plan.unplaced] == [
        WhyNoGroup.NO_GROUP_LEFT,
        WhyNoGroup.NOTHING_GIVEN,
        WhyNoGroup.TOO_FEW_SHARE,
    ]


def test_the_seed_decides_between_groups_that_are_equally_good() -> None:
    people = [person(number) for number in range(5)]
    plans = [solve_groups(group_problem_of(people, smallest=2, largest=2, seed=seed)) for seed in range(12)]
    assert {outcome(plan) for plan in plans} == {(4, 2)}
    # Nobody is always the one who is left out.
    assert len({plan.unplaced for plan in plans}) > 2


@pytest.mark.parametrize("people", [[], [person("Ada")], [person("Ada"), person("Ben", topics="debt")]])
def test_nobody_to_meet(people: list[object]) -> None:
    problem = group_problem_of(people, smallest=2, largest=3)  # type: ignore[arg-type]
    plan = solve_groups(problem)
    assert (plan.status, plan.groups, plan.bound, plan.proof) == (Status.EMPTY, (), 0, Proof.COUNTED)
    assert verify_groups(problem, plan) == []


def test_without_time_nothing_is_said_to_be_proven_that_is_not() -> None:
    problem = larger_world(2, people=60)
    best, hasty = solve_groups(problem), solve_groups(problem, seconds=0)
    assert verify_groups(problem, hasty) == []
    assert hasty.placed <= best.placed <= hasty.bound
    assert (hasty.status, hasty.proof) == (Status.FEASIBLE, Proof.NONE)
