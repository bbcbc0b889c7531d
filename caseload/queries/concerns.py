"""Concerns that nobody has closed yet."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from caseload.queries.scope import Scope, named, of_area, of_mine, of_people_in_area
from safeguarding.models import Concern
from safeguarding.queries import concerns_for


@dataclass(frozen=True)
class OpenConcern:
    """A concern and how long it has been open."""

    concern: Concern
    how_long: str


def open_concerns(scope: Scope) -> QuerySet[Concern]:
    """The oldest first. A topic never hides one: what somebody asks support for says nothing about danger."""
    goes_by = named(scope, "about")
    if goes_by:
        # A report knows the name that was shown, which in a network may be another one.
        goes_by |= Q(evidence_author__icontains=scope.filters.word)
    return (
        concerns_for(scope.coordinator)
        .filter(goes_by, of_area(scope, "area") | of_people_in_area(scope, "about"), of_mine(scope, "about"))
        .order_by("raised_at", "pk")
    )


def as_open_concern(concern: Concern, scope: Scope) -> OpenConcern:
    return OpenConcern(concern=concern, how_long=scope.how_long(concern.raised_at))
