"""The words of an answer: what stands in the way of a pair, what speaks for it, how well it fits."""

from dataclasses import dataclass
from enum import StrEnum


class Obstacle(StrEnum):
    """A rule that forbids a pair, in the order in which the rules are read."""

    KIND = "kind"
    VETTING = "vetting"
    BLOCKED = "blocked"
    CONFLICT = "conflict"
    AVOIDED = "avoided"
    DECLINED_BEFORE = "declined_before"
    AGE_GROUP = "age_group"
    LANGUAGE = "language"
    HOURS = "hours"
    WAY = "way"
    GENDER = "gender"
    TOPIC = "topic"

    @property
    def bit(self) -> int:
        """This rule's place where the rules of many pairs are kept as whole numbers."""
        return _BITS[self]


_BITS = {obstacle: 1 << place for place, obstacle in enumerate(Obstacle)}


class Part(StrEnum):
    """A part of the score; the names are those of the weights."""

    TOPICS = "topics"
    LIVED_EXPERIENCE = "lived_experience"
    LANGUAGES = "languages"
    HOURS = "hours"
    WAYS = "ways"
    PLACE = "place"
    PREFERENCES = "preferences"
    WAITING = "waiting"


# Among the values of PREFERENCES: whose list of people they would like the other is in.
CHOSEN_BY_SEEKER = "chosen_by_seeker"
CHOSEN_BY_HELPER = "chosen_by_helper"


@dataclass(frozen=True, slots=True)
class Reason:
    """Something known on both sides that speaks for a pair: the points it brought and what was shared."""

    name: Part
    points: int
    values: tuple[str, ...] = ()


class Fit(StrEnum):
    """A score in words."""

    VERY_GOOD = "very_good"
    GOOD = "good"
    FAIR = "fair"
    POSSIBLE = "possible"


# Percent of the attainable points from which each word holds. Where nothing at
# all is known of two people they stand at 50, which is possible and no more.
FIT_FROM = ((80, Fit.VERY_GOOD), (65, Fit.GOOD), (55, Fit.FAIR))


def fit_of(points: int, attainable: int) -> Fit:
    """The word for so many of the attainable points."""
    for percent, fit in FIT_FROM:
        if attainable and points * 100 >= percent * attainable:
            return fit
    return Fit.POSSIBLE
