"""Whether a plan keeps the rules: pairs that may be, places that there are."""

import numpy as np

from matching.engine.plan import Plan
from matching.engine.problem import Whole

from .books import NOT_THERE, Books, told


def unknown_pairs(plan: Plan, places: Whole) -> list[str]:
    """Pairs of the plan that are not among those of the problem."""
    found = np.flatnonzero(places == NOT_THERE).tolist()
    return told(found, lambda k: f"the pair of {plan.pairs[k][0]!r} and {plan.pairs[k][1]!r} is not in the problem")


def broken(books: Books) -> list[str]:
    """Rules that the plan's pairs break."""
    problem, edges = books.problem, books.edges
    twice = np.flatnonzero(books.by_seeker(edges) > 1)
    crowded = np.flatnonzero(books.by_helper(edges) > problem.capacity)
    missing = np.setdiff1d(problem.locked, edges)
    least = problem.aim.at_least
    poor = [] if least is None else books.chosen[problem.worth[books.chosen] < least].tolist()
    return [
        *told(twice, lambda i: f"{books.seeker(i)} is in more than one pair"),
        *told(crowded, lambda j: f"{books.helper(j)} has more pairs than the {problem.helpers[j].capacity} places"),
        *told(missing, lambda e: f"{books.pair(e)} is locked and not in the plan"),
        *told(poor, lambda e: f"{books.pair(e)} is worth less than the {least} that a pair must be"),
    ]
