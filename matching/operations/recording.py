"""Writes down what a round found: its figures, its proposals, who could not be placed, and what proves it."""

from dataclasses import asdict
from datetime import datetime

from matching import engine
from matching.engine import documents, fairness
from matching.machines import PROPOSAL, ROUND
from matching.models import Proposal, Round, RoundRecord, Unplaced
from matching.operations import jobs
from people.operations import move_all, remember_all


def record(round: Round, matching: engine.Matching, *, seconds: float, at: datetime) -> None:
    """Record a round that is under way, in the caller's transaction; everybody in it must be held.

    Proposals of an earlier round that nobody has decided lapse first: they are for the same people.
    """
    jobs.finish(round, machine=ROUND, at=at)
    lapse_undecided(round, matching.cohort, at=at)
    record_result(round, matching, seconds=seconds)
    record_proposals(round, matching, at=at)
    record_unplaced(round, matching)
    record_files(round, matching)


def lapse_undecided(round: Round, cohort: engine.Cohort, *, at: datetime) -> None:
    waiting = [seeker.id for seeker in cohort.seekers]
    undecided = Proposal.objects.undecided().filter(request__in=waiting)
    move_all(undecided, Proposal.State.LAPSED, machine=PROPOSAL, by=round.by, at=at, about="request__person")


def record_result(round: Round, matching: engine.Matching, *, seconds: float) -> None:
    plan = matching.plan
    round.waiting = len(matching.cohort.seekers)
    round.placed, round.total, round.floor = plan.placed, plan.total, plan.floor
    round.load_cost, round.blocking_pairs = plan.load_cost, plan.blocking_pairs
    round.problem_hash, round.solver, round.seed = plan.problem, plan.solver, plan.seed
    round.figures = [asdict(figures) for figures in fairness.figures(matching.problem, plan)]
    round.seconds, round.percent, round.step = seconds, 100, ""
    round.save()


def record_proposals(round: Round, matching: engine.Matching, *, at: datetime) -> None:
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
        for matches in matching.offers.values()
        for position, match in enumerate(matches, start=1)
    )
    remember_all(round.proposals.all(), machine=PROPOSAL, before="", by=round.by, at=at, about="request__person")


def record_unplaced(round: Round, matching: engine.Matching) -> None:
    Unplaced.objects.bulk_create(
        Unplaced(
            round=round,
            request_id=row.seeker,
            reason=row.why,
            counts={
                "fitting": row.fitting,
                "full_before": row.full_before,
                "obstacles": {each.obstacle: each.helpers for each in row.obstacles},
                "alone": {each.obstacle: each.alone for each in row.obstacles if each.alone},
            },
        )
        for row in matching.left_out
    )


def record_files(round: Round, matching: engine.Matching) -> None:
    """Keep the problem and its plan as they were, so that anybody can check the round again."""
    RoundRecord.objects.create(
        round=round,
        problem=documents.problem_to_json(matching.problem),
        plan=documents.plan_to_json(matching.plan),
    )
