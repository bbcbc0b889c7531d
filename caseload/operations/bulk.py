"""Doing one thing for many people at once, and undoing it."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from caseload.models import BulkAction, BulkChange
from caseload.operations.reassigning import undo_reassigning
from caseload.queries.bulk import Order, Undoing, people_for, preview_of, undoing_of
from caseload.rules import may_undo
from matching.operations import ask_for_vetting_again, let_vetting_hold_again
from matching.operations.calling import call_for_arrivals
from messaging.models import Notice
from messaging.operations import write_notices
from people.errors import HasMovedOn
from people.models import Assignment, Person, Role


class LookAgain(ValidationError):
    """Somebody decided about what they were shown, and it has changed meanwhile."""

    def __init__(self) -> None:
        super().__init__("Something has changed since you looked. This is how it stands now: please look again.")


class NothingToDo(ValidationError):
    def __init__(self) -> None:
        super().__init__("Nothing would happen to any of them.")


@transaction.atomic
def do_for_many(*, by: Person, order: Order, people: Collection[int], mark: str, at: datetime) -> BulkAction:
    """Do what was previewed, for those for whom it changes something: all of them or none.

    `mark` is that of the preview. The people are held first, so that nothing changes between looking and doing.
    """
    hold(people)
    preview = preview_of(order, list(people_for(by, people)), by=by)
    if preview.mark != mark:
        raise LookAgain
    if not preview.changing:
        raise NothingToDo
    action = BulkAction.objects.create(kind=order.kind, coordinator=order.coordinator, area=order.area, by=by, at=at)
    BulkChange.objects.bulk_create(
        BulkChange(action=action, person=line.person, before=line.now.value, after=line.then.value)
        for line in preview.changing
    )
    WAYS[order.kind]({line.person: line.then.value for line in preview.changing}, at)
    return action


def undo_for_many(*, by: Person, action: BulkAction, at: datetime) -> list[Undoing]:
    """Put back whoever is still as the action left them; whoever has moved on since stays, and is named.

    `outcome` of each change says what became of it.
    """
    if not may_undo(by, action):
        raise PermissionDenied
    if action.kind != BulkAction.Kind.OTHERS:
        return undo_at_once(by=by, action=action, at=at)
    mark_undone(by=by, action=action, at=at)
    return undo_reassigning(by=by, action=action, at=at)


def mark_undone(*, by: Person, action: BulkAction, at: datetime) -> None:
    """Of two who undo it one does."""
    if not BulkAction.objects.filter(pk=action.pk, undone_at=None).update(undone_at=at, undone_by=by):
        raise HasMovedOn("This was undone already.")


@transaction.atomic
def undo_at_once(*, by: Person, action: BulkAction, at: datetime) -> list[Undoing]:
    """All of them or none."""
    mark_undone(by=by, action=action, at=at)
    hold(action.changes.values_list("person", flat=True))
    found = undoing_of(action, by=by)
    back = {one.change.person: one.change.before for one in found if one.can_be_undone}
    WAYS[action.kind](back, at)
    for one in found:
        one.change.outcome = BulkChange.Outcome.UNDONE if one.change.person in back else BulkChange.Outcome.MOVED_ON
    BulkChange.objects.bulk_update([one.change for one in found], ["outcome"])
    return found


def hold(people: Any) -> None:
    """In the order of their ids, so that of two who act for the same people nobody waits in a circle."""
    list(Person.objects.filter(pk__in=people).order_by("pk").select_for_update(no_key=True).values_list("pk"))


def set_coordinators(wanted: Mapping[Person, Any], at: datetime) -> None:
    """End who coordinates for them now, and begin anew with these; whoever coordinates no more is given nobody."""
    kind = Role.Kind.COORDINATOR
    Assignment.objects.current().filter(person__in=wanted, kind=kind).update(ended_at=at)
    named = {pk for ids in wanted.values() for pk in ids}
    able = set(Person.objects.active().holding(kind).filter(pk__in=named).values_list("pk", flat=True))
    Assignment.objects.bulk_create(
        Assignment(person=person, carer_id=carer, kind=kind, began_at=at)
        for person, carers in wanted.items()
        for carer in carers
        if carer in able
    )


def set_areas(wanted: Mapping[Person, Any], at: datetime) -> None:
    for area in set(wanted.values()):
        Person.objects.filter(pk__in=[one.pk for one, its in wanted.items() if its == area]).update(area=area)
    call_for_arrivals()


def set_checks(wanted: Mapping[Person, Any], at: datetime) -> None:
    """Whoever is asked again is told so, and told again when that was a mistake."""
    for holds in (False, True):
        people = [one for one, until in wanted.items() if bool(until) == holds]
        if holds:
            let_vetting_hold_again(people=people)
        else:
            ask_for_vetting_again(people=people, by=None, at=at)
        subject, body = GOOD_AGAIN if holds else ASKED_AGAIN
        write_notices(people=people, kind=Notice.Kind.MATCHING, subject=subject, body=body, path="/helping/", at=at)
    call_for_arrivals()


ASKED_AGAIN = (
    "We need to look at your checks again",
    "A coordinator will be in touch. Until then nobody new is matched with you; the people you are alongside stay.",
)
GOOD_AGAIN = ("Your checks hold as before", "Nothing more is needed. You can be matched again.")


# How a kind of action is done to people, there and back: for each of them how it is to stand.
WAYS: Mapping[str, Callable[[Mapping[Person, Any], datetime], None]] = {
    BulkAction.Kind.COORDINATOR: set_coordinators,
    BulkAction.Kind.AREA: set_areas,
    BulkAction.Kind.CHECKS: set_checks,
}
