"""Changing the weights: a new version that rounds use from now on; earlier rounds keep theirs."""

from collections.abc import Mapping
from datetime import datetime
from string import ascii_lowercase

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from matching.engine import ProblemError
from matching.errors import WeightsCannotBe
from matching.models import Configuration
from matching.rules import may_change_weights
from people.errors import HasMovedOn
from people.models import Person


@transaction.atomic
def change_weights(
    *,
    by: Person,
    instead_of: str,
    weights: Mapping[str, int],
    spread: int,
    offers_at_once: bool,
    note: str,
    at: datetime,
) -> Configuration:
    """Add a version after `instead_of`, which must still be the newest, or else somebody's change would be lost."""
    if not may_change_weights(by):
        raise PermissionDenied("The weights are changed by those who coordinate everywhere.")
    newest = Configuration.objects.newest().version
    made = Configuration(
        version=next_version(at),
        by=by,
        made_at=at,
        note=note,
        weights=dict(weights),
        spread=spread,
        offers_at_once=offers_at_once,
    )
    try:
        made.as_weights()
    except ProblemError as error:
        raise WeightsCannotBe(str(error)) from error
    if newest != instead_of:
        raise HasMovedOn(f"Somebody has changed the weights meanwhile: there is version {newest} now.")
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError as error:
        raise HasMovedOn("Somebody has changed the weights at the same moment.") from error
    return made


def next_version(at: datetime) -> str:
    """The month; then, in the same month, the month with b, c and so on."""
    month = f"{localdate(at):%Y-%m}"
    earlier = Configuration.objects.filter(version__startswith=month).count()
    if not earlier:
        return month
    return f"{month}-{ascii_lowercase[earlier] if earlier < len(ascii_lowercase) else earlier + 1}"
