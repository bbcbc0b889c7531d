"""Rounds: which a coordinator may see, what one proposed, whom it could not place."""

from dataclasses import dataclass
from itertools import groupby

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from matching import words
from matching.engine import Plan, Problem, documents
from matching.gathering import waiting_in
from matching.models import Proposal, Request, Round, RoundRecord, Unplaced
from matching.queries.suggestions import Suggestion, in_words
from people.models import Area, Person

PEOPLE_A_PAGE = 25


@dataclass(frozen=True)
class Proposed:
    """Everything a round proposed for one member, the place found first."""

    request: Request
    suggestions: list[Suggestion]


@dataclass(frozen=True)
class Left:
    """Somebody a round could not place, and why in words."""

    request: Request
    why: list[str]


def rounds_for(viewer: Person) -> QuerySet[Round]:
    """Rounds of the viewer's areas with how many proposals still wait for a decision."""
    undecided = Count("proposals", filter=Q(proposals__state=Proposal.State.PROPOSED))
    mine = Round.objects.visible_to(viewer).select_related("area", "by", "configuration")
    rounds = mine.annotate(undecided=undecided)
    # Counting in groups drops the order that rounds have of themselves.
    return rounds.order_by("-began_at", "-pk")


def proposed_in(
    round: Round, viewer: Person, *, page: str | None, all_states: bool
) -> tuple[Page[int], list[Proposed]]:
    """One page of members with their proposals; only those still to decide unless `all_states`."""
    proposals = round.proposals.decidable_by(viewer)
    if not all_states:
        proposals = proposals.undecided()
    members = Request.objects.filter(pk__in=proposals.order_by().values("request")).order_by("asked_at", "pk")
    paged = Paginator(members.values_list("pk", flat=True), PEOPLE_A_PAGE).get_page(page)
    shown = (
        proposals.filter(request__in=list(paged))
        .select_related("request__person__area", "helper__person")
        .order_by("request__asked_at", "request_id", "position")
    )
    suggestions = in_words(shown, words.TO_COORDINATOR)
    grouped = groupby(suggestions, key=lambda each: each.proposal.request)
    return paged, [Proposed(request, list(group)) for request, group in grouped]


def unplaced_in(round: Round, viewer: Person) -> list[Left]:
    rows = Unplaced.objects.filter(round=round, request__person__in=Person.objects.coordinated_by(viewer))
    return [
        Left(row.request, words.unplaced_in_words(row.reason, row.counts))
        for row in rows.select_related("request__person")
    ]


def decidable_proposals(viewer: Person) -> QuerySet[Proposal]:
    return Proposal.objects.decidable_by(viewer).select_related("request__person", "helper__person", "round")


def proposals_to_lapse(area: Area | None) -> int:
    """How many proposals of earlier rounds nobody has decided yet; a round for the same people replaces them."""
    return Proposal.objects.undecided().filter(request__in=waiting_in(area).order_by().values("pk")).count()


def record_of(round: Round) -> tuple[Problem, Plan]:
    """The round as the engine knows it, to replay and to check."""
    kept = round.record
    problem, plan = documents.problem_from_json(kept.problem), documents.plan_from_json(kept.plan)
    assert isinstance(problem, Problem)
    assert isinstance(plan, Plan)
    return problem, plan


def files_of(round: Round) -> RoundRecord | None:
    """The same as files; None for what was matched without one."""
    return RoundRecord.objects.filter(round=round).first()
