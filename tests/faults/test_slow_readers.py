"""Who does not read is closed once too much waits for them, with its code; the others do not notice."""

import asyncio
import socket
from contextlib import AsyncExitStack
from time import monotonic, sleep

import pytest
from channels.db import database_sync_to_async
from websockets.exceptions import ConnectionClosed

from messaging.news import tell
from people.models import Person
from tests.faults.cast import newcomer, session_of
from tests.faults.line import Line, line_to
from tests.faults.patience import promised
from tests.faults.site import Site

TOO_SLOW = 4408
MOST_BYTES = 1024 * 1024
# What may wait besides: in the kernels, in our proxy and in the libraries at both ends.
ON_THE_WAY = 6 * 1024 * 1024
SLOWEST_FOR_OTHERS = 2.0


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize(("size", "count"), [(30_000, 600), (3_000, 3_000)], ids=["long frames", "many frames"])
async def test_a_slow_reader_is_closed_and_others_do_not_notice(site: Site, size: int, count: int) -> None:
    slow, quick = [await database_sync_to_async(newcomer)("Guest") for _ in range(2)]
    async with AsyncExitStack() as ending:
        dozing = await _dozing(site, slow, ending)
        session = await database_sync_to_async(session_of)(quick)
        listening = await ending.enter_async_context(line_to(site.addresses[0], session))
        slowest = asyncio.create_task(_slowest_of(listening, count))
        await database_sync_to_async(_speak)([slow, quick], size, count)
        assert await slowest < promised(SLOWEST_FOR_OTHERS)
        code, frames = await _wake(dozing)
    assert code == TOO_SLOW
    assert frames * size < MOST_BYTES + ON_THE_WAY


async def _dozing(site: Site, person: Person, ending: AsyncExitStack) -> Line:
    """A socket with as little room as can be, on which nobody reads."""
    host, port = "127.0.0.1", site.servers[0].port
    narrow = socket.socket()
    narrow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    narrow.setblocking(False)
    await asyncio.get_running_loop().sock_connect(narrow, (host, port))
    session = await database_sync_to_async(session_of)(person)
    return await ending.enter_async_context(line_to(f"{host}:{port}", session, sock=narrow, max_queue=1))


def _speak(people: list[Person], size: int, count: int) -> None:
    """As another app does it: frames of its own, with the time at which each was sent."""
    padding = "x" * size
    for number in range(count):
        frame = {"type": "thread.posted", "thread": 0, "seq": number, "sent": monotonic(), "padding": padding}
        tell([person.pk for person in people], frame)
        # Some megabytes a second, which a reader who reads can take.
        sleep(size / 10_000_000)


async def _slowest_of(line: Line, count: int) -> float:
    slowest = 0.0
    for _ in range(count):
        frame = await line.hear("thread.posted", within=60)
        slowest = max(slowest, monotonic() - frame["sent"])
    return slowest


async def _wake(line: Line) -> tuple[int, int]:
    """Read what is there: how the line was closed, and after how many frames."""
    frames = 0
    try:
        async with asyncio.timeout(30):
            while True:
                await line.socket.recv()
                frames += 1
    except ConnectionClosed as closed:
        return (closed.rcvd.code if closed.rcvd else 0), frames
