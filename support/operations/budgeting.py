"""Personal budgets: proposed by one of the two, agreed by a coordinator, spent with receipts, never beyond the sum."""

from collections.abc import Sequence
from datetime import date, datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from matching.models import Pairing
from matching.operations.holding import hold
from messaging.files import GivenFile
from messaging.models import Notice
from messaging.operations import put_on, write_notice
from people.errors import HasMovedOn
from people.models import Person
from people.operations import move, remember
from support.machines import BUDGET, SPENDING
from support.models import Budget, Receipt, Spending
from support.money import in_pounds
from support.operations.holding import hold_together
from support.rules import may_decide_on_budget, may_decide_on_spending, may_spend, takes_part
from support.shelf import RECEIPTS


class MayNotSpend(PermissionDenied):
    """A budget is for the two of a pairing to spend, and for the member's coordinators to agree to."""


@transaction.atomic
def propose_budget(*, by: Person, pairing: Pairing, purpose: str, plan: str, pence: int, at: datetime) -> Budget:
    """Say what the money would be for; nothing can be spent until a coordinator has agreed."""
    if not takes_part(by, pairing) or pairing.state != Pairing.State.ACTIVE:
        raise MayNotSpend
    hold_together(pairing)
    made = Budget.objects.create(
        pairing=pairing, purpose=purpose, plan=plan, pence=pence, proposed_by=by, proposed_at=at
    )
    remember(made, machine=BUDGET, before="", by=by, at=at, about=pairing.request.person)
    return made


@transaction.atomic
def agree_to_budget(*, by: Person, budget: Budget, pence: int, approves_itself_up_to: int, at: datetime) -> None:
    """Agree to a sum, which may be another than was proposed, and say what needs no approval."""
    now = _hold(budget)
    _coordinator(by, now)
    move(now, Budget.State.AGREED, machine=BUDGET, by=by, at=at, about=now.pairing.request.person)
    now.pence, now.approves_itself_up_to, now.decided_by, now.decided_at = pence, approves_itself_up_to, by, at
    now.save(update_fields=["pence", "approves_itself_up_to", "decided_by", "decided_at"])
    _tell(now, "A budget is agreed", at)


@transaction.atomic
def decline_budget(*, by: Person, budget: Budget, at: datetime) -> None:
    now = _hold(budget)
    _coordinator(by, now)
    move(now, Budget.State.DECLINED, machine=BUDGET, by=by, at=at, about=now.pairing.request.person)
    _tell(now, "A budget was not agreed to", at)


@transaction.atomic
def close_budget(*, by: Person, budget: Budget, at: datetime) -> None:
    """Nothing more is spent of it; what waits is decided first."""
    now = _hold(budget)
    _coordinator(by, now)
    if now.spendings.filter(state=Spending.State.WAITING).exists():
        raise ValidationError("Some spending still waits. Decide on it first.")
    move(now, Budget.State.CLOSED, machine=BUDGET, by=by, at=at, about=now.pairing.request.person)


def enter_spending(
    *, by: Person, budget: Budget, words: str, pence: int, on: date, receipts: Sequence[GivenFile], at: datetime
) -> Spending:
    """Say what was paid; what the budget lets approve itself is approved at once, the rest waits for a coordinator."""
    if not may_spend(by, budget):
        raise MayNotSpend
    if on > timezone.localdate(at):
        raise ValidationError({"on": "This day is still to come."})
    with put_on(RECEIPTS, receipts, by=by, at=at) as files, transaction.atomic():
        # First the request, as whoever lets the member go on with somebody else does.
        hold(budget.pairing.request)
        now = _hold(budget)
        if not may_spend(by, now):
            raise HasMovedOn("Nothing can be spent of this budget just now.")
        if pence > now.left_pence:
            raise ValidationError({"pence": f"There is {in_pounds(now.left_pence)} left."})
        made = Spending.objects.create(
            budget=now, pairing=now.pairing, words=words, pence=pence, on=on, entered_by=by, entered_at=at
        )
        remember(made, machine=SPENDING, before="", by=by, at=at, about=now.pairing.request.person)
        _keep(made, files)
        if pence <= now.approves_itself_up_to:
            _approve(now, made, by=None, at=at)
        return made


