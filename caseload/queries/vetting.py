"""Whose checks run out within a month or have run out."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet

from caseload.queries.helpers import CHECKS_RUN_OUT_IN, Checks, checks_of, helpers_at_work
from caseload.queries.scope import Scope
from matching.models import Helper
from people.models import Person


@dataclass(frozen=True)
class RunningOut:
    """Somebody whose checks need a new date, and whom they are alongside meanwhile."""

    helper: Helper
    person: Person
    checks: Checks
    until: date | None


def checks_running_out(scope: Scope) -> QuerySet[Helper]:
    """Those out of date first; nobody new is matched with them before there is a new date."""
    soon = scope.today + CHECKS_RUN_OUT_IN
    return (
        helpers_at_work(scope)
        .filter(Q(vetted_until=None) | Q(vetted_until__lte=soon))
        .order_by(F("vetted_until").asc(nulls_first=True), "pk")
    )


def as_running_out(helper: Helper, scope: Scope) -> RunningOut:
    return RunningOut(
        helper=helper, person=helper.person, checks=checks_of(helper, scope.today), until=helper.vetted_until
    )
