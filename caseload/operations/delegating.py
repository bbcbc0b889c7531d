"""Who coordinates an area is said by those who coordinate what it lies in; the person is told, and nothing waits."""

from datetime import datetime

from django.db import transaction

from caseload.errors import NotYoursToArrange
from caseload.operations.telling import tell_desks
from caseload.rules import may_end_coordinator, may_make_coordinator
from matching.operations.asking import look_after
from messaging.models import Notice
from messaging.operations import write_notice
from people.errors import HasMovedOn
from people.models import Area, Person, Role
from people.operations import end_role, grant_role, unassign

COORDINATOR = Role.Kind.COORDINATOR


class LastCoordinator(HasMovedOn):
    """A service is never without a coordinator of its own."""


@transaction.atomic
def make_coordinator(*, by: Person, person: Person, area: Area, at: datetime) -> Role:
    """Let somebody coordinate an area and all that lies in it, from now on. Twice is once."""
    if not may_make_coordinator(by, person, area):
        raise NotYoursToArrange
    hold_area(area)
    if (held := person.roles.current().filter(kind=COORDINATOR, area=area).first()) is not None:
        return held
    role = grant_role(person=person, kind=COORDINATOR, by=by, at=at, area=area)
    write_notice(
        person=person,
        kind=Notice.Kind.SUPPORT,
        subject="You coordinate an area from now on",
        body="Your desk says what needs attention there. Whoever you read about can see that you did.",
        path="/desk/",
        at=at,
    )
    tell_desks()
    return role


@transaction.atomic
def end_coordinator(*, by: Person, person: Person, area: Area, at: datetime) -> None:
    """Let somebody coordinate an area no more; `LastCoordinator` where its service would have none of its own.

    Their open pages close, and the members only they looked after in person get another coordinator (`rights_lost`);
    they are told. Twice is once.
    """
    if not may_end_coordinator(by, person, area):
        raise NotYoursToArrange
    hold_area(area)
    held = Role.objects.current().filter(kind=COORDINATOR, area=area)
    if not held.filter(person=person).exists():
        return
    if area.parent_id is None and not held.filter(person__is_active=True).exclude(person=person).exists():
        raise LastCoordinator(f"Nobody else coordinates {area}. Let somebody else do so first.")
    end_role(person=person, kind=COORDINATOR, by=by, at=at, area=area)
    write_notice(
        person=person,
        kind=Notice.Kind.SUPPORT,
        subject="You coordinate an area no more",
        body="Whatever else you do here stays as it is. Your record says what that is.",
        path="/record/",
        at=at,
    )
    tell_desks()


def give_to_others(coordinator: Person, *, at: datetime) -> None:
    """Whom they looked after in person and coordinate no more, or are not here for, somebody else does."""
    given = coordinator.looks_after.filter(kind=COORDINATOR, ended_at=None).select_related("person")
    for member in [assignment.person for assignment in given]:
        if not (coordinator.is_active and member.is_coordinated_by(coordinator)):
            unassign(carer=coordinator, person=member, kind=COORDINATOR, at=at)
            look_after(member, at=at)


def hold_area(area: Area) -> None:
    """Of two who let each a different one of two coordinators go, the second finds only one left."""
    Area.objects.select_for_update(no_key=True).get(pk=area.pk)
