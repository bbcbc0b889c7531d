"""Whether a plan for peers is what it says, and the best there is: checked from its certificate, nothing is solved."""

from collections.abc import Iterator
from itertools import chain

import numpy as np

from matching.engine.plan import Status
from matching.engine.problem import Id, Objective, Whole

from .plan import PeerPlan, WhyAlone
from .problem import PeerProblem
from .proof import barrier_wrong, prices_wrong


def verify_peers(problem: PeerProblem, plan: PeerPlan) -> list[str]:
    """What is wrong with a plan, a sentence each; an empty list where all is proven."""
    wrong = list(_pairs_wrong(problem, plan))
    if wrong:
        # Without pairs that can be, nothing else means anything.
        return wrong
    made = _places(problem, plan.pairs)
    return [*_figures_wrong(problem, plan, made), *_certificate_wrong(problem, plan, made)]


def _pairs_wrong(problem: PeerProblem, plan: PeerPlan) -> Iterator[str]:
    usable = problem.usable()
    known = {*zip(problem.ids(problem.first[usable]), problem.ids(problem.second[usable]), strict=True)}
    for pair in plan.pairs:
        if pair not in known:
            yield f"{pair!r} is not a pair that may be made."
    if len(set(chain.from_iterable(plan.pairs))) < 2 * len(plan.pairs):
        yield "Somebody is in more than one pair."


def _places(problem: PeerProblem, pairs: tuple[tuple[Id, Id], ...]) -> Whole:
    """Where the pairs stand in the problem's list, in the order of the plan."""
    keys = problem.first * len(problem.people) + problem.second
    wanted = [problem.row[one] * len(problem.people) + problem.row[other] for one, other in pairs]
    return np.searchsorted(keys, np.array(wanted, dtype=np.int64))


def _figures_wrong(problem: PeerProblem, plan: PeerPlan, made: Whole) -> Iterator[str]:
    scores = problem.scores[made].tolist()
    floor = min(scores, default=None)
    status = Status.OPTIMAL if scores else Status.EMPTY
    if (np.diff(made) < 0).any():
        yield "The pairs are not in order."
    for name, said, found in (
        ("status", plan.status, status),
        ("number of people placed", plan.placed, 2 * len(scores)),
        ("total", plan.total, sum(scores)),
        ("floor", plan.floor, floor),
        ("objective", plan.order, problem.aim.order),
        ("seed", plan.seed, problem.aim.seed),
    ):
        if said != found:
            yield f"The {name} is {found!r}, not {said!r}."
    if plan.unplaced != tuple(_alone(problem, made)):
        yield "Those who are alone are not those that the plan names, or for another reason."


def _alone(problem: PeerProblem, made: Whole) -> Iterator[tuple[Id, WhyAlone]]:
    paired = {*problem.first[made].tolist(), *problem.second[made].tolist()}
    usable = problem.usable()
    fitting = {*problem.first[usable].tolist(), *problem.second[usable].tolist()}
    for row, person in enumerate(problem.people):
        if row not in paired:
            yield person.id, WhyAlone.NO_PARTNER_LEFT if row in fitting else WhyAlone.NOBODY_FITS


def _certificate_wrong(problem: PeerProblem, plan: PeerPlan, made: Whole) -> Iterator[str]:
    certificate = plan.certificate
    raised = Objective.FLOOR in problem.aim.order and len(made) > 0
    floor = int(problem.scores[made].min()) if raised else None
    yield from barrier_wrong(problem, certificate.placed, problem.usable(), range(len(made), len(made) + 1))
    if floor is None:
        if certificate.floor is not None:
            yield "There is a barrier for a floor that was no aim."
    elif certificate.floor is None:
        yield "There is no barrier that proves the floor."
    else:
        yield from barrier_wrong(problem, certificate.floor, problem.usable(floor + 1), range(len(made)))
    yield from prices_wrong(problem, certificate.prices, problem.usable(floor), made)
