"""Moving a thing from state to state, and writing down who did it and when."""

from datetime import datetime
from typing import Any

from django.db import models, transaction

from people.errors import HasMovedOn
from people.models import Person, StateChange
from people.signals import state_changed
from people.states import Machine


def move(
    thing: models.Model,
    to: str,
    *,
    machine: Machine,
    by: Person | None,
    at: datetime,
    about: Person | None = None,
    in_name_of: Person | None = None,
) -> None:
    """Move `thing` to the state `to` and write the change into the history of `about`.

    The row is changed only if it is still in the state we read, so of two people who act at once
    one wins without a lock; the other gets `HasMovedOn`, as does a move that the machine does not allow.
    """
    before: str = thing.state  # type: ignore[attr-defined]
    rows = type(thing)._default_manager.filter(pk=thing.pk, state=before)
    with transaction.atomic():
        if not machine.allows(before, to) or not rows.update(state=to):
            raise HasMovedOn
        thing.state = to  # type: ignore[attr-defined]
        remember(thing, machine=machine, before=before, by=by, at=at, about=about, in_name_of=in_name_of)


def remember(
    thing: models.Model,
    *,
    machine: Machine,
    before: str,
    by: Person | None,
    at: datetime,
    about: Person | None,
    in_name_of: Person | None = None,
) -> None:
    """Write the state `thing` is in now into the history; `before` is empty for a thing just made.

    `in_name_of` is for whom `by` did it, where they let `by` act for them.
    """
    StateChange.objects.create(
        machine=machine.name,
        subject=thing.pk,
        person=about,
        before=before,
        after=thing.state,  # type: ignore[attr-defined]
        by=by,
        in_name_of=in_name_of,
        at=at,
    )
    state_changed.send(sender=StateChange, machine=machine.name)


@transaction.atomic
def move_all(
    rows: models.QuerySet[Any], to: str, *, machine: Machine, by: Person | None, at: datetime, about: str
) -> None:
    """The same for many rows in a fixed number of statements; `about` is the way from a row to a person.

    Those that the machine does not let move, or that somebody else has moved meanwhile, stay as they are.
    """
    for before in machine.moves:
        if machine.allows(before, to):
            locked = rows.model._default_manager.filter(pk__in=rows.order_by().values("pk"), state=before)
            found = list(locked.order_by("pk").select_for_update(no_key=True).values_list("pk", flat=True))
            moved = rows.model._default_manager.filter(pk__in=found)
            if moved.update(state=to):
                remember_all(moved, machine=machine, before=before, by=by, at=at, about=about)


def remember_all(
    rows: models.QuerySet[Any], *, machine: Machine, before: str, by: Person | None, at: datetime, about: str
) -> None:
    """The same as `remember` for many rows, in two statements."""
    StateChange.objects.bulk_create(
        StateChange(machine=machine.name, subject=pk, person_id=person, before=before, after=after, by=by, at=at)
        for pk, person, after in rows.order_by("pk").values_list("pk", about, "state")
    )
    state_changed.send(sender=StateChange, machine=machine.name)
