"""Personal budgets that wait for a coordinator: proposed, or with spending that nobody has approved yet."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Min, Q, QuerySet
from django.db.models.functions import Coalesce

from caseload.queries.scope import Scope, named, requests_in
from people.models import Person
from support.models import Budget, Spending


@dataclass(frozen=True)
class BudgetToDecide:
    """For whom and how much; `waits_for` is what a coordinator is asked to agree to."""

    budget: Budget
    member: Person
    helper: Person
    waits_for: str
    since: datetime
    how_long: str


def budgets_to_decide(scope: Scope) -> QuerySet[Budget]:
    """What waits longest first; never what the coordinator proposed, nor of those they are alongside themselves."""
    me = scope.coordinator
    waiting = Min("spendings__entered_at", filter=Q(spendings__state=Spending.State.WAITING))
    return (
        Budget.objects.to_decide()
        .filter(named(scope, "pairing__request__person", "pairing__helper__person"))
        .filter(pairing__request__in=requests_in(scope).order_by())
        .exclude(proposed_by=me)
        .exclude(pairing__helper__person=me)
        .select_related("pairing__request__person__area", "pairing__helper__person")
        .annotate(waits_since=Coalesce(waiting, F("proposed_at")))
        .order_by("waits_since", "pk")
    )


def as_budget_to_decide(budget: Budget, scope: Scope) -> BudgetToDecide:
    since: datetime = vars(budget)["waits_since"]
    return BudgetToDecide(
        budget=budget,
        member=budget.pairing.request.person,
        helper=budget.pairing.helper.person,
        waits_for="The sum" if budget.state == Budget.State.PROPOSED else "What was spent",
        since=since,
        how_long=scope.how_long(since),
    )
