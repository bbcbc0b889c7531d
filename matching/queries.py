"""Questions about matching: whose request, which offers and why, what a round proposed, who waits for a check."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from matching import words
from matching.models import Helper, Pairing, Proposal, Referral, Request, Round, Unplaced
from people.models import Consent, Person, Topic

PEOPLE_A_PAGE = 25


@dataclass(frozen=True)
class Suggestion:
    """A proposal with its reasons in the words of whoever reads it."""

    proposal: Proposal
    why: list[str]


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


def open_request_of(person: Person) -> Request | None:
    return Request.objects.open().filter(person=person).select_related("person__area").first()


def latest_request_of(person: Person) -> Request | None:
    return Request.objects.filter(person=person).order_by("-began_at", "-pk").first()


def helper_of(person: Person) -> Helper | None:
    return Helper.objects.filter(person=person).select_related("person__area").first()


def topic_names() -> dict[str, str]:
    return dict(Topic.objects.values_list("slug", "name"))


def in_words(proposals: Iterable[Proposal], voice: words.Voice) -> list[Suggestion]:
    topics = topic_names()
    return [Suggestion(proposal, words.reasons_in_words(proposal.reasons, voice, topics)) for proposal in proposals]


def offers_to(member: Person) -> list[Suggestion]:
    """The member's open offers with why, the place that is kept for them first."""
    offers = Proposal.objects.offered_to(member).select_related("helper__person")
    return in_words(offers.order_by("position"), words.TO_MEMBER)


def offer_for(member: Person, pk: int) -> Proposal | None:
    """An offer of the member's in whatever state, so that one that has just closed can be told so."""
    mine = Proposal.objects.filter(request__person=member).exclude(state__in=NEVER_OFFERED)
    return mine.select_related("request__person", "helper__person").filter(pk=pk).first()


NEVER_OFFERED = [Proposal.State.PROPOSED, Proposal.State.SET_ASIDE]


def suggested_to(helper: Person) -> list[Suggestion]:
    """The members who may choose this helper, with why, and whether they let their story be read before."""
    agreed = Consent.objects.current().filter(purpose=Consent.Purpose.STORY, person=OuterRef("request__person"))
    proposals = Proposal.objects.offered_with(helper).annotate(shows_story=Exists(agreed))
    return in_words(proposals.select_related("request__person").order_by("offered_at"), words.TO_HELPER)


def suggestion_for(helper: Person, pk: int) -> Proposal | None:
    mine = Proposal.objects.filter(helper__person=helper).exclude(state__in=NEVER_OFFERED)
    return mine.select_related("request__person", "helper__person").filter(pk=pk).first()


def pairings_of(person: Person) -> QuerySet[Pairing]:
    """The active pairings the person is one of the two in."""
    mine = Q(request__person=person) | Q(helper__person=person)
    return Pairing.objects.active().filter(mine).select_related("request__person", "helper__person")


def visible_pairings(viewer: Person) -> QuerySet[Pairing]:
    return Pairing.objects.visible_to(viewer).select_related("request__person", "helper__person", "conversation")


def rounds_for(viewer: Person) -> QuerySet[Round]:
    """Rounds of the viewer's areas with how many proposals still wait for a decision."""
    undecided = Count("proposals", filter=Q(proposals__state=Proposal.State.PROPOSED))
    rounds = Round.objects.visible_to(viewer).select_related("area", "by").annotate(undecided=undecided)
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


def helpers_to_check(viewer: Person) -> QuerySet[Helper]:
    """Helpers of the viewer's areas who wait for a check, and those whose check can be renewed."""
    return (
        Helper.objects.filter(person__in=Person.objects.coordinated_by(viewer))
        .exclude(state=Helper.State.DRAFT)
        .select_related("person__area")
        .prefetch_related(Prefetch("topics", Topic.objects.order_by("name")))
    )


def referrals_of(person: Person) -> QuerySet[Referral]:
    return Referral.objects.filter(by=person).prefetch_related("topics")


def open_referral(code: str, *, at: datetime) -> Referral | None:
    open_ones = Referral.objects.filter(used_at=None, expires_at__gt=at).select_related("by")
    return open_ones.filter(code=code).first()
