"""A stretch without Redis, and how long it takes afterwards until news passes between all servers again."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import count
from time import monotonic

from channels.db import database_sync_to_async

from messaging.news import tell
from tests.faults.cast import newcomer, session_of
from tests.faults.line import Line, line_to
from tests.faults.site import Site

LONGEST = 60.0
NUMBERS = count(1)


@dataclass
class Absence:
    """`live_after` is known once it is over: seconds from the return of Redis."""

    live_after: float = 0.0


@asynccontextmanager
async def redis_away(site: Site) -> AsyncIterator[Absence]:
    """Kill Redis, and bring it back; leave only when every server hears the others again, without any reconnecting."""
    absence = Absence()
    person = await database_sync_to_async(newcomer)("Guest")
    session = await database_sync_to_async(session_of)(person)
    async with AsyncExitStack() as ending:
        lines = [await ending.enter_async_context(line_to(address, session)) for address in site.addresses]
        site.redis.kill()
        try:
            yield absence
        finally:
            await asyncio.to_thread(site.redis.start)
        began = monotonic()
        async with asyncio.timeout(LONGEST):
            while not await _all_hear(lines, person.pk):
                pass
        absence.live_after = monotonic() - began


async def _all_hear(lines: list[Line], person: int) -> bool:
    number = next(NUMBERS)
    await database_sync_to_async(tell)([person], {"type": "thread.posted", "thread": 0, "seq": number})
    return all(await asyncio.gather(*(_hears(line, number) for line in lines)))


async def _hears(line: Line, number: int) -> bool:
    try:
        while (await line.hear("thread.posted", within=1.0))["seq"] < number:
            pass
    except TimeoutError:
        return False
    return True
