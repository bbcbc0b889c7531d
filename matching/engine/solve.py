"""One way in for every kind of problem: the plan, with the fingerprint of what it was made for."""

from dataclasses import replace
from typing import overload

from .assigning import solve_assignment
from .documents.fingerprint import fingerprint
from .groups import GroupPlan, GroupProblem, solve_groups
from .peers import PeerPlan, PeerProblem, solve_peers
from .plan import Plan
from .problem import Problem


@overload
def solve(problem: Problem) -> Plan: ...
@overload
def solve(problem: PeerProblem) -> PeerPlan: ...
@overload
def solve(problem: GroupProblem) -> GroupPlan: ...
def solve(problem: Problem | PeerProblem | GroupProblem) -> Plan | PeerPlan | GroupPlan:
    """The best plan there is for the aim of the problem, with what proves it."""
    if isinstance(problem, PeerProblem):
        return replace(solve_peers(problem), problem=fingerprint(problem))
    if isinstance(problem, GroupProblem):
        return replace(solve_groups(problem), problem=fingerprint(problem))
    return replace(solve_assignment(problem), problem=fingerprint(problem))
