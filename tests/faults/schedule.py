"""Which fault begins when and lasts how long: the same from the same seed."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Planned:
    """Seconds from the beginning of the run; `target` picks a server where the fault is about one."""

    at: float
    kind: str
    lasts: float
    target: int


# How long each kind lasts, from and to, in seconds.
KINDS: dict[str, tuple[float, float]] = {
    "server killed": (0.5, 3.0),
    "server stopped": (2.0, 6.0),
    "all servers killed": (0.5, 1.0),
    "redis killed": (2.0, 5.0),
    "redis emptied": (0.0, 0.0),
    "redis paused": (2.0, 5.0),
    "redis lines cut": (0.0, 0.0),
    "redis lines dead": (1.0, 3.0),
    "postgresql killed": (0.5, 3.0),
    "postgresql lines cut": (0.0, 0.0),
    "postgresql unreachable": (2.0, 4.0),
    "commits unanswered": (3.0, 6.0),
    "connections cut": (0.0, 0.0),
    "connections blackholed": (2.0, 5.0),
    "answers lost": (1.0, 3.0),
    "connections slow": (2.0, 4.0),
    "layer loses 10 %": (4.0, 8.0),
    "layer loses all": (4.0, 8.0),
}

SHORTEST_PAUSE, LONGEST_PAUSE = 0.5, 3.0
# How often the next fault begins while the last one still lasts.
OVERLAP = 0.25
CALM_BEFORE = 3.0


def plan(seconds: float, seed: int, servers: int = 3) -> list[Planned]:
    """Every kind once, in any order, then every kind again, for as long as there is time."""
    random = Random(seed)
    planned: list[Planned] = []
    at, left = CALM_BEFORE, list[str]()
    while at < seconds:
        left = left or random.sample(sorted(KINDS), len(KINDS))
        kind = left.pop()
        fault = Planned(round(at, 3), kind, round(random.uniform(*KINDS[kind]), 3), random.randrange(servers))
        planned.append(fault)
        at += random.uniform(SHORTEST_PAUSE, LONGEST_PAUSE)
        if random.random() > OVERLAP:
            at += fault.lasts
    return planned
