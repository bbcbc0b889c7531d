"""A small problem with people we know by name, and plans and arrivals for it."""

from typing import Any

from matching.engine import Aim, HelperRow, Problem, SeekerRow, problem_of

Given = tuple[int | str, int | str, int]

ADA = SeekerRow("ada", 0, {"area": "north"})
DEV = SeekerRow("dev", 0, {"area": "north"})
EVE = SeekerRow("eve", 0, {"area": "south"})
BEN = HelperRow("ben", 1)
CLEO = HelperRow("cleo", 1)
PAIRS: list[Given] = [("ada", "ben", 60), ("ada", "cleo", 50), ("eve", "ben", 80), ("dev", "cleo", 30)]


def village(
    *, ben: HelperRow = BEN, cleo: HelperRow = CLEO, more: tuple[Given, ...] = (), aim: Aim | None = None, **given: Any
) -> Problem:
    """Ada, Dev and Eve ask; Ben and Cleo have a place each, so one of the three is left without."""
    return problem_of([ADA, DEV, EVE], [ben, cleo], [*PAIRS, *more], aim=aim, **given)
