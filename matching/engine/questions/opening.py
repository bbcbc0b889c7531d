"""What would open a place for someone who has none: one more place somewhere, a lower set floor, or a wish set aside.

In every case this person is placed and nobody else loses their place: others at most move to another helper who fits.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from matching.engine.errors import ProblemError
from matching.engine.fit.cohort import Seeker
from matching.engine.fit.compatibility import obstacles, score
from matching.engine.fit.reasons import Obstacle
from matching.engine.matchmaking import Matching
from matching.engine.plan import Plan
from matching.engine.problem import Id, Problem, places_of

Flags = NDArray[np.bool_]

# What a person asked for and may change; the other rules keep people safe and are never set aside.
WISHES = frozenset(
    {
        Obstacle.KIND,
        Obstacle.AVOIDED,
        Obstacle.DECLINED_BEFORE,
        Obstacle.LANGUAGE,
        Obstacle.HOURS,
        Obstacle.WAY,
        Obstacle.GENDER,
        Obstacle.TOPIC,
    }
)


@dataclass(frozen=True, slots=True)
class Relaxation:
    """Wishes that, set aside together, open a place, and the helpers through whom each such place comes."""

    obstacles: tuple[Obstacle, ...]
    helpers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """All there is that would open a place for one person, each by itself."""

    # One more place with any of these helpers is enough.
    places: tuple[Id, ...]
    # The highest set floor that is low enough; None where no lower one would do.
    at_least: int | None
    # The smallest sets of wishes, fewest first; empty where people are not described in words.
    relaxations: tuple[Relaxation, ...] = ()


def opening(problem: Problem, plan: Plan, seeker: Id) -> Opening:
    """What would open a place for this seeker. Raises ProblemError for one who has a place or is not in the problem."""
    if seeker not in problem.seeker_row:
        raise ProblemError(f"There is no seeker {seeker!r}.")
    if seeker in dict(plan.pairs):
        raise ProblemError(f"Seeker {seeker!r} has a place.")
    moves = Moves(problem, plan)
    row = problem.seeker_row[seeker]
    helpers = np.flatnonzero(moves.reached_from(row, moves.enough(problem.aim.at_least)))
    return Opening(tuple(problem.helpers[column].id for column in helpers.tolist()), _low_enough(moves, row))


def opening_in(matching: Matching, seeker: int) -> Opening:
    """The same for people in words, with the wishes that would open a place if they were set aside."""
    found = opening(matching.problem, matching.plan, seeker)
    return replace(found, relaxations=tuple(_relaxations(matching, matching.cohort.seeker_by_id[seeker])))


class Moves:
    """Who could move where in a plan, one person after the other, with nobody left behind."""

    def __init__(self, problem: Problem, plan: Plan) -> None:
        self.problem = problem
        edges = places_of(problem, plan.pairs)
        self.free: Flags = problem.capacity > np.bincount(problem.columns[edges], minlength=len(problem.helpers))
        # Who may move, and whom they have; locked pairs stay.
        moving = np.setdiff1d(edges, problem.locked)
        self.seekers, self.helpers = problem.rows[moving], problem.columns[moving]

    def enough(self, at_least: int | None) -> Flags:
        """Which pairs may be made where pairs must be worth so much."""
        worth = self.problem.worth
        return np.ones(len(worth), dtype=np.bool_) if at_least is None else worth >= at_least

    def reached_from(self, row: int, pairs: Flags) -> Flags:
        """The helpers this seeker comes to if whoever is there moves on in turn (an alternating tree)."""
        rows, columns = self.problem.rows[pairs], self.problem.columns[pairs]
        seekers, helpers = np.arange(len(self.problem.seekers)) == row, np.zeros_like(self.free)
        while True:
            helpers[columns[seekers[rows]]] = True
            further = seekers.copy()
            further[self.seekers[helpers[self.helpers]]] = True
            if (further == seekers).all():
                return helpers
            seekers = further

    def open_helpers(self, pairs: Flags) -> Flags:
        """The helpers who have a free place, or would if somebody they have moved on."""
        rows, columns = self.problem.rows[pairs], self.problem.columns[pairs]
        helpers = self.free
        while True:
            could_go = np.zeros(len(self.problem.seekers), dtype=np.bool_)
            could_go[rows[helpers[columns]]] = True
            further = helpers.copy()
            further[self.helpers[could_go[self.seekers]]] = True
            if (further == helpers).all():
                return helpers
            helpers = further


def _low_enough(moves: Moves, row: int) -> int | None:
    """The highest set floor below the present one at which a free place is reached."""
    at_least = moves.problem.aim.at_least
    if at_least is None:
        return None
    levels = np.unique(moves.problem.worth[moves.problem.worth < at_least])
    # At a lower floor never fewer places are reached, so the search may halve.
    low, high = 0, len(levels)
    while low < high:
        middle = (low + high) // 2
        if (moves.reached_from(row, moves.enough(int(levels[middle]))) & moves.free).any():
            low = middle + 1
        else:
            high = middle
    return int(levels[low - 1]) if low else None


def _relaxations(matching: Matching, seeker: Seeker) -> Iterator[Relaxation]:
    """The smallest sets of wishes that keep this seeker from an open helper: fewest wishes first, then most helpers."""
    helpers: dict[frozenset[Obstacle], list[int]] = {}
    for helper, keeping in _kept_from(matching, seeker):
        if keeping and keeping <= WISHES:
            helpers.setdefault(keeping, []).append(helper)
    smallest = [wishes for wishes in helpers if not any(fewer < wishes for fewer in helpers)]
    in_order = {wishes: tuple(obstacle for obstacle in Obstacle if obstacle in wishes) for wishes in smallest}
    places = list(Obstacle)
    smallest.sort(key=lambda one: (len(one), -len(helpers[one]), [places.index(each) for each in in_order[one]]))
    return (Relaxation(in_order[wishes], tuple(helpers[wishes])) for wishes in smallest)


def _kept_from(matching: Matching, seeker: Seeker) -> Iterator[tuple[int, frozenset[Obstacle]]]:
    """Each open helper with whom the seeker would score enough, and the rules that keep the two apart."""
    cohort, problem = matching.cohort, matching.problem
    moves = Moves(problem, matching.plan)
    still_open = moves.open_helpers(moves.enough(problem.aim.at_least))
    for column in np.flatnonzero(still_open).tolist():
        helper = cohort.helper_by_id[int(problem.helpers[column].id)]
        if problem.aim.at_least is not None:
            waiting = problem.aim.waiting * seeker.waited_days // 7
            if score(seeker, helper, weights=matching.weights).points + waiting < problem.aim.at_least:
                continue
        yield helper.id, frozenset(obstacles(seeker, helper, on=cohort.on))
