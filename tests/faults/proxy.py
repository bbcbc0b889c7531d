"""A line between two processes that can be cut, swallowed, slowed and lied on: an asyncio TCP proxy."""

import asyncio
import contextlib
from collections.abc import Callable

# Bytes in, the bytes that go on out.
Filter = Callable[[bytes], bytes]

COMMIT = b"COMMIT\0"


class Line:
    """One connection through the proxy: the caller's end and the other one."""

    def __init__(self, caller: asyncio.StreamWriter, called: asyncio.StreamWriter | None = None) -> None:
        self.caller = caller
        self.called = called
        # A line that has swallowed a byte can never be mended: what it carries would be nonsense.
        self.is_dead = False
        self.hears_no_answers = False
        self.is_cut_at_the_next_answer = False
        self.is_over = asyncio.Event()

    def cut(self) -> None:
        self.is_over.set()
        for end in (self.caller, self.called):
            if end is not None:
                end.transport.abort()


class Proxy:
    """Listens on a port of its own and passes on to `target`, until it is told to misbehave."""

    def __init__(self, target: int, answers: Callable[[], Filter] | None = None) -> None:
        self.target = target
        self.answers = answers
        self.lines: set[Line] = set()
        self.port = 0
        self.delay = 0.0
        self.is_refusing = False
        self.is_swallowing = False
        self.commits_to_cut = 0
        self._listener: asyncio.Server | None = None
        self._passing: set[asyncio.Task[None]] = set()

    async def open(self) -> None:
        self._listener = await asyncio.start_server(self._welcome, "127.0.0.1", 0)
        self.port = self._listener.sockets[0].getsockname()[1]

    async def close(self) -> None:
        self.is_refusing = True
        self.cut()
        if self._listener:
            self._listener.close()
        for passing in self._passing:
            passing.cancel()
        await asyncio.gather(*self._passing, return_exceptions=True)

    def cut(self) -> None:
        """End every connection at once, as a router that restarts does; new ones come through."""
        for line in list(self.lines):
            line.cut()

    def swallow(self) -> None:
        """From now on every byte vanishes, on lines that are there and on new ones, and nobody is told."""
        self.is_swallowing = True
        for line in self.lines:
            line.is_dead = True

    def lose_answers(self) -> None:
        """What is said on the lines that are there still arrives, and what is answered does not."""
        for line in self.lines:
            line.hears_no_answers = True

    def mend(self) -> None:
        """New lines are good again. The dead ones stay dead, which their ends have to find out."""
        self.is_swallowing = self.is_refusing = False
        self.delay = 0.0
        self.commits_to_cut = 0

    def _welcome(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        passing = asyncio.create_task(self._connect(reader, writer))
        self._passing.add(passing)
        passing.add_done_callback(self._passing.discard)

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = Line(writer)
        if self.is_refusing:
            line.cut()
            return
        self.lines.add(line)
        try:
            # Whoever calls a black hole is connected all the same, and then hears nothing.
            line.is_dead = self.is_swallowing
            answering, line.called = await asyncio.open_connection("127.0.0.1", self.target)
            await self._pass_both_ways(line, reader, answering)
        except OSError:
            pass
        finally:
            line.cut()
            self.lines.discard(line)

    async def _pass_both_ways(self, line: Line, asking: asyncio.StreamReader, answering: asyncio.StreamReader) -> None:
        assert line.called is not None
        ways = [
            asyncio.create_task(self._pass(line, asking, line.called, self._asked(line))),
            asyncio.create_task(self._pass(line, answering, line.caller, self._answered(line))),
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            # What is on its way when one end hangs up still arrives at the other.
            for end in (line.caller, line.called):
                with contextlib.suppress(OSError, TimeoutError):
                    end.close()
                    await asyncio.wait_for(end.wait_closed(), timeout=1)
        finally:
            for way in ways:
                way.cancel()

    async def _pass(
        self, line: Line, source: asyncio.StreamReader, target: asyncio.StreamWriter, filtered: Filter
    ) -> None:
        with contextlib.suppress(OSError):
            while data := await source.read(65536):
                if self.delay:
                    await asyncio.sleep(self.delay)
                if line.is_dead:
                    continue
                target.write(filtered(data))
                await target.drain()
        # An end that hangs up into a black hole is not heard either.
        if line.is_dead:
            await line.is_over.wait()

    def _asked(self, line: Line) -> Filter:
        def look_for_commits(data: bytes) -> bytes:
            if self.commits_to_cut and COMMIT in data:
                self.commits_to_cut -= 1
                line.is_cut_at_the_next_answer = True
            return data

        return look_for_commits

    def _answered(self, line: Line) -> Filter:
        through = self.answers() if self.answers else bytes

        def answer(data: bytes) -> bytes:
            if line.is_cut_at_the_next_answer:
                # The database has committed, and whoever asked for it never hears so.
                line.cut()
                return b""
            return b"" if line.hears_no_answers else through(data)

        return answer
