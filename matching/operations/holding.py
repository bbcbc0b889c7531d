"""Who changes a request stands in line for it: one order of locks for every verb, so that nobody waits in a circle.

First requests, by id; then helpers, by id; then whatever belongs to them. A request's lock also covers its proposals
and its pairing, so what is read of them after it is true until the end of the transaction.
"""

from typing import Any

from django.db.models import QuerySet

from matching.models import Request


def hold(request: Request) -> None:
    """Let nobody else change this request, its proposals or its pairing, and read its state anew."""
    # Without a key lock, so that rows which only refer to it can be written meanwhile.
    request.refresh_from_db(fields=["state"], from_queryset=Request.objects.select_for_update(no_key=True))


def hold_all(rows: QuerySet[Any]) -> set[int]:
    """The same for several rows of one table; returns the ids of those that are still what was asked for."""
    return set(rows.order_by("pk").select_for_update(no_key=True).values_list("pk", flat=True))
