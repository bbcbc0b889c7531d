"""Counts rows that belong to an outer row, so that several counts do not multiply."""

from django.db.models import Count, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from networks.models import Membership, Post, Thread, Voted


def count_of(rows: QuerySet[Membership] | QuerySet[Thread] | QuerySet[Post] | QuerySet[Voted], by: str) -> Coalesce:
    """How many rows belong to the outer row, as a subquery, so that several counts do not multiply."""
    counted = rows.order_by().values(by).annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted), Value(0))
