"""Ours: from a problem to a plan with its certificate; the check of it by `verify` is inside the time, once without."""

from collections.abc import Callable

import numpy as np

from matching.engine import Aim, HelperRow, Objective, Problem, SeekerRow, solve
from matching.engine.peers import PeerProblem, PersonRow
from matching.engine.problem import Id
from matching.engine.verify import verify

from .engines import Engine
from .instances import Instance, Whole

FLOOR_FIRST = (Objective.PLACED, Objective.FLOOR, Objective.TOTAL)
# A hundredth of a perfect score for each person a helper has, once more for each.
SPREAD = 10

AnyProblem = Problem | PeerProblem
Pairs = tuple[tuple[Id, Id], ...]


def problem_from(instance: Instance, aim: Aim) -> AnyProblem:
    """The instance as the engine is given it; ids are rows and columns."""
    arrays = instance.rows, instance.columns, instance.scores, aim
    if not instance.two_sides:
        return PeerProblem(tuple(map(PersonRow, range(instance.people))), *arrays)
    helpers = tuple(HelperRow(column, places) for column, places in enumerate(instance.capacity.tolist()))
    return Problem(tuple(map(SeekerRow, range(instance.people))), helpers, *arrays)


def proven(problem: AnyProblem, _: float) -> Pairs:
    """The pairs of the plan, after its proof was checked."""
    plan = solve(problem)
    wrong = verify(problem, plan)
    assert not wrong, wrong
    return plan.pairs


def unchecked(problem: AnyProblem, _: float) -> Pairs:
    """The pairs of the plan; its proof is there, but nobody checks it."""
    return solve(problem).pairs


def edges_of(instance: Instance, pairs: Pairs) -> Whole:
    """The places of these pairs in the list of pairs."""
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return instance.edges(ends[:, 0], ends[:, 1])


def ours(name: str, aim: Aim, solve: Callable[[AnyProblem, float], Pairs] = proven) -> Engine:
    """Ours, for this aim."""
    return Engine(name, solve, exact=aim == Aim(), prepare=lambda instance: problem_from(instance, aim), read=edges_of)


AMONG_PEERS = (
    ours("ours", Aim()),
    ours("ours, not verified", Aim(), unchecked),
    ours("ours, floor first", Aim(order=FLOOR_FIRST)),
)
FOR_ADVISERS = (*AMONG_PEERS, ours("ours, floor first, load spread", Aim(order=FLOOR_FIRST, spread=SPREAD)))
