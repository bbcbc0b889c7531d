"""Agreements whose day to be looked at again has come."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from caseload.queries.scope import Scope, named, requests_in
from caseload.words import how_long
from people.models import Person
from support.models import Agreement
from support.queries import reviews_due


@dataclass(frozen=True)
class Review:
    """Two people who wanted to look at their agreement again by a day; what it says is theirs."""

    member: Person
    helper: Person
    when: date
    how_long: str


def reviews_to_do(scope: Scope) -> QuerySet[Agreement]:
    """The longest due first."""
    return (
        reviews_due(scope.today)
        .filter(named(scope, "pairing__request__person", "pairing__helper__person"))
        .filter(pairing__request__in=requests_in(scope).order_by())
        .select_related("pairing__request__person__area", "pairing__helper__person")
        .only(
            "review_on",
            "pairing__request__person__chosen_name",
            "pairing__request__person__area__name",
            "pairing__helper__person__chosen_name",
        )
        .order_by("review_on", "pk")
    )


def as_review(agreement: Agreement, scope: Scope) -> Review:
    return Review(
        member=agreement.pairing.request.person,
        helper=agreement.pairing.helper.person,
        when=agreement.review_on,
        how_long=how_long(agreement.review_on, scope.today),
    )
