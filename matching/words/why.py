"""Why these people and not someone else, in a member's words: what kept others away, and what would open more.

What somebody else decided (a block, a refusal), and what the member wrote of a person by name, is told by no count:
whom an `UNSPOKEN` rule keeps away is left out of every number, so that nothing can be worked out from them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from matching.engine import Obstacle
from matching.words.suggestions import LANGUAGE_NAMES, WAY_WORDS

UNSPOKEN = frozenset(
    {Obstacle.VETTING, Obstacle.BLOCKED, Obstacle.CONFLICT, Obstacle.AVOIDED, Obstacle.DECLINED_BEFORE}
)


@dataclass(frozen=True)
class Wish:
    """One of the member's own answers: whom it keeps away, what would open more, and the question it answers.

    `opens` is empty for a rule that no wish can change; it may name one thing to add, as {value}.
    """

    keeps_away: str
    opens: str = ""
    step: str = ""


WISHES: Mapping[Obstacle, Wish] = {
    Obstacle.KIND: Wish(
        "They are not the adviser, or not the peer, you asked for", "If an adviser and a peer are both fine", "who"
    ),
    Obstacle.AGE_GROUP: Wish("They work with people of another age"),
    Obstacle.LANGUAGE: Wish("They share no language with you", "If you could also talk in {value}", "languages"),
    Obstacle.HOURS: Wish("They are free at other times than you", "If you had other times in the week too", "hours"),
    Obstacle.WAY: Wish("They talk in other ways than you would like", "If you could also talk {value}", "place"),
    Obstacle.GENDER: Wish(
        "They are not the woman, or not the man, you need", "If a woman or a man were a wish and not a must", "wishes"
    ),
    Obstacle.TOPIC: Wish("They help with other things than you named", "If you named other topics too", "topics"),
}

# What to add, where one thing alone would open most.
ADDED: Mapping[Obstacle, Mapping[str, str]] = {
    Obstacle.LANGUAGE: LANGUAGE_NAMES,
    Obstacle.WAY: {str(way): words for way, words in WAY_WORDS.items()},
}

# Why a place with somebody who fits may be kept for another, by what a plan aims at.
KEPT_FOR: Mapping[str, str] = {
    "placed": "As many people as possible get someone. A place may go to somebody whom nobody else fits.",
    "floor": "Nobody is left with a poor fit so that others can have a better one.",
    "total": "All together people get those who fit them best, and who has waited longer counts more.",
    "stable": "Nobody gets a place that would be better for another, in the eyes of both.",
}


def would_open(obstacle: Obstacle, count: int, value: str = "") -> str:
    """What changing one answer would bring; `value` is the language or the way of talking to add."""
    added = ADDED.get(obstacle, {}).get(value, value)
    return f"{WISHES[obstacle].opens.format(value=added)}, {some_people(count, 'more ')} could be alongside you."


def some_people(count: int, more: str = "") -> str:
    return f"{count} {more}{'person' if count == 1 else 'people'}"
