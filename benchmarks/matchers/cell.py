"""One cell of the table: one engine on one instance, with its seconds, its memory and what it found.

Seconds are those of the processor, so that whatever else the machine does hardly counts. The operating system ends the
process when a run takes more of them than the limit: even compiled code that never looks up is stopped by SIGPROF.
"""

import gc
import signal
import time
from dataclasses import dataclass
from statistics import median
from typing import Any

import numpy as np

from .engines import Engine, NotProven
from .instances import Instance, Whole, instance_of
from .processes import memory

# Before the first run everything is solved once at this size, so that imports and compiling are not counted.
SMALL = 40
# Three runs, up to eleven where all of them together take less than a second, and one where it takes long.
RUNS, MOST_RUNS = 3, 11


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one cell; without seconds where the limit or the memory did not suffice, which `said` tells."""

    placed: int = 0
    total: int = 0
    worst: int | None = None
    # The standard deviation of how many people the helpers have.
    load_spread: float = 0.0
    seconds: float | None = None
    # The most memory of the process, and how much of that was there before the first run; in MiB.
    memory: float = 0.0
    memory_before: float = 0.0
    # The solving of a small instance at first use: compiling, or loading what was compiled.
    first_use: float = 0.0
    said: str = ""


def measured(engine: Engine, instance: Instance, limit: int) -> Outcome:
    """Solve the instance several times (once where it takes long) and describe what came of it."""
    first_use = _used_once(engine, instance.family, limit)
    before = memory()
    seconds: list[float] = []
    try:
        while _goes_on(seconds, limit):
            # Prepared anew for each run, because a problem may keep what it has worked out.
            answer, spent = _timed(engine, engine.prepare(instance), limit)
            seconds.append(spent)
    except NotProven as found:
        return Outcome(**_described(instance, found.edges), memory=memory(), memory_before=before, said="not proven")
    most = memory()
    found_by_us = _described(instance, engine.read(instance, answer))
    return Outcome(**found_by_us, seconds=median(seconds), memory=most, memory_before=before, first_use=first_use)


def _used_once(engine: Engine, family: str, limit: int) -> float:
    began = time.thread_time()
    engine.solve(engine.prepare(instance_of(family, SMALL)), limit)
    return time.thread_time() - began


def _goes_on(seconds: list[float], limit: int) -> bool:
    return sum(seconds) < (limit / 10 if len(seconds) < RUNS else 1) and len(seconds) < MOST_RUNS


def _timed(engine: Engine, problem: Any, limit: int) -> tuple[Any, float]:
    # What was there before, the libraries of all engines above all, is nothing that this one should be searched for.
    gc.collect()
    gc.freeze()
    signal.setitimer(signal.ITIMER_PROF, limit)
    began = time.thread_time()
    # An engine with a clock of its own is given a little less, so that it can still say what it has found.
    answer = engine.solve(problem, limit * 0.9)
    # Of this thread, in which every engine works: with a timer set, those of the process are counted in whole ticks.
    spent = time.thread_time() - began
    signal.setitimer(signal.ITIMER_PROF, 0)
    return answer, spent


def _described(instance: Instance, edges: Whole) -> dict[str, Any]:
    ends = [instance.columns[edges]] if instance.two_sides else [instance.rows[edges], instance.columns[edges]]
    load = np.bincount(np.concatenate(ends), minlength=len(instance.capacity))
    assert (load <= instance.capacity).all(), "more people than places"
    assert (np.bincount(instance.rows[edges], minlength=instance.people) <= 1).all(), "somebody twice"
    scores = instance.scores[edges]
    return {
        "placed": len(edges) * len(ends),
        "total": int(scores.sum()),
        "worst": int(scores.min()) if len(edges) else None,
        "load_spread": round(float(load.std()), 2),
    }
