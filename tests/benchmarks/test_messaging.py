"""The benchmark of messaging at tiny sizes: everybody is talked to, every frame read, every sentence right."""

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from benchmarks.messengers import goals
from benchmarks.messengers.contest import Cell, Homes, Scale, homes_in, measured
from benchmarks.messengers.contestants import (
    BARE_SERVERS,
    ECHOES,
    NODE_WS,
    OF_OURS,
    PLAIN,
    WITH_SOCKET_IO,
    Contestant,
    running,
)
from benchmarks.messengers.dialects import as_event, as_json, client_id_in
from benchmarks.messengers.places import on_servers, on_sqlite
from benchmarks.messengers.processes import ROOT, NotMeasured, started
from benchmarks.messengers.publishing import published
from benchmarks.messengers.returning import idle, restarted, storm
from benchmarks.messengers.slowly import beside
from benchmarks.messengers.table import fan_out_table, not_measured, posting_table
from benchmarks.messengers.talk import Heard, echoed, in_milliseconds, in_pairs, middle, new_id, to_many
from benchmarks.messengers.town import Size, read, town_of, written
from benchmarks.messengers.wire import CLOSE, PING, PONG, TEXT, Address, Line, framed

TINY = Scale((2, 4), (2, 3), crowd=5, slow=2, seconds=0.2, rounds=1)


@pytest.fixture(scope="module")
def here() -> Iterator[Homes]:
    """SQLite and no Redis, as on one machine."""
    with on_sqlite() as place, homes_in(place, TINY.size) as homes:
        yield homes


def everything_arrived(heard: Heard) -> bool:
    return heard.per_second > 0 and heard.missing == 0


@pytest.mark.parametrize("who", [*OF_OURS, *PLAIN], ids=lambda who: who.name)
def test_pairs_and_groups_hear_everything(who: Contestant, here: Homes) -> None:
    with running(who, here.of(who)) as at:
        assert [everything_arrived(in_pairs(at, connections, 0.2)) for connections in TINY.connections] == [True, True]
        assert everything_arrived(to_many(at, 3, 0.2))


@pytest.mark.parametrize("who", BARE_SERVERS, ids=lambda who: who.name)
def test_a_bare_server_tells_everybody(who: Contestant, here: Homes) -> None:
    with running(who, here.of(who)) as at:
        assert everything_arrived(to_many(at, 3, 0.2))


def test_nobody_is_lost_by_a_restart(here: Homes) -> None:
    who = OF_OURS[1]
    with running(who, here.of(who)) as at:
        came = restarted(at, here.of(who), 4)
    assert (came.failed, came.lost) == (0, 0)


def test_a_bare_server_answers_many(here: Homes) -> None:
    who = ECHOES[1]
    with running(who, here.of(who)) as at:
        assert everything_arrived(echoed(at, 2, 0.2))
        assert idle(at, 4) >= 0
        assert storm(at, 4).failed == 0


def test_who_reads_gets_everything_beside_those_who_do_not(here: Homes) -> None:
    who = OF_OURS[1]
    with running(who, here.of(who)) as at:
        assert beside(at, 5, 2, 0.2).missing == 0


