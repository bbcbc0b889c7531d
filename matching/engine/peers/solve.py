"""The best plan for peers, exactly, with its proof.

In the order of the aim: as many pairs as possible; if asked, the floor raised as far as no pair is lost by it;
then the best total. Equally good plans are told apart by ties, so there is one answer.
"""

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from matching.engine.kernels.blossom import best_pairs
from matching.engine.kernels.cardinality import most_pairs
from matching.engine.kernels.neighbours import Graph, graph_of
from matching.engine.kernels.rings import blossoms_in
from matching.engine.plan import Status
from matching.engine.problem import Objective, Whole

from .plan import Barrier, Blossom, PeerCertificate, PeerPlan, PeerPrices, WhyAlone
from .problem import PeerProblem
from .ties import scale_of, values_of

SOLVER = "blossoms from halves, 1"
NOBODY = -1


def solve_peers(problem: PeerProblem) -> PeerPlan:
    """The best plan there is, with the certificate that proves it; `problem` in it is left empty.

    Raises ProblemError where the scores are too large to add up exactly.
    """
    floor = raised_floor(problem) if Objective.FLOOR in problem.aim.order else None
    partner, prices = best(problem, problem.usable(floor))
    certificate = PeerCertificate(
        placed=barrier(problem, problem.usable(), partner),
        floor=None if floor is None else barrier(problem, problem.usable(floor + 1), partner),
        prices=prices,
    )
    return plan_of(problem, partner, certificate)


def raised_floor(problem: PeerProblem) -> int | None:
    """The highest score that all pairs can have without one pair less; None where there is no pair."""
    usable = problem.usable()
    graph = scored(problem, usable)
    levels = np.unique(problem.scores[usable])
    if not len(levels):
        return None
    people = len(problem.people)
    partner, _ = most_pairs(graph, np.full(people, NOBODY), int(levels[0]), people)
    alone = int(np.count_nonzero(partner == NOBODY))
    # At the first level there are as many pairs as possible; no plan can do without its own best pair.
    low, high = 0, len(levels) - 1
    while low < high:
        middle = (low + high + 1) // 2
        tried, _ = most_pairs(graph, partner, int(levels[middle]), alone)
        if np.count_nonzero(tried == NOBODY) == alone:
            low, partner = middle, tried
        else:
            high = middle - 1
    return int(levels[low])


def best(problem: PeerProblem, places: Whole) -> tuple[Whole, PeerPrices]:
    """Each person's partner (-1 for nobody) among the pairs at these places, and the prices that prove the total."""
    scale = scale_of(problem)
    people = len(problem.people)
    values = values_of(problem, scale)[places]
    partner, alone, forest = best_pairs(graph_of(people, problem.first[places], problem.second[places], values))
    ids = problem.ids(np.arange(people))
    prices = PeerPrices(
        factor=scale.factor,
        coarser=scale.coarser,
        people=dict(zip(ids, forest.nodes["price"][:people].tolist(), strict=True)),
        blossoms=tuple(Blossom(problem.ids(rows), price, inside) for rows, price, inside in blossoms_in(forest)),
        unplaced=alone if NOBODY in partner else None,
    )
    return partner, prices


def barrier(problem: PeerProblem, places: Whole, partner: Whole) -> Barrier:
    """The proof that there are no more pairs at these places than `partner` leads to (Tutte 1947, Berge 1958)."""
    people = len(problem.people)
    graph = scored(problem, places)
    _, without = most_pairs(graph, partner, int(graph.value.min(initial=0)), people)
    first, second = problem.first[places], problem.second[places]
    left = ~without[first] & ~without[second]
    joined = coo_array((np.ones(np.count_nonzero(left)), (first[left], second[left])), shape=(people, people))
    _, part = connected_components(joined, directed=False)
    order = np.argsort(part, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(part[order])) + 1)
    return Barrier(
        people=problem.ids(np.flatnonzero(without)),
        parts=tuple(problem.ids(rows) for rows in parts if len(rows) > 1),
    )


def scored(problem: PeerProblem, places: Whole) -> Graph:
    """The graph of the pairs at these places with their scores."""
    return graph_of(len(problem.people), problem.first[places], problem.second[places], problem.scores[places])


def plan_of(problem: PeerProblem, partner: Whole, certificate: PeerCertificate) -> PeerPlan:
    """The plan in which everybody has this partner."""
    made = np.flatnonzero(partner[problem.first] == problem.second)
    scores = problem.scores[made]
    return PeerPlan(
        status=Status.OPTIMAL if len(made) else Status.EMPTY,
        pairs=tuple(zip(problem.ids(problem.first[made]), problem.ids(problem.second[made]), strict=True)),
        placed=2 * len(made),
        total=int(scores.sum()),
        floor=int(scores.min()) if len(made) else None,
        unplaced=tuple(alone(problem, partner)),
        order=problem.aim.order,
        certificate=certificate,
        solver=SOLVER,
        seed=problem.aim.seed,
    )


def alone(problem: PeerProblem, partner: Whole) -> list[tuple[int | str, WhyAlone]]:
    """Who has no partner, and why."""
    fitting = np.zeros(len(problem.people), dtype=np.bool_)
    usable = problem.usable()
    fitting[problem.first[usable]] = fitting[problem.second[usable]] = True
    return [
        (problem.people[row].id, WhyAlone.NO_PARTNER_LEFT if fitting[row] else WhyAlone.NOBODY_FITS)
        for row in np.flatnonzero(partner == NOBODY).tolist()
    ]
