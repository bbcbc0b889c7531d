"""What caseload does when it hears news from below.

What is planned about people ends with them, or with a block; what check-ins give cause to is for a person to look at,
and so is a beginning. Whatever changes on a desk, the open ones hear that it did.
"""

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.dispatch import receiver

from caseload import operations
from caseload.models import Companion, Cover, Handover
from caseload.operations import end_companion, end_cover
from caseload.operations.delegating import give_to_others
from caseload.operations.handing_over import call_off
from caseload.operations.seeing import keep_sight_true
from caseload.rules import has_role_for
from matching.models import Pairing
from matching.signals import pairing_began, pairing_ended
from people.models import Person
from people.signals import rights_lost, state_changed
from safeguarding.signals import blocked
from support.models import CheckIn
from support.signals import worth_a_follow_up

# What the sections of the desk are made of, by the names of their machines.
ON_THE_DESK = frozenset(
    {
        "caseload.absence",
        "caseload.followup",
        "caseload.transfer",
        "matching.helper",
        "matching.pairing",
        "matching.proposal",
        "matching.request",
        "safeguarding.concern",
        "support.agreement",
        "support.appointment",
        "support.budget",
        "support.spending",
    }
)


@receiver(state_changed)
def tell_desks(*, machine: str, **_: Any) -> None:
    if machine in ON_THE_DESK:
        operations.tell_desks()


@receiver(pairing_ended)
def end_its_cover(*, pairing: Pairing, at: datetime, **_: Any) -> None:
    """In its transaction, in which the request is held."""
    for cover in Cover.objects.open().filter(pairing=pairing):
        end_cover(by=None, cover=cover, at=at)


@receiver(pairing_ended)
def call_off_its_handover(*, pairing: Pairing, at: datetime, **_: Any) -> None:
    for handover in handovers_asked(Q(pairing=pairing)):
        call_off(handover, by=None, at=at)


@receiver(blocked)
def nobody_goes_on_against_a_block(*, by: Person, person: Person, at: datetime, **_: Any) -> None:
    between = Q(pairing__request__person=by, helper__person=person) | Q(
        pairing__request__person=person, helper__person=by
    )
    for handover in handovers_asked(between):
        call_off(handover, by=None, at=at)


def handovers_asked(which: Q) -> QuerySet[Handover]:
    with_all = "pairing__request__person", "pairing__helper__person", "helper__person", "asked_by"
    return Handover.objects.asked().filter(which).select_related(*with_all)


@receiver(blocked)
def nobody_stands_in_against_a_block(*, by: Person, person: Person, at: datetime, **_: Any) -> None:
    between = Q(pairing__request__person=by, helper__person=person) | Q(
        pairing__request__person=person, helper__person=by
    )
    for cover in Cover.objects.open().filter(between):
        end_cover(by=None, cover=cover, at=at)


@receiver(worth_a_follow_up)
def open_alarm(
    sender: type[CheckIn], person: Person, sign: str, why: str, rule: int, at: datetime, **_: object
) -> None:
    operations.open_alarm(person=person, kind=sign, why=why, rule=rule, at=at)


@receiver(pairing_began)
def plan_first(sender: type[Pairing], pairing: Pairing, at: datetime, **_: object) -> None:
    operations.plan_first(person=pairing.request.person, at=at)


@receiver(pairing_ended)
def see_on_for_another_reason(*, pairing: Pairing, at: datetime, **_: Any) -> None:
    """Whoever was alongside and is a companion too still sees the member as the latter."""
    keep_sight_true(carer=pairing.helper.person, member=pairing.request.person, at=at)


@receiver(rights_lost)
def nobody_is_there_without_their_role(*, person: Person, at: datetime, **_: Any) -> None:
    """Whoever is let in no longer, or is nothing to the service any more by which they were asked."""
    for companion in Companion.objects.open().filter(person=person).select_related("member", "person", "asked_by"):
        if not (person.is_active and has_role_for(person, companion.kind)):
            end_companion(by=None, companion=companion, at=at)


@receiver(rights_lost)
def somebody_else_looks_after_them(*, person: Person, at: datetime, **_: Any) -> None:
    """However the role ended, from a page or by a command."""
    give_to_others(person, at=at)


@receiver(blocked)
def nobody_is_there_against_a_block(*, by: Person, person: Person, at: datetime, **_: Any) -> None:
    between = Q(member=by, person=person) | Q(member=person, person=by)
    for companion in Companion.objects.open().filter(between).select_related("member", "person", "asked_by"):
        end_companion(by=None, companion=companion, at=at)
