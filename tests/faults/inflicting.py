"""What each kind of fault does to the site, and how it is made good again."""

import asyncio
import signal
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass

from tests.faults.diary import Diary
from tests.faults.proxy import Proxy
from tests.faults.schedule import Planned
from tests.faults.site import Server, Site


@dataclass(frozen=True)
class Happened:
    """A fault as it was: `end` is when it was made good, such as a killed server listening again."""

    kind: str
    begin: float
    end: float


class Inflicting:
    """Carries out a plan. Faults overlap, but two about the same thing wait for one another."""

    def __init__(self, site: Site, diary: Diary) -> None:
        self.site = site
        self.diary = diary
        self.happened: list[Happened] = []
        self.locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def carry_out(self, plan: Iterable[Planned]) -> None:
        async with asyncio.TaskGroup() as tasks:
            for planned in plan:
                await asyncio.sleep(max(0.0, planned.at - self.diary.now))
                tasks.create_task(self._inflict(planned))

    async def _inflict(self, planned: Planned) -> None:
        about, act = ACTS[planned.kind]
        async with self.locks[about]:
            begin = self.diary.now
            await act(self.site, planned)
            self.happened.append(Happened(planned.kind, begin, self.diary.now))


# -- Servers -----------------------------------------------------------------------------------------------------------


async def _kill_server(site: Site, planned: Planned) -> None:
    await _kill_and_start([site.servers[planned.target]], planned.lasts)


async def _kill_all_servers(site: Site, planned: Planned) -> None:
    await _kill_and_start(site.servers, planned.lasts)


async def _kill_and_start(servers: list[Server], lasts: float) -> None:
    for server in servers:
        server.kill()
    await asyncio.sleep(lasts)
    for server in servers:
        server.start()
    for server in servers:
        await server.ready()


async def _stop_server(site: Site, planned: Planned) -> None:
    server = site.servers[planned.target]
    server.send(signal.SIGSTOP)
    await asyncio.sleep(planned.lasts)
    server.send(signal.SIGCONT)


# -- PostgreSQL and Redis ----------------------------------------------------------------------------------------------


async def _kill_redis(site: Site, planned: Planned) -> None:
    site.redis.kill()
    await asyncio.sleep(planned.lasts)
    await asyncio.to_thread(site.redis.start)


async def _empty_redis(site: Site, planned: Planned) -> None:
    await asyncio.to_thread(site.redis.empty)


async def _pause_redis(site: Site, planned: Planned) -> None:
    site.redis.pause()
    await asyncio.sleep(planned.lasts)
    site.redis.go_on()


async def _kill_postgres(site: Site, planned: Planned) -> None:
    site.postgres.kill()
    await asyncio.sleep(planned.lasts)
    await asyncio.to_thread(site.postgres.start)


async def _hide_postgres(site: Site, planned: Planned) -> None:
    """A router that forgets, and then remembers that these lines were none."""
    await _swallow([site.to_postgres], planned.lasts)
    site.to_postgres.cut()


async def _leave_commits_unanswered(site: Site, planned: Planned) -> None:
    """Some transactions are committed, and the line is cut before the server hears so."""
    for _ in range(int(planned.lasts * 2)):
        site.to_postgres.commits_to_cut += 1
        await asyncio.sleep(0.5)
    site.to_postgres.commits_to_cut = 0


# -- Lines -------------------------------------------------------------------------------------------------------------


async def _cut_redis(site: Site, planned: Planned) -> None:
    site.to_redis.cut()


async def _cut_postgres(site: Site, planned: Planned) -> None:
    site.to_postgres.cut()


async def _cut_connections(site: Site, planned: Planned) -> None:
    for door in site.doors:
        door.cut()


async def _swallow_redis(site: Site, planned: Planned) -> None:
    await _swallow([site.to_redis], planned.lasts)


async def _swallow_connections(site: Site, planned: Planned) -> None:
    await _swallow([site.doors[planned.target]], planned.lasts)


async def _swallow(proxies: list[Proxy], lasts: float) -> None:
    for proxy in proxies:
        proxy.swallow()
    await asyncio.sleep(lasts)
    for proxy in proxies:
        proxy.mend()


async def _lose_answers(site: Site, planned: Planned) -> None:
    """What people send is committed, they do not hear so, and then the line is gone."""
    door = site.doors[planned.target]
    door.lose_answers()
    await asyncio.sleep(planned.lasts)
    door.cut()


async def _be_slow(site: Site, planned: Planned) -> None:
    door = site.doors[planned.target]
    door.delay = 0.4
    await asyncio.sleep(planned.lasts)
    door.delay = 0.0


async def _lose_some_news(site: Site, planned: Planned) -> None:
    await _lose_news(site, 0.1, planned.lasts)


async def _lose_all_news(site: Site, planned: Planned) -> None:
    await _lose_news(site, 1.0, planned.lasts)


async def _lose_news(site: Site, share: float, lasts: float) -> None:
    site.losses.share = share
    await asyncio.sleep(lasts)
    site.losses.share = 0.0


Act = Callable[[Site, Planned], Awaitable[None]]

# What each is about, so that two about the same wait for one another.
ACTS: dict[str, tuple[str, Act]] = {
    "server killed": ("servers", _kill_server),
    "server stopped": ("servers", _stop_server),
    "all servers killed": ("servers", _kill_all_servers),
    "redis killed": ("redis", _kill_redis),
    "redis emptied": ("redis", _empty_redis),
    "redis paused": ("redis", _pause_redis),
    "redis lines cut": ("redis lines", _cut_redis),
    "redis lines dead": ("redis lines", _swallow_redis),
    "postgresql killed": ("postgresql", _kill_postgres),
    "postgresql lines cut": ("postgresql lines", _cut_postgres),
    "postgresql unreachable": ("postgresql lines", _hide_postgres),
    "commits unanswered": ("postgresql lines", _leave_commits_unanswered),
    "connections cut": ("connections", _cut_connections),
    "connections blackholed": ("connections", _swallow_connections),
    "answers lost": ("connections", _lose_answers),
    "connections slow": ("connections", _be_slow),
    "layer loses 10 %": ("layer", _lose_some_news),
    "layer loses all": ("layer", _lose_all_news),
}
