"""Plans for peers are the best there are, by trying everything and by another solver, and prove it themselves."""

from dataclasses import replace
from random import Random

import networkx as nx
import pytest
import rustworkx as rx
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.engine import Aim, Status
from matching.engine.peers import (
    PeerPlan,
    PeerProblem,
    PersonRow,
    WhyAlone,
    peer_problem_of,
    solve_peers,
    verify_peers,
)
from matching.engine.problem import LARGEST_SCORE, ORDERS, Objective

from .circles import best_by_trying, circle, odd_pairs, problem_with, some_pairs


def reached(plan: PeerPlan) -> tuple[int, ...]:
    floor = (plan.floor or 0,) if Objective.FLOOR in plan.order else ()
    return (plan.placed // 2, *floor, plan.total)


def proven(problem: PeerProblem) -> PeerPlan:
    plan = solve_peers(problem)
    assert verify_peers(problem, plan) == []
    return plan


@pytest.mark.parametrize("order", ORDERS[:2])
def test_no_plan_is_better_when_all_are_tried(order: tuple[Objective, ...]) -> None:
    for seed in range(150):
        problem = circle(seed, order=order)
        assert reached(proven(problem)) == best_by_trying(problem), seed


@st.composite
def any_circle(draw: st.DrawFn) -> PeerProblem:
    people = draw(st.integers(0, 7))
    ends = st.sampled_from([(one, other) for one in range(1, people + 1) for other in range(one + 1, people + 1)])
    scores = draw(st.dictionaries(ends, st.integers(-5, 5), max_size=14)) if people > 1 else {}
    aim = Aim(order=draw(st.sampled_from(ORDERS[:2])), at_least=draw(st.none() | st.integers(-5, 5)))
    return problem_with(people, [(one, other, score) for (one, other), score in scores.items()], aim)


@settings(max_examples=100, deadline=None)
@given(any_circle())
def test_whatever_the_circle_the_plan_is_the_best(problem: PeerProblem) -> None:
    assert reached(proven(problem)) == best_by_trying(problem)


@pytest.mark.parametrize("part", range(4))
def test_a_thousand_circles_are_paired_as_well_as_by_networkx(part: int) -> None:
    for seed in range(part * 250, part * 250 + 250):
        chance = Random(seed)
        people = chance.randint(2, 40 if seed % 5 == 0 else 20)
        make = some_pairs if seed % 4 == 0 else odd_pairs
        pairs = make(chance, people, chance.choice((1, 3, 50)))
        plan = proven(problem_with(people, pairs))
        graph: nx.Graph[int] = nx.Graph()
        graph.add_weighted_edges_from(pairs)
        theirs = nx.max_weight_matching(graph, maxcardinality=True)
        assert reached(plan) == (len(theirs), sum(graph.edges[pair]["weight"] for pair in theirs)), seed


@pytest.mark.parametrize("seed", range(8))
def test_large_circles_are_paired_as_well_as_by_rustworkx(seed: int) -> None:
    pairs = (odd_pairs if seed % 2 else some_pairs)(Random(seed), 300, 50)
    graph = rx.PyGraph()
    graph.add_nodes_from(range(301))
    graph.add_edges_from(pairs)
    theirs = rx.max_weight_matching(graph, max_cardinality=True, weight_fn=int)
    total = sum(graph.get_edge_data(*pair) for pair in theirs)
    assert reached(proven(problem_with(300, pairs))) == (len(theirs), total)


def test_blossoms_inside_blossoms_are_named_by_their_places() -> None:
    problem = problem_with(300, odd_pairs(Random(1), 300, 50))
    blossoms = proven(problem).certificate.prices.blossoms
    assert max(len(blossom.blossoms) for blossom in blossoms) > 0
    assert all(inner < place for place, blossom in enumerate(blossoms) for inner in blossom.blossoms)


def test_what_was_known_of_a_blossom_is_forgotten_when_its_number_is_used_again() -> None:
    # Rare: one of the few circles in which the same person is looked for in both, and stands in another part.
    chance = Random(6155)
    people = chance.choice((15, 24, 40, 60))
    pairs = odd_pairs(chance, people, chance.choice((3, 8, 50)))
    assert proven(problem_with(people, pairs)).placed == 58


def test_raising_the_floor_comes_before_the_total_and_after_the_number() -> None:
    pairs = [(1, 2, 10), (2, 3, 5), (3, 4, 1), (1, 4, 5), (5, 6, 0)]
    assert proven(problem_with(4, pairs[:4])).pairs == ((1, 2), (3, 4))
    assert proven(problem_with(4, pairs[:4], Aim(order=ORDERS[1]))).pairs == ((1, 4), (2, 3))
    # Nobody loses their partner for it.
    assert proven(problem_with(6, pairs, Aim(order=ORDERS[1]))).pairs == ((1, 2), (3, 4), (5, 6))


def test_who_is_alone_is_told_why() -> None:
    problem = problem_with(5, [(1, 2, 3), (2, 3, 4), (4, 5, 1)], Aim(at_least=2))
    plan = proven(problem)
    assert (plan.status, plan.pairs, plan.placed, plan.total, plan.floor) == (Status.OPTIMAL, ((2, 3),), 2, 4, 4)
    assert plan.unplaced == (
        (1, WhyAlone.NO_PARTNER_LEFT),
        (4, WhyAlone.NOBODY_FITS),
        (5, WhyAlone.NOBODY_FITS),
    )


@pytest.mark.parametrize("people", [0, 1, 3])
@pytest.mark.parametrize("order", ORDERS[:2])
def test_where_nobody_fits_there_is_an_empty_plan(people: int, order: tuple[Objective, ...]) -> None:
    plan = proven(problem_with(people, [], Aim(order=order)))
    assert (plan.status, plan.pairs, plan.placed, plan.floor) == (Status.EMPTY, (), 0, None)
    assert [why for _, why in plan.unplaced] == [WhyAlone.NOBODY_FITS] * people


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_rows_does_not_matter(seed: int) -> None:
    chance = Random(seed)
    pairs = odd_pairs(chance, 30, 2)
    people = [PersonRow(each) for each in range(1, 31)]
    aim = Aim(order=ORDERS[seed % 2])
    plan = solve_peers(peer_problem_of(people, pairs, aim=aim))
    chance.shuffle(people)
    chance.shuffle(pairs)
    turned = [(other, one, score) if chance.random() < 0.5 else (one, other, score) for one, other, score in pairs]
    assert solve_peers(peer_problem_of(people, turned, aim=aim)) == plan
    assert solve_peers(peer_problem_of(people, turned, aim=aim)) == plan


def test_the_seed_decides_between_plans_that_are_equally_good() -> None:
    pairs = [(one, other, 1) for one in range(1, 7) for other in range(one + 1, 7)]
    plans = {proven(problem_with(6, pairs, Aim(seed=seed))).pairs for seed in range(12)}
    assert len(plans) > 3


def test_the_largest_scores_add_up_exactly() -> None:
    pairs = [(one, other, LARGEST_SCORE - score) for one, other, score in some_pairs(Random(3), 9, 6) if score >= 0]
    pairs += [(9, 10, -LARGEST_SCORE), (8, 10, 1 - LARGEST_SCORE), (9, 11, -LARGEST_SCORE)]
    problem = problem_with(11, pairs)
    assert reached(proven(problem)) == best_by_trying(problem)


def test_a_problem_is_left_as_it_was() -> None:
    problem = circle(8)
    before = replace(problem, scores=problem.scores.copy())
    solve_peers(problem)
    assert problem.scores.tolist() == before.scores.tolist()
