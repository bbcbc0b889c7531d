"""The page of two people: what they have agreed, what they work on, when they meet."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.timezone import localdate

from matching.models import Pairing
from people.models import Mandate, Person
from people.queries import people_acted_for
from support.beside import Beside, what_is_beside
from support.models import Budget
from support.queries.agreements import AgreementPage, agreement_page_of
from support.queries.appointments import Meetings, meetings_of
from support.queries.blocks import BlockLine, blocks_of
from support.queries.budgets import budgets_of
from support.queries.checking import CheckIns, check_ins_of
from support.queries.goals import Goals, goals_of_two
from support.queries.parting import Before, Plan, before_of, plan_of
from support.rules import is_member, may_agree_on_hours


@dataclass(frozen=True)
class Together:
    """What the page shows; `other` is who the viewer is there with."""

    pairing: Pairing
    other: Person
    is_member: bool
    # What the apps above know of the two.
    beside: list[Beside]
    agreement: AgreementPage
    goals: Goals
    check_ins: CheckIns
    budgets: list[Budget]
    meetings: Meetings
    blocks: list[BlockLine]
    may_agree_on_hours: bool
    plan: Plan | None
    before: list[Before]


def pairing_for(viewer: Person, pk: int) -> Pairing | None:
    """A pairing in which the viewer takes part themselves, active or ended."""
    mine = Q(request__person=viewer) | Q(helper__person=viewer)
    return (
        Pairing.objects.select_related("request__person", "helper__person", "conversation").filter(mine, pk=pk).first()
    )


def pairing_to_meet_in(viewer: Person, pk: int) -> Pairing | None:
    """The same; or one of somebody whose appointments the viewer may book in their name, while it lasts."""
    acting = Pairing.objects.active().filter(
        request__person__in=people_acted_for(viewer, Mandate.Act.APPOINTMENTS), pk=pk
    )
    with_all = "request__person", "helper__person", "conversation"
    return pairing_for(viewer, pk) or acting.select_related(*with_all).first()


def together_of(viewer: Person, pairing: Pairing, at: datetime) -> Together:
    member = is_member(viewer, pairing)
    return Together(
        pairing=pairing,
        other=pairing.helper.person if member else pairing.request.person,
        is_member=member,
        beside=what_is_beside(viewer, pairing),
        agreement=agreement_page_of(viewer, pairing),
        goals=goals_of_two(viewer, pairing),
        check_ins=check_ins_of(pairing, viewer),
        budgets=list(budgets_of(pairing)),
        meetings=meetings_of(pairing, at),
        blocks=blocks_of(pairing),
        may_agree_on_hours=may_agree_on_hours(viewer, pairing),
        plan=plan_of(viewer, pairing, localdate(at)),
        before=before_of(viewer, pairing),
    )
