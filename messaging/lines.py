"""The way out to one socket: what waits goes out in order, and a reader who is too slow costs no more than this."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Generator, Mapping
from types import coroutine
from typing import Any

from messaging.protocol import TOO_SLOW
from people.sessions import Pass

logger = logging.getLogger(__name__)

MOST_FRAMES = 256
MOST_BYTES = 1024 * 1024
# While more than this waits, nothing more is asked for on the same line.
MOST_ANSWERS = 64


class Line:
    """One open socket of whom `admitted` names. `send` is the server's, and waits while the network is full."""

    __slots__ = ("_closing", "_sending", "_waiting", "admitted", "is_open", "last_beat", "send", "size")

    def __init__(self, admitted: Pass, send: Callable[[Mapping[str, Any]], Awaitable[None]]) -> None:
        self.admitted = admitted
        self.send = send
        self.is_open = True
        self.last_beat = ""
        self.size = 0
        self._waiting: deque[tuple[str, int]] = deque()
        self._sending: asyncio.Task[None] | None = None
        self._closing: asyncio.Task[None] | None = None

    def put(self, text: str, size: int | None = None) -> None:
        """Let a frame go out after those that wait; over the bound the line is closed instead.

        `size` is its length in bytes, for who has counted it already.
        """
        if not self.is_open:
            return
        size = len(text.encode()) if size is None else size
        if len(self._waiting) >= MOST_FRAMES or self.size + size > MOST_BYTES:
            self.end(TOO_SLOW)
            return
        self._waiting.append((text, size))
        self.size += size
        if self._sending is None:
            self._sending = begun(self._send_all())

    async def room(self) -> None:
        """Wait while many answers wait: whoever asks without reading is not read from either, and fills no line."""
        if self._sending is not None and len(self._waiting) > MOST_ANSWERS:
            await asyncio.wait([self._sending])

    async def _send_all(self) -> None:
        try:
            while self._waiting:
                text, size = self._waiting.popleft()
                await self.send({"type": "websocket.send", "text": text})
                self.size -= size
        except Exception:
            # Gone meanwhile; the server tells the consumer.
            self.drop()
        finally:
            self._sending = None

    def end(self, code: int) -> None:
        """Close the line with this code, without what still waits."""
        if self.is_open:
            self.drop()
            self._closing = asyncio.create_task(self._close(code))

    def drop(self) -> None:
        """Let nothing more go out; what waits is in the database."""
        self.is_open = False
        self._waiting.clear()
        self.size = 0

    async def _close(self, code: int) -> None:
        """Behind what is on its way, however long it takes: an open line on which nothing comes would say nothing.

        Who never reads again does not answer the server's pings either, which ends the line and this wait.
        """
        try:
            if self._sending is not None:
                await asyncio.wait([self._sending])
            await self.send({"type": "websocket.close", "code": code})
        except Exception:
            logger.debug("A line ended before it heard why")


def begun(work: Coroutine[Any, None, None]) -> "asyncio.Task[None] | None":
    """Do it now, as far as it goes; return a task only for what has to wait.

    Nearly every send ends at once, and a task costs more than that.
    """
    try:
        awaited = work.send(None)
    except StopIteration:
        return None
    return asyncio.create_task(_goes_on(work, awaited))


async def _goes_on(work: Coroutine[Any, None, None], awaited: Any) -> None:
    await _after(work, awaited)


@coroutine
def _after(work: Coroutine[Any, None, None], awaited: Any) -> Generator[Any, None, None]:
    """Wait for what `work` waits for already, and then for the rest of it."""
    try:
        yield awaited
    except BaseException:
        work.close()
        raise
    yield from work
