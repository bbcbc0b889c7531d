"""Processes that the benchmark starts and ends: where they listen, what they cost, and why they failed."""

import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0
TICKS, PAGE = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")


class NotMeasured(Exception):
    """Something is missing, ended at once, or did not do what it was asked; the words say what."""


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def started(
    command: Sequence[str], port: int, environment: Mapping[str, str], folder: Path = ROOT
) -> Iterator[subprocess.Popen[bytes]]:
    """Yield the process once it listens, and end it afterwards."""
    with tempfile.TemporaryFile() as said:
        try:
            process = subprocess.Popen(  # noqa: S603
                command, cwd=folder, env={**os.environ, **environment}, stdout=said, stderr=said
            )
        except FileNotFoundError as error:
            raise NotMeasured(f"{command[0]} is not installed") from error
        try:
            if why_not := _waited(process, port, time.monotonic() + PATIENCE):
                said.seek(0)
                last = said.read().decode(errors="replace").strip().splitlines()[-1:]
                raise NotMeasured(f"{Path(command[0]).name} {why_not}: {' '.join(last)}")
            yield process
        finally:
            ended(process)


def ended(process: subprocess.Popen[bytes]) -> None:
    """Ask it to stop, and insist when it does not."""
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _waited(process: subprocess.Popen[bytes], port: int, until: float) -> str:
    """Why it does not listen in the end; empty once it does."""
    while time.monotonic() < until:
        if process.poll() is not None:
            return f"ended with {process.returncode}"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return ""
        time.sleep(0.05)
    return "did not listen in time"


def busy(pids: Sequence[int]) -> float:
    """The seconds of the processor that these have had so far."""
    return sum(_ticks(pid) for pid in pids) / TICKS


def _ticks(pid: int) -> int:
    # Behind the name of the program, which may hold anything, the 12th and 13th: in user mode, in the kernel.
    after = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(after[11]) + int(after[12])


def memory(pids: Sequence[int]) -> int:
    """The bytes of memory that these hold now."""
    return sum(int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in pids) * PAGE


@contextmanager
def all_started(
    commands: Sequence[tuple[Sequence[str], int]], environment: Mapping[str, str], folder: Path = ROOT
) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Several at once, each with its port, which it also finds in its environment."""
    with ExitStack() as ending:
        yield [
            ending.enter_context(started(command, port, {**environment, "PORT": str(port)}, folder))
            for command, port in commands
        ]