@transaction.atomic
def approve_spending(*, by: Person, spending: Spending, at: datetime) -> None:
    """Never one's own, and never beyond what is left: whoever comes second reads how much that is."""
    budget, now = _hold_spending(by, spending)
    if now.pence > budget.left_pence:
        raise ValidationError(f"There is only {in_pounds(budget.left_pence)} left.")
    _approve(budget, now, by=by, at=at)
    _tell(budget, "Spending is approved", at)


@transaction.atomic
def refuse_spending(*, by: Person, spending: Spending, at: datetime) -> None:
    budget, now = _hold_spending(by, spending)
    move(now, Spending.State.REFUSED, machine=SPENDING, by=by, at=at, about=budget.pairing.request.person)
    _decided(now, by, at)
    _tell(budget, "Spending is not approved", at)


@transaction.atomic
def take_back_spending(*, by: Person, spending: Spending, at: datetime) -> None:
    """By whoever entered it, while the budget is open; what was approved is there to be spent again."""
    budget = _hold(spending.budget)
    now = Spending.objects.get(pk=spending.pk)
    if now.entered_by_id != by.pk or not may_spend(by, budget):
        raise MayNotSpend
    was_approved = now.state == Spending.State.APPROVED
    move(now, Spending.State.TAKEN_BACK, machine=SPENDING, by=by, at=at, about=budget.pairing.request.person)
    if was_approved:
        budget.spent_pence -= now.pence
        budget.save(update_fields=["spent_pence"])


def go_on_with_budgets(*, pairing: Pairing) -> None:
    """What is left of the member's money goes on with them, to whoever is alongside them now."""
    Budget.objects.open().filter(pairing__request__person=pairing.request.person).update(pairing=pairing)


def _hold(budget: Budget) -> Budget:
    """Locked, so that of two who spend at once the second finds what the first has left.

    Read only after it is locked: it may just have gone on with the member to somebody else.
    """
    Budget.objects.select_for_update(no_key=True).get(pk=budget.pk)
    return Budget.objects.select_related("pairing__request__person", "pairing__helper__person").get(pk=budget.pk)


def _hold_spending(by: Person, spending: Spending) -> tuple[Budget, Spending]:
    """The same, with a spending of it that somebody decides on."""
    budget = _hold(spending.budget)
    now = Spending.objects.get(pk=spending.pk)
    now.budget = budget
    if not may_decide_on_spending(by, now):
        raise MayNotSpend
    return budget, now


def _coordinator(by: Person, budget: Budget) -> None:
    if not may_decide_on_budget(by, budget):
        raise MayNotSpend


def _approve(budget: Budget, spending: Spending, *, by: Person | None, at: datetime) -> None:
    move(spending, Spending.State.APPROVED, machine=SPENDING, by=by, at=at, about=budget.pairing.request.person)
    _decided(spending, by, at)
    budget.spent_pence += spending.pence
    budget.save(update_fields=["spent_pence"])


def _decided(spending: Spending, by: Person | None, at: datetime) -> None:
    spending.decided_by, spending.decided_at = by, at
    spending.save(update_fields=["decided_by", "decided_at"])


def _keep(spending: Spending, files: Sequence[Receipt]) -> None:
    for one in files:
        one.spending = spending
    Receipt.objects.bulk_create(files)


def _tell(budget: Budget, subject: str, at: datetime) -> None:
    """Both of the two, and never what it is for."""
    for person in (budget.pairing.request.person, budget.pairing.helper.person):
        write_notice(
            person=person,
            kind=Notice.Kind.SUPPORT,
            subject=subject,
            body="You can see it on the page of the two of you.",
            path=reverse("budget", args=[budget.pairing_id, budget.pk]),
            at=at,
        )
