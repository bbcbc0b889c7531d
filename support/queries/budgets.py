"""Personal budgets: those of two people, one with its spending, and what waits for a coordinator."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from matching.models import Pairing
from people.models import Person
from support.models import Budget, Receipt, Spending
from support.models.budget import BudgetQuerySet
from support.money import in_pounds
from support.rules import may_decide_on_budget, may_spend


@dataclass(frozen=True)
class BudgetPage:
    """`spendings` are those the viewer may read; `before_pence` is what was spent before they came."""

    budget: Budget
    spendings: list[Spending]
    before_pence: int
    waiting_pence: int
    may_spend: bool
    may_decide: bool


def budgets_of(pairing: Pairing) -> BudgetQuerySet:
    return Budget.objects.filter(pairing=pairing)


def budget_for(viewer: Person, pk: int) -> Budget | None:
    found = Budget.objects.visible_to(viewer).select_related("pairing__request__person", "pairing__helper__person")
    return found.filter(pk=pk).first()


def budget_page_of(budget: Budget, viewer: Person) -> BudgetPage:
    readable = Spending.objects.visible_to(viewer).filter(budget=budget)
    spendings = list(readable.select_related("entered_by", "decided_by").prefetch_related("receipts"))
    return BudgetPage(
        budget=budget,
        spendings=spendings,
        before_pence=budget.spent_pence - sum(one.pence for one in spendings if one.state == Spending.State.APPROVED),
        waiting_pence=sum(one.pence for one in spendings if one.state == Spending.State.WAITING),
        may_spend=may_spend(viewer, budget),
        may_decide=may_decide_on_budget(viewer, budget),
    )


def spending_of(budget: Budget, pk: int, viewer: Person) -> Spending | None:
    return Spending.objects.visible_to(viewer).filter(budget=budget).select_related("budget").filter(pk=pk).first()


def receipts_for(viewer: Person) -> QuerySet[Receipt]:
    return Receipt.objects.visible_to(viewer)


def spendings_as_rows(page: BudgetPage) -> Iterator[list[str]]:
    """As a table for other programs: the heads, then the oldest first."""
    yield ["Day", "What", "Pounds", "State", "Entered by", "Receipts"]
    for one in reversed(page.spendings):
        yield [
            one.on.isoformat(),
            one.words,
            in_pounds(one.pence),
            one.get_state_display(),
            str(one.entered_by),
            str(len(one.receipts.all())),
        ]
