"""The page about one person, for those who look after them: what each may read of it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from caseload.models import Companion, Cover, FollowUp, Handover, Transfer
from caseload.queries.companions import companions_of
from caseload.queries.covers import covers_of
from caseload.queries.follow_ups import follow_ups_about
from caseload.queries.handovers import handovers_asked_of
from caseload.queries.helpers import Checks, checks_of
from caseload.rules import Relation, may_read_full_name, may_read_story
from caseload.words import HAPPENED, PAIRING, PROPOSAL, REQUEST, TRANSFER, what_happened
from matching.models import Helper, Pairing, Proposal, Request, Round
from people.models import Area, Assignment, Person, StateChange
from people.queries import areas_besides
from safeguarding.models import Concern
from support.models import Goal
from support.queries import agreement_in_force_of, goals_counted

# Enough for a year of changing offers; what is older than that helps nobody who opens the page to act.
HISTORY_SHOWN = 100
FOLLOW_UPS_SHOWN = 20


@dataclass(frozen=True)
class Step:
    """One thing that happened, in words; `by` is empty where nobody in particular did it."""

    what: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Record:
    """All that a viewer may read about a person, as what they are to them.

    `full_name`, `email` and `story` are empty for who may not read them. `reachable` holds the ids of
    those named here whose own page the viewer may open too.
    """

    person: Person
    relation: Relation
    full_name: str
    email: str
    request: Request | None
    story: str
    proposals: list[Proposal]
    pairings: list[Pairing]
    areas_besides: list[Area]
    helper: Helper | None
    checks: Checks | None
    alongside: list[Pairing]
    carers: list[Assignment]
    companions: list[Companion]
    # What is arranged or asked, for whoever arranges it.
    covers: list[Cover]
    handovers: list[Handover]
    history: list[Step]
    follow_ups: list[FollowUp]
    has_open_concern: bool
    reachable: frozenset[int]

    @property
    def for_coordinator(self) -> bool:
        return self.relation is Relation.COORDINATOR

    @property
    def may_read_notes(self) -> bool:
        return self.relation in (Relation.COORDINATOR, Relation.ADVISER)

    @property
    def rounds_to_decide(self) -> list[Round]:
        """The rounds whose proposals for this person nobody has decided yet."""
        undecided = (proposal.round for proposal in self.proposals if proposal.state == Proposal.State.PROPOSED)
        return list(dict.fromkeys(undecided))

    @property
    def active_pairings(self) -> list[Pairing]:
        return [pairing for pairing in self.pairings if pairing.state == Pairing.State.ACTIVE]


def people_looked_after_by(viewer: Person) -> QuerySet[Person]:
    """Whose page this viewer may open. One's own record has a page of its own."""
    people: QuerySet[Person] = Person.objects.visible_to(viewer)
    return people.exclude(pk=viewer.pk).select_related("area")


def record_of(person: Person, *, viewer: Person, relation: Relation, at: datetime) -> Record:
    """What `viewer` may read: a coordinator all of it, a helper what concerns the two of them."""
    for_coordinator = relation is Relation.COORDINATOR
    request = request_of(person)
    pairings = list(pairings_of(person, viewer=viewer, for_coordinator=for_coordinator))
    proposals = list(proposals_of(person)) if for_coordinator else []
    helper = helper_of(person) if for_coordinator else None
    alongside = list(people_alongside(helper)) if helper else []
    carers = list(carers_of(person))
    return Record(
        person=person,
        relation=relation,
        full_name=person.full_name if may_read_full_name(relation) else "",
        email=(person.email or "") if may_read_full_name(relation) else "",
        request=request,
        story=request.story if request and may_read_story(viewer, request, relation) else "",
        proposals=[
            proposal for proposal in proposals if proposal.offered_at or proposal.state == Proposal.State.PROPOSED
        ],
        pairings=pairings,
        areas_besides=list(areas_besides(person)) if for_coordinator else [],
        helper=helper,
        checks=checks_of(helper, timezone.localdate(at)) if helper else None,
        alongside=alongside,
        carers=carers,
        companions=list(companions_of(person, viewer)),
        covers=list(covers_of(person, viewer)) if for_coordinator else [],
        handovers=list(handovers_asked_of(person, viewer)) if for_coordinator else [],
        history=history_of(person, proposals, pairings, for_coordinator=for_coordinator),
        follow_ups=list(follow_ups_about(person, viewer)[:FOLLOW_UPS_SHOWN]),
        has_open_concern=Concern.objects.visible_to(viewer).open().filter(about=person).exists(),
        reachable=reachable(viewer, proposals, pairings, alongside, carers),
    )


