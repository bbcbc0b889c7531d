"""Opening somebody's budget as their coordinator, which leaves a trace that they can see."""

from datetime import datetime

from django.db import transaction

from caseload.operations.reading import MayNotRead
from people.models import Person
from people.operations import record_read
from support.models import Budget
from support.queries import BudgetPage, budget_page_of
from support.rules import may_decide_on_budget


@transaction.atomic
def read_budget(*, by: Person, budget: Budget, at: datetime) -> BudgetPage:
    if not may_decide_on_budget(by, budget):
        raise MayNotRead
    record_read(by=by, person=budget.pairing.request.person, why="a budget, as your coordinator", at=at)
    return budget_page_of(budget, by)
