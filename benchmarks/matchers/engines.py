"""What an engine is: from an instance to the pairs chosen, and what of that is measured."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .instances import Instance, Whole


class NotProven(Exception):
    """An engine ran out of time with pairs in hand that it could not prove to be the best."""

    def __init__(self, edges: Whole) -> None:
        super().__init__("not proven to be the best")
        self.edges = edges


def _as_it_is(given: Instance) -> Any:
    return given


def _edges(_: Instance, answer: Whole) -> Whole:
    return answer


@dataclass(frozen=True, slots=True)
class Engine:
    """One row of the table; only `solve` is timed, so it holds all that an engine needs to build from plain arrays."""

    name: str
    # Takes what `prepare` gives and the seconds it may take; `read` finds the pairs of its answer in the list of pairs.
    solve: Callable[[Any, float], Any]
    # Whether it claims as many people as possible, then the best total: all who do must agree.
    exact: bool = True
    prepare: Callable[[Instance], Any] = _as_it_is
    read: Callable[[Instance, Any], Whole] = _edges
