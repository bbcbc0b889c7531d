"""Why a seeker does not have a certain helper: which rule forbids it, or what the plan would lose with this pair."""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from matching.engine.assigning import Open
from matching.engine.errors import ProblemError
from matching.engine.fit.compatibility import obstacles, score
from matching.engine.fit.reasons import Obstacle
from matching.engine.matchmaking import Matching
from matching.engine.plan import Plan
from matching.engine.problem import ORDERS, Id, Objective, Problem, places_of
from matching.engine.shortlist import with_more
from matching.engine.solve import solve
from matching.engine.ties import keys, ties_between

from .difference import Difference, difference


class Because(StrEnum):
    """What an answer comes down to."""

    THEY_ARE_PAIRED = "they_are_paired"
    # A rule, or the list of pairs itself, rules it out.
    NO_SUCH_PAIR = "no_such_pair"
    LOCKED_WITH_ANOTHER = "locked_with_another"
    HELPER_HAS_NO_PLACE = "helper_has_no_place"
    BELOW_SET_FLOOR = "below_set_floor"
    # With this pair fewer people would have a place.
    FEWER_PLACED = "fewer_placed"
    # With this pair somebody would be worse off than anybody in the plan.
    LOWER_FLOOR = "lower_floor"
    LOWER_TOTAL = "lower_total"
    JUST_AS_GOOD = "just_as_good"
    # Only where the plan was made to be stable: one of the two has somebody they fit better.
    SOMEBODY_FITS_BETTER = "somebody_fits_better"


@dataclass(frozen=True, slots=True)
class WhyNot:
    """The answer; `difference` leads from the plan to the best one with this pair, where there is one."""

    seeker: Id
    helper: Id
    because: Because
    difference: Difference | None = None
    # Who would then be worse off than anybody is in the plan.
    worse_off: tuple[Id, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()


@dataclass(frozen=True, slots=True)
class Other:
    """Another helper somebody could have had, and the least that a plan with them would lose, in points."""

    helper: Id
    worth: int
    loss: int


def why_not(problem: Problem, plan: Plan, seeker: Id, helper: Id) -> WhyNot:
    """Why these two are not a pair of the plan. Raises ProblemError where one of them is not in the problem."""
    _check_known(problem, seeker, helper)
    because = _ruled_out(problem, plan, seeker, helper)
    if because is not None:
        return WhyNot(seeker, helper, because)
    if plan.order == (Objective.STABLE,):
        return WhyNot(seeker, helper, Because.SOMEBODY_FITS_BETTER)
    instead = best_with(problem, seeker, helper)
    found = difference((problem, plan), (problem, instead))
    because = _lost(found, plan)
    return WhyNot(seeker, helper, because, found, _below(problem, instead, plan.floor, because))


def why_not_in(matching: Matching, seeker: int, helper: int) -> WhyNot:
    """The same for people in words: where rules forbid the pair, it says which.

    A pair that a large cohort's shortlist passed over is looked at as if it had been on it.
    """
    cohort, problem = matching.cohort, matching.problem
    _check_known(problem, seeker, helper)
    asking, offering = cohort.seeker_by_id[seeker], cohort.helper_by_id[helper]
    forbidding = obstacles(asking, offering, on=cohort.on)
    if not forbidding and problem.edge_of(seeker, helper) is None:
        points = score(asking, offering, weights=matching.weights).points
        problem = _with_pair(problem, seeker, helper, points)
    return replace(why_not(problem, matching.plan, seeker, helper), obstacles=forbidding)


def best_with(problem: Problem, seeker: Id, helper: Id) -> Plan:
    """The best plan that holds this pair, which must be one that could be made."""
    edge = problem.edge_of(seeker, helper)
    if edge is None:
        raise ProblemError(f"The pair of {seeker!r} and {helper!r} is not among the pairs.")
    with_pair = replace(problem, locked=np.union1d(problem.locked, [edge]))
    plan = solve(with_pair)
    worth = int(problem.worth[edge])
    if Objective.FLOOR not in plan.order or plan.floor is None or plan.floor <= worth:
        return plan
    # This pair is the worst-off itself, so nobody else need be better off than it.
    return solve(replace(with_pair, aim=replace(problem.aim, order=ORDERS[0], at_least=worth)))


def nearest(problem: Problem, plan: Plan, seeker: Id, count: int = 3) -> tuple[Other, ...]:
    """The other helpers this seeker came closest to having, found from the prices without solving anything.

    What a pair falls short of its two prices (its reduced cost) is the least that any plan with it loses, if that
    plan places as many people and holds the floor; so pairs below the floor are not among them.
    """
    prices = plan.certificate.prices
    if prices is None or seeker not in prices.seekers:
        return ()
    choices = Open(problem, plan.floor if Objective.FLOOR in plan.order else None)
    row = problem.seeker_row[seeker]
    edges = choices.places[choices.starts[row] : choices.starts[row + 1]]
    helpers = [problem.helpers[column].id for column in problem.columns[edges].tolist()]
    drawn = ties_between(keys([seeker], seed=plan.seed), keys(helpers, seed=plan.seed), problem.waited_days[[row]])
    has, found = dict(plan.pairs).get(seeker), []
    for helper, worth, tie in zip(helpers, problem.worth[edges].tolist(), drawn.tolist(), strict=True):
        value = worth * prices.factor - (tie >> prices.coarser)
        short = prices.seekers[seeker] + prices.helpers[helper] - value
        if helper != has:
            found.append((short, Other(helper, worth, short // prices.factor)))
    return tuple(other for _, other in sorted(found, key=lambda each: each[0])[:count])


def _below(problem: Problem, instead: Plan, floor: int | None, because: Because) -> tuple[Id, ...]:
    if because is not Because.LOWER_FLOOR or floor is None:
        return ()
    edges = np.setdiff1d(places_of(problem, instead.pairs), problem.locked)
    return tuple(problem.seekers[row].id for row in problem.rows[edges[problem.worth[edges] < floor]].tolist())


def _with_pair(problem: Problem, seeker: Id, helper: Id, points: int) -> Problem:
    row, column = problem.seeker_row[seeker], problem.helper_column[helper]
    return with_more(problem, (np.array([row]), np.array([column]), np.array([points])))


def _check_known(problem: Problem, seeker: Id, helper: Id) -> None:
    if seeker not in problem.seeker_row:
        raise ProblemError(f"There is no seeker {seeker!r}.")
    if helper not in problem.helper_column:
        raise ProblemError(f"There is no helper {helper!r}.")


def _ruled_out(problem: Problem, plan: Plan, seeker: Id, helper: Id) -> Because | None:
    edge = problem.edge_of(seeker, helper)
    column = problem.helper_column[helper]
    if (seeker, helper) in plan.pairs:
        return Because.THEY_ARE_PAIRED
    if edge is None:
        return Because.NO_SUCH_PAIR
    choices = Open(problem)
    if choices.locked_rows[problem.seeker_row[seeker]]:
        return Because.LOCKED_WITH_ANOTHER
    if not choices.capacity[column]:
        return Because.HELPER_HAS_NO_PLACE
    if problem.aim.at_least is not None and problem.worth[edge] < problem.aim.at_least:
        return Because.BELOW_SET_FLOOR
    return None


def _lost(found: Difference, plan: Plan) -> Because:
    before, after = found.before, found.after
    if after.placed < before.placed:
        return Because.FEWER_PLACED
    if Objective.FLOOR in plan.order and after.floor != before.floor:
        return Because.LOWER_FLOOR
    return Because.LOWER_TOTAL if after.net < before.net else Because.JUST_AS_GOOD
