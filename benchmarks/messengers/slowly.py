"""People who do not read what is sent to them, beside some who do."""

import asyncio
from dataclasses import dataclass

import uvloop

from .contestants import Running
from .dialects import BODY, NEWS, client_id_in
from .processes import memory
from .talk import clock, in_milliseconds, line_for, look_for_refusal, measuring, new_id, until
from .wire import Line, opened

# Longer messages than people write, so that the buffers of the system are soon full.
LONG_BODY = BODY * 20
EACH_SECOND = 40
PATIENCE = 10.0


@dataclass(frozen=True)
class Beside:
    """What those who read had of it, what the server held for those who do not, and how many of them it closed."""

    screen: float
    screen_99: float
    missing: int
    held: float
    closed: int
    codes: frozenset[int]


def beside(at: Running, members: int, slow: int, seconds: float) -> Beside:
    """One writes steadily to a group of so many, of whom the last ones read nothing."""
    return uvloop.run(_beside(at, members, slow, seconds))


async def _beside(at: Running, members: int, slow: int, seconds: float) -> Beside:
    people = at.town.groups[members]
    posted: dict[bytes, float] = {}
    to_screen: list[float] = []

    def heard(line: Line, frame: bytes) -> None:
        if NEWS in frame:
            to_screen.append(clock() - posted[client_id_in(frame)])
        else:
            look_for_refusal(line, frame)

    def ignored(line: Line, frame: bytes) -> None:
        pass

    before = memory(at.pids)
    readers, others = people[: members - slow], list(enumerate(people))[members - slow :]
    lines = [await opened(line_for(at, place, person, heard)) for place, person in enumerate(readers)]
    deaf = [await opened(line_for(at, place, person, ignored), slow=True) for place, person in others]
    for line in deaf:
        line.transport.pause_reading()
    with measuring(at):
        began = clock()
        for number in range(int(seconds * EACH_SECOND)):
            await asyncio.sleep(max(0.0, began + number / EACH_SECOND - clock()))
            client_id = new_id()
            posted[client_id.encode()] = clock()
            said = at.contestant.dialect.post(people[0].conversation, client_id)
            lines[0].say(said.replace(BODY.encode(), LONG_BODY.encode()))
        expected = len(posted) * len(lines)
        await until(lambda: len(to_screen) >= expected, PATIENCE)
    held = (memory(at.pids) - before) / 2**20
    for line in deaf:
        line.transport.resume_reading()
    await asyncio.sleep(1 if deaf else 0)
    gone = [line.gone.result() for line in deaf if line.gone.done()]
    for line in (*lines, *deaf):
        line.close()
    screen, screen_99 = in_milliseconds(to_screen)
    return Beside(screen, screen_99, expected - len(to_screen), held, len(gone), frozenset(gone))
