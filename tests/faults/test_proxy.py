"""The proxy does to a line what it says: nothing, cut it, swallow it, lose the answers, cut it after a COMMIT."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from tests.faults.proxy import COMMIT, Proxy

Ends = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Echo:
    """Answers what it hears, and remembers it."""

    def __init__(self) -> None:
        self.heard = b""

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(1000):
            self.heard += data
            writer.write(data)
        writer.close()


@pytest.fixture
def echo() -> Echo:
    return Echo()


@pytest.fixture
async def proxy(echo: Echo) -> AsyncIterator[Proxy]:
    server = await asyncio.start_server(echo.answer, "127.0.0.1", 0)
    proxy = Proxy(server.sockets[0].getsockname()[1])
    await proxy.open()
    yield proxy
    await proxy.close()
    server.close()


async def call(proxy: Proxy) -> Ends:
    return await asyncio.open_connection("127.0.0.1", proxy.port)


async def said_and_heard(line: Ends, words: bytes) -> bytes | None:
    """What comes back, b"" when the line is closed, None when nothing comes."""
    reader, writer = line
    writer.write(words)
    try:
        async with asyncio.timeout(0.3):
            return await reader.read(1000)
    except TimeoutError:
        return None
    except ConnectionError:
        return b""


async def test_it_passes_on_both_ways(proxy: Proxy) -> None:
    line = await call(proxy)
    assert [await said_and_heard(line, word) for word in (b"one", b"two")] == [b"one", b"two"]


async def test_cut_lines_end_and_new_ones_are_good(proxy: Proxy) -> None:
    line = await call(proxy)
    await said_and_heard(line, b"one")
    proxy.cut()
    assert await said_and_heard(line, b"two") == b""
    assert await said_and_heard(await call(proxy), b"three") == b"three"


async def test_a_swallowed_line_stays_dead_and_new_ones_are_good_once_mended(proxy: Proxy, echo: Echo) -> None:
    old = await call(proxy)
    await said_and_heard(old, b"one")
    proxy.swallow()
    new = await call(proxy)
    assert [await said_and_heard(line, b"two") for line in (old, new)] == [None, None]
    proxy.mend()
    assert await said_and_heard(old, b"three") is None
    assert await said_and_heard(await call(proxy), b"four") == b"four"
    assert echo.heard == b"onefour"


async def test_lost_answers_were_questions_that_arrived(proxy: Proxy, echo: Echo) -> None:
    line = await call(proxy)
    await said_and_heard(line, b"one")
    proxy.lose_answers()
    assert await said_and_heard(line, b"two") is None
    assert echo.heard == b"onetwo"


async def test_a_commit_arrives_and_its_answer_does_not(proxy: Proxy, echo: Echo) -> None:
    line = await call(proxy)
    proxy.commits_to_cut = 1
    assert await said_and_heard(line, b"INSERT") == b"INSERT"
    assert await said_and_heard(line, COMMIT) == b""
    assert echo.heard == b"INSERT" + COMMIT
    assert await said_and_heard(await call(proxy), COMMIT) == COMMIT


async def test_a_slow_line_is_slow(proxy: Proxy) -> None:
    line = await call(proxy)
    proxy.delay = 0.2
    assert await said_and_heard(line, b"one") is None
    reader, _ = line
    assert await reader.read(1000) == b"one"
