"""Whether what a plan says of itself is so: who has no place and why, and its figures, counted again."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from matching.engine.plan import Plan, Status, WhyUnplaced
from matching.engine.problem import Id, Problem, Whole

from .blocking import blocking
from .books import Books, ids


def wrong_unplaced(books: Books, plan: Plan) -> Iterator[str]:
    """What is wrong in the list of those without a place."""
    said, there = dict(plan.unplaced), without(books)
    twice = [each for each, times in Counter(each for each, _ in plan.unplaced).items() if times > 1]
    missing = [each for each in there if each not in said]
    extra = [each for each in said if each not in there]
    if twice:
        yield f"More than once among those without a place: {ids(twice)}."
    if missing:
        yield f"Without a place and not told: {ids(missing)}."
    if extra:
        yield f"Told to be without a place, which is not so: {ids(extra)}."
    for each in there.keys() & said.keys():
        if said[each] is not there[each]:
            yield f"The reason of {each!r} is said to be {said[each]}; it is {there[each]}."


def without(books: Books) -> dict[Id, WhyUnplaced]:
    """Everybody who is in no pair of the plan, with the reason."""
    problem = books.problem
    least = problem.aim.at_least
    known = books.by_seeker(np.arange(len(problem.rows))) > 0
    enough = known if least is None else books.by_seeker(np.flatnonzero(problem.worth >= least)) > 0
    left = np.flatnonzero(books.by_seeker(books.edges) == 0).tolist()
    return {problem.seekers[row].id: _reason(problem, bool(known[row]), bool(enough[row])) for row in left}


def _reason(problem: Problem, known: bool, enough: bool) -> WhyUnplaced:  # noqa: FBT001
    if not problem.helpers:
        return WhyUnplaced.NO_HELPER_AT_ALL
    if enough:
        return WhyUnplaced.ALL_PLACES_TAKEN
    return WhyUnplaced.BELOW_FLOOR if known else WhyUnplaced.NOBODY_FITS


class Figures(NamedTuple):
    """The figures of a plan; the names are those of the plan."""

    status: Status
    placed: int
    total: int
    floor: int | None
    load_cost: int
    blocking_pairs: int


def figures(books: Books) -> Figures:
    """The figures that these pairs have."""
    worth = books.problem.worth
    return Figures(
        status=Status.OPTIMAL if len(books.edges) else Status.EMPTY,
        placed=len(books.edges),
        # Python's whole numbers cannot overflow.
        total=sum(worth[books.edges].tolist()),
        floor=min(worth[books.chosen].tolist(), default=None),
        load_cost=load_cost(books),
        blocking_pairs=len(blocking(books, worth)),
    )


def load_cost(books: Books) -> int:
    """Points that load costs: each person of a helper costs `spread` times how far they are beyond the wish."""
    columns = np.sort(books.problem.columns[books.edges])
    number = np.arange(len(columns)) - np.searchsorted(columns, columns) + 1
    steps: Whole = np.maximum(0, books.problem.beyond[columns] + number)
    return books.problem.aim.spread * int(steps.sum())


def wrong_figures(books: Books, plan: Plan) -> Iterator[str]:
    """Each figure of the plan that is not as counted."""
    for name, counted in figures(books)._asdict().items():
        said = getattr(plan, name)
        if said != counted:
            yield f"{name} is said to be {said}; it is {counted}."
