"""What each part of a fit means and how much it counts, in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


class Configured(Protocol):
    """What is told here of a configuration."""

    weights: Any
    spread: int
    offers_at_once: bool


@dataclass(frozen=True)
class PartOfAFit:
    """One part: its name for a coordinator, what brings its points, and the unit these are told in."""

    name: str
    meaning: str
    unit: str = "points"


# In the order in which reasons are told; the keys are those of the engine's weights.
PARTS: Mapping[str, PartOfAFit] = {
    "topics": PartOfAFit("Topics", "The share of what somebody asks for that the helper knows about."),
    "lived_experience": PartOfAFit("Lived experience", "The helper has been through it, where that is wished for."),
    "languages": PartOfAFit("Languages", "The two share a language."),
    "hours": PartOfAFit("Hours", "How many free hours of the week the two have in common."),
    "ways": PartOfAFit("Ways to talk", "The share of the wished ways to talk that suit the helper too."),
    "place": PartOfAFit("Area", "The two live in the same area."),
    "preferences": PartOfAFit(
        "Wishes about the person",
        "How far wishes are met, on average: for a woman or a man, and of either of the two for somebody by name.",
    ),
    "waiting": PartOfAFit(
        "Waiting",
        "Added for each week somebody has waited, without an end, so that nobody waits for ever.",
        "points a week",
    ),
    "enough_hours": PartOfAFit(
        "Enough hours",
        "So many free hours in common bring all the points of hours.",
        "hours a week",
    ),
}
# Waiting and the number of hours are no part of how well two people fit.
PARTS_OF_A_FIT = [name for name in PARTS if name not in ("waiting", "enough_hours")]
SPREAD = PartOfAFit(
    "Spreading the load",
    "Taken off for each person a helper has already, so that people are spread over helpers.",
    "points a person",
)
AT_ONCE = PartOfAFit("Between rounds", "Whether who comes between two rounds is offered a free place at once.", "")


@dataclass(frozen=True)
class PartInWords:
    """A part and how much it counts in one configuration."""

    name: str
    meaning: str
    value: str


def parts_in_words(configuration: Configured) -> list[PartInWords]:
    said = [
        *((part, f"{configuration.weights[name]} {part.unit}") for name, part in PARTS.items()),
        (SPREAD, f"{configuration.spread} {SPREAD.unit}"),
        (AT_ONCE, "offered at once" if configuration.offers_at_once else "wait for the next round"),
    ]
    return [PartInWords(part.name, part.meaning, value) for part, value in said]
