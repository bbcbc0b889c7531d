"""Proposals with their reasons, in the words of whoever reads them: the member, the helper or a coordinator."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from matching import words
from matching.models import Proposal
from people.models import Consent, Person, Topic

NEVER_OFFERED = [Proposal.State.PROPOSED, Proposal.State.SET_ASIDE]


@dataclass(frozen=True)
class Suggestion:
    """A proposal with its reasons in the words of whoever reads it."""

    proposal: Proposal
    why: list[str]


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


def suggested_to(helper: Person) -> list[Suggestion]:
    """The members who may choose this helper, with why, and whether they let their story be read before."""
    agreed = Consent.objects.current().filter(purpose=Consent.Purpose.STORY, person=OuterRef("request__person"))
    proposals = Proposal.objects.offered_with(helper).annotate(shows_story=Exists(agreed))
    return in_words(proposals.select_related("request__person").order_by("offered_at"), words.TO_HELPER)


def suggestion_for(helper: Person, pk: int) -> Proposal | None:
    mine = Proposal.objects.filter(helper__person=helper).exclude(state__in=NEVER_OFFERED)
    return mine.select_related("request__person", "helper__person").filter(pk=pk).first()
