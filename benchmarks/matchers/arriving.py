"""Between two rounds, apart: one comes or goes, and who is placed at once; the pairs that stand are not touched."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

import numpy as np

from matching.engine import Aim, HelperRow, Problem, SeekerRow, solve
from matching.engine.questions.arrivals import helper_comes, helper_goes, seeker_comes, seeker_goes
from matching.engine.questions.standing import Standing, standing_of

from .instances import ADVISERS, HIGHEST_SCORE, SEED, instance_of
from .ours import problem_from

FREE, SCARCE = ADVISERS[0].name, ADVISERS[2].name
TIMES = 30
Event = Callable[[Standing, int], object]


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Milliseconds of each event: the median and the longest of thirty."""

    people: int
    milliseconds: dict[str, tuple[float, float]]


def arrivals_of(people: int) -> Arrivals:
    """Every event on a plan for so many, where places are free or where half of the people wait."""
    events: dict[str, tuple[str, Event]] = {
        "a seeker comes": (FREE, seeker_who_comes),
        "a helper goes": (FREE, helper_goes),
        "a seeker goes, half of all wait": (
            SCARCE,
            lambda standing, turn: seeker_goes(standing, standing.pairs[turn][0]),
        ),
        "a helper comes, half of all wait": (SCARCE, helper_who_comes),
    }
    standing = {family: _standing(family, people) for family in (FREE, SCARCE)}
    return Arrivals(people, {name: _measured(event, standing[family]) for name, (family, event) in events.items()})


def seeker_who_comes(standing: Standing, turn: int) -> object:
    """Somebody new with ten candidates."""
    helpers = np.random.default_rng([SEED, turn]).choice(len(standing.problem.helpers), 10, replace=False).tolist()
    return seeker_comes(standing, SeekerRow(len(standing.problem.seekers)), _scored(helpers))


def helper_who_comes(standing: Standing, turn: int) -> object:
    """A new helper with twelve places who fits a hundred people."""
    seekers = np.random.default_rng([SEED, turn]).choice(len(standing.problem.seekers), 100, replace=False).tolist()
    return helper_comes(standing, HelperRow(len(standing.problem.helpers), 12), _scored(seekers))


def _scored(people: list[int]) -> list[tuple[int | str, int]]:
    return [(one, one * 37 % (HIGHEST_SCORE + 1)) for one in people]


def _standing(family: str, people: int) -> Standing:
    problem = problem_from(instance_of(family, people), Aim())
    assert isinstance(problem, Problem)
    standing = standing_of(problem, solve(problem).pairs)
    # What a service that keeps its standing knows already.
    _ = standing.pairs, problem.seeker_row, problem.helper_column, problem.capacity
    return standing


def _measured(event: Event, standing: Standing) -> tuple[float, float]:
    event(standing, TIMES)
    spent = [_milliseconds(event, standing, turn) for turn in range(TIMES)]
    return median(spent), max(spent)


def _milliseconds(event: Event, standing: Standing, turn: int) -> float:
    began = time.process_time()
    event(standing, turn)
    return 1000 * (time.process_time() - began)
