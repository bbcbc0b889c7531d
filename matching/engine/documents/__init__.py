"""Problems and plans of every kind as JSON and back, and the fingerprint of a problem.

docs/matching-engine.md has the documents in full. Reading is strict: what cannot be is refused with a ProblemError of
one line that names its place.
"""

import gc
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from matching.engine.errors import ProblemError
from matching.engine.groups.plan import GroupPlan
from matching.engine.groups.problem import GroupProblem
from matching.engine.peers.plan import PeerPlan
from matching.engine.peers.problem import PeerProblem
from matching.engine.plan import Plan
from matching.engine.problem import Problem

from . import advisers, groups, peers, plans
from .fingerprint import fingerprint
from .reading import Table, parse, shown

__all__ = ["fingerprint", "plan_from_json", "plan_to_json", "problem_from_json", "problem_to_json"]

Made = TypeVar("Made")
AnyProblem = Problem | PeerProblem | GroupProblem
AnyPlan = Plan | PeerPlan | GroupPlan

PROBLEMS: dict[str, Callable[[Table], AnyProblem]] = {
    advisers.KIND: advisers.read_problem,
    peers.KIND: peers.read_problem,
    groups.KIND: groups.read_problem,
}
PLANS: dict[str, Callable[[Table], AnyPlan]] = {
    advisers.KIND: plans.read_plan,
    peers.KIND: peers.read_plan,
    groups.KIND: groups.read_plan,
}
WRITERS: dict[type, Callable[[Any], Table]] = {
    Problem: advisers.write_problem,
    PeerProblem: peers.write_problem,
    GroupProblem: groups.write_problem,
    Plan: plans.write_plan,
    PeerPlan: peers.write_plan,
    GroupPlan: groups.write_plan,
}


def problem_from_json(text: str) -> AnyProblem:
    """The problem of the kind that the document names."""
    return _read(text, PROBLEMS)


def plan_from_json(text: str) -> AnyPlan:
    """The plan of the kind that the document names."""
    return _read(text, PLANS)


def problem_to_json(problem: AnyProblem) -> str:
    """The document of a problem, on one line."""
    return _written(problem)


def plan_to_json(plan: AnyPlan) -> str:
    """The document of a plan, on one line."""
    return _written(plan)


def _read(text: str, readers: dict[str, Callable[[Table], Made]]) -> Made:
    with _nothing_collected():
        found = parse(text)
        return readers[_kind(found, list(readers))](found)


def _kind(found: Table, kinds: list[str]) -> str:
    if "kind" not in found:
        raise ProblemError(f'The document: the key "kind" is missing; it is one of {", ".join(kinds)}.')
    kind: str = found["kind"]
    if kind not in kinds:
        raise ProblemError(f"kind must be one of {', '.join(kinds)}, not {shown(kind)}.")
    return kind


def _written(made: AnyProblem | AnyPlan) -> str:
    # What is not ASCII is spelt out, so that a file is the same in any encoding.
    with _nothing_collected():
        return json.dumps(WRITERS[type(made)](made))


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Let the garbage collector rest: it would search millions of new lists, and none of them is garbage."""
    resting = not gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not resting:
            gc.enable()
