"""The integer programme: so many groups in each topic and slot, and who goes where.

Who may be with anybody in a cell is only counted there: people fill n groups if they are between n times the smallest
and n times the largest size, because they can then be dealt into groups of such sizes. Each of the wary may lead one
group of their own, in which wary people who stand after them and those who may be with anybody join; so the same
groups are written down in one way only.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .cells import Cell, Table

Floats = NDArray[np.float64]
Term = tuple[int, int]


class Answer(NamedTuple):
    """What the solver found: a value for each unknown, or None; the most it thinks possible; whether it finished."""

    values: Floats | None
    bound: float
    finished: bool


@dataclass(slots=True)
class Draft:
    """An integer programme while it is written: unknowns from nought to `highest`, and rows between two limits."""

    highest: list[int] = field(default_factory=list)
    terms: list[tuple[int, int, int]] = field(default_factory=list)
    limits: list[tuple[float, float]] = field(default_factory=list)

    def unknown(self, highest: int) -> int:
        self.highest.append(highest)
        return len(self.highest) - 1

    def row(self, terms: Iterable[Term], least: float = -np.inf, most: float = np.inf) -> None:
        self.terms += ((len(self.limits), column, factor) for column, factor in terms)
        self.limits.append((least, most))

    def solve(self, gains: Sequence[int], seconds: float) -> Answer:
        """Values that make the sum of the unknowns named in `gains` as large as can be; any at all if none is named."""
        # Read only when needed: it takes longer than all else that every start of the service reads.
        from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415
        from scipy.sparse import csr_array  # noqa: PLC0415

        objective = np.zeros(len(self.highest))
        objective[list(gains)] = -1
        row, column, factor = np.array(self.terms).T
        # An unknown that a row names twice counts with both factors together.
        system = csr_array((factor, (row, column)), shape=(len(self.limits), len(self.highest)))
        least, most = np.array(self.limits).T
        found = milp(
            objective,
            integrality=np.ones(len(self.highest)),
            bounds=Bounds(0, np.array(self.highest)),
            constraints=LinearConstraint(system, least, most),
            options={"time_limit": seconds, "mip_rel_gap": 0},
        )
        bound = np.inf if found.mip_dual_bound is None else -found.mip_dual_bound
        return Answer(found.x, bound, found.status in {0, 2})


class Seats(NamedTuple):
    """The unknowns of one cell: how many groups are led by none of the wary; who of the free joins; whom each leads."""

    cell: Cell
    ordinary: int
    joins: Mapping[int, int]
    # For each leader, the unknowns of all who could be in that group, the leader's own first.
    led: Sequence[Mapping[int, int]]


@dataclass(slots=True)
class Programme:
    """The programme of some cells, and what its unknowns stand for."""

    draft: Draft
    seats: list[Seats]

    def everybody(self) -> list[int]:
        """The unknowns that say of somebody that they are in a group."""
        return [unknown for seats in self.seats for part in (seats.joins, *seats.led) for unknown in part.values()]

    def hold(self, placed: int) -> None:
        """Allow only solutions in which so many people are in a group."""
        self.draft.row([(unknown, 1) for unknown in self.everybody()], least=placed, most=placed)


def programme_of(table: Table, cells: Sequence[Cell], smallest: int, largest: int) -> Programme:
    """The programme whose solutions are exactly the groups of these sizes, up to who of the free sits with whom."""
    draft = Draft()
    made = Programme(draft, [_seats(draft, table, cell, smallest, largest) for cell in cells])
    _at_most_one_group(made)
    return made


def _seats(draft: Draft, table: Table, cell: Cell, smallest: int, largest: int) -> Seats:
    most = len(cell.free)
    joins = {row: draft.unknown(1) for row in cell.free}
    led = [_led(draft, table, cell.wary[place:]) for place in range(len(cell.wary))]
    ordinary = draft.unknown(most // smallest)
    among = [draft.unknown(most) for _ in (joins, *led)]
    draft.row([*((one, 1) for one in joins.values()), *((count, -1) for count in among)], least=0, most=0)
    for groups, people in [(ordinary, [among[0]]), *_leaders(led, among[1:])]:
        draft.row([*((one, 1) for one in people), (groups, -smallest)], least=0)
        draft.row([*((one, 1) for one in people), (groups, -largest)], most=0)
    return Seats(cell, ordinary, joins, led)


def _led(draft: Draft, table: Table, rows: Sequence[int]) -> dict[int, int]:
    """The unknowns of a group that the first of these rows would lead."""
    first, *_ = rows
    group = {row: draft.unknown(1) for row in rows if row not in table.apart[first]}
    leader = group[first]
    for row, unknown in group.items():
        draft.row([(unknown, 1), (leader, -1)], most=0)
        for other in sorted(table.apart[row] & group.keys()):
            draft.row([(unknown, 1), (group[other], 1)], most=1)
    return group


def _leaders(led: Sequence[Mapping[int, int]], among: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """For each leader, the unknown that says that there is such a group, and the unknowns of all in it."""
    for group, count in zip(led, among, strict=True):
        people = list(group.values())
        yield people[0], [*people, count]


def _at_most_one_group(made: Programme) -> None:
    unknowns: dict[int, list[int]] = {}
    for seats in made.seats:
        for part in (seats.joins, *seats.led):
            for row, unknown in part.items():
                unknowns.setdefault(row, []).append(unknown)
    for mine in unknowns.values():
        made.draft.row([(unknown, 1) for unknown in mine], most=1)
