"""Which topics and slots have enough people for a group."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from matching.engine.ties import keys

from .problem import GroupPerson, GroupProblem


class Cell(NamedTuple):
    """A topic in a slot, with the rows who could meet there."""

    topic: str
    slot: str
    # These may be with anybody here.
    free: tuple[int, ...]
    # Each of these is to be kept apart from somebody else here.
    wary: tuple[int, ...]


class Table(NamedTuple):
    """The people of a problem as rows; from whom each row is kept apart."""

    people: tuple[GroupPerson, ...]
    apart: tuple[frozenset[int], ...]


def table_of(problem: GroupProblem) -> Table:
    """Rows in an order that only ids and the seed decide, so that equals are told apart by neither rank nor name."""
    order = keys((person.id for person in problem.people), seed=problem.seed).argsort(kind="stable").tolist()
    people = tuple(problem.people[place] for place in order)
    row = {person.id: place for place, person in enumerate(people)}
    apart: list[set[int]] = [set() for _ in people]
    for one, other in problem.apart:
        apart[row[one]].add(row[other])
        apart[row[other]].add(row[one])
    return Table(people, tuple(map(frozenset, apart)))


def cells_of(table: Table, size: int) -> list[Cell]:
    """Every topic in every slot where a group of this size could be, in order of their names."""
    there: dict[tuple[str, str], list[int]] = defaultdict(list)
    for row, person in enumerate(table.people):
        for topic in person.topics:
            for slot in person.slots:
                there[topic, slot].append(row)
    return [_cell(table, *names, there[names]) for names in sorted(there) if len(there[names]) >= size]


def _cell(table: Table, topic: str, slot: str, rows: Sequence[int]) -> Cell:
    here = set(rows)
    wary = {row for row in rows if table.apart[row] & here}
    return Cell(topic, slot, tuple(row for row in rows if row not in wary), tuple(row for row in rows if row in wary))


def could_join(table: Table, cells: Sequence[Cell], size: int) -> set[int]:
    """The rows for whom, in some cell, there are enough others from whom they are not kept apart."""
    found = set()
    for cell in cells:
        here = {*cell.free, *cell.wary}
        found |= {row for row in here if len(here - table.apart[row]) >= size}
    return found
