"""Who waits for somebody, or is choosing among offers, and for how long."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from caseload.queries.scope import Scope, named, requests_in
from caseload.words import REQUEST, shortened
from matching.models import Proposal, Request, Unplaced
from matching.words.results import UNPLACED
from people.models import Person, StateChange


@dataclass(frozen=True)
class Waiting:
    """Somebody who waits; `offers` counts those they can choose from now.

    `since` is when they began to wait this time; `in_place_of` is the day of their first asking, by which they stand in
    the queue, where that is another one.
    """

    person: Person
    since: datetime
    in_place_of: date | None
    how_long: str
    about: str
    # Why the last round found nobody for them, in a few words; empty before a round has looked.
    why: str
    promised_on: date | None
    is_late: bool
    is_choosing: bool
    offers: int


def waiting(scope: Scope) -> QuerySet[Request]:
    """By their place in the queue, which is that of their first asking: whoever comes back stands where they stood."""
    began = StateChange.objects.filter(machine=REQUEST, subject=OuterRef("pk"), after=Request.State.WAITING)
    # Whoever chooses has not stopped waiting.
    began = began.exclude(before=Request.State.CHOOSING).order_by("-at", "-pk")
    offered = Proposal.objects.offered().filter(request=OuterRef("pk")).order_by().values("request")
    # What a round found before they had somebody is long past.
    this_time = Unplaced.objects.filter(request=OuterRef("pk"), round__began_at__gte=OuterRef("since"))
    return (
        requests_in(scope)
        .filter(named(scope, "person"), state__in=[Request.State.WAITING, Request.State.CHOOSING])
        .annotate(
            offers=Coalesce(Subquery(offered.annotate(count=Count("pk")).values("count")), 0),
            since=Coalesce(Subquery(began.values("at")[:1]), "asked_at"),
        )
        .annotate(reason=Subquery(this_time.order_by("-round").values("reason")[:1]))
        .defer("story", "wish_names", "avoid_names")
        .select_related("person__area")
        .prefetch_related("topics")
        .order_by("asked_at", "pk")
    )


def as_waiting(request: Request, scope: Scope) -> Waiting:
    # A request that is sent has its place in the queue: the database sees to it.
    assert request.asked_at is not None
    since: datetime = request.since  # type: ignore[attr-defined]
    asked_on = timezone.localdate(request.asked_at)
    return Waiting(
        person=request.person,
        since=since,
        in_place_of=asked_on if asked_on < timezone.localdate(since) else None,
        how_long=scope.how_long(since),
        about=shortened([topic.name for topic in request.topics.all()]),
        why=UNPLACED[request.reason] if request.reason else "",  # type: ignore[attr-defined]
        promised_on=request.promised_on,
        is_late=bool(request.promised_on and request.promised_on < scope.today),
        is_choosing=request.state == Request.State.CHOOSING,
        offers=request.offers,  # type: ignore[attr-defined]
    )
