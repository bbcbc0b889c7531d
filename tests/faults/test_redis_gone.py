"""Without Redis one can still talk, a little slower; once it is back all is as before, and nobody reconnects."""

from collections.abc import Callable
from contextlib import AsyncExitStack
from time import monotonic
from uuid import uuid4

import pytest
from channels.db import database_sync_to_async

from tests.faults.cast import newcomer, session_of, talk_of
from tests.faults.line import Line, line_to
from tests.faults.patience import promised
from tests.faults.site import Site
from tests.faults.without_redis import redis_away

# An answer, and the heartbeat that tells the other that there is something to ask for.
ANSWERED = 3.0
NOTICED = 8.0
LIVE_AGAIN = 30.0


@pytest.mark.asyncio(loop_scope="session")
async def test_talking_goes_on_and_is_live_again(
    site: Site, record_testsuite_property: Callable[[str, object], None]
) -> None:
    ada, ben = [await database_sync_to_async(newcomer)(name) for name in ("Ada", "Ben")]
    talk = await database_sync_to_async(talk_of)(ada, ben)
    async with AsyncExitStack() as ending:
        sessions = [await database_sync_to_async(session_of)(person) for person in (ada, ben)]
        adas, bens = [
            await ending.enter_async_context(line_to(address, session))
            for address, session in zip(site.addresses, sessions, strict=False)
        ]
        slowest, noticed = 0.0, 0.0
        async with redis_away(site) as absence:
            for number in range(1, 6):
                took = await _post(adas, talk, f"Without it {number}")
                slowest = max(slowest, took)
            noticed = await _until_beat(bens, talk, 5)
        # On the same lines as before.
        await _post(adas, talk, "With it")
        arrived = (await bens.hear("message.posted"))["message"]["body"]
    record_testsuite_property(
        "redis",
        f"without Redis: answered after {slowest:.2f} s at most, noticed by the other after {noticed:.1f} s, "
        f"live again {absence.live_after:.1f} s after its return",
    )
    assert arrived == "With it"
    assert slowest < promised(ANSWERED)
    assert noticed < promised(NOTICED)
    assert absence.live_after < promised(LIVE_AGAIN)


async def _post(line: Line, talk: int, body: str) -> float:
    began = monotonic()
    posted = await line.ask("post", client_id=str(uuid4()), conversation=talk, body=body)
    assert posted["type"] == "posted"
    return monotonic() - began


async def _until_beat(line: Line, talk: int, seq: int) -> float:
    began = monotonic()
    while (await line.hear("seqs", within=2 * NOTICED))["conversations"].get(str(talk), 0) < seq:
        pass
    return monotonic() - began
