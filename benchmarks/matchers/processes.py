"""A measurement in a process of its own, on one core, so that memory is told honestly and nothing can hang."""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
MOST_MEMORY = 10 * 2**30
ONE_CORE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"), "1")


def in_a_process(*given: str | int, folder: Path = ROOT) -> dict[str, Any]:
    """What a measurement of the code in this folder printed, or only `said`: in a few words why it did not end."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "benchmarks.matchers", *map(str, given)],
        cwd=folder,
        env={**os.environ, **ONE_CORE},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 0:
        return dict(json.loads(done.stdout))
    return {"said": _why(done)}


def _why(done: subprocess.CompletedProcess[str]) -> str:
    if done.returncode == -signal.SIGPROF:
        return "too slow"
    last = (done.stderr.strip().splitlines() or [f"ended with {done.returncode}"])[-1]
    return "not enough memory" if "MemoryError" in last else f"failed: {last}"


def in_a_new_place(*given: str | int) -> dict[str, Any]:
    """The same for a copy of the code where nothing has ever been compiled."""
    with tempfile.TemporaryDirectory() as empty:
        for name in ("benchmarks", "matching"):
            shutil.copytree(ROOT / name, Path(empty, name), ignore=shutil.ignore_patterns("__pycache__"))
        return in_a_process(*given, folder=Path(empty))


def memory() -> float:
    """The most memory that this process has had so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def hold_memory() -> None:
    """From here on, whoever wants more memory than this is refused it instead of slowing the machine down."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
