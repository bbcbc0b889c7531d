"""The answer: who is paired with whom and why, whom else they could have, and why the others have nobody yet."""

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from .reasons import Fit, Obstacle, Reason


class Status(StrEnum):
    """What came of it; that nobody could be placed is an answer too."""

    OPTIMAL = "optimal"
    EMPTY = "empty"


class WhyUnplaced(StrEnum):
    """Why someone has nobody yet."""

    NO_HELPER_AT_ALL = "no_helper_at_all"
    NOBODY_FITS = "nobody_fits"
    ALL_PLACES_TAKEN = "all_places_taken"


@dataclass(frozen=True, slots=True)
class Match:
    """One pair, with how well it fits and what speaks for it."""

    seeker: int
    helper: int
    score: int
    fit: Fit
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class ObstacleCount:
    """How many helpers a rule kept away from someone, and for how many it was the only one that did."""

    obstacle: Obstacle
    helpers: int
    alone: int


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Someone without a pair: the reason, and the numbers that show it."""

    seeker: int
    why: WhyUnplaced
    # Helpers whom no rule forbids, and how many of them had no free place to begin with.
    fitting: int = 0
    full_before: int = 0
    obstacles: tuple[ObstacleCount, ...] = ()


@dataclass(frozen=True)
class Plan:
    """The best pairs there are for a problem, in order of seeker."""

    status: Status
    pairs: tuple[Match, ...] = ()
    # Up to two for each placed seeker, the best first, only with helpers who keep a free place.
    alternatives: tuple[Match, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    # With these the plan can be made again.
    weights: str = ""
    seed: int = 0

    @property
    def placed(self) -> int:
        """How many people have a pair."""
        return len(self.pairs)

    @property
    def total(self) -> int:
        """All scores together."""
        return sum(match.score for match in self.pairs)

    @cached_property
    def offers(self) -> dict[int, tuple[Match, ...]]:
        """For each placed seeker the pair first, then the alternatives."""
        found: dict[int, list[Match]] = defaultdict(list)
        for match in (*self.pairs, *self.alternatives):
            found[match.seeker].append(match)
        return {seeker: tuple(matches) for seeker, matches in found.items()}
