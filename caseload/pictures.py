"""Columns by month as a drawing inside the page: only where each one stands, colours and words are the page's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

# The units of the drawing; as wide as a phone shows it, so that the words keep their size there.
WIDTH, HEIGHT = 360, 150
TOP, BOTTOM = 16, 22
GAP = 6


@dataclass(frozen=True)
class Column:
    """One column; its number stands above it. `look` is which of the series it belongs to, from 0 on."""

    look: int
    number: int
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)

    @property
    def above(self) -> float:
        return round(self.y - 4, 1)


@dataclass(frozen=True)
class Label:
    words: str
    x: float


@dataclass(frozen=True)
class Picture:
    width: int
    height: int
    floor: int
    columns: tuple[Column, ...]
    labels: tuple[Label, ...]


def columns_of(months: Sequence[date], series: Sequence[Sequence[int | None]]) -> Picture:
    """A column for each number there is; what is nought has a line on the floor, what is missing has nothing."""
    most = max((number for numbers in series for number in numbers if number), default=0) or 1
    room, floor = WIDTH / len(months), HEIGHT - BOTTOM
    width = (room - GAP) / len(series)
    columns = [
        drawn(look, number, place * room + GAP / 2 + look * width, width, number / most * (floor - TOP), floor)
        for look, numbers in enumerate(series)
        for place, number in enumerate(numbers)
        if number is not None
    ]
    labels = [Label(f"{month:%b}", round((place + 0.5) * room, 1)) for place, month in enumerate(months)]
    return Picture(WIDTH, HEIGHT, floor, tuple(columns), tuple(labels))


def drawn(look: int, number: int, x: float, width: float, height: float, floor: int) -> Column:
    height = max(height, 1)
    return Column(look, number, round(x, 1), round(floor - height, 1), round(width, 1), round(height, 1))
