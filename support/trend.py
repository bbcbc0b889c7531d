"""Where the points of a trend lie in a small picture; beside it stands a table with the same numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WIDTH, HEIGHT, MARGIN = 320, 120, 12


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int
    value: int
    on: date


@dataclass(frozen=True, slots=True)
class Trend:
    """`lines` join answers that follow each other; where one was left out the line is broken."""

    words: str
    points: tuple[Point, ...]
    lines: tuple[str, ...]
    finding: str


def trend_of(words: str, said: Sequence[tuple[date, int | None]], *, most: int) -> Trend:
    """One place along the width for each time it was asked, one step upwards for each of the `most`."""
    step = (WIDTH - 2 * MARGIN) / max(len(said) - 1, 1)
    runs: list[list[Point]] = [[]]
    for place, (on, value) in enumerate(said):
        if value is None:
            runs.append([])
        else:
            upwards = value * (HEIGHT - 2 * MARGIN) / most
            runs[-1].append(Point(round(MARGIN + place * step), round(HEIGHT - MARGIN - upwards), value, on))
    points = tuple(point for run in runs for point in run)
    lines = tuple(" ".join(f"{point.x},{point.y}" for point in run) for run in runs if len(run) > 1)
    return Trend(words, points, lines, _finding(words, points, most))


def _finding(words: str, points: Sequence[Point], most: int) -> str:
    """What is seen at a glance, for who does not see it."""
    if not points:
        return f"{words}: not answered yet."
    if len(points) == 1:
        return f"{words}: {points[0].value} of {most}."
    return f"{words}: from {points[0].value} to {points[-1].value} of {most}, over {len(points)} answers."
