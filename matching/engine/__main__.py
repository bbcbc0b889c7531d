"""Solves, verifies and explains from the shell: `python -m matching.engine solve problem.json > plan.json`."""

import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from .documents import AnyPlan, AnyProblem, plan_from_json, plan_to_json, problem_from_json
from .errors import ProblemError
from .peers import PeerPlan, PeerProblem
from .plan import Plan
from .problem import Id, Problem
from .questions.explain import explain
from .questions.explain_peers import explain_peer
from .solve import solve
from .verify import proven, verify

FINE, NOT_PROVEN, REFUSED = 0, 1, 2

# What is to be written, and the exit code.
Answer = tuple[str, int]
Made = TypeVar("Made")


def main(words: Sequence[str] | None = None) -> int:
    """Do what the command line asks; what cannot be read is told in one line, and the exit code is 2."""
    given = _parser().parse_args(words)
    try:
        answer: Answer = given.do(given)
    except ProblemError as error:
        sys.stderr.write(f"{error}\n")
        return REFUSED
    _say(answer[0])
    return answer[1]


def solved(given: Namespace) -> Answer:
    """The plan as one JSON object."""
    return plan_to_json(solve(_read(given.problem, problem_from_json))), FINE


def verified(given: Namespace) -> Answer:
    """What is proven of a plan, or each fault on a line."""
    problem, plan = _both(given)
    faults = verify(problem, plan)
    return ("\n".join(faults), NOT_PROVEN) if faults else (proven(plan), FINE)


def explained(given: Namespace) -> Answer:
    """What a plan means for one person; only of a plan that holds, so that nothing is explained that is not so."""
    problem, plan = _both(given)
    faults = verify(problem, plan)
    if faults:
        raise ProblemError(f"{given.plan}: this plan does not hold. {faults[0]}")
    if isinstance(problem, Problem) and isinstance(plan, Plan):
        return explain(problem, plan, _spelt((one.id for one in problem.seekers), given.seeker)), FINE
    if isinstance(problem, PeerProblem) and isinstance(plan, PeerPlan):
        return explain_peer(problem, plan, _spelt((one.id for one in problem.people), given.seeker)), FINE
    raise ProblemError("Plans of groups cannot be explained.")


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="python -m matching.engine", description="Match seekers with helpers, and check it.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    problem = ArgumentParser(add_help=False)
    problem.add_argument("problem", metavar="PROBLEM", help="a problem as JSON; - for standard input")
    plan = ArgumentParser(add_help=False)
    plan.add_argument("plan", metavar="PLAN", help="a plan as JSON; - for standard input")
    command = commands.add_parser("solve", parents=[problem], help="write the best plan as JSON")
    command.set_defaults(do=solved)
    command = commands.add_parser("verify", parents=[problem, plan], help="say what is proven of a plan, or its faults")
    command.set_defaults(do=verified)
    command = commands.add_parser("explain", parents=[problem, plan], help="say what a plan means for one person")
    command.add_argument("seeker", metavar="SEEKER", help="the id of a seeker")
    command.set_defaults(do=explained)
    return parser


def _both(given: Namespace) -> tuple[AnyProblem, AnyPlan]:
    return _read(given.problem, problem_from_json), _read(given.plan, plan_from_json)


def _read(name: str, reader: Callable[[str], Made]) -> Made:
    try:
        return reader(_text(name))
    except ProblemError as error:
        raise ProblemError(f"{name}: {error}") from None


def _text(name: str) -> str:
    try:
        found = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return found.decode("utf-8-sig")
    except OSError as error:
        raise ProblemError(f"{error.strerror}.") from None
    except UnicodeDecodeError as error:
        raise ProblemError(f"Not UTF-8: byte {error.start} cannot be read.") from None


def _spelt(ids: Iterable[Id], said: str) -> Id:
    """The id that is spelt like this; where 5 and "5" both are, the number, and the word when it is given in quotes."""
    known = list(ids)
    for spelling in (str, json.dumps):
        for each in known:
            if spelling(each) == said:
                return each
    raise ProblemError(f"There is no seeker {json.dumps(said)}.")


def _say(said: str) -> None:
    try:
        sys.stdout.write(f"{said}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has had enough; Python would complain once more when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
