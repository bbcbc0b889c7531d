"""What a problem is to reach, as keys of its document."""

from functools import partial
from typing import Any

from matching.engine.problem import Aim, Objective

from .reading import Table, each_of, one_of, optional, whole

NUMBERS = ("at_least", "spread", "waiting", "seed")
AIM_KEYS = ("objective", *NUMBERS)


def aim_in(found: Table) -> Aim:
    """The aim that these keys say; what is not there, or null, is as usual."""
    given: dict[str, Any] = {name: optional(found, name, whole) for name in NUMBERS}
    given["order"] = optional(found, "objective", objectives)
    return Aim(**{name: value for name, value in given.items() if value is not None})


def aim_out(aim: Aim) -> Table:
    """The keys of an aim; numbers that are as usual are left out."""
    usual = Aim()
    numbers = {name: getattr(aim, name) for name in NUMBERS if getattr(aim, name) != getattr(usual, name)}
    return {"objective": aim.order, **numbers}


def objectives(found: Any, where: str) -> tuple[Objective, ...]:
    """An order of objectives."""
    return tuple(each_of(found, where, partial(one_of, Objective)))
