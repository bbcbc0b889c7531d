"""The way out to one socket: in order, bounded, and closed with a code when its reader is too slow."""

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from messaging.lines import MOST_ANSWERS, MOST_BYTES, MOST_FRAMES, Line
from people.sessions import Pass

ADMITTED = Pass("key", "data", datetime(2026, 11, 29, tzinfo=UTC), 1, "password")


class Network:
    """What a server's `send` does: it takes frames while it flows, and lets the sender wait while it does not."""

    def __init__(self) -> None:
        self.sent: list[Mapping[str, Any]] = []
        self.flows = asyncio.Event()
        self.flows.set()
        self.is_gone = False

    async def send(self, message: Mapping[str, Any]) -> None:
        await self.flows.wait()
        if self.is_gone:
            raise ConnectionError
        self.sent.append(message)

    @property
    def texts(self) -> list[str]:
        return [one.get("text", f"closed {one.get('code')}") for one in self.sent]


async def settle() -> None:
    for _ in range(1000):
        await asyncio.sleep(0)


async def test_frames_go_out_in_order() -> None:
    network = Network()
    line = Line(ADMITTED, network.send)
    for number in range(5):
        line.put(str(number))
    await settle()
    line.put("5")
    await settle()
    assert (network.texts, line.size) == (["0", "1", "2", "3", "4", "5"], 0)


async def test_a_reader_who_is_too_slow_is_closed_and_what_waited_is_dropped() -> None:
    network = Network()
    line = Line(ADMITTED, network.send)
    network.flows.clear()
    # One is under way, and so many may wait behind it.
    line.put("under way")
    await settle()
    for number in range(MOST_FRAMES):
        line.put(str(number))
    assert line.is_open
    line.put("one too many")
    assert (line.is_open, line.size) == (False, 0)
    line.put("after the end")
    network.flows.set()
    await settle()
    assert network.texts == ["under way", "closed 4408"]


async def test_whoever_asks_without_reading_is_not_read_from() -> None:
    network = Network()
    line = Line(ADMITTED, network.send)
    network.flows.clear()
    line.put("under way")
    await settle()
    for number in range(MOST_ANSWERS):
        line.put(str(number))
    await asyncio.wait_for(line.room(), 1)
    line.put("one more")
    waits = asyncio.create_task(line.room())
    await settle()
    assert not waits.done()
    network.flows.set()
    await asyncio.wait_for(waits, 1)
    assert (line.is_open, len(network.texts)) == (True, MOST_ANSWERS + 2)


async def test_few_long_frames_are_too_much_as_well() -> None:
    network = Network()
    line = Line(ADMITTED, network.send)
    network.flows.clear()
    line.put("é" * (MOST_BYTES // 2))
    assert line.is_open
    line.put("x")
    assert not line.is_open


async def test_a_line_that_broke_takes_no_more_and_raises_nothing() -> None:
    network = Network()
    line = Line(ADMITTED, network.send)
    network.is_gone = True
    line.put("into the void")
    await settle()
    assert (line.is_open, network.sent) == (False, [])
    line.end(4401)
    await settle()
    assert network.sent == []


async def test_it_is_closed_once_with_the_first_reason() -> None:
    network = Network()
    line = Line(ADMITTED, network.send)
    line.end(4401)
    line.end(4409)
    await settle()
    assert network.texts == ["closed 4401"]
