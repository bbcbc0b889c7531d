"""Who is measured: how each is started, where its people live, and which of them belong into which part."""

import os
import shutil
import subprocess
import sys
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from .dialects import BARE, ECHO, JSON, OURS, SOCKET_IO, Dialect
from .places import Place, database_for
from .processes import ROOT, NotMeasured, all_started, free_port
from .town import Size, Town, read, town_of

NODE = Path(__file__).parent / "node"
# Few enough that all contestants of one run and somebody else's tests find room in one PostgreSQL.
CONNECTIONS = "8"
UVICORN = ["uvicorn", "--loop", "uvloop", "--ws", "websockets-sansio", "--lifespan", "off", "--no-access-log"]
BACKLOG = 1024


@dataclass(frozen=True)
class Contestant:
    """One row of the tables. Those of one family share their people and their database."""

    family: str
    server: str
    dialect: Dialect
    batched: bool = False

    @property
    def name(self) -> str:
        return f"{self.family}, {self.server}{', batched' if self.batched else ''}"

    def command(self, port: int) -> list[str]:
        """How it is started."""
        if self.family == "ours":
            also = [] if self.server == "daphne" else ["--server", self.server]
            return [sys.executable, "manage.py", "serve", "--port", str(port), *also]
        if self.family in PROGRAMS:
            return [shutil.which("node") or "node", PROGRAMS[self.family]]
        application = f"benchmarks.messengers.{'bare' if self.family == 'bare ASGI' else 'plain.asgi'}:application"
        if self.server == "daphne":
            endpoint = f"tcp:port={port}:interface=127.0.0.1:backlog={BACKLOG}"
            return [sys.executable, "-m", "daphne", "--verbosity", "0", "-e", endpoint, application]
        return [sys.executable, "-m", *UVICORN, "--log-level", "warning", "--port", str(port), application]


DATABASES = {"ours": "ours", "the plain way": "plain", "Node ws": "node", "socket.io": "node"}
PROGRAMS = {"Node ws": "server.mjs", "socket.io": "socketio.mjs"}
SERVERS = ("daphne", "uvicorn")
BARE_SERVERS = [Contestant("bare ASGI", server, BARE) for server in SERVERS]
OF_OURS = [Contestant("ours", server, OURS) for server in SERVERS]
PLAIN = [Contestant("the plain way", server, JSON) for server in SERVERS]
NODE_WS, NODE_BATCHED = (Contestant("Node ws", "pg", JSON, batched) for batched in (False, True))
WITH_SOCKET_IO = Contestant("socket.io", "pg", SOCKET_IO)
ECHOES = [Contestant("bare ASGI", server, ECHO) for server in SERVERS]
NODE_ECHO = Contestant("Node ws", "pg", ECHO)


@dataclass(frozen=True)
class Running:
    """A contestant whose servers listen, and its people."""

    contestant: Contestant
    ports: list[int]
    processes: list[subprocess.Popen[bytes]]
    town: Town

    @property
    def pids(self) -> list[int]:
        return [process.pid for process in self.processes]


@dataclass(frozen=True)
class Settled:
    """A family's people, in a database of their own."""

    environment: Mapping[str, str]
    town: Town
    folder: Path = ROOT


@contextmanager
def settled(family: str, place: Place, size: Size) -> Iterator[Settled]:
    """Make the people of a family; nobody needs to be known to a bare server."""
    if family == "bare ASGI":
        yield Settled({}, town_of(size, [""] * size.people, [0] * len(size.members())))
        return
    with database_for(DATABASES[family], place) as database:
        if family in PROGRAMS:
            environment = {"DATABASE_URL": database, "REDIS_URL": place.redis, "DATABASE_POOL_SIZE": CONNECTIONS}
            yield Settled(environment, settled_by_hand(database, size), installed(place))
        else:
            environment = in_production(database, place)
            what = "ours"
            if family != "ours":
                what = "plain"
                environment["DJANGO_SETTINGS_MODULE"] = "benchmarks.messengers.plain.settings"
            # The plain way has no migrations, and its tables point to those of migrations.
            for also in ([], ["--run-syncdb"]):
                called("manage.py", "migrate", "--verbosity", "0", *also, environment=environment)
            numbers = [str(number) for number in (size.paired, *size.groups)]
            module = "benchmarks.messengers.settling"
            yield Settled(environment, read(called("-m", module, what, *numbers, environment=environment)))


def in_production(database: str, place: Place) -> dict[str, str]:
    """The environment of a Django contestant. SQLite comes with DEBUG, as it does for who tries Alongside out."""
    return {
        "DEBUG": "false" if place.redis else "true",
        "SECRET_KEY": uuid.uuid4().hex + uuid.uuid4().hex,
        "DATABASE_URL": database,
        "DATABASE_POOL_SIZE": CONNECTIONS,
        "REDIS_URL": place.redis,
        "ALLOWED_HOSTS": "bench.example.org",
        "DJANGO_SETTINGS_MODULE": "config.settings",
        # Nobody types as fast as one pair does here.
        "POSTS_PER_TEN_SECONDS": "1000000",
        "COMMANDS_PER_TEN_SECONDS": "1000000",
    }


def called(*given: str, environment: Mapping[str, str]) -> str:
    """What Python printed when it was called so."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, *given],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise NotMeasured((done.stderr.strip().splitlines() or ["failed"])[-1])
    return done.stdout


def settled_by_hand(database: str, size: Size) -> Town:
    """The people of the Node servers, in tables of their own."""
    tokens = [uuid.uuid4().hex for _ in range(size.people)]
    with psycopg.connect(database) as connection, connection.cursor() as cursor:
        cursor.execute(sql.SQL(NODE.joinpath("tables.sql").read_text()))
        cursor.executemany("INSERT INTO person (name) VALUES (%s)", [(f"Person {n}",) for n in range(size.people)])
        cursor.executemany("INSERT INTO session VALUES (%s, %s)", [(t, n + 1) for n, t in enumerate(tokens)])
        cursor.execute("INSERT INTO conversation SELECT generate_series(1, %s)", [len(size.members())])
        takes_part = [(n + 1, person + 1) for n, people in enumerate(size.members()) for person in people]
        cursor.executemany("INSERT INTO participant VALUES (%s, %s)", takes_part)
    cookies = [f"session={token}" for token in tokens]
    return town_of(size, cookies, [number + 1 for number in range(len(size.members()))])


def installed(place: Place) -> Path:
    """A folder with the Node servers and what they need, installed once by npm."""
    folder = place.folder / "node"
    if not folder.exists():
        if shutil.which("npm") is None or shutil.which("node") is None:
            raise NotMeasured("node and npm are not installed")
        shutil.copytree(NODE, folder)
        command = ["npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--silent"]
        if subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode:  # noqa: S603
            shutil.rmtree(folder)
            raise NotMeasured("npm could not install ws, redis, pg and socket.io")
    return folder


@contextmanager
def running(contestant: Contestant, home: Settled, processes: int = 1) -> Iterator[Running]:
    """Start so many servers of a contestant, each on a port of its own."""
    environment = {**home.environment, **({"BATCHED": "1"} if contestant.batched else {})}
    commands = [(contestant.command(port), port) for port in (free_port() for _ in range(processes))]
    with all_started(commands, environment, home.folder) as started:
        yield Running(contestant, [port for _, port in commands], started, home.town)
