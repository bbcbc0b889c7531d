"""The check of groups refuses whatever is changed in them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

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

from .worlds import person

PEOPLE = (
    person("Ada", slots="mon-morning tue-evening"),
    person("Ben", slots="mon-morning tue-evening"),
    person("Cleo"),
    person("Dev"),
    person("Eve", topics="debt"),
)


def problem() -> GroupProblem:
    return group_problem_of(PEOPLE, smallest=2, largest=3, apart=[("Ada", "Cleo")])


def plan(**changes: Any) -> GroupPlan:
    made = GroupPlan(
        status=Status.OPTIMAL,
        groups=(group("Ada", "Ben", slot="tue-evening"), group("Cleo", "Dev")),
        placed=4,
        unplaced=(("Eve", WhyNoGroup.TOO_FEW_SHARE),),
        bound=4,
        proof=Proof.COUNTED,
        floor=2,
        solver="by hand",
        seed=0,
    )
    return replace(made, **changes)


def group(*members: str, topic: str = "grief", slot: str = "mon-morning") -> Group:
    return Group(topic, slot, members)


def with_groups(*groups: Group, **changes: Any) -> GroupPlan:
    return plan(groups=groups, **changes)


AB, CD = group("Ada", "Ben"), group("Cleo", "Dev")


def test_a_plan_that_holds_is_not_refused() -> None:
    assert verify_groups(problem(), plan()) == []
    assert outcome(solve_groups(problem())) == outcome(plan())


def outcome(made: GroupPlan) -> tuple[object, ...]:
    return made.status, made.placed, made.unplaced, made.bound, made.proof, made.floor


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (lambda: with_groups(group("Ada", "Zoe"), CD), ["There is no person Zoe in the problem."]),
        (
            lambda: with_groups(group("Ada", "Ben", topic="debt"), CD),
            [
                "The group about debt at mon-morning: Ada does not share the topic.",
                "The group about debt at mon-morning: Ben does not share the topic.",
            ],
        ),
        (
            lambda: with_groups(AB, group("Cleo", "Dev", slot="tue-evening")),
            [
                "The group about grief at tue-evening: Cleo is not free then.",
                "The group about grief at tue-evening: Dev is not free then.",
            ],
        ),
        (
            lambda: with_groups(group("Ada", "Ben", "Cleo", "Dev"), floor=4),
            [
                "The group about grief at mon-morning has 4 members; 2 to 3 are allowed.",
                "Ada and Cleo must not share a group.",
            ],
        ),
        (
            lambda: with_groups(group("Ada"), group("Ben", "Cleo", "Dev"), floor=1),
            ["The group about grief at mon-morning has 1 members; 2 to 3 are allowed."],
        ),
        (lambda: with_groups(group("Ada", "Cleo"), group("Ben", "Dev")), ["Ada and Cleo must not share a group."]),
        (
            lambda: with_groups(AB, group("Ben", "Cleo", "Dev"), placed=5, bound=5),
            [
                "Ben is in a group 2 times.",
                "The bound is 5; it lies between the 5 placed and the 4 who could be.",
                "The proof is said to be counted; it is solver.",
            ],
        ),
        (
            lambda: plan(unplaced=()),
            ["The people without a group, or the reasons given, are not those of these groups."],
        ),
        (
            lambda: plan(unplaced=(("Eve", WhyNoGroup.NOTHING_GIVEN),)),
            ["The people without a group, or the reasons given, are not those of these groups."],
        ),
        (
            lambda: plan(placed=3),
            [
                "3 are said to be placed; 4 are.",
                "The proof is said to be counted; it is none.",
                "The status cannot be optimal.",
            ],
        ),
        (lambda: plan(floor=3), ["The smallest group is said to have 3 members; it has 2."]),
        (lambda: plan(bound=5), ["The bound is 5; it lies between the 4 placed and the 4 who could be."]),
        (lambda: plan(proof=Proof.SOLVER), ["The proof is said to be solver; it is counted."]),
        (lambda: plan(status=Status.EMPTY), ["The status cannot be empty."]),
    ],
)
def test_a_changed_plan_is_refused(changed: Callable[[], GroupPlan], told: list[str]) -> None:
    assert verify_groups(problem(), changed()) == told


def test_fewer_placed_than_can_be_is_not_called_the_best() -> None:
    fewer = with_groups(CD, placed=2, unplaced=(*unplaced("Ada", "Ben"), ("Eve", WhyNoGroup.TOO_FEW_SHARE)))
    assert verify_groups(problem(), fewer) == [
        "The proof is said to be counted; it is none.",
        "The status cannot be optimal.",
    ]
    assert verify_groups(problem(), replace(fewer, proof=Proof.NONE, status=Status.FEASIBLE)) == []


def unplaced(*names: str) -> tuple[tuple[str, WhyNoGroup], ...]:
    return tuple((name, WhyNoGroup.NO_GROUP_LEFT) for name in names)
