"""What holds is accepted, whatever is changed in a plan or its proof is refused, and what is wrong is said."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from random import Random
from typing import Any

import numpy as np
import pytest

from matching.engine import (
    Aim,
    Certificate,
    Cover,
    HelperRow,
    Plan,
    Prices,
    Problem,
    SeekerRow,
    Status,
    WhyUnplaced,
    problem_of,
    solve,
)
from matching.engine.assigning import plan_of
from matching.engine.documents import fingerprint
from matching.engine.groups import GroupPerson, Proof, group_problem_of
from matching.engine.peers import PersonRow, peer_problem_of
from matching.engine.problem import ORDERS, Id, Whole
from matching.engine.ties import ties
from matching.engine.verify import proven, verify

from .puzzles import puzzle

PUZZLES = [puzzle(seed) for seed in range(45)]
NUMBERS = ("placed", "total", "floor", "load_cost", "blocking_pairs", "seed")


def number_of(problem: Problem) -> str:
    return fingerprint(problem)[:8]


@pytest.mark.parametrize("problem", PUZZLES, ids=number_of)
def test_a_plan_that_holds_is_accepted(problem: Problem) -> None:
    assert verify(problem, solve(problem)) == []


@pytest.mark.parametrize("problem", PUZZLES, ids=number_of)
def test_a_plan_with_anything_changed_is_refused(problem: Problem) -> None:
    plan = solve(problem)
    changed = [*other_pairs(problem, plan), *other_words(plan), *other_proofs(problem, plan)]
    assert [name for name, other in changed if not verify(problem, other)] == []


@pytest.mark.parametrize("problem", PUZZLES, ids=number_of)
def test_another_plan_is_refused_with_the_proof_of_the_best(problem: Problem) -> None:
    """It keeps every rule and every figure is right; only it is not the best."""
    best = solve(problem)
    others = [honest(problem, edges, best) for edges in feasible(problem, plans=10)]
    assert [other.pairs for other in others if other.pairs != best.pairs and not verify(problem, other)] == []


FEW = problem_of(
    [SeekerRow("Ada"), SeekerRow("Eve"), SeekerRow(3), SeekerRow(4)],
    [HelperRow("Ben", 1), HelperRow("Cleo", 2), HelperRow("Dev", 0)],
    [("Ada", "Ben", 9), ("Ada", "Cleo", 4), ("Eve", "Ben", 6), (3, "Cleo", 5), (4, "Dev", 7)],
    aim=Aim(order=ORDERS[1], at_least=5),
)
TAKEN = WhyUnplaced.ALL_PLACES_TAKEN


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, []),
        ({"problem": ""}, ["The plan was made for another problem: the fingerprints differ."]),
        ({"seed": 7}, ["The plan's seed is 7; the problem's is 0."]),
        ({"order": ORDERS[0]}, ["The plan's objective is placed, total; the problem's is placed, floor, total."]),
        ({"pairs": (("Ada", 3),)}, ["The pair of 'Ada' and 3 is not in the problem."]),
        (
            {"pairs": (("Ada", "Ben"), ("Eve", "Ben"), (3, "Cleo"))},
            ["Helper 'Ben' has more pairs than the 1 places."],
        ),
        (
            {"pairs": (("Ada", "Ben"), ("Ada", "Cleo"))},
            [
                "Seeker 'Ada' is in more than one pair.",
                "The pair of seeker 'Ada' and helper 'Cleo' is worth less than the 5 that a pair must be.",
            ],
        ),
        ({"placed": 9, "total": 1}, ["placed is said to be 9; it is 2.", "total is said to be 1; it is 14."]),
        (
            {"unplaced": (("Ada", TAKEN), (4, WhyUnplaced.NOBODY_FITS), (4, WhyUnplaced.NOBODY_FITS))},
            [
                "More than once among those without a place: 4.",
                "Without a place and not told: 'Eve'.",
                "Told to be without a place, which is not so: 'Ada'.",
                "The reason of 4 is said to be nobody_fits; it is all_places_taken.",
            ],
        ),
        (
            {"certificate": Certificate()},
            [
                "That nobody more can be placed is not proven: the cover is missing.",
                "A floor that was raised and the cover that proves it belong together; one of them is missing.",
                "That no plan has a better total is not proven: the prices are missing.",
            ],
        ),
        (
            {"pairs": ((3, "Cleo"), ("Eve", "Ben")), "unplaced": ((4, TAKEN), ("Ada", TAKEN))}
            | {"total": 11, "blocking_pairs": 1},
            ["The price of seeker 'Ada', who has no place, is above the common one."],
        ),
    ],
)
def test_what_is_wrong_with_a_plan_is_said(changes: dict[str, Any], told: list[str]) -> None:
    assert verify(FEW, replace(solve(FEW), **changes)) == told


@pytest.mark.parametrize(
    ("seekers", "helpers", "told"),
    [
        ((3,), ("Ben",), []),
        (
            (),
            ("Ben",),
            [
                "The cover weighs 1, not as much as the 2 people placed.",
                "The cover leaves out the pair of seeker 3 and helper 'Cleo'.",
            ],
        ),
        (("Ada", "Eve"), (), ["The cover leaves out the pair of seeker 3 and helper 'Cleo'."]),
        (
            (3, "Ada", 4),
            ("Ben",),
            [
                "The cover weighs 4, not as much as the 2 people placed.",
                "The cover does not need seeker 4 (and 1 more like this).",
            ],
        ),
        (
            (3, 3),
            ("Ben",),
            [
                "The cover weighs 3, not as much as the 2 people placed.",
                "The cover has somebody more than once.",
            ],
        ),
        ((3, "Dev"), (), ["The cover has members who are not in the problem: 'Dev'."]),
    ],
)
def test_what_is_wrong_with_a_cover_is_said(seekers: tuple[Id, ...], helpers: tuple[Id, ...], told: list[str]) -> None:
    plan = solve(FEW)
    certificate = replace(plan.certificate, placed=Cover(seekers, helpers))
    assert verify(FEW, replace(plan, certificate=certificate)) == told


@pytest.mark.parametrize(
    ("side", "each", "step", "told"),
    [
        ("seekers", "Ada", -1, ["The pair of seeker 'Ada' and helper 'Ben' is worth more than its two prices."]),
        (
            "seekers",
            "Ada",
            1,
            ["The pair of seeker 'Ada' and helper 'Ben' is in the plan and worth less than its two prices."],
        ),
        ("seekers", 4, -1, ["The price of seeker 4 is below that of those without a place."]),
        ("seekers", 4, 1, ["The price of seeker 4, who has no place, is above the common one."]),
        (
            "helpers",
            "Cleo",
            1,
            [
                "The pair of seeker 3 and helper 'Cleo' is in the plan and worth less than its two prices.",
                "The price of helper 'Cleo' is above what their next place costs.",
            ],
        ),
        (
            "helpers",
            "Cleo",
            -1,
            [
                "The pair of seeker 3 and helper 'Cleo' is worth more than its two prices.",
                "The price of helper 'Cleo' is below what their place costs.",
            ],
        ),
        ("helpers", "Cleo", 2**70, ["The factor or a price is too large to reckon exactly."]),
    ],
)
def test_what_is_wrong_with_a_price_is_said(side: str, each: Id, step: int, told: list[str]) -> None:
    plan = solve(FEW)
    prices = plan.certificate.prices
    given = getattr(prices, side)
    changed = with_(prices, side, {**given, each: given[each] + step})
    assert verify(FEW, replace(plan, certificate=replace(plan.certificate, prices=changed))) == told


def test_a_floor_that_could_be_higher_is_not_proven() -> None:
    pairs = [("Ada", "Ben", 10), ("Ada", "Cleo", 5), ("Eve", "Ben", 5), ("Eve", "Cleo", 4)]
    asked = problem_of(
        [SeekerRow("Ada"), SeekerRow("Eve")],
        [HelperRow("Ben", 1), HelperRow("Cleo", 1)],
        pairs,
        aim=Aim(order=ORDERS[1]),
    )
    # The best total has one pair of 10 and one of 4, and both could have 5.
    best_total = solve(replace(asked, aim=Aim()))
    certificate = replace(best_total.certificate, floor=Cover(("Ada", "Eve"), ()))
    other = replace(best_total, order=asked.aim.order, certificate=certificate, problem=fingerprint(asked))
    assert verify(asked, other) == ["The cover above the floor weighs 2, not less than the 2 people placed."]


def test_ties_must_not_outweigh_a_point() -> None:
    """With a factor of 1 the tie of who waited longer is worth more than the better score of the other."""
    ada, eve = SeekerRow("Ada"), SeekerRow("Eve", waited_days=60)
    problem = problem_of([ada, eve], [HelperRow("Ben", 1)], [("Ada", "Ben", 2), ("Eve", "Ben", 1)])
    worth: dict[Id, int] = dict(zip(("Ada", "Eve"), (problem.worth - ties(problem)).tolist(), strict=True))
    prices = Prices(factor=1, coarser=0, seekers=worth, helpers={"Ben": 0}, unplaced=worth["Ada"])
    best = solve(problem)
    certificate = replace(best.certificate, prices=prices)
    other = replace(
        plan_of(problem, np.array([problem.edge_of("Eve", "Ben")]), certificate, best.solver), problem=best.problem
    )
    assert verify(problem, other) == ["The factor 1 is so small that the ties of 2 people might outweigh a point."]


def test_scores_so_large_that_ties_are_made_coarser() -> None:
    pairs = [(seeker, helper, 10**12 - seeker * helper) for seeker in range(40) for helper in range(5)]
    problem = problem_of([SeekerRow(n) for n in range(40)], [HelperRow(n, 3, load=9) for n in range(5)], pairs)
    problem = replace(problem, aim=Aim(spread=10**6))
    plan = solve(problem)
    assert plan.certificate.prices is not None
    assert plan.certificate.prices.coarser > 0
    assert verify(problem, plan) == []


def test_two_who_would_rather_have_each_other_block_a_plan_that_is_to_be_stable() -> None:
    problem = replace(FEW, aim=Aim(order=ORDERS[2]))
    plan = solve(problem)
    edges = np.array([problem.edge_of(3, "Cleo"), problem.edge_of("Eve", "Ben")])
    other = replace(plan_of(problem, edges, Certificate(), plan.solver), problem=plan.problem)
    assert verify(problem, plan) == []
    told = "The pair of seeker 'Ada' and helper 'Ben' would both rather have each other (and 1 more like this)."
    assert verify(problem, other) == [told]


def test_somebody_poor_is_better_than_nobody() -> None:
    problem = problem_of([SeekerRow("Ada")], [HelperRow("Ben", 1)], [("Ada", "Ben", -4)], aim=Aim(order=ORDERS[2]))
    best = solve(problem)
    assert verify(problem, best) == []
    assert verify(problem, honest(problem, np.array([], dtype=np.int64), best)) == [
        "The pair of seeker 'Ada' and helper 'Ben' would both rather have each other."
    ]


def test_plans_of_every_kind_are_checked_and_told() -> None:
    peers = peer_problem_of([PersonRow("Ada"), PersonRow("Cleo"), PersonRow(3)], [("Ada", "Cleo", 5), ("Ada", 3, 6)])
    ada, cleo = (GroupPerson(each, frozenset({"debt"}), frozenset({"mon-morning"})) for each in ("Ada", "Cleo"))
    groups = group_problem_of([ada, cleo], smallest=2, largest=3)
    for problem, said in (
        (peers, "Proven: no plan places more than these 2 of 3 people; and none of those has a better total than 6."),
        (groups, "Checked: 2 of 2 people are in groups that keep every rule; no plan places more, which was counted."),
    ):
        plan = solve(problem)
        assert (verify(problem, plan), proven(plan)) == ([], said)
        assert verify(problem, replace(plan, placed=1)) != []
        assert verify(problem, replace(plan, seed=7)) == ["The plan's seed is 7; the problem's is 0."]
        assert verify(problem, replace(plan, problem="")) == [
            "The plan was made for another problem: the fingerprints differ."
        ]


def test_of_groups_no_more_is_said_than_is_known() -> None:
    plan = solve(group_problem_of([], smallest=2, largest=3))
    said = "Checked: 0 of 0 people are in groups that keep every rule; "
    assert [proven(replace(plan, bound=9, proof=proof)) for proof in (Proof.SOLVER, Proof.NONE)] == [
        f"{said}that no plan places more rests on the solver's word.",
        f"{said}at most 9 could be, by the solver's word.",
    ]


def test_a_plan_of_another_kind_is_refused() -> None:
    people = group_problem_of([], smallest=2, largest=3)
    assert verify(people, replace(solve(FEW), problem=fingerprint(people))) == [
        "The plan is of another kind than the problem."
    ]


def test_what_is_proven_is_said() -> None:
    assert proven(solve(problem_of([SeekerRow("Ada")], [], []))) == "Proven: none of these 1 people can be placed."
    assert [proven(solve(replace(FEW, aim=aim))) for aim in (FEW.aim, Aim(spread=2), Aim(order=ORDERS[2]))] == [
        (
            "Proven: no plan places more than these 2 of 4 people; none of as many has a worst-off above 5; "
            "and none of those has a better total than 14."
        ),
        (
            "Proven: no plan places more than these 3 of 4 people; "
            "and none of those has a better total than 15 less 8 for load."
        ),
        (
            "Checked: 2 of 4 people are placed, and no seeker and helper would both rather have each other; "
            "of the total nothing is proven."
        ),
    ]


def other_pairs(problem: Problem, plan: Plan) -> Iterator[tuple[str, Plan]]:
    """Two helpers swapped, somebody moved, left out or put in twice, whether or not there is a place."""
    for one, other in combinations(range(len(plan.pairs)), 2):
        pairs = list(plan.pairs)
        (first, here), (second, there) = pairs[one], pairs[other]
        if here != there:
            pairs[one], pairs[other] = (first, there), (second, here)
            yield f"{first} and {second} swapped", replace(plan, pairs=tuple(pairs))
    for place, (seeker, helper) in enumerate(plan.pairs):
        without = plan.pairs[:place] + plan.pairs[place + 1 :]
        yield f"{seeker} without", replace(plan, pairs=without)
        told = (*plan.unplaced, (seeker, WhyUnplaced.ALL_PLACES_TAKEN))
        yield f"{seeker} without and told", replace(plan, pairs=without, unplaced=told, placed=plan.placed - 1)
        yield f"{seeker} twice", replace(plan, pairs=(*plan.pairs, (seeker, helper)))
        for row in problem.helpers:
            if row.id != helper:
                yield f"{seeker} with {row.id}", replace(plan, pairs=(*without, (seeker, row.id)))
    for seeker, _ in plan.unplaced:
        for row in problem.helpers:
            yield f"{seeker} in with {row.id}", replace(plan, pairs=(*plan.pairs, (seeker, row.id)))
    yield "a stranger", replace(plan, pairs=(*plan.pairs, ("Eve", "Ben")))


def other_words(plan: Plan) -> Iterator[tuple[str, Plan]]:
    """Each figure, reason and word of the plan changed."""
    for name in NUMBERS:
        value = getattr(plan, name)
        for other in (0,) if value is None else (value - 1, value + 1):
            yield f"{name} {other}", with_(plan, name, other)
    for place, (seeker, why) in enumerate(plan.unplaced):
        yield f"{seeker} not told", replace(plan, unplaced=plan.unplaced[:place] + plan.unplaced[place + 1 :])
        yield f"{seeker} told twice", replace(plan, unplaced=(*plan.unplaced, (seeker, why)))
        for reason in set(WhyUnplaced) - {why}:
            unplaced = (*plan.unplaced[:place], (seeker, reason), *plan.unplaced[place + 1 :])
            yield f"{seeker} {reason}", replace(plan, unplaced=unplaced)
    for status in set(Status) - {plan.status}:
        yield f"status {status}", replace(plan, status=status)
    for order in {*ORDERS, ()} - {plan.order}:
        yield f"order {order}", replace(plan, order=order)
    yield "fingerprint", replace(plan, problem=plan.problem[::-1])
    if plan.floor is not None:
        yield "no floor", replace(plan, floor=None)


def other_proofs(problem: Problem, plan: Plan) -> Iterator[tuple[str, Plan]]:
    """Each member of a cover dropped, everybody else added, each price one higher and lower, each proof left out."""
    certificate = plan.certificate
    for name in ("placed", "floor"):
        cover = getattr(certificate, name)
        for what, other in other_covers(problem, cover) if cover else ():
            yield f"{name}: {what}", replace(plan, certificate=with_(certificate, name, other))
    for what, prices in other_prices(problem, plan) if certificate.prices else ():
        yield what, replace(plan, certificate=replace(certificate, prices=prices))
    for name in ("placed", "floor", "prices"):
        if getattr(certificate, name) is not None:
            yield f"no {name}", replace(plan, certificate=with_(certificate, name, None))
        elif name != "prices":
            yield f"{name} of nobody", replace(plan, certificate=with_(certificate, name, Cover((), ())))


def other_covers(problem: Problem, cover: Cover) -> Iterator[tuple[str, Cover]]:
    for side, rows in (("seekers", problem.seekers), ("helpers", problem.helpers)):
        members = getattr(cover, side)
        for each in members:
            yield f"without {each}", with_(cover, side, tuple(one for one in members if one != each))
            yield f"{each} twice", with_(cover, side, (*members, each))
        for row in rows:
            if row.id not in members:
                yield f"with {row.id}", with_(cover, side, (*members, row.id))
        yield f"with a stranger among {side}", with_(cover, side, (*members, "Eve"))


def other_prices(problem: Problem, plan: Plan) -> Iterator[tuple[str, Prices]]:
    prices = plan.certificate.prices
    assert prices is not None
    for step in (-1, 1, 2**62, -(2**70)):
        for side in ("seekers", "helpers"):
            given = getattr(prices, side)
            for each, price in given.items():
                yield f"{each} {step:+}", with_(prices, side, {**given, each: price + step})
        yield f"unplaced {step:+}", replace(prices, unplaced=(prices.unplaced or 0) + step)
    for side in ("seekers", "helpers"):
        given = getattr(prices, side)
        yield f"a stranger among {side}", with_(prices, side, {**given, "Eve": 0})
        for each in given:
            yield f"no price of {each}", with_(prices, side, {one: given[one] for one in given if one != each})
    if prices.unplaced is not None:
        yield "no price of nobody", replace(prices, unplaced=None)
    for coarser in (-1, 21, 2**70):
        yield f"coarser {coarser}", replace(prices, coarser=coarser)
    yield "factor too large", replace(prices, factor=2**62)
    # Where all that was made is worth nought, any large factor proves the same.
    free = {problem.edge_of(*pair) for pair in plan.pairs} - set(problem.locked.tolist())
    if any(problem.worth[edge] for edge in free):
        for factor in (-1, 0, prices.factor // 2, prices.factor - 1, prices.factor + 1):
            yield f"factor {factor}", replace(prices, factor=factor)


def with_(thing: Any, name: str, value: object) -> Any:
    return replace(thing, **{name: value})


def feasible(problem: Problem, *, plans: int) -> Iterator[Whole]:
    """Plans that keep every rule, made by chance."""
    chance = Random(0)
    least = -(10**12) if problem.aim.at_least is None else problem.aim.at_least
    for _ in range(plans):
        edges = problem.locked.tolist()
        for edge in chance.sample(range(len(problem.rows)), len(problem.rows)):
            row, column = problem.rows[edge], problem.columns[edge]
            free = (
                row not in problem.rows[edges] and (problem.columns[edges] == column).sum() < problem.capacity[column]
            )
            if free and problem.worth[edge] >= least and chance.random() < 0.9:
                edges.append(edge)
        yield np.array(sorted(edges), dtype=np.int64)


def honest(problem: Problem, edges: Whole, best: Plan) -> Plan:
    """The plan of these pairs, with the figures that are its own and the proof of another."""
    return replace(plan_of(problem, edges, best.certificate, best.solver), problem=best.problem)
