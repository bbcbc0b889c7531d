"""Changing the rule for check-ins: a new version that holds from now on; what was noticed before stays as it was."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from people.errors import HasMovedOn
from people.models import Person
from support.models import CheckInRule
from support.queries.checking import rule_in_force
from support.rules import may_change_check_in_rule


def change_check_in_rule(
    *,
    by: Person,
    instead_of: int,
    fall_by: int,
    over: int,
    silences: int,
    on_more: bool,
    note: str,
    at: datetime,
) -> CheckInRule:
    """Add a version after `instead_of`, which must still be the newest, or somebody's change would be lost."""
    if not may_change_check_in_rule(by):
        raise PermissionDenied("The rule is changed by those who coordinate everywhere.")
    newest, _ = rule_in_force()
    made = CheckInRule(
        version=newest + 1,
        fall_by=fall_by,
        over=over,
        silences=silences,
        on_more=on_more,
        note=note,
        by=by,
        made_at=at,
    )
    try:
        if newest != instead_of:
            raise HasMovedOn(f"Somebody has changed the rule meanwhile: there is version {newest} now.")
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as error:
        raise HasMovedOn("Somebody has changed the rule at the same moment.") from error
    return made
