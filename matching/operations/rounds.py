"""A round: read who waits, solve, and record the proposals and those who could not be placed."""

from dataclasses import replace
from datetime import datetime
from time import perf_counter

from django.core.exceptions import PermissionDenied
from django.db import transaction

from matching import engine
from matching.gathering import gather, waiting_in
from matching.machines import PROPOSAL
from matching.models import Helper, Proposal, Request, Round, Unplaced
from matching.operations.holding import hold_all
from matching.rules import may_run_round
from people.models import Area, Person
from people.operations import move_all, remember_all


@transaction.atomic
def run_round(*, by: Person | None, area: Area | None, at: datetime) -> Round:
    """Run the matcher for who waits in `area` and record what it proposes; `by` is None for the command.

    Whoever waits and whoever helps is held until the round is recorded: two rounds follow one another, and a member
    who stops or a helper who pauses waits for the few seconds. Proposals of an earlier round that nobody has decided
    lapse first: they are for the same people.
    """
    if by is not None and not may_run_round(by, area):
        raise PermissionDenied("You coordinate another area.")
    held = hold_all(Request.objects.filter(pk__in=waiting_in(area).order_by().values("pk")))
    hold_all(Helper.objects.active())
    problem = gather(area=area, at=at)
    # Who has sent a request since then is not held; the next round is theirs.
    problem = replace(problem, seekers=tuple(seeker for seeker in problem.seekers if seeker.id in held))
    lapse_undecided(problem, by=by, at=at)
    began = perf_counter()
    plan = engine.solve(problem)
    round = Round.objects.create(
        area=area,
        by=by,
        began_at=at,
        waiting=len(problem.seekers),
        placed=plan.placed,
        total=plan.total,
        weights=plan.weights,
        seconds=perf_counter() - began,
    )
    record_proposals(round, plan, at=at)
    record_unplaced(round, plan)
    return round


def lapse_undecided(problem: engine.Problem, *, by: Person | None, at: datetime) -> None:
    waiting = [seeker.id for seeker in problem.seekers]
    undecided = Proposal.objects.undecided().filter(request__in=waiting)
    move_all(undecided, Proposal.State.LAPSED, machine=PROPOSAL, by=by, at=at, about="request__person")


def record_proposals(round: Round, plan: engine.Plan, *, at: datetime) -> None:
    """Write each placed person's proposals, the place found first, and their history, in two statements."""
    Proposal.objects.bulk_create(
        Proposal(
            round=round,
            request_id=match.seeker,
            helper_id=match.helper,
            position=position,
            score=match.score,
            fit=match.fit,
            reasons=[
                {"name": reason.name, "points": reason.points, "values": list(reason.values)}
                for reason in match.reasons
            ],
        )
        for matches in plan.offers.values()
        for position, match in enumerate(matches, start=1)
    )
    remember_all(round.proposals.all(), machine=PROPOSAL, before="", by=round.by, at=at, about="request__person")


def record_unplaced(round: Round, plan: engine.Plan) -> None:
    Unplaced.objects.bulk_create(
        Unplaced(
            round=round,
            request_id=row.seeker,
            reason=row.why,
            counts={
                "fitting": row.fitting,
                "full_before": row.full_before,
                "obstacles": {each.obstacle: each.helpers for each in row.obstacles},
            },
        )
        for row in plan.unplaced
    )
