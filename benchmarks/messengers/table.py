"""The tables: one row for each contestant at each size."""

from collections.abc import Mapping, Sequence

from rich.table import Table

from ..report import plain_table
from .contest import Cell, Cells
from .contestants import Contestant
from .talk import Heard

BUSY = ("client busy", "servers busy", "µs each")
LATENCIES = ("ack p50 ms", "ack p99", "screen p50", "screen p99")


def milliseconds(value: float) -> str:
    """With as many digits as say something; nothing where nothing was measured."""
    if not value:
        return "-"
    return f"{value:.2f}" if value < 10 else f"{value:,.0f}"


def latencies(heard: Heard) -> list[str]:
    return [milliseconds(each) for each in (heard.ack, heard.ack_99, heard.screen, heard.screen_99)]


def busy(heard: Heard) -> list[str]:
    return [f"{heard.client_busy:.0%}", f"{heard.servers_busy:.0%}", f"{heard.cost:,.0f}"]


def ratio(found: float, beside: float) -> str:
    return f"{found / beside:.2f}" if found and beside else "-"


def beside(contestant: Contestant, others: Mapping[Contestant, Cell], yardsticks: Sequence[Contestant]) -> float:
    """What the yardstick on the same server reaches, or on uvicorn for who runs on another one."""
    same = [each for each in yardsticks if each.server == contestant.server]
    found = others.get((same or list(yardsticks))[0 if same else -1])
    return found.per_second if found else 0.0


def posting_table(cells: Cells, yardsticks: Sequence[Contestant]) -> Table:
    """Posts: how many are acked a second, beside the plain way, and how long one waits."""
    columns = ("connections", "who", "acked/s", "x plain", *LATENCIES, "never arrived", *BUSY)
    table = plain_table(columns, left=2)
    for connections, found in cells.items():
        for contestant, cell in found.items():
            name = "one pair" if connections == 2 else f"{connections:,}"
            rate = ratio(cell.per_second, beside(contestant, found, yardsticks))
            table.add_row(name, contestant.name, *_row(cell, rate, len(columns) - 2))
    return table


def _row(cell: Cell, rate: str, width: int) -> list[str]:
    if not cell.heard:
        return ["not measured", *["-"] * (width - 1)]
    heard = cell.heard
    return [f"{heard.per_second:,.0f}", rate, *latencies(heard), f"{heard.missing:,.0f}", *busy(heard)]


def fan_out_table(cells: Cells, yardsticks: Sequence[Contestant]) -> Table:
    """Deliveries: how many arrive a second, beside the bare server."""
    columns = ("members", "who", "deliveries/s", "of bare ASGI", "never arrived", *BUSY)
    table = plain_table(columns, left=2)
    for members, found in cells.items():
        for contestant, cell in found.items():
            row = ["not measured", *["-"] * (len(columns) - 3)]
            if cell.heard:
                rate = ratio(cell.per_second, beside(contestant, found, yardsticks))
                row = [f"{cell.per_second:,.0f}", rate, f"{cell.heard.missing:,.0f}", *busy(cell.heard)]
            table.add_row(f"{members:,}", contestant.name, *row)
    return table


def limit_table(echoes: Cells, published: Mapping[int, Heard]) -> Table:
    """Echoes of bare servers, and what Redis passes on."""
    columns = ("what", "connections", "per second", "p50 ms", "p99 ms", *BUSY)
    table = plain_table(columns, left=2)
    for connections, found in echoes.items():
        for contestant, cell in found.items():
            row = ["not measured", *["-"] * (len(columns) - 3)]
            if cell.heard:
                row = _limit_row(cell.heard)
            table.add_row(f"echo: {contestant.name}", f"{connections:,}", *row)
    for under_way, heard in published.items():
        table.add_row("Redis, publish to subscriber", f"1, {under_way} under way", *_limit_row(heard)[:-2], "-", "-")
    return table


def _limit_row(heard: Heard) -> list[str]:
    return [f"{heard.per_second:,.0f}", *latencies(heard)[2:], *busy(heard)]


def not_measured(cells: Cells) -> list[str]:
    """Who could not be measured, and why, once for each reason."""
    said = {(who.name, cell.said): None for found in cells.values() for who, cell in found.items() if cell.said}
    return [f"{name}, not measured: {why}" for name, why in said]
