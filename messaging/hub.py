"""All open sockets of one server process: who is there, what goes out to them, and what they share.

A frame is encoded once and put on the line of everyone it is for; there is one subscription to the channel layer, one
heartbeat and one writer for all of them, instead of one for each socket.
"""

import asyncio
import logging
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import TypeVar
from uuid import uuid4

from django.conf import settings
from django.db import InterfaceError, OperationalError, connections
from django.utils import timezone

from messaging import news
from messaging.answers import Asked, say_all
from messaging.batches import Batches
from messaging.heartbeats import Beat, beats_for
from messaging.lines import Line
from messaging.news import News
from messaging.protocol import RIGHTS_CHANGED, SIGNED_OUT, Answer
from messaging.relay import Relay
from people.sessions import Pass, admit

logger = logging.getLogger(__name__)

Result = TypeVar("Result")

# The promise is 25 seconds at most.
BEAT_EVERY = 20.0
# While nothing is heard from the other servers.
BEAT_WHILE_DEAF = 2.0
MOST_POSTS = 100
MOST_ARRIVALS = 200
READERS = 4

# One a loop, and so one a server process.
_hubs: dict[asyncio.AbstractEventLoop, "Hub"] = {}


def hub_here() -> "Hub":
    """The hub of the running loop; it begins with the first socket and ends with the last."""
    loop = asyncio.get_running_loop()
    if loop not in _hubs:
        _hubs[loop] = Hub(loop)
    return _hubs[loop]


