"""No plan in which a single thing was changed passes for proven."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from enum import StrEnum
from itertools import combinations
from random import Random
from typing import Any

import pytest

from matching.engine import Aim
from matching.engine.peers import (
    Barrier,
    Blossom,
    PeerPlan,
    PeerProblem,
    PersonRow,
    peer_problem_of,
    solve_peers,
    verify_peers,
)
from matching.engine.problem import ORDERS

from .circles import circle, odd_pairs, problem_with

# What the plan is for and by whom it was found is checked by those who know.
NOT_CHECKED_HERE = {"problem", "solver"}


def changes(value: Any) -> Iterator[Any]:
    """Everything that a value becomes by one change: a number up or down, something left out, another word."""
    if isinstance(value, StrEnum):
        yield from (other for other in type(value) if other is not value)
    elif isinstance(value, int):
        yield from (value - 1, value + 1)
    elif value is None:
        yield 0
    elif isinstance(value, tuple):
        for place, one in enumerate(value):
            yield from ((*value[:place], *other, *value[place + 1 :]) for other in [(), *((x,) for x in changes(one))])
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield {each: number for each, number in value.items() if each != key}
            yield from ({**value, key: other} for other in changes(one))
    else:
        for name in {part.name for part in fields(value)} - NOT_CHECKED_HERE:
            yield from (replace(value, **{name: other}) for other in changes(getattr(value, name)))


def swaps(problem: PeerProblem, plan: PeerPlan) -> Iterator[PeerPlan]:
    """Two pairs exchange partners, wherever both new ones are pairs of the problem too."""
    known = {*zip(problem.ids(problem.first), problem.ids(problem.second), strict=True)}
    for (one, other), (third, fourth) in combinations(plan.pairs, 2):
        for new in ({(one, third), (other, fourth)}, {(one, fourth), (other, third)}):
            # Whichever of the two comes first in a pair.
            made = {pair if pair in known else pair[::-1] for pair in new}
            if made <= known:
                pairs = {*plan.pairs} - {(one, other), (third, fourth)} | made
                yield replace(plan, pairs=tuple(sorted(pairs, key=lambda pair: problem.row[pair[0]])))


def one_person_for_another(problem: PeerProblem, barrier: Barrier) -> Iterator[Barrier]:
    """Somebody in the barrier changes place with anybody else, and anybody else comes in."""
    for person in problem.people:
        yield replace(barrier, people=(*barrier.people, person.id))
        for place in range(len(barrier.people)):
            if person.id != barrier.people[place]:
                yield replace(barrier, people=(*barrier.people[:place], person.id, *barrier.people[place + 1 :]))


@pytest.mark.parametrize("seed", range(24))
def test_every_single_change_is_refused(seed: int) -> None:
    problem = circle(seed, 14)
    plan = solve_peers(problem)
    assert verify_peers(problem, plan) == []
    for other in (*changes(plan), *swaps(problem, plan)):
        assert verify_peers(problem, other) != [], other


@pytest.mark.parametrize("seed", range(3))
def test_every_single_change_is_refused_where_blossoms_lie_in_blossoms(seed: int) -> None:
    # A circle of 33 with blossoms in most of it.
    problem = problem_with(33, odd_pairs(Random(seed), 33, 9), Aim(order=ORDERS[seed % 2]))
    plan = solve_peers(problem)
    assert verify_peers(problem, plan) == []
    assert len(plan.certificate.prices.blossoms) > 1
    for other in changes(plan):
        assert verify_peers(problem, other) != [], other


@pytest.mark.parametrize("seed", range(40))
def test_a_barrier_with_anybody_else_in_it_is_refused(seed: int) -> None:
    problem = circle(seed, 12)
    plan = solve_peers(problem)
    certificate = plan.certificate
    for other in one_person_for_another(problem, certificate.placed):
        assert verify_peers(problem, replace(plan, certificate=replace(certificate, placed=other))) != [], other
    if certificate.floor is not None:
        for other in one_person_for_another(problem, certificate.floor):
            assert verify_peers(problem, replace(plan, certificate=replace(certificate, floor=other))) != [], other


def two_pairs() -> tuple[PeerProblem, PeerPlan]:
    people = [PersonRow(name) for name in ("Ada", "Ben", "Cleo", "Dev", "Eve")]
    pairs = [("Ada", "Ben", 5), ("Cleo", "Dev", 3), ("Ben", "Cleo", 6), ("Ada", "Dev", 1), ("Dev", "Eve", 2)]
    problem = peer_problem_of(people, pairs, aim=Aim(order=ORDERS[1]))
    return problem, solve_peers(problem)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {"pairs": (("Ada", "Ben"), ("Cleo", "Eve"))},
            ["('Cleo', 'Eve') is not a pair that may be made."],
        ),
        ({"pairs": (("Ada", "Ben"), ("Ben", "Cleo"))}, ["Somebody is in more than one pair."]),
        ({"placed": 5}, ["The number of people placed is 4, not 5."]),
        ({"total": 9}, ["The total is 8, not 9."]),
        ({"floor": None}, ["The floor is 3, not None."]),
        ({"seed": 1}, ["The seed is 0, not 1."]),
        (
            {"unplaced": ()},
            ["Those who are alone are not those that the plan names, or for another reason."],
        ),
        ({"pairs": (("Cleo", "Dev"), ("Ada", "Ben"))}, ["The pairs are not in order."]),
    ],
)
def test_what_is_wrong_is_said(change: dict[str, Any], said: list[str]) -> None:
    problem, plan = two_pairs()
    assert plan.pairs == (("Ada", "Ben"), ("Cleo", "Dev"))
    assert verify_peers(problem, replace(plan, **change)) == said


def test_the_plan_of_another_aim_is_not_proven() -> None:
    problem, plan = two_pairs()
    best_total = replace(problem, scores=problem.scores + 5 * (problem.scores == 6), aim=Aim())
    problem = replace(best_total, aim=problem.aim)
    other = replace(solve_peers(best_total), order=ORDERS[1])
    assert (plan.pairs, other.pairs) == ((("Ada", "Ben"), ("Cleo", "Dev")), (("Ben", "Cleo"), ("Dev", "Eve")))
    assert verify_peers(problem, solve_peers(problem)) == []
    assert verify_peers(problem, other) == ["There is no barrier that proves the floor."]
    # What it would have to prove is not so: with a higher floor there are as many pairs.
    higher = solve_peers(replace(problem, aim=Aim(at_least=3))).certificate.placed
    claimed = replace(other, certificate=replace(other.certificate, floor=higher))
    assert verify_peers(problem, claimed) == ["A barrier allows 2 pairs, which is not what it has to prove."]


def test_nobody_has_a_lower_price_than_those_who_are_alone() -> None:
    problem = problem_with(3, [(1, 2, 5)])
    plan = solve_peers(problem)
    prices = plan.certificate.prices
    assert prices.unplaced is not None
    # What the one loses the other gains, so that the two are still worth exactly their prices.
    lower = prices.unplaced - 1
    moved = replace(prices, people={**prices.people, 1: lower, 2: prices.people[2] + prices.people[1] - lower})
    assert verify_peers(problem, replace(plan, certificate=replace(plan.certificate, prices=moved))) == [
        "Not everybody alone has the price of being alone, or somebody has a lower one."
    ]


NOT_THERE = "A blossom holds what is not there or what another one holds."
BAD_PRICE = "The price of a blossom is not above nought, or too large to add up exactly."


@pytest.mark.parametrize(
    ("blossoms", "said"),
    [
        ([Blossom((1, 2, 99), 2)], NOT_THERE),
        ([Blossom((1, 1, 2), 2)], NOT_THERE),
        ([Blossom((1, 2, 3), 2), Blossom((3, 4, 5), 2)], NOT_THERE),
        ([Blossom((1, 2, 3), 2, blossoms=(0,))], NOT_THERE),
        ([Blossom((1, 2, 3), 2, blossoms=(7,))], NOT_THERE),
        ([Blossom((1, 2, 3), 2, blossoms=(-1,))], NOT_THERE),
        ([Blossom((1, 2, 3), 2), Blossom((4,), 2, blossoms=(0, 0))], NOT_THERE),
        ([Blossom((1, 2, 3), 0)], BAD_PRICE),
        ([Blossom((1, 2, 3), -2)], BAD_PRICE),
        ([Blossom((1, 2, 3), 2**70)], BAD_PRICE),
        # Somebody by themselves holds all the pairs that fit, which are none, at any price.
        ([Blossom((5,), 2)], "A blossom is not of odd size or does not hold as many pairs of the plan as fit."),
    ],
)
def test_a_blossom_that_cannot_be_is_refused(blossoms: list[Blossom], said: str) -> None:
    problem = problem_with(5, [(1, 2, 5), (2, 3, 5), (1, 3, 5), (3, 4, 1)])
    plan = solve_peers(problem)
    prices = replace(plan.certificate.prices, blossoms=tuple(blossoms))
    assert verify_peers(problem, replace(plan, certificate=replace(plan.certificate, prices=prices))) == [said]


@pytest.mark.parametrize("price", [2**61, 2**70, -(2**70)])
def test_prices_that_would_not_add_up_are_refused(price: int) -> None:
    problem = problem_with(2, [(1, 2, 5)])
    plan = solve_peers(problem)
    prices = replace(plan.certificate.prices, people={1: price, 2: -price})
    wrong = verify_peers(problem, replace(plan, certificate=replace(plan.certificate, prices=prices)))
    assert wrong == ["The prices are not one for each person, or too large to add up exactly."]
