"""Who sends too much is told until when to wait, each time and for each frame; nobody else notices."""

import asyncio
from collections import Counter
from datetime import UTC, datetime
from time import monotonic
from uuid import uuid4

import pytest
from channels.db import database_sync_to_async

from tests.faults.cast import newcomer, session_of, table_of, talk_of
from tests.faults.line import Line, line_to
from tests.faults.patience import promised
from tests.faults.site import Site

pytestmark = pytest.mark.asyncio(loop_scope="session")

SLOWEST_BESIDE_IT = 2.0
ANSWERS = ("posted", "pong", "refused", "rate_limited")


async def answers(line: Line, count: int, within: float = 30.0) -> Counter[str]:
    found: Counter[str] = Counter()
    async with asyncio.timeout(within):
        while found.total() < count:
            found[(await line.hear(*ANSWERS, within=within))["type"]] += 1
    return found


async def test_a_flood_of_posts_is_answered_post_by_post(site: Site) -> None:
    ada, ben = [await database_sync_to_async(newcomer)(name) for name in ("Ada", "Ben")]
    talk = await database_sync_to_async(talk_of)(ada, ben)
    async with line_to(site.addresses[0], await database_sync_to_async(session_of)(ada)) as line:
        sent = [str(uuid4()) for _ in range(60)]
        for client_id in sent:
            await line.tell("post", client_id=client_id, conversation=talk, body=f"Flood {client_id}")
        frames = [await line.hear("posted", "rate_limited", "refused") for _ in sent]
        limited = [frame for frame in frames if frame["type"] == "rate_limited"]
        kept = [frame for frame in frames if frame["type"] == "posted"]
        assert sorted(frame["client_id"] for frame in frames) == sorted(sent)
        assert len(limited) + len(kept) == len(sent)
        assert (len(limited) > 0, len(kept) > 0) == (True, True)
        until = max(datetime.fromisoformat(frame["until"]) for frame in limited)
        wait = (until - datetime.now(UTC)).total_seconds()
        assert wait <= 60
        await asyncio.sleep(max(0.0, wait) + 0.1)
        again = {"client_id": limited[0]["client_id"], "conversation": talk, "body": f"Flood {limited[0]['client_id']}"}
        assert (await line.ask("post", **again))["type"] == "posted"
    assert len((await database_sync_to_async(table_of)([talk]))[talk]) == len(kept) + 1


async def test_a_flood_of_five_thousand_pings_has_five_thousand_answers_and_others_do_not_wait(site: Site) -> None:
    ada, ben, cleo = [await database_sync_to_async(newcomer)(name) for name in ("Ada", "Ben", "Cleo")]
    talk = await database_sync_to_async(talk_of)(ben, cleo)
    sessions = [await database_sync_to_async(session_of)(person) for person in (ada, ben)]
    async with line_to(site.addresses[0], sessions[0]) as adas, line_to(site.addresses[0], sessions[1]) as bens:
        hearing = asyncio.create_task(answers(adas, 5000))
        flooding = asyncio.create_task(_flood(adas, 5000))
        slowest = 0.0
        for number in range(10):
            began = monotonic()
            posted = await bens.ask("post", client_id=str(uuid4()), conversation=talk, body=f"Beside it {number}")
            slowest = max(slowest, monotonic() - began)
            assert posted["type"] == "posted"
        await flooding
        found = await hearing
    assert (found.total(), found["rate_limited"] > 0, found["refused"]) == (5000, True, 0)
    assert slowest < promised(SLOWEST_BESIDE_IT)


async def _flood(line: Line, count: int) -> None:
    for number in range(count):
        await line.tell("ping", ref=str(number))
