"""The hub begins with the first socket of a process and leaves nothing behind when the last has gone."""

import asyncio
from asyncio import Event
from threading import Barrier

import pytest
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from messaging.hub import READERS, Hub, hub_here
from messaging.news import News, hearers

pytestmark = pytest.mark.django_db(transaction=True)


async def test_every_thread_gives_its_connection_back() -> None:
    """Each that did not would take one from the pool for good, and soon nobody could reach the database."""
    hub = hub_here()
    hub.expect()
    all_at_work = Barrier(READERS)

    def connect() -> BaseDatabaseWrapper:
        connection.ensure_connection()
        all_at_work.wait(5)
        return connections["default"]

    def keep() -> BaseDatabaseWrapper:
        connection.ensure_connection()
        return connections["default"]

    used = await asyncio.gather(*(hub.in_thread(connect) for _ in range(READERS)))
    assert [one.connection for one in used] == [None] * READERS
    kept = await hub.loop.run_in_executor(hub.writer, keep)
    assert kept.connection is not None
    await hub.let_go()
    await asyncio.to_thread(hub.writer.shutdown)
    assert kept.connection is None


async def test_a_hub_ends_also_when_who_goes_last_is_cancelled() -> None:
    hub = hub_here()
    hub.expect()
    begun = Event()

    async def busy() -> None:
        begun.set()
        await asyncio.sleep(0.2)

    hub.beats.work = asyncio.create_task(busy())
    last = asyncio.create_task(hub.let_go())
    await begun.wait()
    last.cancel()
    await asyncio.wait([last])
    assert hub.ending is not None
    await asyncio.wait_for(hub.ending, 5)
    assert (last.cancelled(), hub.clock.cancelled()) == (True, True)
    # Nothing can be given to threads that have been told to go.
    with pytest.raises(RuntimeError):
        hub.in_thread(connections.close_all)


async def test_a_socket_that_comes_after_the_last_begins_a_new_hub() -> None:
    first = hub_here()
    first.expect()
    await first.let_go()
    second = hub_here()
    second.expect()
    assert first is not second
    await second.let_go()


async def test_who_comes_in_the_moment_the_last_one_goes_is_let_into_a_new_hub() -> None:
    hub = hub_here()
    hub.expect()
    leaving = asyncio.create_task(hub.let_go())
    # It has begun to leave, and nothing of the hub has ended yet.
    await asyncio.sleep(0)
    new = hub_here()
    new.expect()
    assert new is not hub
    await leaving
    assert await new.in_thread(lambda: "still at work") == "still at work"
    await new.let_go()


def test_news_for_a_server_that_has_ended_troubles_nobody(db: None) -> None:
    """Its loop is closed; whoever writes elsewhere in the process must not hear of it."""
    loop = asyncio.new_event_loop()

    async def begin() -> Hub:
        return hub_here()

    hub = loop.run_until_complete(begin())
    hub.clock.cancel()
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()
    hub.hand_over([News([1], "{}")])
    hearers.discard(hub)