def request_of(person: Person) -> Request | None:
    """The request that is open, else the last one."""
    return person.requests.prefetch_related("topics").order_by("-began_at", "-pk").first()


def proposals_of(person: Person) -> QuerySet[Proposal]:
    return (
        Proposal.objects.filter(request__person=person)
        .select_related("helper__person", "round")
        .order_by("-round__began_at", "-round", "position")
    )


def pairings_of(person: Person, *, viewer: Person, for_coordinator: bool) -> QuerySet[Pairing]:
    """A helper reads about their own pairings with the member, not about those with others."""
    in_force = agreement_in_force_of(OuterRef("pk"))
    pairings = (
        Pairing.objects.filter(request__person=person)
        .select_related("helper__person", "conversation")
        .annotate(
            agreed_at=Subquery(in_force.values("agreed_at")),
            review_on=Subquery(in_force.values("review_on")),
            goals_open=goals_counted(Goal.State.ACTIVE),
            goals_reached=goals_counted(Goal.State.REACHED),
        )
    )
    return pairings if for_coordinator else pairings.filter(helper__person=viewer)


def helper_of(person: Person) -> Helper | None:
    return Helper.objects.filter(person=person).select_related("person").prefetch_related("topics").first()


def people_alongside(helper: Helper) -> QuerySet[Pairing]:
    return helper.pairings.active().select_related("request__person", "conversation")


def carers_of(person: Person) -> QuerySet[Assignment]:
    return person.looked_after_by.select_related("carer").order_by("ended_at", "began_at", "pk")


def history_of(
    person: Person, proposals: list[Proposal], pairings: list[Pairing], *, for_coordinator: bool
) -> list[Step]:
    """The latest first. A helper reads how the request went and what became of their own pairings."""
    told = Q(machine__in=list(HAPPENED))
    if not for_coordinator:
        told = Q(machine=REQUEST) | Q(machine=PAIRING, subject__in=[pairing.pk for pairing in pairings])
    others = {(PROPOSAL, proposal.pk): str(proposal.helper.person) for proposal in proposals}
    transfers = Transfer.objects.filter(person=person).select_related("to_area") if for_coordinator else []
    others |= {(TRANSFER, transfer.pk): str(transfer.to_area) for transfer in transfers}
    others |= {(PAIRING, pairing.pk): str(pairing.helper.person) for pairing in pairings}
    changes = StateChange.objects.filter(told, person=person).select_related("by")[:HISTORY_SHOWN]
    steps = (as_step(change, others.get((change.machine, change.subject), "")) for change in changes)
    return [step for step in steps if step.what]


def as_step(change: StateChange, other: str) -> Step:
    what = what_happened(change.machine, (change.before, change.after), other=other)
    return Step(what=what, by=str(change.by or ""), at=change.at)


def reachable(
    viewer: Person,
    proposals: list[Proposal],
    pairings: list[Pairing],
    alongside: list[Pairing],
    carers: list[Assignment],
) -> frozenset[int]:
    """Which of the people named in a record the viewer may open a page about, in one query."""
    named = {proposal.helper.person_id for proposal in proposals}
    named |= {pairing.helper.person_id for pairing in pairings}
    named |= {pairing.request.person_id for pairing in alongside}
    named |= {assignment.carer_id for assignment in carers}
    return frozenset(people_looked_after_by(viewer).filter(pk__in=named).values_list("pk", flat=True))
