"""What caseload does when it hears news from below: who stands in leaves with the pairing, and with a block."""

from datetime import datetime
from typing import Any

from django.db.models import Q
from django.dispatch import receiver

from caseload.models import Cover
from caseload.operations import end_cover
from matching.models import Pairing
from matching.signals import pairing_ended
from people.models import Person
from safeguarding.signals import blocked


@receiver(pairing_ended)
def end_its_cover(*, pairing: Pairing, at: datetime, **_: Any) -> None:
    """In its transaction, in which the request is held."""
    for cover in Cover.objects.open().filter(pairing=pairing):
        end_cover(by=None, cover=cover, at=at)


@receiver(blocked)
def nobody_stands_in_against_a_block(*, by: Person, person: Person, at: datetime, **_: Any) -> None:
    between = Q(pairing__request__person=by, helper__person=person) | Q(
        pairing__request__person=person, helper__person=by
    )
    for cover in Cover.objects.open().filter(between):
        end_cover(by=None, cover=cover, at=at)
