"""Why someone was left without a pair, counted from the rules and the finished plan."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from matching.engine.plan import WhyUnplaced
from matching.engine.problem import Id

from .barriers import Barriers
from .candidates import barriers_of
from .cohort import Cohort
from .reasons import Obstacle


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


def left_out(cohort: Cohort, whys: Mapping[Id, WhyUnplaced]) -> Iterator[Unplaced]:
    """The numbers behind each of these people's reason, in order of id."""
    rows = np.array([row for row, seeker in enumerate(cohort.seekers) if seeker.id in whys], dtype=np.int64)
    full = np.array([helper.capacity == 0 for helper in cohort.helpers], dtype=np.bool_)
    for row, found in zip(rows.tolist(), barriers_of(cohort, rows), strict=True):
        fits = found == 0
        seeker = cohort.seekers[row].id
        yield Unplaced(
            seeker=seeker,
            why=whys[seeker],
            fitting=int(np.count_nonzero(fits)),
            full_before=int(np.count_nonzero(fits & full)),
            obstacles=tuple(_counts(found)),
        )


def _counts(found: Barriers) -> Iterator[ObstacleCount]:
    for obstacle in Obstacle:
        helpers = np.count_nonzero(found & obstacle.bit)
        if helpers:
            yield ObstacleCount(obstacle, int(helpers), int(np.count_nonzero(found == obstacle.bit)))
