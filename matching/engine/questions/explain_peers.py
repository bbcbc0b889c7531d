"""What a plan for peers means for one person, in plain sentences for the command line."""

from dataclasses import replace

import numpy as np

from matching.engine.errors import ProblemError
from matching.engine.peers import PeerPlan, PeerProblem, WhyAlone, solve_peers
from matching.engine.problem import Id, Objective

ALONE = {
    WhyAlone.NOBODY_FITS: "nobody fits",
    WhyAlone.NO_PARTNER_LEFT: "everybody who fits has somebody else",
}
MOST_OTHERS = 3


def explain_peer(problem: PeerProblem, plan: PeerPlan, person: Id) -> str:
    """Whom this person has, or why nobody; then who would fit best otherwise, and what each such pair would cost.

    Each cost is exact: the pair is taken out and the others are matched anew. Raises ProblemError where there is no
    such person.
    """
    if person not in problem.row:
        raise ProblemError(f"There is nobody with the id {person!r}.")
    partner = {one: other for pair in plan.pairs for one, other in (pair, pair[::-1])}.get(person)
    lines = [_said(problem, plan, person, partner)]
    others = [(other, points) for other, points in scores_of(problem, person) if other != partner][:MOST_OTHERS]
    if others:
        lines.append("Who would fit best otherwise, and why not:")
    lines += [f"- {_why_not(problem, plan, person, other, points)}" for other, points in others]
    return "\n".join(lines)


def scores_of(problem: PeerProblem, person: Id) -> list[tuple[Id, int]]:
    """Everybody this person may be paired with, and the score of the pair, the best first."""
    row = problem.row[person]
    mine = np.flatnonzero((problem.first == row) | (problem.second == row))
    order = mine[np.argsort(-problem.scores[mine], kind="stable")]
    others = (problem.first + problem.second - row)[order]
    named = [problem.people[other].id for other in others.tolist()]
    least = problem.aim.at_least
    pairs = zip(named, problem.scores[order].tolist(), strict=True)
    return [(other, points) for other, points in pairs if least is None or points >= least]


def without(problem: PeerProblem, *leaving: Id) -> PeerProblem:
    """The problem as it is when these people have gone."""
    rows = [problem.row[each] for each in leaving]
    stays = np.ones(len(problem.people), dtype=np.bool_)
    stays[rows] = False
    place = np.cumsum(stays) - 1
    kept = stays[problem.first] & stays[problem.second]
    return replace(
        problem,
        people=tuple(person for person in problem.people if person.id not in leaving),
        first=place[problem.first[kept]],
        second=place[problem.second[kept]],
        scores=problem.scores[kept],
    )


def _said(problem: PeerProblem, plan: PeerPlan, person: Id, partner: Id | None) -> str:
    if partner is None:
        return f"{person} has no partner: {ALONE[dict(plan.unplaced)[person]]}."
    return f"{person} is with {partner}, worth {dict(scores_of(problem, person))[partner]}."


def _why_not(problem: PeerProblem, plan: PeerPlan, person: Id, other: Id, points: int) -> str:
    rest = solve_peers(without(problem, person, other))
    placed, total = rest.placed + 2, rest.total + points
    floor = points if rest.floor is None else min(points, rest.floor)
    return f"{other} is worth {points} to {person}. With this pair {_cost(plan, placed, floor, total)}"


def _cost(plan: PeerPlan, placed: int, floor: int, total: int) -> str:
    if placed < plan.placed:
        return f"{placed} people would have a partner and not {plan.placed}."
    if Objective.FLOOR in plan.order and plan.floor is not None and floor < plan.floor:
        return f"the floor would fall from {plan.floor} to {floor}."
    if total < plan.total:
        return f"the plan would lose {plan.total - total} points."
    return "the plan would be just as good; a draw decided."
