"""Questions about what a network decides: which there are, one as its page shows it, and what is published of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case, DateTimeField, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value, When

from networks.models import Ballot, Consequence, Decision, Membership, Network, Objection, Option, Voted
from networks.queries.counting import count_of
from networks.queries.electorate import electorate_of
from people.models import Person
from safeguarding.queries import blocked_ids

DECISIONS_ON_A_PAGE = 20
# Who is behind a block, or has gone for good.
SOMEBODY = "Somebody"


@dataclass(frozen=True)
class Voice:
    """How somebody voted in an open vote, or that they signed."""

    name: str
    words: str


@dataclass(frozen=True)
class ObjectionOnPage:
    """An objection; without words for whoever does not see the post that says them."""

    objection: Objection
    name: str
    words: str
    seq: int
    stands: bool
    is_mine: bool


@dataclass(frozen=True)
class DecisionOnPage:
    """A decision as one member sees it. Before it closes a secret one says how many voted and nothing else."""

    decision: Decision
    opener: str
    options: list[Option]
    votes: int
    electorate: int
    is_over: bool
    may_vote: bool
    has_voted: bool
    mine: list[int]
    voices: list[Voice]
    objections: list[ObjectionOnPage]
    consequences: list[Consequence]

    @property
    def takes_votes(self) -> bool:
        return self.may_vote and (not self.has_voted or not self.decision.is_secret)

    @property
    def is_published(self) -> bool:
        return is_published(self.decision)


def decisions_for(viewer: Person) -> QuerySet[Decision]:
    return Decision.objects.visible_to(viewer).select_related("thread__network", "thread__begun_by")


def decisions_of(network: Network, viewer: Person) -> QuerySet[Decision]:
    """Open ones first, whichever ends first; then the others, the latest first. Each knows `votes` and `has_voted`."""
    voted = Voted.objects.filter(decision=OuterRef("pk"))
    is_open = Q(state=Decision.State.OPEN)
    return (
        decisions_for(viewer)
        .filter(thread__network=network)
        .annotate(votes=count_of(voted, "decision"), has_voted=Exists(voted.filter(person=viewer)))
        .order_by(
            Case(When(is_open, then=Value(0)), default=Value(1), output_field=IntegerField()),
            Case(When(is_open, then=F("closes_at")), output_field=DateTimeField()),
            "-decided_at",
            "-pk",
        )
    )


def decisions_run_by(viewer: Person) -> QuerySet[Decision]:
    """What they opened, and what is decided in networks they host."""
    hosted = Membership.objects.hosts().filter(person=viewer).values("network_id")
    return decisions_for(viewer).filter(Q(thread__begun_by__person=viewer) | Q(thread__network__in=hosted))


def decisions_hosted_by(host: Person) -> QuerySet[Decision]:
    hosted = Membership.objects.hosts().filter(person=host).values("network_id")
    return decisions_for(host).filter(thread__network__in=hosted)


def decisions_due(at: datetime) -> QuerySet[Decision]:
    return Decision.objects.due(at)


def objections_of(person: Person) -> QuerySet[Objection]:
    return Objection.objects.filter(by__person=person).select_related("decision__thread__network")


def petitions_to_the_service() -> QuerySet[Decision]:
    """What came to the service: unanswered first, whichever is due first. Each knows `signatures`."""
    answered = Case(When(state=Decision.State.ANSWERED, then=Value(1)), default=Value(0), output_field=IntegerField())
    return (
        Decision.objects.sent_to_the_service()
        .select_related("thread__network")
        .annotate(signatures=count_of(Voted.objects.filter(decision=OuterRef("pk")), "decision"))
        .order_by(answered, "answer_due_on", "pk")
    )


def words_of(petition: Decision) -> str:
    """What a petition says, for the service; nothing where a moderator keeps it back."""
    opening = petition.thread.posts.for_all().filter(seq=1).first()
    return opening.body if opening else ""


def page_of_decision(decision: Decision, viewer: Person, at: datetime) -> DecisionOnPage:
    """Everything the page says, with names that a block does not hide. `decision` comes from `decisions_for`."""
    apart = blocked_ids(viewer)
    options = list(decision.options.all())
    electorate = electorate_of(decision)
    is_over = decision.state != Decision.State.OPEN or at >= decision.closes_at
    return DecisionOnPage(
        decision=decision,
        opener=_name(decision.thread.begun_by, apart),
        options=options,
        votes=decision.voted.count(),
        electorate=electorate.count(),
        is_over=is_over,
        may_vote=not is_over and electorate.filter(person=viewer).exists(),
        has_voted=decision.voted.filter(person=viewer).exists(),
        mine=next(iter(decision.ballots.filter(voter__person=viewer).values_list("choices", flat=True)), []),
        voices=[] if decision.is_secret else _voices(decision, options, apart),
        objections=_objections(decision, viewer, apart) if decision.kind == Decision.Kind.CONSENT else [],
        consequences=list(decision.consequences.all()),
    )


def _name(membership: Membership | None, apart: set[int]) -> str:
    return SOMEBODY if membership is None or membership.person_id in apart else membership.chosen_name


def _voices(decision: Decision, options: list[Option], apart: set[int]) -> list[Voice]:
    if decision.kind == Decision.Kind.PETITION:
        signers = Membership.objects.filter(
            network=decision.thread.network_id, person__in=decision.voted.values("person_id")
        )
        return sorted((Voice(_name(one, apart), "") for one in signers), key=_by_name)
    titles = {one.number: one.title for one in options}
    between = " › " if decision.kind == Decision.Kind.RANKED else ", "
    ballots = decision.ballots.select_related("voter")
    voices = [Voice(_name(one.voter, apart), between.join(titles[number] for number in one.choices)) for one in ballots]
    return sorted(voices, key=_by_name)


def _by_name(voice: Voice) -> tuple[str, str]:
    return voice.name.casefold(), voice.words


def _objections(decision: Decision, viewer: Person, apart: set[int]) -> list[ObjectionOnPage]:
    standing = set(decision.objections.standing().values_list("pk", flat=True))
    seen = set(
        decision.objections.filter(post__in=decision.thread.posts.visible_to(viewer)).values_list("pk", flat=True)
    )
    return [
        ObjectionOnPage(
            one,
            _name(one.by, apart),
            one.post.body if one.pk in seen else "",
            one.post.seq,
            one.pk in standing,
            one.by.person_id == viewer.pk,
        )
        for one in decision.objections.select_related("by", "post")
    ]


def is_published(decision: Decision) -> bool:
    """Counted, and of so many that a secret ballot tells nothing of anybody."""
    return decision.result is not None and decision.kind != Decision.Kind.PETITION and not decision.result["is_small"]


def published_ballots(decision: Decision) -> dict[str, Any]:
    """All that is needed to count again: options with costs, ballots by their ids, the rule by name."""
    result = decision.result or {}
    return {
        "title": decision.thread.title,
        "kind": decision.kind,
        "rule": result["rule"],
        "version": result["version"],
        "total": decision.total,
        "options": [{"number": one.number, "title": one.title, "cost": one.cost} for one in decision.options.all()],
        "ballots": [_as_published(one) for one in decision.ballots.order_by("pk")],
    }


def _as_published(ballot: Ballot) -> dict[str, Any]:
    return {"ballot": str(ballot.pk), "choices": ballot.choices}
