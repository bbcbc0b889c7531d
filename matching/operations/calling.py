"""Calls for whoever places arrivals, when somebody waits or a place may have become free."""

from functools import partial

from django.db import transaction

from matching.models import Request
from matching.signals import arrivals_called


def call_for_arrivals() -> None:
    """After the commit; several calls at once are one job."""
    transaction.on_commit(partial(arrivals_called.send_robust, sender=Request))
