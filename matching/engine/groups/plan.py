"""The answer: which groups meet about what and when, who is in none and why, and what of it is proven."""

from dataclasses import dataclass
from enum import StrEnum

from matching.engine.plan import Status
from matching.engine.problem import Id


class WhyNoGroup(StrEnum):
    """Why someone is in no group."""

    # They gave no topic, or no slot.
    NOTHING_GIVEN = "nothing_given"
    # At none of their slots do enough others share one of their topics.
    TOO_FEW_SHARE = "too_few_share"
    # Enough do, but any group for this person would leave as many others without one, or hold two to be kept apart.
    NO_GROUP_LEFT = "no_group_left"


class Proof(StrEnum):
    """What shows that no plan places more people."""

    # Everybody is placed for whom enough others share a topic and a slot: anyone can count that again.
    COUNTED = "counted"
    # The solver's bound, which is believed and not re-checked.
    SOLVER = "solver"
    # Time was up before.
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Group:
    """People who meet about one topic in one weekly slot; members in order of id."""

    topic: str
    slot: str
    members: tuple[Id, ...]


@dataclass(frozen=True)
class GroupPlan:
    """The best groups there are for a problem, in order of topic, slot and members.

    OPTIMAL says that both aims are proven, by `proof` and by the solver; FEASIBLE that the groups hold to every rule
    but that time was up before a proof; EMPTY that there can be no group at all.
    """

    status: Status
    groups: tuple[Group, ...]
    placed: int
    unplaced: tuple[tuple[Id, WhyNoGroup], ...]
    # So many people at most could be placed.
    bound: int
    proof: Proof
    # The size of the smallest group; None where there is none.
    floor: int | None
    solver: str
    seed: int
    # The fingerprint of the problem.
    problem: str = ""

    @property
    def proven(self) -> bool:
        """Whether it is shown that no plan places more people."""
        return self.proof is not Proof.NONE
