"""Where contestants keep messages and pass news on: throw-away databases, and a throw-away Redis."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from .processes import NotMeasured, free_port, started

FOUND_AT = "postgres://postgres@127.0.0.1:5432/postgres"


@dataclass(frozen=True)
class Place:
    """A folder for files, and where the servers are; without a Redis, SQLite and one process."""

    folder: Path
    postgresql: str = ""
    redis: str = ""

    @property
    def name(self) -> str:
        return "PostgreSQL, Redis" if self.redis else "SQLite, in one process"


@contextmanager
def on_sqlite() -> Iterator[Place]:
    with tempfile.TemporaryDirectory(prefix="alongside-benchmark-") as folder:
        yield Place(Path(folder))


@contextmanager
def on_servers() -> Iterator[Place]:
    """A Redis of our own, so that nobody else's channels are heard, and the PostgreSQL of this machine."""
    with ExitStack() as ending:
        folder = ending.enter_context(tempfile.TemporaryDirectory(prefix="alongside-benchmark-"))
        port = free_port()
        command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder]
        ending.enter_context(started([shutil.which(command[0]) or command[0], *command[1:]], port, {}))
        yield Place(Path(folder), os.environ.get("BENCHMARK_DATABASE_URL", FOUND_AT), f"redis://127.0.0.1:{port}/0")


@contextmanager
def database_for(name: str, place: Place) -> Iterator[str]:
    """The address of an empty database that is gone afterwards."""
    if not place.redis:
        yield f"sqlite:///{place.folder / name}.sqlite3"
        return
    database = f"alongside_benchmark_{os.getpid()}_{name}"
    try:
        with psycopg.connect(place.postgresql, autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(database)))
    except psycopg.OperationalError as error:
        raise NotMeasured(f"no PostgreSQL at {place.postgresql}: set BENCHMARK_DATABASE_URL") from error
    try:
        yield urlunsplit(urlsplit(place.postgresql)._replace(path=f"/{database}"))
    finally:
        with psycopg.connect(place.postgresql, autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(database)))
