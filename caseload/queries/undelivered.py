"""Notices that could not be delivered to people the coordinator looks after."""

from dataclasses import dataclass

from django.db.models import QuerySet

from caseload.queries.scope import Scope, named, of_mine, of_people_in_area
from messaging.models import Dispatch
from messaging.queries import undelivered_for
from people.models import Person


@dataclass(frozen=True)
class Undelivered:
    """A notice that did not reach somebody, and since when."""

    dispatch: Dispatch
    person: Person
    how_long: str


def undelivered_notices(scope: Scope) -> QuerySet[Dispatch]:
    """The oldest first. A topic hides none: a letter that did not arrive is about whatever it is about."""
    return (
        undelivered_for(scope.coordinator)
        .filter(named(scope, "notice__person"))
        .filter(of_people_in_area(scope, "notice__person"), of_mine(scope, "notice__person"))
        .select_related("notice__person__area")
        .order_by("ended_at", "pk")
    )


def as_undelivered(dispatch: Dispatch, scope: Scope) -> Undelivered:
    since = dispatch.ended_at
    return Undelivered(
        dispatch=dispatch, person=dispatch.notice.person, how_long=scope.how_long(since) if since else ""
    )
