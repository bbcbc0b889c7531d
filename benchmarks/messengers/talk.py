"""The conversations that are measured: pairs in which everybody posts again once acked, and one who writes to many."""

import asyncio
import gc
import itertools
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from statistics import median, quantiles
from typing import TypeVar

import uvloop

from .contestants import Running
from .dialects import ACK, NEWS, REFUSALS, client_id_in
from .processes import NotMeasured, busy
from .town import Person
from .wire import AT_A_TIME, Address, Line, opened

WARMING = 0.5
# After the end, so long for what is still under way before it counts as never arrived.
PATIENCE = 15.0
# One who writes to many has so many messages under way at once, so that a commit never keeps the sockets waiting.
UNDER_WAY = 8

T = TypeVar("T")

clock = time.perf_counter
numbers = itertools.count(1)


@dataclass(frozen=True)
class Heard:
    """What came of one run: milliseconds from post to ack and to the other's screen, and shares of time busy."""

    per_second: float
    ack: float = 0.0
    ack_99: float = 0.0
    screen: float = 0.0
    screen_99: float = 0.0
    missing: float = 0
    client_busy: float = 0.0
    servers_busy: float = 0.0

    @property
    def cost(self) -> float:
        """The microseconds of the servers' processor for each, which hardly depend on what else the machine does."""
        return 1_000_000 * self.servers_busy / self.per_second if self.per_second else 0.0


def middle(runs: Sequence[Heard]) -> Heard:
    """The median of each figure; of what never arrived, all of it."""
    found = {each.name: median(getattr(run, each.name) for run in runs) for each in fields(Heard)}
    return Heard(**{**found, "missing": sum(run.missing for run in runs)})


def new_id() -> str:
    """An identity nobody has used, cheaply; the time keeps apart what several runs make."""
    return f"{time.time_ns() & 0xFFFFFFFF:08x}-0000-4000-8000-{next(numbers):012x}"


def in_pairs(running: Running, connections: int, seconds: float) -> Heard:
    """Everybody on these connections posts again once acked; with two, only one of them writes."""
    return uvloop.run(_in_pairs(running, connections, seconds))


def to_many(running: Running, members: int, seconds: float) -> Heard:
    """One writes to so many, themselves among them, always with a few messages under way; deliveries are counted."""
    return uvloop.run(_to_many(running, members, seconds))


def echoed(running: Running, connections: int, seconds: float) -> Heard:
    """Everybody sends again once their own words have come back."""
    return uvloop.run(_echoed(running, connections, seconds))


class Pairs:
    """Posts for everybody, and knows of each message when it was posted and by whom."""

    def __init__(self, running: Running) -> None:
        self.dialect = running.contestant.dialect
        self.posted: dict[bytes, tuple[Line, float]] = {}
        self.conversations: dict[Line, int] = {}
        self.waiting: dict[Line, float] = {}
        self.to_ack: list[float] = []
        self.to_screen: list[float] = []
        self.going = True

    def post(self, line: Line) -> None:
        client_id = new_id()
        now = self.waiting[line] = clock()
        self.posted[client_id.encode()] = line, now
        line.say(self.dialect.post(self.conversations[line], client_id))

    def heard(self, line: Line, frame: bytes) -> None:
        if NEWS in frame:
            client_id = client_id_in(frame)
            author, at = self.posted.get(client_id, (line, 0.0))
            if author is not line:
                self.to_screen.append(clock() - at)
                del self.posted[client_id]
        elif ACK in frame:
            self.to_ack.append(clock() - self.waiting.pop(line))
            if self.going:
                self.post(line)
        else:
            look_for_refusal(line, frame)


async def _in_pairs(running: Running, connections: int, seconds: float) -> Heard:
    pairs = Pairs(running)
    people = running.town.pairs[:connections]
    lines = await connected(running, people, pairs.heard)
    pairs.conversations = {line: person.conversation for line, person in zip(lines, people, strict=True)}
    for line in lines[: 1 if connections == 2 else None]:
        pairs.post(line)
    with measuring(running) as cost:
        await asyncio.sleep(WARMING)
        acked, seen = cost.begin(lambda: (len(pairs.to_ack), len(pairs.to_screen)))
        await asyncio.sleep(seconds)
        to_ack, to_screen = cost.end(lambda: (pairs.to_ack[acked:], pairs.to_screen[seen:]))
    pairs.going = False
    await until(lambda: not pairs.posted and not pairs.waiting)
    closed(lines)
    ack, ack_99 = in_milliseconds(to_ack)
    screen, screen_99 = in_milliseconds(to_screen)
    missing = len(pairs.posted) + len(pairs.waiting)
    return Heard(len(to_ack) / cost.seconds, ack, ack_99, screen, screen_99, missing, cost.client, cost.servers)


