"""Whoever comes or goes, the problem is the one that would be read anew, and the pairs that stand are the same."""

from dataclasses import replace
from random import Random
from typing import Any

import numpy as np
import pytest

from matching.engine import HelperRow, Part, Problem, ProblemError, Reason, SeekerRow, problem_of, solve
from matching.engine.questions.standing import (
    Standing,
    standing_of,
    with_helper,
    with_pairs,
    with_seeker,
    without_helper,
    without_seeker,
)

from ..test_assigning import small_problem
from .village import ADA, BEN, CLEO, EVE, village

Rows = dict[str, Any]


def told(problem: Problem) -> Rows:
    """Everything a problem says, by id."""
    pairs = [
        (problem.seekers[row].id, problem.helpers[column].id)
        for row, column in zip(problem.rows.tolist(), problem.columns.tolist(), strict=True)
    ]
    return {
        "seekers": problem.seekers,
        "helpers": problem.helpers,
        "pairs": dict(zip(pairs, problem.scores.tolist(), strict=True)),
        "in order": bool((np.diff(problem.rows * len(problem.helpers) + problem.columns) > 0).all()),
        "locked": {pairs[place] for place in problem.locked.tolist()},
        "reasons": {pairs[place]: why for place, why in problem.reasons.items()},
        "aim": problem.aim,
    }


def with_reasons(problem: Problem) -> Problem:
    """The same problem with a reason for every second pair."""
    reasons = {place: (Reason(Part.TOPICS, place),) for place in range(0, len(problem.rows), 2)}
    return replace(problem, reasons=reasons)


def read_anew(problem: Problem, seekers: set[Any], helpers: set[Any]) -> Problem:
    """The problem with only these people, made from its rows."""
    said = told(problem)

    def stay(pairs: Any) -> list[Any]:
        return [pair for pair in pairs if pair[0] in seekers and pair[1] in helpers]

    return problem_of(
        [seeker for seeker in problem.seekers if seeker.id in seekers],
        [helper for helper in problem.helpers if helper.id in helpers],
        [(*pair, said["pairs"][pair]) for pair in stay(said["pairs"])],
        aim=problem.aim,
        locked=stay(said["locked"]),
        reasons={pair: said["reasons"][pair] for pair in stay(said["reasons"])},
    )


def everybody(problem: Problem) -> tuple[set[Any], set[Any]]:
    return {one.id for one in problem.seekers}, {one.id for one in problem.helpers}


@pytest.mark.parametrize("seed", range(60))
def test_who_goes_is_gone_and_nothing_else(seed: int) -> None:
    problem = with_reasons(small_problem(seed))
    before = standing_of(problem, solve(problem).pairs)
    seekers, helpers = everybody(problem)
    for seeker in seekers:
        after = without_seeker(before, seeker)
        assert told(after.problem) == told(read_anew(problem, seekers - {seeker}, helpers))
        assert after.pairs == tuple(pair for pair in before.pairs if pair[0] != seeker)
    for helper in helpers:
        after = without_helper(before, helper)
        assert told(after.problem) == told(read_anew(problem, seekers, helpers - {helper}))
        assert after.pairs == tuple(pair for pair in before.pairs if pair[1] != helper)


@pytest.mark.parametrize("seed", range(60))
def test_who_comes_back_with_the_same_pairs_makes_the_same_problem(seed: int) -> None:
    problem = with_reasons(small_problem(seed))
    problem = replace(problem, locked=problem.locked[:0], reasons={})
    standing = standing_of(problem, solve(problem).pairs)
    scores = told(problem)["pairs"]
    for seeker in problem.seekers:
        before = without_seeker(standing, seeker.id)
        own = [(helper, points) for (one, helper), points in scores.items() if one == seeker.id]
        Random(seed).shuffle(own)
        after = with_seeker(before, seeker, own)
        assert (told(after.problem), after.pairs) == (told(problem), before.pairs)
    for helper in problem.helpers:
        before = without_helper(standing, helper.id)
        own = [(seeker, points) for (seeker, one), points in scores.items() if one == helper.id]
        Random(seed).shuffle(own)
        after = with_helper(before, helper, own)
        assert (told(after.problem), after.pairs) == (told(problem), before.pairs)


def test_locked_pairs_and_reasons_keep_their_places_when_somebody_comes() -> None:
    why = {("eve", "ben"): (Reason(Part.TOPICS, 80),)}
    before = standing_of(village(locked=[("eve", "ben")], reasons=why), [("ada", "cleo")])
    after = with_helper(with_seeker(before, SeekerRow("bob"), [("ben", 5)]), HelperRow("abe", 1), [("ada", 7)])
    assert (told(after.problem)["locked"], told(after.problem)["reasons"]) == ({("eve", "ben")}, why)
    assert after.pairs == (("ada", "cleo"), ("eve", "ben"))


def test_the_rest_is_those_who_wait_and_what_is_free() -> None:
    cleo = HelperRow("cleo", 2, minimum=1, load=4)
    standing = standing_of(village(cleo=cleo), [("ada", "cleo")])
    rest = standing.rest
    assert told(rest)["pairs"] == {("dev", "cleo"): 30, ("eve", "ben"): 80}
    assert rest.helpers == (BEN, HelperRow("cleo", 1, minimum=1, load=5))
    assert told(standing_of(village(), [("ada", "cleo"), ("eve", "ben")]).rest)["pairs"] == {}


def test_pairs_are_added_to_those_that_stand() -> None:
    standing = with_pairs(standing_of(village(), [("eve", "ben")]), [("dev", "cleo")])
    assert standing.pairs == (("dev", "cleo"), ("eve", "ben"))


def stands() -> Standing:
    return standing_of(village(), [("eve", "ben")])


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (lambda: with_pairs(stands(), [("ada", "ben")]), "Helper 'ben': more pairs than capacity."),
        (lambda: standing_of(village(), [("ada", "ben"), ("ada", "cleo")]), "Seeker 'ada' cannot have two helpers."),
        (lambda: with_seeker(stands(), ADA, []), "Seeker 'ada' is there already."),
        (lambda: with_helper(stands(), CLEO, []), "Helper 'cleo' is there already."),
        (lambda: with_seeker(stands(), SeekerRow("bob"), [("joe", 1)]), "There is no helper 'joe'."),
        (lambda: with_helper(stands(), HelperRow("joe", 1), [("bob", 1)]), "There is no seeker 'bob'."),
        (lambda: without_seeker(stands(), "bob"), "There is no seeker 'bob'."),
        (lambda: without_helper(stands(), "joe"), "There is no helper 'joe'."),
    ],
)
def test_what_cannot_be_is_refused(act: Any, message: str) -> None:
    with pytest.raises(ProblemError) as refused:
        act()
    assert str(refused.value) == message


def test_impossible_values_are_refused_as_in_every_problem() -> None:
    with pytest.raises(ProblemError, match="score cannot be 10000000000000"):
        with_seeker(stands(), SeekerRow("bob"), [("ben", 10**13)])
    with pytest.raises(ProblemError, match="capacity cannot be -1"):
        with_helper(stands(), HelperRow("joe", -1), [])


def test_what_was_given_stays_as_it_is() -> None:
    before = stands()
    said = told(before.problem)
    with_seeker(before, SeekerRow("bob"), [("ben", 5)])
    without_seeker(before, EVE.id)
    without_helper(before, "ben")
    assert (told(before.problem), before.pairs) == (said, (("eve", "ben"),))
