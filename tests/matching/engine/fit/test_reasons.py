"""Obstacles as bits, and scores as words."""

import pytest

from matching.engine import Fit, Obstacle
from matching.engine.fit.reasons import fit_of


def test_each_obstacle_has_a_bit_of_its_own() -> None:
    assert [obstacle.bit for obstacle in Obstacle] == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048]


@pytest.mark.parametrize(
    ("points", "attainable", "fit"),
    [
        (100, 100, Fit.VERY_GOOD),
        (80, 100, Fit.VERY_GOOD),
        (79, 100, Fit.GOOD),
        (65, 100, Fit.GOOD),
        (64, 100, Fit.FAIR),
        (55, 100, Fit.FAIR),
        (54, 100, Fit.POSSIBLE),
        (0, 100, Fit.POSSIBLE),
        (0, 0, Fit.POSSIBLE),
    ],
)
def test_a_score_in_words(points: int, attainable: int, fit: Fit) -> None:
    assert fit_of(points, attainable) is fit
