"""What support does when it hears news from below."""

from datetime import datetime
from typing import Any

from django.dispatch import receiver

from matching.models import Pairing
from matching.signals import handover_taken_back, pairing_began, pairing_ended
from people.models import Person
from support import operations


@receiver(handover_taken_back)
def go_on_as_before(*, pairing: Pairing, **_: Any) -> None:
    """In the same transaction: hours and money are back with the two, who have not parted."""
    operations.go_on_with_blocks(pairing=pairing)
    operations.go_on_with_budgets(pairing=pairing)
    operations.forget_look_back(pairing=pairing)


@receiver(pairing_ended)
def cancel_what_they_had_booked(*, pairing: Pairing, by: Person, at: datetime, **_: Any) -> None:
    """In the same transaction: nobody keeps an appointment with somebody who is not alongside them any more."""
    operations.cancel_what_is_to_come(by=by, pairing=pairing, at=at)


@receiver(pairing_began)
def go_on_with_what_is_left(*, pairing: Pairing, **_: Any) -> None:
    """In the same transaction: hours and money were agreed for the member, with whomever they go on."""
    operations.go_on_with_blocks(pairing=pairing)
    operations.go_on_with_budgets(pairing=pairing)


@receiver(pairing_ended)
def keep_look_back(*, pairing: Pairing, by: Person, at: datetime, **_: Any) -> None:
    """In the same transaction: however two people part, what they have done together is kept."""
    operations.keep_look_back(pairing=pairing, by=by, at=at)
