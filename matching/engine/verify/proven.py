"""What is known of a plan that `verify` finds nothing wrong with, in one sentence and no more than is so."""

from functools import singledispatch
from typing import Any

from matching.engine.groups.plan import GroupPlan, Proof
from matching.engine.peers.plan import PeerPlan
from matching.engine.plan import Plan
from matching.engine.problem import Objective


@singledispatch
def proven(plan: Any) -> str:
    """What is proven of a plan of any kind, and what is not."""
    raise TypeError(f"{type(plan).__name__} is no plan.")


@proven.register
def _(plan: Plan) -> str:
    if Objective.STABLE in plan.order:
        people = plan.placed + len(plan.unplaced)
        return (
            f"Checked: {plan.placed} of {people} people are placed, and no seeker and helper would both rather have "
            "each other; of the total nothing is proven."
        )
    return _best(plan, f" less {plan.load_cost} for load" if plan.load_cost else "")


@proven.register
def _(plan: PeerPlan) -> str:
    return _best(plan)


@proven.register
def _(plan: GroupPlan) -> str:
    people = plan.placed + len(plan.unplaced)
    known = {
        Proof.COUNTED: "no plan places more, which was counted",
        Proof.SOLVER: "that no plan places more rests on the solver's word",
        Proof.NONE: f"at most {plan.bound} could be, by the solver's word",
    }
    return f"Checked: {plan.placed} of {people} people are in groups that keep every rule; {known[plan.proof]}."


def _best(plan: Plan | PeerPlan, load: str = "") -> str:
    people = plan.placed + len(plan.unplaced)
    if not plan.placed:
        return f"Proven: none of these {people} people can be placed."
    floor = f" none of as many has a worst-off above {plan.floor};" if Objective.FLOOR in plan.order else ""
    return (
        f"Proven: no plan places more than these {plan.placed} of {people} people;{floor} "
        f"and none of those has a better total than {plan.total}{load}."
    )
