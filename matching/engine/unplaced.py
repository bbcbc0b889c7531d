"""Why someone was left without a pair, counted from the rules and the finished plan."""

from collections.abc import Iterator

import numpy as np

from .barriers import Barriers
from .columns import Whole
from .graph import Graph, barriers_of
from .plan import ObstacleCount, Unplaced, WhyUnplaced
from .problem import Problem
from .reasons import Obstacle


def unplaced(problem: Problem, graph: Graph, rows: Whole) -> Iterator[Unplaced]:
    """The reason for each of these rows of seekers, who have no pair in a plan that places as many as possible."""
    if not problem.helpers:
        yield from (Unplaced(seeker, WhyUnplaced.NO_HELPER_AT_ALL) for seeker in graph.seeker_ids[rows].tolist())
        return
    for row, found in zip(rows.tolist(), barriers_of(problem, rows), strict=True):
        fits = found == 0
        yield Unplaced(
            seeker=int(graph.seeker_ids[row]),
            # A largest flow leaves nobody without a place while a helper who fits
            # still has one; whoever fitted has therefore none left.
            why=WhyUnplaced.ALL_PLACES_TAKEN if fits.any() else WhyUnplaced.NOBODY_FITS,
            fitting=int(np.count_nonzero(fits)),
            full_before=int(np.count_nonzero(fits & (graph.capacity == 0))),
            obstacles=tuple(_counts(found)),
        )


def _counts(found: Barriers) -> Iterator[ObstacleCount]:
    for obstacle in Obstacle:
        helpers = np.count_nonzero(found & obstacle.bit)
        if helpers:
            yield ObstacleCount(obstacle, int(helpers), int(np.count_nonzero(found == obstacle.bit)))