class Many:
    """Counts what arrives anywhere; the writer goes on as soon as their own words have come back."""

    def __init__(self, running: Running, writer: Person) -> None:
        self.post_to = running.contestant.dialect.post
        self.conversation = writer.conversation
        self.writer: Line | None = None
        self.going = True
        self.posted = 0
        self.deliveries = 0

    def post(self) -> None:
        assert self.writer
        self.posted += 1
        self.writer.say(self.post_to(self.conversation, new_id()))

    def heard(self, line: Line, frame: bytes) -> None:
        if NEWS in frame:
            self.deliveries += 1
            if line is self.writer and self.going:
                self.post()
        else:
            look_for_refusal(line, frame)


async def _to_many(running: Running, members: int, seconds: float) -> Heard:
    people = running.town.groups[members]
    many = Many(running, people[0])
    lines = await connected(running, people, many.heard)
    many.writer = lines[0]
    for _ in range(UNDER_WAY):
        many.post()
    with measuring(running) as cost:
        await asyncio.sleep(WARMING)
        before = cost.begin(lambda: many.deliveries)
        await asyncio.sleep(seconds)
        delivered = cost.end(lambda: many.deliveries - before)
    many.going = False
    await until(lambda: many.deliveries == many.posted * members)
    closed(lines)
    missing = many.posted * members - many.deliveries
    return Heard(delivered / cost.seconds, missing=missing, client_busy=cost.client, servers_busy=cost.servers)


async def _echoed(running: Running, connections: int, seconds: float) -> Heard:
    said: dict[Line, float] = {}
    to_screen: list[float] = []

    def again(line: Line, _: bytes) -> None:
        now = clock()
        to_screen.append(now - said[line])
        said[line] = now
        line.say(words)

    words = running.contestant.dialect.post(0, new_id())
    lines = await connected(running, running.town.pairs[:connections], again)
    for line in lines:
        said[line] = clock()
        line.say(words)
    with measuring(running) as cost:
        await asyncio.sleep(WARMING)
        before = cost.begin(lambda: len(to_screen))
        await asyncio.sleep(seconds)
        spent = cost.end(lambda: to_screen[before:])
    closed(lines)
    screen, screen_99 = in_milliseconds(spent)
    return Heard(len(spent) / cost.seconds, 0, 0, screen, screen_99, 0, cost.client, cost.servers)


async def connected(
    running: Running, people: Sequence[Person], heard: Callable[[Line, bytes], None], *, at_a_time: int = AT_A_TIME
) -> list[Line]:
    """A line for each of these people, spread over the servers, all ready."""
    turn = asyncio.Semaphore(at_a_time)

    async def one(place: int, person: Person) -> Line:
        async with turn:
            return await opened(line_for(running, place, person, heard))

    return list(await asyncio.gather(*(one(place, person) for place, person in enumerate(people))))


def line_for(running: Running, place: int, person: Person, heard: Callable[[Line, bytes], None]) -> Line:
    """The line of the person at this place, which decides on the server."""
    dialect = running.contestant.dialect
    port = running.ports[place % len(running.ports)]
    address = Address(port, dialect.path, person.cookie, dialect.subprotocol, dialect.greeting, dialect.ready)
    return Line(address, heard)


def closed(lines: Sequence[Line]) -> None:
    if gone := [line for line in lines if line.gone.done()]:
        why = gone[0].refusal.decode() or f"closed with {gone[0].gone.result()}"
        raise NotMeasured(f"{len(gone)} sockets ended on the way, the first: {why}")
    for line in lines:
        line.close()


def look_for_refusal(line: Line, frame: bytes) -> None:
    """A refusal ends the line, so that nobody takes the silence that follows for slowness."""
    if any(mark in frame for mark in REFUSALS):
        line.refusal = frame
        line.close()


async def until(well: Callable[[], bool], patience: float = PATIENCE) -> None:
    """Wait until it is so, or patience ends."""
    end = clock() + patience
    while not well() and clock() < end:  # noqa: ASYNC110
        await asyncio.sleep(0.02)


class Cost:
    """The seconds of a run by the clock, and the shares of them in which the client and the servers were busy."""

    def __init__(self, running: Running) -> None:
        self.pids = running.pids
        self.began = 0.0, 0.0, 0.0
        self.seconds = self.client = self.servers = 0.0

    def begin(self, note: Callable[[], T]) -> T:
        self.began = clock(), time.process_time(), busy(self.pids)
        return note()

    def end(self, note: Callable[[], T]) -> T:
        noted = note()
        self.seconds = clock() - self.began[0]
        self.client = (time.process_time() - self.began[1]) / self.seconds
        self.servers = (busy(self.pids) - self.began[2]) / self.seconds
        return noted


@contextmanager
def measuring(running: Running) -> Iterator[Cost]:
    """Without the collector of garbage, which would make pauses in the client that look like the server's."""
    gc.collect()
    gc.disable()
    try:
        yield Cost(running)
    finally:
        gc.enable()


def in_milliseconds(spent: Sequence[float]) -> tuple[float, float]:
    """The median, and what 99 of 100 are under."""
    if len(spent) < 2:
        return (1000 * spent[0],) * 2 if spent else (0.0, 0.0)
    return 1000 * median(spent), 1000 * quantiles(spent, n=100, method="inclusive")[98]
