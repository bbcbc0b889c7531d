"""How much advisers and peers carry, whose checks run out, and who waits for a check."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When

from caseload.queries.scope import Scope, looked_after, named, of_people_in_area, on_topic
from matching.models import Helper, Pairing
from people.models import Person

# A new check takes weeks; without one nobody new may be matched, so it is said a month before.
CHECKS_RUN_OUT_IN = timedelta(days=30)


class Checks(Enum):
    IN_DATE = "in date"
    RUNNING_OUT = "running out"
    OUT_OF_DATE = "out of date"


@dataclass(frozen=True)
class Load:
    """A helper with their places, whether they take on anybody, and how their checks stand."""

    helper: Helper
    person: Person
    is_paused: bool
    checks: Checks


@dataclass(frozen=True)
class ToCheck:
    """Somebody who has offered to help and cannot be matched before they are checked."""

    helper: Helper
    person: Person
    how_long: str


def helpers_at_work(scope: Scope) -> QuerySet[Helper]:
    """Advisers and peers: whose checks need a new date first, then the fewest places left."""
    mine = Q()
    if scope.filters.mine:
        alongside_mine = Q(pairings__state=Pairing.State.ACTIVE, pairings__request__person__in=looked_after(scope))
        reached = Helper.objects.filter(alongside_mine | Q(person__in=looked_after(scope)))
        mine = Q(pk__in=reached.order_by().values("pk"))
    out, soon = scope.today, scope.today + CHECKS_RUN_OUT_IN
    urgency = Case(
        When(Q(vetted_until=None) | Q(vetted_until__lt=out), then=Value(0)),
        When(vetted_until__lte=soon, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return (
        helpers_in(scope)
        .filter(mine, state__in=[Helper.State.ACTIVE, Helper.State.PAUSED])
        .order_by(urgency, F("capacity") - F("places_taken"), "person__chosen_name", "pk")
    )


def helpers_to_check(scope: Scope) -> QuerySet[Helper]:
    """The longest waiting first. Nobody looks after them yet, so "only mine" does not narrow this."""
    return helpers_in(scope).filter(state=Helper.State.TO_CHECK).order_by("offered_at", "pk")


def helpers_in(scope: Scope) -> QuerySet[Helper]:
    return (
        Helper.objects.visible_to(scope.coordinator)
        .filter(person__is_active=True)
        .filter(of_people_in_area(scope, "person"), named(scope, "person"), on_topic(scope, "topics"))
        .exclude(person=scope.coordinator)
        .select_related("person__area")
        .defer("about", "wish_names")
    )


def as_load(helper: Helper, scope: Scope) -> Load:
    return Load(
        helper=helper,
        person=helper.person,
        is_paused=helper.state == Helper.State.PAUSED,
        checks=checks_of(helper, scope.today),
    )


def checks_of(helper: Helper, today: date) -> Checks:
    if helper.vetted_until is None or helper.vetted_until < today:
        return Checks.OUT_OF_DATE
    return Checks.RUNNING_OUT if helper.vetted_until <= today + CHECKS_RUN_OUT_IN else Checks.IN_DATE


def as_to_check(helper: Helper, scope: Scope) -> ToCheck:
    since = helper.offered_at
    return ToCheck(helper=helper, person=helper.person, how_long=scope.how_long(since) if since else "")
