"""A number by which a problem is known again: the same for any order of its rows, another for any other problem."""

import json
from functools import singledispatch
from hashlib import sha256
from typing import Any

from matching.engine.groups.problem import GroupProblem
from matching.engine.peers.problem import PeerProblem
from matching.engine.problem import Aim, Problem


@singledispatch
def fingerprint(problem: Any) -> str:
    """The SHA-256 of everything that decides the plan or measures its fairness, as 64 hexadecimal digits.

    Reasons are left out: they explain scores and decide nothing. Takes a problem of any kind.
    """
    raise TypeError(f"{type(problem).__name__} is no problem.")


@fingerprint.register
def _(problem: Problem) -> str:
    head = {
        "kind": "advisers",
        "seekers": [[seeker.id, seeker.waited_days, dict(seeker.groups)] for seeker in problem.seekers],
        "helpers": problem.helpers,
        "aim": _parts(problem.aim),
        "pairs": len(problem.rows),
    }
    return digest(head, problem.rows, problem.columns, problem.scores, problem.locked)


@fingerprint.register
def _(problem: PeerProblem) -> str:
    head = {
        "kind": "peers",
        "people": [[person.id, dict(person.groups)] for person in problem.people],
        "aim": _parts(problem.aim),
        "pairs": len(problem.first),
    }
    return digest(head, problem.first, problem.second, problem.scores)


@fingerprint.register
def _(problem: GroupProblem) -> str:
    head = {
        "kind": "groups",
        "people": [[one.id, sorted(one.topics), sorted(one.slots), dict(one.groups)] for one in problem.people],
        "sizes": [problem.smallest, problem.largest],
        "apart": problem.apart,
        "seed": problem.seed,
    }
    return digest(head)


def _parts(aim: Aim) -> list[Any]:
    return [aim.order, aim.at_least, aim.spread, aim.waiting, aim.seed]


def digest(head: dict[str, Any], *columns: Any) -> str:
    """The SHA-256 of a canonical JSON object and of columns of whole numbers, each 64 bits, the lowest byte first."""
    found = sha256(json.dumps(head, sort_keys=True, separators=(",", ":")).encode())
    for column in columns:
        found.update(column.astype("<i8").tobytes())
    return found.hexdigest()
