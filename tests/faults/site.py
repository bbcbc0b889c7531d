"""The service under fault: three servers, each behind a proxy of ours, and proxies before PostgreSQL and Redis."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.faults.proxy import Proxy
from tests.faults.resp import Losses
from tests.faults.stores import Postgres, Redis
from tests.servers import free_port

ROOT = Path(__file__).parents[2]
STARTING = 60.0


class Server:
    """One `manage.py serve` on a port that stays its own, whatever happens to its process."""

    def __init__(self, name: str, environment: Mapping[str, str], log: Path, *options: str) -> None:
        self.name = name
        self.port = free_port()
        self.log = log
        self.environment = environment
        self.command = [sys.executable, str(ROOT / "manage.py"), "serve", "--port", str(self.port), *options]
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command, cwd=ROOT, env=self.environment, stdout=log, stderr=subprocess.STDOUT
            )

    async def ready(self) -> None:
        async with asyncio.timeout(STARTING):
            while not await self._listens():
                if self.process and self.process.poll() is not None:
                    raise RuntimeError(f"{self.name} did not start: see {self.log}")
                await asyncio.sleep(0.1)

    async def _listens(self) -> bool:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", self.port)
        except OSError:
            return False
        writer.close()
        return True

    def send(self, what: signal.Signals) -> None:
        if self.process:
            self.process.send_signal(what)

    def kill(self) -> None:
        """End it at once, also when it was stopped."""
        if self.process:
            self.process.kill()
            self.process.wait()


@dataclass(frozen=True)
class Site:
    """Everything a fault can happen to. `doors` are the proxies that people come through."""

    postgres: Postgres
    redis: Redis
    servers: list[Server]
    doors: list[Proxy]
    to_postgres: Proxy
    to_redis: Proxy
    losses: Losses

    @property
    def addresses(self) -> list[str]:
        return [f"127.0.0.1:{door.port}" for door in self.doors]

    def ask_what_they_do(self) -> None:
        """Let every server write into its log what each of its threads is waiting for."""
        for server in self.servers:
            server.send(signal.SIGUSR1)

    def complaints(self) -> Iterable[str]:
        """What the servers wrote about errors of theirs, for whoever looks into a failure."""
        for server in self.servers:
            yield from (f"{server.name}: {line}" for line in server.log.read_text().splitlines() if " ERROR " in line)


@asynccontextmanager
async def site(
    postgres: Postgres, redis: Redis, *, database: str, prefix: str, folder: Path, seed: int
) -> AsyncIterator[Site]:
    """Start it all in front of the two stores, and end it again."""
    async with AsyncExitStack() as ending:
        losses = Losses(Random(seed))
        to_postgres, to_redis = Proxy(postgres.port), Proxy(redis.port, losses.filter)
        await _open(to_postgres, ending)
        await _open(to_redis, ending)
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
            "DATABASE_URL": postgres.url(database, to_postgres.port),
            "REDIS_URL": redis.url(to_redis.port),
            "FAULTS_PREFIX": prefix,
            "PYTHONUNBUFFERED": "1",
        }
        kinds = ["daphne", "daphne", "uvicorn"]
        servers = [
            Server(f"{kind}-{number}", environment, folder / f"{kind}-{number}.log", "--server", kind)
            for number, kind in enumerate(kinds)
        ]
        for server in servers:
            server.start()
            ending.callback(server.kill)
        for server in servers:
            await server.ready()
        doors = [Proxy(server.port) for server in servers]
        for door in doors:
            await _open(door, ending)
        yield Site(postgres, redis, servers, doors, to_postgres, to_redis, losses)


async def _open(proxy: Proxy, ending: AsyncExitStack) -> None:
    await proxy.open()
    ending.push_async_callback(proxy.close)
