"""A plan in a few figures, counted from its pairs alone."""

from dataclasses import dataclass

import numpy as np

from matching.engine.assigning import load_cost
from matching.engine.problem import Pairs, Problem, Whole, places_of


@dataclass(frozen=True, slots=True)
class Load:
    """How many people helpers have, those from before included; who can have nobody is left out."""

    most: int
    least: int
    # How far a helper's number is from the mean, on average, in people.
    unevenness: float


@dataclass(frozen=True, slots=True)
class Share:
    """How many people of one group have a place."""

    attribute: str
    group: str
    placed: int
    people: int

    @property
    def percent(self) -> float:
        return round(100 * self.placed / self.people, 1)


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of one plan; `total` and `floor` count worth, `floor` without the locked pairs."""

    placed: int
    floor: int | None
    total: int
    load_cost: int
    load: Load
    shares: tuple[Share, ...]

    @property
    def net(self) -> int:
        """What the plan is worth after the cost of load; of two plans of one problem the greater is better."""
        return self.total - self.load_cost


def summary(problem: Problem, pairs: Pairs) -> Summary:
    """The figures of a plan with these pairs. Raises ProblemError for a pair that is not among the problem's."""
    edges = places_of(problem, pairs)
    free = np.setdiff1d(edges, problem.locked)
    return Summary(
        placed=len(edges),
        floor=int(problem.worth[free].min()) if len(free) else None,
        total=int(problem.worth[edges].sum()),
        load_cost=load_cost(problem, edges),
        load=_load(problem, edges),
        shares=_shares(problem, edges),
    )


def _load(problem: Problem, edges: Whole) -> Load:
    taken = np.bincount(problem.columns[edges], minlength=len(problem.helpers)).tolist()
    loads = [
        helper.load + new for helper, new in zip(problem.helpers, taken, strict=True) if helper.load + helper.capacity
    ]
    if not loads:
        return Load(0, 0, 0.0)
    number, together = len(loads), sum(loads)
    # Whole numbers until the last division, so that every machine finds the same.
    unevenness = sum(abs(number * load - together) for load in loads) / number**2
    return Load(max(loads), min(loads), round(unevenness, 3))


def _shares(problem: Problem, edges: Whole) -> tuple[Share, ...]:
    placed = np.zeros(len(problem.seekers), dtype=np.bool_)
    placed[problem.rows[edges]] = True
    counts: dict[tuple[str, str], list[int]] = {}
    for seeker, has_place in zip(problem.seekers, placed.tolist(), strict=True):
        for membership in seeker.groups.items():
            count = counts.setdefault(membership, [0, 0])
            count[0] += has_place
            count[1] += 1
    return tuple(Share(*membership, *counts[membership]) for membership in sorted(counts))