class Hub:
    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self.lines: defaultdict[int, set[Line]] = defaultdict(set)
        self.expected = 0
        self.ending: asyncio.Task[None] | None = None
        self.inbox: deque[News] = deque()
        self.is_woken = False
        self.next_beat = time.monotonic() + BEAT_EVERY
        # One writer, so that posts are said in the order in which they came.
        self.writer = ThreadPoolExecutor(1, "writer")
        self.readers = ThreadPoolExecutor(READERS, "reader")
        self.posts: Batches[Asked, Answer | None] = Batches(_keeping(say_all), self.writer, most=MOST_POSTS)
        self.arrivals: Batches[str, Pass | None] = Batches(_giving_back(_admitted), self.readers, most=MOST_ARRIVALS)
        self.beats: Batches[Pass, Beat | None] = Batches(_giving_back(_beats), self.readers, most=MOST_ARRIVALS)
        self.relay = Relay(uuid4().hex, self.take, self._beat_soon) if settings.REDIS_URL else None
        self.clock = asyncio.create_task(self._tick())
        news.hearers.add(self)

    # -- Who is here ---------------------------------------------------------------------------------------------------

    def add(self, line: Line) -> None:
        self.lines[line.admitted.person_id].add(line)

    def remove(self, line: Line) -> None:
        line.drop()
        mine = self.lines[line.admitted.person_id]
        mine.discard(line)
        if not mine:
            del self.lines[line.admitted.person_id]

    def expect(self) -> None:
        """Somebody is at the door, or inside: stay."""
        self.expected += 1

    async def let_go(self) -> None:
        """They have gone; with the last one, all that runs for them ends."""
        self.expected -= 1
        if self.expected == 0:
            # At once, so that whoever comes in this very moment begins a new hub and is not let into one that ends.
            del _hubs[self.loop]
            news.hearers.discard(self)
            # Not by whoever goes last, whom the server may cancel: it would leave threads and their connections behind.
            self.ending = asyncio.create_task(self._stop())
            await asyncio.shield(self.ending)

    def everyone(self) -> list[Line]:
        """Every line that is open, and not one that has only to hear yet that it is closed."""
        return [line for lines in self.lines.values() for line in lines if line.is_open]

    # -- What goes out -------------------------------------------------------------------------------------------------

    def hand_over(self, told: Sequence[News]) -> None:
        """Take news from any thread: deliver it here, and pass it on to the other servers."""
        self.inbox.extend(told)
        if not self.is_woken:
            self.is_woken = True
            # When the server has ended meanwhile so have all its sockets, and whoever wrote need not know.
            with suppress(RuntimeError):
                self.loop.call_soon_threadsafe(self._empty_inbox)

    def _empty_inbox(self) -> None:
        self.is_woken = False
        told = [self.inbox.popleft() for _ in range(len(self.inbox))]
        self.take(told)
        if self.relay is not None:
            self.relay.publish(told)

    def take(self, told: Iterable[News]) -> None:
        """Deliver news to whoever of its people has a socket in this process."""
        for one in told:
            found = [line for person in one.people for line in self.lines.get(person, ())]
            if one.text:
                size = len(one.text.encode())
                for line in found:
                    line.put(one.text, size)
            elif one.session:
                for line in found:
                    if line.admitted.key == one.session:
                        line.end(SIGNED_OUT)
            elif one.renew:
                for line in found:
                    line.end(RIGHTS_CHANGED)
            elif found:
                self._look_again(found)

    # -- What is asked again and again ---------------------------------------------------------------------------------

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(1)
            try:
                self._each_second(time.monotonic())
            except Exception:
                logger.exception("The hub missed a second")

    def _each_second(self, now: float) -> None:
        at = timezone.now()
        expired = [line for line in self.everyone() if line.admitted.expires_at <= at]
        if expired:
            self._look_again(expired)
        if self.relay is not None:
            self.relay.look_after(now)
        is_deaf = self.relay is not None and self.relay.is_deaf
        if is_deaf:
            self.next_beat = min(self.next_beat, now + BEAT_WHILE_DEAF)
        if now >= self.next_beat:
            self.next_beat = now + (BEAT_WHILE_DEAF if is_deaf else BEAT_EVERY)
            self._look_again(self.everyone(), always=not is_deaf)

    def _beat_soon(self) -> None:
        self.next_beat = 0.0

    def _look_again(self, lines: Iterable[Line], *, always: bool = False) -> None:
        """Beat for these lines: who may not be here any more is closed, the others hear how things stand."""
        for line in lines:
            self.beats.add(line.admitted).add_done_callback(partial(self._beat, line, always=always))

    def _beat(self, line: Line, future: "asyncio.Future[Beat | None]", *, always: bool) -> None:
        if future.cancelled():
            return
        if future.exception() is not None:
            # The database may be away for a moment; the next beat comes.
            logger.warning("A heartbeat was left out", exc_info=future.exception())
            return
        beat = future.result()
        if beat is None:
            line.end(SIGNED_OUT)
            return
        line.admitted = beat.admitted
        if always or beat.text != line.last_beat:
            line.last_beat = beat.text
            line.put(beat.text)

    async def first_beat(self, line: Line) -> None:
        """Say at once how things stand: whoever hears it knows that the line is open."""
        await asyncio.wait([beat := self.beats.add(line.admitted)])
        self._beat(line, beat, always=True)

    # -- Work that needs the database ----------------------------------------------------------------------------------

    def in_thread(self, act: Callable[[], Result]) -> "asyncio.Future[Result]":
        return self.loop.run_in_executor(self.readers, _giving_back(act))

    async def _stop(self) -> None:
        """End all that runs, once what was asked for is done."""
        self.clock.cancel()
        for batches in (self.posts, self.arrivals, self.beats):
            await batches.finish()
        if self.relay is not None:
            await self.relay.stop()
        self.writer.submit(connections.close_all)
        self.writer.shutdown(wait=False)
        self.readers.shutdown(wait=False)


def _giving_back(act: Callable[..., Result]) -> Callable[..., Result]:
    """Give the connection back to the pool after each use: most threads are idle most of the time."""

    def giving_back(*arguments: object) -> Result:
        try:
            return act(*arguments)
        finally:
            connections.close_all()

    return giving_back


def _keeping(act: Callable[[Sequence[Asked]], Result]) -> Callable[[Sequence[Asked]], Result]:
    """Keep the connection from one use to the next; when it is lost, as when the database restarts, try once more.

    Saying something twice is saying it once, so it does not matter whether the first try came through.
    """

    def keeping(asked: Sequence[Asked]) -> Result:
        try:
            return act(asked)
        except (OperationalError, InterfaceError):
            connections.close_all()
            return act(asked)

    return keeping


def _admitted(keys: Sequence[str]) -> list[Pass | None]:
    found = admit(keys, timezone.now())
    return [found.get(key) for key in keys]


def _beats(passes: Sequence[Pass]) -> list[Beat | None]:
    found = beats_for(passes, timezone.now())
    return [found.get(one.key) for one in passes]
