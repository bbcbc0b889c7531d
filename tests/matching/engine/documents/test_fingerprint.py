"""The fingerprint of a problem is the same for any order of its rows, and another for anything else that counts."""

from dataclasses import replace
from random import Random
from typing import Any

import pytest

from matching.engine import Aim, HelperRow, Problem, Reason, SeekerRow, problem_of
from matching.engine.documents import fingerprint
from matching.engine.fit.reasons import Part
from matching.engine.groups import GroupPerson, group_problem_of
from matching.engine.problem import ORDERS
from tests.matching.engine.puzzles import puzzle

ROWS: dict[str, Any] = {
    "seekers": [SeekerRow(1, 7, {"age": "18_25"}), SeekerRow("Ada")],
    "helpers": [HelperRow(1, 2, 1, 1), HelperRow("Ben", 1)],
    "pairs": [(1, 1, 5), (1, "Ben", 6), ("Ada", 1, 7)],
}


def made(**changes: Any) -> Problem:
    rows = ROWS | changes
    return problem_of(rows.pop("seekers"), rows.pop("helpers"), rows.pop("pairs"), **rows)


def test_it_is_the_same_on_every_machine() -> None:
    assert fingerprint(made()) == "19259814897dca8b211faba9737425a8621deb96d16f242bfbfa0b0b9b684b16"


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_rows_does_not_count(seed: int) -> None:
    problem, chance = puzzle(seed), Random(seed)
    seekers, helpers = [one.id for one in problem.seekers], [one.id for one in problem.helpers]
    sides = zip(problem.rows.tolist(), problem.columns.tolist(), problem.scores.tolist(), strict=True)
    pairs = [(seekers[row], helpers[column], score) for row, column, score in sides]
    locked = [pairs[place][:2] for place in problem.locked.tolist()]
    rows: list[list[Any]] = [list(problem.seekers), list(problem.helpers), pairs, locked]
    for some in rows:
        chance.shuffle(some)
    again = problem_of(*rows[:3], aim=problem.aim, locked=rows[3])
    assert fingerprint(again) == fingerprint(problem)


def test_everything_that_counts_makes_another() -> None:
    problems = [
        made(),
        *(made(pairs=pairs) for pairs in ([(1, 1, 5), (1, "Ben", 6), ("Ada", 1, 8)], [(1, 1, 5), (1, "Ben", 6)], [])),
        made(pairs=[(1, 1, 5), (1, "Ben", 6), ("Ada", "Ben", 7)]),
        made(locked=[(1, 1)]),
        made(locked=[(1, "Ben")]),
        *(made(seekers=[row, SeekerRow("Ada")]) for row in (SeekerRow(1, 7), SeekerRow(1, 8, {"age": "18_25"}))),
        made(seekers=[SeekerRow(1, 7, {"age": "26_64"}), SeekerRow("Ada")]),
        made(seekers=[SeekerRow(1, 7, {"group": "18_25"}), SeekerRow("Ada")]),
        made(seekers=[*ROWS["seekers"], SeekerRow("Eve")]),
        *(
            made(helpers=[row, HelperRow("Ben", 1)])
            for row in (HelperRow(1, 3, 1, 1), HelperRow(1, 2, 0, 1), HelperRow(1, 2, 1, 0))
        ),
        *(made(aim=aim) for aim in (Aim(order=ORDERS[1]), Aim(order=ORDERS[2]), Aim(at_least=0), Aim(at_least=1))),
        *(made(aim=aim) for aim in (Aim(spread=1), Aim(waiting=1), Aim(seed=1))),
        group_problem_of([], smallest=2, largest=2),
    ]
    assert len({fingerprint(problem) for problem in problems}) == len(problems)


def test_a_number_and_the_word_for_it_are_two() -> None:
    one, other = (problem_of([SeekerRow(each)], [], []) for each in (1, "1"))
    assert fingerprint(one) != fingerprint(other)


def test_reasons_decide_nothing() -> None:
    assert fingerprint(made(reasons={(1, 1): (Reason(Part.HOURS, 5),)})) == fingerprint(made())


def test_everything_that_counts_in_groups_makes_another() -> None:
    ada = GroupPerson("Ada", frozenset({"debt", "grief"}), frozenset({"mon-morning"}))
    cleo = GroupPerson(3, frozenset({"debt"}), frozenset({"mon-morning"}))
    problem = group_problem_of([ada, cleo], smallest=2, largest=3)
    persons: list[dict[str, Any]] = [{"topics": frozenset()}, {"slots": frozenset()}, {"groups": {"age": "18_25"}}]
    changes: list[dict[str, Any]] = [
        *({"smallest": 3}, {"largest": 4}, {"seed": 1}, {"apart": ((3, "Ada"),)}),
        *({"people": (cleo, replace(ada, **change))} for change in persons),
    ]
    others = [problem, *(replace(problem, **change) for change in changes)]
    assert len({fingerprint(other) for other in others}) == len(others)
    assert fingerprint(group_problem_of([cleo, ada], smallest=2, largest=3)) == fingerprint(problem)


def test_only_problems_have_one() -> None:
    with pytest.raises(TypeError):
        fingerprint("a problem")
