"""Pairings in which nobody has written for a while."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from caseload.queries.scope import Scope, named, requests_in
from matching.models import Pairing
from people.models import Person

# Two people who talk every other week are well; after two weeks without a word somebody asks how it is.
SILENT_AFTER = timedelta(days=14)


@dataclass(frozen=True)
class Silent:
    """Two people who have not written to each other; `last_at` is None where they never have."""

    member: Person
    helper: Person
    last_at: datetime | None
    how_long: str


def silent_pairings(scope: Scope) -> QuerySet[Pairing]:
    """The longest silence first; one that never began to talk counts from its first day."""
    return (
        Pairing.objects.active()
        .filter(named(scope, "request__person", "helper__person"), request__in=requests_in(scope).order_by())
        .annotate(since=Coalesce("conversation__last_at", "began_at"))
        .filter(since__lte=scope.at - SILENT_AFTER)
        .select_related("request__person__area", "helper__person", "conversation")
        # Long texts would be carried along for every row that is only counted.
        .defer("request__story", "request__wish_names", "request__avoid_names", "helper__about", "helper__wish_names")
        .order_by("since", "pk")
    )


def as_silent(pairing: Pairing, scope: Scope) -> Silent:
    return Silent(
        member=pairing.request.person,
        helper=pairing.helper.person,
        last_at=pairing.conversation.last_at,
        how_long=scope.how_long(pairing.since),  # type: ignore[attr-defined]
    )
