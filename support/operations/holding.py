"""Whoever writes about two people stands in line for them, as matching does: by the row of the request."""

from matching.models import Pairing
from matching.operations.holding import hold
from people.errors import HasMovedOn


def hold_together(pairing: Pairing) -> None:
    """Let nobody else write about these two, nor end it, until the transaction is over; refuse once it has ended."""
    hold(pairing.request)
    pairing.refresh_from_db(fields=["state"])
    if pairing.state != Pairing.State.ACTIVE:
        raise HasMovedOn("This has ended. You can still read what you did together.")
