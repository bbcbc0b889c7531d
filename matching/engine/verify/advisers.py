"""Checks a plan of seekers and helpers: its pairs, everything it says of them, and the proof that none is better."""

from matching.engine.plan import Plan
from matching.engine.problem import Objective, Problem

from .blocking import wrong_stable
from .books import Books, places_of
from .covers import wrong_floor, wrong_most
from .figures import wrong_figures, wrong_unplaced
from .prices import wrong_prices
from .rules import broken, unknown_pairs


def verify_advisers(problem: Problem, plan: Plan) -> list[str]:
    """What is wrong with a plan or its proof; empty where everything it says is shown to be so."""
    places = places_of(problem, plan)
    books = Books(problem, places)
    # Nothing can be counted with pairs that are unknown or too many.
    return (
        _strange_objective(problem, plan)
        or unknown_pairs(plan, places)
        or broken(books)
        or [*wrong_unplaced(books, plan), *wrong_figures(books, plan), *_unproven(books, plan)]
    )


def _strange_objective(problem: Problem, plan: Plan) -> list[str]:
    said, asked = ", ".join(plan.order), ", ".join(problem.aim.order)
    return [] if said == asked else [f"The plan's objective is {said or 'empty'}; the problem's is {asked}."]


def _unproven(books: Books, plan: Plan) -> list[str]:
    certificate = plan.certificate
    if Objective.STABLE in plan.order:
        return wrong_stable(books, certificate)
    floor = plan.floor if Objective.FLOOR in plan.order else None
    return [
        *wrong_most(books, certificate.placed),
        *wrong_floor(books, certificate.floor, floor),
        *wrong_prices(books, certificate.prices, floor),
    ]
