"""Why a member is suggested these people and not others, counted as things are now, without a word about anybody."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q
from django.utils.timezone import localdate

from matching import engine, words
from matching.engine import Obstacle
from matching.gathering import active_helpers, as_helper, seekers
from matching.machines import PROPOSAL
from matching.models import Proposal, Request, Round
from matching.queries.suggestions import Suggestion, offers_to
from messaging.models import Conversation
from people.models import Assignment, Person, Role, StateChange
from people.vocabulary import Way

# The rules between the member and each helper who is not out of sight altogether.
Between = Mapping[engine.Helper, tuple[Obstacle, ...]]


@dataclass(frozen=True)
class Offered:
    """An open offer, with what spoke for it and who let it go out; nobody did where it came on arrival."""

    suggestion: Suggestion
    approved_by: Person | None


@dataclass(frozen=True)
class Wish:
    """One answer of the member's own: whom it keeps away, what changing it would bring, and where it can be changed."""

    keeps_away: str
    helpers: int
    opens: str
    step: str


@dataclass(frozen=True)
class Why:
    """Everything the page says; all counts are of active helpers whom no unspoken rule takes out of sight."""

    offers: list[Offered]
    looked_at: int
    fitting: int
    # Of those who fit and are not offered now, how many are full, kept for others, or free.
    full: int
    kept: int
    free: int
    wishes: list[Wish]
    last_round: Round | None
    kept_for: list[str]
    coordinator: Person | None


def why_these(request: Request, *, at: datetime) -> Why:
    """Why the request has the offers it has, or none, as things are at `at`; a fixed number of queries."""
    requests = Request.objects.filter(pk=request.pk).select_related("person__area").prefetch_related("topics")
    rows = list(active_helpers(requests))
    [seeker] = seekers(requests, rows, at=at)
    rules = {helper: engine.obstacles(seeker, helper, on=localdate(at)) for helper in map(as_helper, rows)}
    between = {helper: found for helper, found in rules.items() if not words.UNSPOKEN.intersection(found)}
    offers = offers_with_approval(request.person)
    fitting = {helper.id: helper for helper, found in between.items() if not found}
    not_offered = fitting.keys() - {offer.suggestion.proposal.helper_id for offer in offers}
    taken = {row.pk for row in rows if row.places_taken >= row.capacity}
    kept = {pk for pk in not_offered - taken if not fitting[pk].capacity}
    last_round = last_round_for(request)
    order = Round.Order(last_round.order) if last_round else Round.Order.FAIR
    return Why(
        offers=offers,
        looked_at=len(between),
        fitting=len(fitting),
        full=len(not_offered & taken),
        kept=len(kept),
        free=len(not_offered - taken - kept),
        wishes=wishes(seeker, between),
        last_round=last_round,
        kept_for=[words.KEPT_FOR[each] for each in Round.OBJECTIVES[order]],
        coordinator=coordinator_of(request.person),
    )


def offers_with_approval(member: Person) -> list[Offered]:
    offers = offers_to(member)
    changes = StateChange.objects.filter(
        machine=PROPOSAL.name,
        after=Proposal.State.OFFERED,
        subject__in=[offer.proposal.pk for offer in offers],
    )
    by = {change.subject: change.by for change in changes.select_related("by")}
    return [Offered(offer, by.get(offer.proposal.pk)) for offer in offers]


def wishes(seeker: engine.Seeker, between: Between) -> list[Wish]:
    """The member's answers that keep somebody away, those that keep most away first."""
    counts = Counter(obstacle for found in between.values() for obstacle in found)
    return [
        Wish(
            keeps_away=words.WISHES[obstacle].keeps_away,
            helpers=helpers,
            opens=what_would_open(obstacle, seeker, between),
            step=words.WISHES[obstacle].step,
        )
        for obstacle, helpers in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]


def what_would_open(obstacle: Obstacle, seeker: engine.Seeker, between: Between) -> str:
    """What changing this answer alone would bring, in words; empty where it brings nobody who has a place."""
    alone = [helper for helper, found in between.items() if found == (obstacle,) and helper.capacity]
    brings = Counter(value for helper in alone for value in what_to_add(obstacle, seeker, helper))
    if not brings or not words.WISHES[obstacle].opens:
        return ""
    value = min(brings, key=lambda value: (-brings[value], value))
    return words.would_open(obstacle, brings[value], value)


def what_to_add(obstacle: Obstacle, seeker: engine.Seeker, helper: engine.Helper) -> Iterable[str]:
    """Each thing that would be enough to add to the answer; nothing in particular is an empty word."""
    if obstacle is Obstacle.LANGUAGE:
        return helper.languages
    if obstacle is Obstacle.WAY:
        return helper.ways if seeker.area == helper.area else helper.ways - {Way.IN_PERSON}
    return [""]


def last_round_for(request: Request) -> Round | None:
    """The last round that looked for this person, with or without finding somebody."""
    looked = Q(proposals__request=request) | Q(unplaced__request=request)
    return Round.objects.filter(looked).order_by("-began_at", "-pk").first()


def coordinator_of(person: Person) -> Person | None:
    """Who looks after this person as a coordinator; the first of several."""
    current = Assignment.objects.current().filter(person=person, kind=Role.Kind.COORDINATOR)
    found = current.select_related("carer").order_by("began_at", "pk").first()
    return found.carer if found else None


def own_conversation_of(one: Person, other: Person) -> Conversation | None:
    """An open conversation of just these two that belongs to no pairing."""
    of_two = Conversation.objects.open().annotate(people=Count("participants", filter=Q(participants__left_at=None)))
    both = of_two.filter(people=2, pairing=None).visible_to(one).visible_to(other)
    return both.order_by("pk").first()
