"""What can be handed on of what two people did together, part by part, and what of it is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from caseload.models import Handover
from support.models import Goal
from support.queries import agreement_in_force_of

GOALS = "goals"


@dataclass(frozen=True)
class Part:
    """One thing that a member hands on or keeps; `lines` is what the next one reads of it."""

    name: str
    title: str
    lines: Callable[[Handover], list[str]]


@dataclass(frozen=True)
class HandedOn:
    """A part with what it says now."""

    name: str
    title: str
    lines: list[str]


def summary(handover: Handover) -> list[str]:
    return paragraphs(handover.summary)


def agreement(handover: Handover) -> list[str]:
    found = agreement_in_force_of(handover.pairing).first()
    if found is None:
        return []
    said = [
        ("What the member expects", found.member_expects),
        ("What the helper expects", found.helper_expects),
        ("How often", found.how_often),
        ("When", found.hours),
        ("Boundaries", found.boundaries),
        ("Shared with", found.shared_with),
    ]
    return [f"{title}: {words}" for title, words in said if words]


def goals(handover: Handover) -> list[str]:
    """What the two worked on and is not over; what the member brings along is worked on with the next one."""
    worked_on = [handover.pairing_id, handover.after_id]
    open_goals = Goal.objects.filter(member=handover.pairing.request.person, pairing__in=worked_on)
    return [goal.words for goal in open_goals if goal.is_open]


PARTS = (
    Part("summary", "The summary", summary),
    Part("agreement", "What we agreed", agreement),
    Part(GOALS, "Our goals", goals),
)


def parts_of(handover: Handover) -> list[HandedOn]:
    """What there is to hand on; a part that says nothing is not asked about."""
    found = (HandedOn(part.name, part.title, part.lines(handover)) for part in PARTS)
    return [part for part in found if part.lines]


def handed_on(handover: Handover) -> list[HandedOn]:
    """What the member has chosen to hand on, as it is now."""
    return [part for part in parts_of(handover) if part.name in handover.handed_on]


def titles_of(handover: Handover) -> list[HandedOn]:
    """The same for whoever may know what was handed on, and not what it says."""
    return [HandedOn(part.name, part.title, []) for part in PARTS if part.name in handover.handed_on]


def known_parts(names: Iterable[str]) -> list[str]:
    """These names in the order of the parts, without those that nothing goes by."""
    chosen = set(names)
    return [part.name for part in PARTS if part.name in chosen]


def paragraphs(words: str) -> list[str]:
    return [line.strip() for line in words.splitlines() if line.strip()]
