"""Who waits for somebody, or is choosing among offers, and for how long."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from caseload.queries.scope import Scope, named, requests_in
from caseload.words import shortened
from matching.models import Proposal, Request
from people.models import Person


@dataclass(frozen=True)
class Waiting:
    """Somebody who waits; `offers` counts those they can choose from now."""

    person: Person
    since: datetime
    how_long: str
    about: str
    is_choosing: bool
    offers: int


def waiting(scope: Scope) -> QuerySet[Request]:
    """The longest waiting first."""
    offered = Proposal.objects.offered().filter(request=OuterRef("pk")).order_by().values("request")
    return (
        requests_in(scope)
        .filter(named(scope, "person"), state__in=[Request.State.WAITING, Request.State.CHOOSING])
        .annotate(offers=Coalesce(Subquery(offered.annotate(count=Count("pk")).values("count")), 0))
        .defer("story", "wish_names", "avoid_names")
        .select_related("person__area")
        .prefetch_related("topics")
        .order_by("asked_at", "pk")
    )


def as_waiting(request: Request, scope: Scope) -> Waiting:
    # A request that is sent has its place in the queue: the database sees to it.
    assert request.asked_at is not None
    return Waiting(
        person=request.person,
        since=request.asked_at,
        how_long=scope.how_long(request.asked_at),
        about=shortened([topic.name for topic in request.topics.all()]),
        is_choosing=request.state == Request.State.CHOOSING,
        offers=request.offers,  # type: ignore[attr-defined]
    )
