"""Telling open desks that something has changed; what, they ask for themselves."""

from django.core.cache import cache
from django.db import transaction

from messaging.news import tell
from people.models import Person, Role

# Many things may change in one moment; a desk waits longer than this before it asks, so that it misses none of them.
AT_MOST_EVERY = 1
TOLD = "caseload.desks.told"


def tell_desks() -> None:
    """After the commit, to everybody who has a desk; news may be lost, and never stands in anybody's way."""
    transaction.on_commit(_tell_now, robust=True)


def _tell_now() -> None:
    if cache.add(TOLD, 1, timeout=AT_MOST_EVERY):
        desks = Person.objects.active().holding(Role.Kind.COORDINATOR).order_by()
        tell(desks.values_list("pk", flat=True), {"type": "desk.changed"})
