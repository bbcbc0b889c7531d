"""A what-if tells what a matching made that way would be, changes nothing, and refuses what cannot be."""

from dataclasses import replace

import pytest

from matching.engine import DEFAULT, Aim, Cohort, Part, ProblemError, match, problem_from
from matching.engine.problem import ORDERS
from matching.engine.questions.difference import Change, between
from matching.engine.questions.what_if import (
    AddHelper,
    ChangeCapacity,
    RemoveHelper,
    RequireLanguage,
    SetWeight,
    WhatIfChange,
    what_if,
)

from ..worlds import TODAY, ada, ben, cleo, reshuffled, words, world

EVE = ada(id=9, wants="adviser")
COHORT = Cohort((ada(), EVE), (ben(), cleo()), on=TODAY)
CHANGED: dict[WhatIfChange, Cohort] = {
    AddHelper(ben(id=4)): replace(COHORT, helpers=(ben(), cleo(), ben(id=4))),
    ChangeCapacity(3, 0): replace(COHORT, helpers=(ben(), cleo(capacity=0))),
    ChangeCapacity(2, 2): replace(COHORT, helpers=(ben(capacity=2), cleo())),
    RemoveHelper(2): replace(COHORT, helpers=(cleo(),)),
    RequireLanguage("en"): COHORT,
}


@pytest.mark.parametrize("change", CHANGED)
def test_it_is_the_matching_of_the_changed_cohort(change: WhatIfChange) -> None:
    before, after = match(COHORT), match(CHANGED[change])
    found = what_if(before, [change])
    assert found.matching.cohort == CHANGED[change]
    assert (found.matching.plan, found.matching.weights) == (after.plan, DEFAULT)
    assert found.difference == between((before.problem, before.plan.pairs), (after.problem, after.plan.pairs))


def test_changes_are_made_one_after_the_other() -> None:
    found = what_if(match(COHORT), [AddHelper(ben(id=4)), ChangeCapacity(4, 3), RemoveHelper(2), RemoveHelper(3)])
    assert found.matching.plan.pairs == ((1, 4), (9, 4))


def test_who_changes_when_a_helper_goes() -> None:
    found = what_if(match(COHORT), [RemoveHelper(3)])
    assert (found.difference.before.placed, found.difference.after.placed) == (2, 1)
    assert len(found.difference.lost) == 1
    assert {change.before for change in found.difference.changes} >= {3}


def test_requiring_a_language_takes_the_places_of_those_who_do_not_say_that_they_speak_it() -> None:
    cohort = Cohort((ada(), EVE), (ben(languages=words("cy"), load=2), cleo(languages=words())), on=TODAY)
    found = what_if(match(cohort), [RequireLanguage("cy")])
    assert [(one.id, one.capacity) for one in found.matching.cohort.helpers] == [(2, 1), (3, 0)]
    assert found.difference.after.placed == 1


def test_a_dropped_weight_is_measured_with_the_present_ones() -> None:
    near = ben(topics=words("debt", "grief"))
    cohort = Cohort((ada(),), (near, ben(id=4, area="south", ways=words("chat"))), on=TODAY)
    before = match(cohort)
    found = what_if(before, [SetWeight(Part.TOPICS, 0)])
    assert found.difference.changes == (Change(1, 4, 2),)
    measured = problem_from(cohort, weights=DEFAULT)
    assert found.difference == between((before.problem, ((1, 4),)), (measured, ((1, 2),)))
    assert found.difference.after.total < found.difference.before.total
    assert found.matching.weights == replace(DEFAULT, version="2026-11, topics 0", topics=0)


def test_what_waiting_brings_can_be_changed_too() -> None:
    cohort = Cohort((ada(waited_days=70), EVE), (ben(),), on=TODAY)
    assert what_if(match(cohort), [SetWeight(Part.WAITING, 0)]).matching.weights.waiting == 0


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_rows_does_not_matter(seed: int) -> None:
    cohort, aim = world(seed, asking=20, offering=8), Aim(order=ORDERS[1], spread=3)
    changes: list[WhatIfChange] = [
        ChangeCapacity(3, 4),
        RemoveHelper(5),
        SetWeight(Part.HOURS, 10),
        RequireLanguage("en"),
    ]
    one, other = (what_if(match(each, aim=aim), changes) for each in (cohort, reshuffled(cohort, seed)))
    assert one.difference == other.difference
    assert one.matching.plan == other.matching.plan
    assert one.matching.problem.aim == aim


@pytest.mark.parametrize("change", [*CHANGED, SetWeight(Part.TOPICS, 3)])
def test_nothing_is_changed_in_what_was_given(change: WhatIfChange) -> None:
    matching = match(COHORT)
    what_if(matching, [change])
    assert (matching.cohort, matching.weights, matching.plan) == (COHORT, DEFAULT, match(COHORT).plan)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (AddHelper(ben()), "Helper 2 cannot be added: they are there already."),
        (ChangeCapacity(7, 1), "There is no helper 7."),
        (ChangeCapacity(2, -1), "Helper 2: capacity cannot be -1."),
        (RemoveHelper(7), "There is no helper 7."),
        (SetWeight(Part.TOPICS, -1), "Weights 2026-11, topics -1: topics cannot be -1."),
        (SetWeight(Part.TOPICS, 900), "Weights 2026-11, topics 900: together 1450, more than 1000."),
        (RequireLanguage("fr"), "No helper speaks 'fr'."),
    ],
)
def test_nonsense_is_refused(change: WhatIfChange, message: str) -> None:
    with pytest.raises(ProblemError) as refused:
        what_if(match(COHORT), [change])
    assert str(refused.value) == message
