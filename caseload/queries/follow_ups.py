"""Whom somebody should look in on, who does, and how often the rule for check-ins was right."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from caseload.models import FollowUp
from caseload.models.follow_up import FollowUpQuerySet
from caseload.queries.scope import Scope, named, of_area, of_mine
from people.models import Assignment, Person
from people.queries import coordinators_near


@dataclass(frozen=True)
class ToFollowUp:
    """A row of the desk; `is_late` where the day has passed."""

    follow_up: FollowUp
    is_late: bool


@dataclass(frozen=True)
class Counted:
    """What one version of the rule has set off, and what people found."""

    rule: int
    all: int
    rightly: int
    falsely: int

    @property
    def undecided(self) -> int:
        return self.all - self.rightly - self.falsely


def follow_ups_to_do(scope: Scope) -> QuerySet[FollowUp]:
    """The most urgent day first."""
    return (
        FollowUp.objects.visible_to(scope.coordinator)
        .open()
        .filter(named(scope, "person"), of_area(scope, "person__area"), of_mine(scope, "person"))
        .filter(person__is_active=True)
        .select_related("person__area", "taken_by")
        .order_by("due_on", "pk")
    )


def as_to_follow_up(follow_up: FollowUp, scope: Scope) -> ToFollowUp:
    return ToFollowUp(follow_up=follow_up, is_late=follow_up.is_late(scope.today))


def follow_ups_for(viewer: Person) -> FollowUpQuerySet:
    return FollowUp.objects.visible_to(viewer).select_related("person", "taken_by", "opened_by", "done_by")


def follow_ups_about(person: Person, viewer: Person) -> QuerySet[FollowUp]:
    """What is to do first, then what was done, the latest first."""
    return follow_ups_for(viewer).filter(person=person).order_by("-state", "-opened_at", "-pk")


def follow_ups_of(viewer: Person) -> QuerySet[FollowUp]:
    """What they have taken or were given."""
    return follow_ups_for(viewer).open().filter(taken_by=viewer, person__is_active=True)


def who_may_take(person: Person) -> QuerySet[Person]:
    """Whoever looks after them now, and the coordinators of their area."""
    carers = Assignment.objects.current().filter(person=person).values("carer")
    found: QuerySet[Person] = Person.objects.filter(
        Q(pk__in=carers) | Q(pk__in=coordinators_near(person)), is_active=True
    )
    return found.exclude(pk=person.pk)


def alarms_by_version() -> dict[int, Counted]:
    """Over the whole service, for it is the rule that is judged and nobody's area."""
    rows = (
        FollowUp.objects.alarms()
        .order_by()
        .values("rule")
        .annotate(
            all=Count("pk"),
            rightly=Count("pk", filter=Q(outcome=FollowUp.Outcome.HELPED)),
            falsely=Count("pk", filter=Q(outcome=FollowUp.Outcome.FALSE_ALARM)),
        )
    )
    return {row["rule"] or 0: Counted(row["rule"] or 0, row["all"], row["rightly"], row["falsely"]) for row in rows}
