"""The parts of the benchmark, each a table and what it means for the goals."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from statistics import median
from typing import TypeVar

from ..report import Part, failed, plain_table
from . import goals
from .contest import Homes, Scale, homes_in, measured, progress
from .contestants import (
    BARE_SERVERS,
    ECHOES,
    NODE_BATCHED,
    NODE_ECHO,
    NODE_WS,
    OF_OURS,
    PLAIN,
    WITH_SOCKET_IO,
    Contestant,
    Running,
    running,
)
from .places import on_servers, on_sqlite
from .processes import NotMeasured
from .publishing import UNDER_WAY, published
from .returning import idle, restarted, storm
from .slowly import beside
from .table import fan_out_table, limit_table, milliseconds, not_measured, posting_table
from .talk import echoed, in_pairs, middle, to_many

T = TypeVar("T")
OTHERS = [NODE_WS, NODE_BATCHED, WITH_SOCKET_IO]
SOCKETS = [*OF_OURS, *PLAIN, NODE_WS, WITH_SOCKET_IO]


def measured_part(name: str, scale: Scale) -> Part:
    """The part with this name; one whose servers are not there says so."""
    try:
        return PARTS[name](scale)
    except NotMeasured as error:
        return failed(name.capitalize(), str(error))


@contextmanager
def homes_on_servers(scale: Scale) -> Iterator[Homes]:
    with on_servers() as place, homes_in(place, scale.size) as homes:
        yield homes


def limits(scale: Scale) -> Part:
    """What the servers under it all can do at most, and what the client can."""
    sizes = (1, *scale.connections[1:])
    with homes_on_servers(scale) as homes:
        echoes = measured([*ECHOES, NODE_ECHO], echoed, sizes, homes=homes, scale=scale)
        redis = {
            under_way: middle([published(homes.place.redis, under_way, scale.seconds) for _ in range(scale.rounds)])
            for under_way in (1, UNDER_WAY)
        }
    heard = [cell.heard for found in echoes.values() for cell in found.values() if cell.heard]
    fastest = max(heard, key=lambda each: each.per_second)
    said = (
        f"The client spent {fastest.client_busy:.0%} of one core on the fastest echo, {fastest.per_second:,.0f} a "
        f"second: it would reach its own limit at about {fastest.per_second / fastest.client_busy:,.0f}."
    )
    return Part("The limits: echoes, and Redis alone", limit_table(echoes, redis), [said, *not_measured(echoes)])


def posting(scale: Scale) -> Part:
    """PostgreSQL and Redis, one server process."""
    with homes_on_servers(scale) as homes:
        contestants = [*OF_OURS, *PLAIN, *OTHERS]
        cells = measured(contestants, in_pairs, scale.connections, homes=homes, scale=scale)
    return Part(
        "Posting: PostgreSQL and Redis, one process",
        posting_table(cells, PLAIN),
        [*goals.of_posting(cells), *not_measured(cells)],
    )


def posting_on_sqlite(scale: Scale) -> Part:
    """SQLite and the layer in the process, as on the machine of somebody who tries Alongside out."""
    with on_sqlite() as place, homes_in(place, scale.size) as homes:
        cells = measured([*OF_OURS, *PLAIN], in_pairs, scale.connections, homes=homes, scale=scale)
    return Part(
        "Posting: SQLite, in one process",
        posting_table(cells, PLAIN),
        [*goals.of_arriving(cells), *not_measured(cells)],
    )


def three_processes(scale: Scale) -> Part:
    """The same people spread over three processes, beside one."""
    sizes = scale.connections[1:]
    contestants = [*OF_OURS, *PLAIN, NODE_WS]
    with homes_on_servers(scale) as homes:
        one = measured([*OF_OURS, NODE_WS], in_pairs, sizes, homes=homes, scale=scale)
        three = measured(contestants, in_pairs, sizes, homes=homes, scale=scale, processes=3)
    return Part(
        "Posting: three processes", posting_table(three, PLAIN), [*goals.of_processes(one, three), *not_measured(three)]
    )


def fan_out(scale: Scale) -> Part:
    """One writes, many hear it."""
    with homes_on_servers(scale) as homes:
        contestants = [*BARE_SERVERS, *OF_OURS, *PLAIN, NODE_WS, WITH_SOCKET_IO]
        cells = measured(contestants, to_many, scale.members, homes=homes, scale=scale)
    return Part(
        "Fan-out: one process", fan_out_table(cells, BARE_SERVERS), [*goals.of_fan_out(cells), *not_measured(cells)]
    )


def idle_sockets(scale: Scale) -> Part:
    """What it costs to be there, and what it takes to come."""
    connections = max(scale.connections)
    columns = ("who", "KiB for an idle socket", f"{connections:,} in one storm, s", "tries that failed")
    table, said = plain_table(columns, left=1), []
    with homes_on_servers(scale) as homes:
        for who in (*BARE_SERVERS, *SOCKETS):
            try:
                each = median(_alone(homes, who, partial(idle, connections=connections)) for _ in range(scale.rounds))
                came = [_alone(homes, who, partial(storm, connections=connections)) for _ in range(scale.rounds)]
            except NotMeasured as error:
                table.add_row(who.name, "not measured", "-", "-")
                said.append(f"{who.name}, not measured: {error}")
                continue
            seconds, failures = median(one.ready for one in came), sum(one.failed for one in came)
            table.add_row(who.name, f"{each / 1024:.0f}", f"{seconds:.1f}", f"{failures:,}")
            said += [goals.of_idle(who, each)] if who in OF_OURS else []
    return Part("Idle sockets, and all at once", table, said)


def restart(scale: Scale) -> Part:
    """The server is killed and started again; everybody comes back at the same moment and asks for what was missed."""
    connections = max(scale.connections)
    columns = ("who", "sockets", "all in, s", "all resumed, s", "tries that failed", "messages lost")
    table, said = plain_table(columns, left=1), []
    with homes_on_servers(scale) as homes:
        for who in OF_OURS:
            for _ in range(scale.rounds):
                home = homes.of(who)
                came = _alone(homes, who, partial(restarted, home=home, connections=connections))
                row = (f"{came.ready:.1f}", f"{came.resumed:.1f}", f"{came.failed:,}", f"{came.lost:,}")
                table.add_row(who.name, f"{connections:,}", *row)
                said.append(goals.of_coming_back(who, connections, came.resumed, came.lost))
    return Part("After a restart", table, said)


def slow_readers(scale: Scale) -> Part:
    """People whose devices stop reading, and what the others notice of it."""
    columns = (
        "who",
        "slow readers",
        "screen p50 ms",
        "screen p99",
        "never arrived",
        "server grew, MiB",
        "closed",
        "codes",
    )
    table, said = plain_table(columns, left=1), []
    with homes_on_servers(scale) as homes, progress() as shown:
        for who in shown.track([*OF_OURS, *PLAIN, NODE_WS], description="slow readers"):
            for slow in (0, scale.slow):
                seconds = 4 * scale.seconds
                try:
                    found = _alone(homes, who, lambda at: beside(at, scale.crowd, slow, seconds))  # noqa: B023
                except NotMeasured as error:
                    table.add_row(who.name, f"{slow:,}", "not measured", *["-"] * 5)
                    said.append(f"{who.name}, not measured: {error}")
                    continue
                latencies = milliseconds(found.screen), milliseconds(found.screen_99)
                codes = ", ".join(map(str, sorted(found.codes))) or "-"
                row = (*latencies, f"{found.missing:,}", f"{found.held:,.0f}", f"{found.closed:,}", codes)
                table.add_row(who.name, f"{slow:,}", *row)
    normal = scale.crowd - scale.slow
    return Part(f"Slow readers beside {normal:,} who read", table, said)


def _alone(homes: Homes, who: Contestant, look: Callable[[Running], T]) -> T:
    with running(who, homes.of(who)) as at:
        return look(at)


PARTS: dict[str, Callable[[Scale], Part]] = {
    "limits": limits,
    "posting": posting,
    "sqlite": posting_on_sqlite,
    "processes": three_processes,
    "fan-out": fan_out,
    "idle": idle_sockets,
    "restart": restart,
    "slow": slow_readers,
}