@pytest.mark.servers
@pytest.mark.skipif(shutil.which("redis-server") is None, reason="starts a Redis of its own: install redis-server")
def test_several_processes_are_one_service(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BENCHMARK_DATABASE_URL", os.environ["TEST_DATABASE_URL"])
    with on_servers() as place, homes_in(place, TINY.size) as homes:
        who = OF_OURS[1]
        with running(who, homes.of(who), processes=3) as at:
            assert everything_arrived(in_pairs(at, 4, 0.2))
        assert everything_arrived(published(place.redis, 3, 0.2))


def test_a_contestant_that_cannot_be_started_says_why(here: Homes) -> None:
    nobody = replace(OF_OURS[0], server="nobody's")
    cells = measured([nobody], in_pairs, [2], homes=here, scale=TINY)
    assert cells[2][nobody].heard is None
    assert not_measured(cells)[0].startswith("ours, nobody's, not measured: python")


def test_a_program_that_is_missing_is_named() -> None:
    with pytest.raises(NotMeasured, match="no-such-program is not installed"), started(["no-such-program"], 1, {}):
        pass


class Wire:
    """What a line says, instead of a socket."""

    def __init__(self) -> None:
        self.said: list[bytes] = []

    def write(self, data: bytes) -> None:
        self.said.append(data)

    def close(self) -> None:
        self.said.append(b"closed")


def line_that_hears(heard: list[bytes], ready: bytes = b"") -> tuple[Line, Wire]:
    line, wire = Line(Address(1, "/", ready=ready), lambda _, words: heard.append(words)), Wire()
    line.connection_made(wire)  # type: ignore[arg-type]
    return line, wire


def as_from_a_server(kind: int, words: bytes) -> bytes:
    """The frame without mask: neither its bit nor its four bytes."""
    whole = framed(kind, words)
    head = whole[: len(whole) - len(words) - 4]
    return bytes([head[0], head[1] & 0x7F]) + head[2:] + words


@pytest.mark.parametrize("at_a_time", [1, 3, 1000, 10**6])
async def test_frames_are_read_however_they_are_cut(at_a_time: int) -> None:
    words = [b"a", b"b" * 125, b"c" * 126, b"d" * 65535, b"e" * 65536]
    heard: list[bytes] = []
    line, _ = line_that_hears(heard)
    stream = b"HTTP/1.1 101 Switching Protocols\r\n\r\n" + b"".join(as_from_a_server(TEXT, each) for each in words)
    for start in range(0, len(stream), at_a_time):
        line.data_received(stream[start : start + at_a_time])
    assert heard == words


async def test_a_ping_is_answered_and_a_close_is_noted() -> None:
    line, wire = line_that_hears([])
    line.data_received(b"HTTP/1.1 101 Switching Protocols\r\n\r\n" + as_from_a_server(PING, b"here?"))
    line.data_received(as_from_a_server(CLOSE, (4408).to_bytes(2, "big")))
    assert wire.said[1:] == [framed(PONG, b"here?"), b"closed"]
    assert line.gone.result() == 4408


async def test_a_line_is_ready_once_the_mark_has_come() -> None:
    line, _ = line_that_hears([], ready=b'"seqs"')
    line.data_received(b"HTTP/1.1 101 Switching Protocols\r\n\r\n" + as_from_a_server(TEXT, b"{}"))
    assert not line.ready.done()
    line.data_received(as_from_a_server(TEXT, b'{"type": "seqs"}'))
    assert line.ready.done()


async def test_a_line_that_is_refused_says_with_what() -> None:
    line, _ = line_that_hears([])
    line.data_received(b"HTTP/1.1 403 Forbidden\r\n\r\n")
    with pytest.raises(NotMeasured, match="403 Forbidden"):
        await asyncio.wait_for(line.ready, 1)


@pytest.mark.parametrize("speak", [as_json, as_event])
def test_the_client_id_is_found_in_a_frame(speak: Callable[[int, str], bytes]) -> None:
    client_id = new_id()
    assert client_id_in(speak(7, client_id)) == client_id.encode()
    assert client_id_in(speak(7, client_id).replace(b":", b": ")) == client_id.encode()


def test_nobody_is_in_two_conversations() -> None:
    size = Size(4, (2, 3))
    members = [list(each) for each in size.members()]
    assert members == [[0, 1], [2, 3], [4, 5], [6, 7, 8]]
    town = town_of(size, [f"cookie {number}" for number in range(9)], [11, 12, 13, 14])
    assert [person.conversation for person in town.pairs] == [11, 11, 12, 12]
    assert [person.cookie for person in town.groups[3]] == ["cookie 6", "cookie 7", "cookie 8"]
    assert read(written(town)) == town


def test_the_median_of_each_figure_and_the_sum_of_what_is_missing() -> None:
    runs = [Heard(100, ack=3, missing=1), Heard(300, ack=1, missing=0), Heard(200, ack=9, missing=2)]
    assert middle(runs) == Heard(200, ack=3, missing=3)
    assert in_milliseconds([0.001] * 100 + [0.5]) == (1.0, 1.0)


def cells_of(**per_second: float) -> dict[Contestant, Cell]:
    """By the first letters: o ours, p plain, b bare; then d daphne, u uvicorn. n is Node, s socket.io."""
    daphne, uvicorn = 0, 1
    who = {
        "od": OF_OURS[daphne],
        "ou": OF_OURS[uvicorn],
        "pd": PLAIN[daphne],
        "pu": PLAIN[uvicorn],
        "bd": BARE_SERVERS[daphne],
        "bu": BARE_SERVERS[uvicorn],
        "n": NODE_WS,
        "s": WITH_SOCKET_IO,
    }
    return {who[name]: Cell(Heard(rate, ack=1.1)) for name, rate in per_second.items()}


def test_what_is_said_of_posting() -> None:
    cells = {2: cells_of(od=900, ou=950), 100: cells_of(od=2400, ou=3000, pd=500, pu=600, n=6000, s=4000)}
    assert goals.of_posting(cells) == [
        "Missed: daphne, 100 connections: 4.8 x the plain way (goal 5)",
        "Met: uvicorn, 100 connections: 5.0 x the plain way (goal 5)",
        "Missed: uvicorn, 100 connections: 0.75 x socket.io with one insert (goal 0.8)",
        "Met: daphne, one pair: half of the posts acked in 1.10 ms (goal 1.2)",
        "Met: uvicorn, one pair: half of the posts acked in 1.10 ms (goal 1.2)",
        "Met: of ours 0 frames never arrived (goal 0)",
    ]


def test_what_is_said_of_fan_out() -> None:
    cells = {2: cells_of(od=1, bd=100), 500: cells_of(od=84, ou=85, bd=100, bu=100)}
    assert goals.of_fan_out(cells) == [
        "Missed: daphne, 500 members: 84% of the bare server (goal 85%)",
        "Met: uvicorn, 500 members: 85% of the bare server (goal 85%)",
        "Met: of ours 0 frames never arrived (goal 0)",
    ]


def test_what_is_said_of_processes() -> None:
    one, three = cells_of(od=1000, ou=1000, n=2500), cells_of(od=2100, ou=2600)
    assert goals.of_processes({100: one}, {100: three}) == [
        "Missed: daphne, 100 connections: three processes 2.10 x one (goal 2.2)",
        "Missed: daphne, 100 connections: three processes 0.84 x one Node with one insert (goal 1)",
        "Met: uvicorn, 100 connections: three processes 2.60 x one (goal 2.2)",
        "Met: uvicorn, 100 connections: three processes 1.04 x one Node with one insert (goal 1)",
        "Met: of ours 0 frames never arrived (goal 0)",
    ]


def rows_of(table: object) -> list[list[str]]:
    shown = StringIO()
    Console(file=shown, width=200).print(table)
    return [[cell.strip() for cell in line.strip("| \n").split("|")] for line in shown.getvalue().strip().splitlines()]


def test_the_table_of_posts() -> None:
    found = cells_of(ou=3000, pu=600) | {NODE_WS: Cell(said="node and npm are not installed")}
    found[OF_OURS[1]] = Cell(Heard(3000, 1.23, 12.3, 1.5, 0, 2, 0.253, 0.999))
    assert rows_of(posting_table({2: found}, PLAIN))[2:] == [
        ["one pair", "ours, uvicorn", "3,000", "5.00", "1.23", "12", "1.50", "-", "2", "25%", "100%", "333"],
        ["one pair", "the plain way, uvicorn", "600", "1.00", "1.10", "-", "-", "-", "0", "0%", "0%", "0"],
        ["one pair", "Node ws, pg", "not measured", *["-"] * 9],
    ]
    assert not_measured({2: found}) == ["Node ws, pg, not measured: node and npm are not installed"]


def test_the_table_of_deliveries() -> None:
    found = cells_of(bd=1000, bu=2000, od=900, n=2500)
    assert [row[1:4] for row in rows_of(fan_out_table({500: found}, BARE_SERVERS))[2:]] == [
        ["bare ASGI, daphne", "1,000", "1.00"],
        ["bare ASGI, uvicorn", "2,000", "1.00"],
        ["ours, daphne", "900", "0.90"],
        ["Node ws, pg", "2,500", "1.25"],
    ]


def test_the_command_runs_as_a_file() -> None:
    command = [sys.executable, "benchmarks/messaging.py", "--help"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert said.startswith("usage: python -m benchmarks.messaging")
