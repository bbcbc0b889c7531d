"""Many at once: sockets that do nothing, a thousand that come in one storm, and all of them after a restart."""

import asyncio
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass

import uvloop

from .contestants import Running, Settled, called, running
from .processes import NotMeasured, memory
from .talk import clock, closed, connected, line_for, until
from .town import Person
from .wire import Line, opened

# So many come and go before memory is looked at, so that what a server makes once is not counted.
BEFOREHAND = 50
SETTLING = 1.0
# Whoever was not let in tries again after about so long.
AGAIN = 0.5
PATIENCE = 60.0
SAID_MEANWHILE = 3


@dataclass(frozen=True)
class Came:
    """How a storm went: the seconds until all were in and had what they missed, failed tries, lost messages."""

    ready: float
    resumed: float = 0.0
    failed: int = 0
    lost: int = 0


def idle(at: Running, connections: int) -> float:
    """The bytes that a server holds for each of so many signed-in sockets on which nothing happens."""
    return uvloop.run(_idle(at, connections))


def storm(at: Running, connections: int) -> Came:
    """Everybody connects at the same moment."""
    return uvloop.run(_storm(at, at.town.pairs[:connections]))


def restarted(first: Running, home: Settled, connections: int) -> Came:
    """Everybody is there; the server is killed, somebody says something meanwhile, and everybody comes back at once."""
    people = first.town.pairs[:connections]
    reached = uvloop.run(_reached(first, people))
    for process in first.processes:
        process.kill()
    called("-m", "benchmarks.messengers.settling", "say", str(SAID_MEANWHILE), environment=home.environment)
    with running(first.contestant, home, len(first.ports)) as second:
        return uvloop.run(_storm(second, people, reached))


def _ignored(line: Line, frame: bytes) -> None:
    pass


async def _idle(at: Running, connections: int) -> float:
    for line in await connected(at, at.town.pairs[:BEFOREHAND], _ignored):
        line.close()
    await asyncio.sleep(SETTLING)
    before = memory(at.pids)
    lines = await connected(at, at.town.pairs[:connections], _ignored)
    await asyncio.sleep(SETTLING)
    held = memory(at.pids) - before
    closed(lines)
    return held / len(lines)


async def _reached(at: Running, people: Sequence[Person]) -> dict[int, int]:
    """How far each conversation has come, as the first heartbeat of each socket says."""
    reached: dict[int, int] = {}

    def heard(_: Line, frame: bytes) -> None:
        said = json.loads(frame)
        if said["type"] == "seqs":
            reached.update({int(pk): seq for pk, seq in said["conversations"].items()})

    closed(await connected(at, people, heard))
    return reached


async def _storm(at: Running, people: Sequence[Person], reached: dict[int, int] | None = None) -> Came:
    missed: dict[Line, int] = {}
    failed = 0

    def heard(line: Line, frame: bytes) -> None:
        if b'"resumed"' in frame:
            got = json.loads(frame)["conversations"].values()
            missed[line] = SAID_MEANWHILE - sum(len(one["messages"]) for one in got)

    async def come(place: int, person: Person) -> Line:
        nonlocal failed
        while True:
            try:
                return await opened(line_for(at, place, person, heard))
            except NotMeasured:
                failed += 1
                if clock() - began > PATIENCE:
                    raise
                await asyncio.sleep(AGAIN + random.random() * AGAIN)

    async def resume(place: int, person: Person) -> Line:
        line = await come(place, person)
        if reached is not None:
            have = {str(person.conversation): reached[person.conversation]}
            line.say(json.dumps({"type": "resume", "conversations": have}).encode())
        return line

    began = clock()
    lines = await asyncio.gather(*(resume(place, person) for place, person in enumerate(people)))
    ready = clock() - began
    if reached is not None:
        await until(lambda: len(missed) == len(lines), PATIENCE)
    resumed = clock() - began
    closed(lines)
    lost = sum(missed.get(line, SAID_MEANWHILE) for line in lines) if reached is not None else 0
    return Came(ready, resumed, failed, lost)
