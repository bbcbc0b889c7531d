"""Which rounds have proposals that the coordinator has to decide."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from caseload.queries.scope import Scope, named, requests_in
from matching.models import Proposal, Round


@dataclass(frozen=True)
class ToDecide:
    """A round with undecided proposals, and for how many people they are."""

    round: Round
    how_long: str
    proposals: int
    people: int


def rounds_to_decide(scope: Scope) -> QuerySet[Round]:
    """The oldest first, with what is undecided counted."""
    return (
        Round.objects.filter(proposals__in=undecided_in(scope).order_by().values("pk"))
        .annotate(undecided=Count("proposals"), people=Count("proposals__request", distinct=True))
        .select_related("area")
        .order_by("began_at", "pk")
    )


def undecided_in(scope: Scope) -> QuerySet[Proposal]:
    """Nobody decides about themselves, so a coordinator who also helps is not counted."""
    return (
        Proposal.objects.undecided()
        .decidable_by(scope.coordinator)
        .filter(named(scope, "request__person", "helper__person"), request__in=requests_in(scope).order_by())
        .exclude(helper__person=scope.coordinator)
    )


def as_to_decide(one: Round, scope: Scope) -> ToDecide:
    return ToDecide(
        round=one,
        how_long=scope.how_long(one.began_at),
        proposals=one.undecided,  # type: ignore[attr-defined]
        people=one.people,  # type: ignore[attr-defined]
    )
