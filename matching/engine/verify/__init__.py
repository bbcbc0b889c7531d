"""Checks a plan against its problem in one pass over the pairs, without solving anything; independent of every solver.

It shares with them what a problem and a plan are, and the numbers that decide between equals (`ties`): those are a
part of what is to be solved, defined by the ids and the seed, not of how it is solved.
"""

from collections.abc import Iterator

from matching.engine.documents import AnyPlan, AnyProblem, fingerprint
from matching.engine.groups.plan import GroupPlan
from matching.engine.groups.problem import GroupProblem
from matching.engine.groups.verify import verify_groups
from matching.engine.peers.plan import PeerPlan
from matching.engine.peers.problem import PeerProblem
from matching.engine.peers.verify import verify_peers
from matching.engine.plan import Plan
from matching.engine.problem import Problem

from .advisers import verify_advisers
from .proven import proven

__all__ = ["proven", "verify"]


def verify(problem: AnyProblem, plan: AnyPlan) -> list[str]:
    """What is wrong with a plan or its proof, one sentence each; empty where everything it says is shown to be so."""
    strange = list(_strange(problem, plan))
    if strange:
        return strange
    if isinstance(problem, Problem) and isinstance(plan, Plan):
        return verify_advisers(problem, plan)
    if isinstance(problem, PeerProblem) and isinstance(plan, PeerPlan):
        return verify_peers(problem, plan)
    if isinstance(problem, GroupProblem) and isinstance(plan, GroupPlan):
        return verify_groups(problem, plan)
    return ["The plan is of another kind than the problem."]


def _strange(problem: AnyProblem, plan: AnyPlan) -> Iterator[str]:
    """What shows that the plan was made for another problem."""
    if plan.problem != fingerprint(problem):
        yield "The plan was made for another problem: the fingerprints differ."
    seed = problem.seed if isinstance(problem, GroupProblem) else problem.aim.seed
    if plan.seed != seed:
        yield f"The plan's seed is {plan.seed}; the problem's is {seed}."
