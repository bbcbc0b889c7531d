"""From what the solver found in a topic and slot to its groups."""

from collections.abc import Iterator, Mapping

from .cells import Table
from .plan import Group
from .problem import id_order
from .programme import Floats, Seats


def dealt(table: Table, seats: Seats, values: Floats) -> Iterator[Group]:
    """The groups of a cell; those who may be with anybody go, one after the other, where the fewest are.

    No way of dealing them makes the smallest group larger or the largest one smaller, so the sizes stay inside their
    limits because the solver has shown that some way does.
    """
    led = [_chosen(group, values) for group in seats.led]
    groups = [group for group in led if group] + [[] for _ in range(round(values[seats.ordinary]))]
    for row in _chosen(seats.joins, values):
        min(groups, key=len).append(row)
    for group in groups:
        members = sorted((table.people[row].id for row in group), key=id_order)
        yield Group(seats.cell.topic, seats.cell.slot, tuple(members))


def _chosen(unknowns: Mapping[int, int], values: Floats) -> list[int]:
    return [row for row, unknown in unknowns.items() if round(values[unknown])]
