"""Roles are given and taken back, and somebody is let in no longer."""

from datetime import datetime

from django.db import transaction

from people.models import Area, Person, Role, StateChange
from people.operations.areas import area_called
from people.signals import rights_lost


def grant_role(*, person: Person, kind: str, by: Person | None, at: datetime, area: Area | None = None) -> Role:
    """Give someone a role; giving it twice changes nothing."""
    role, _ = Role.objects.current().get_or_create(
        person=person, kind=kind, area=area, defaults={"granted_by": by, "granted_at": at}
    )
    person.forget_roles()
    return role


@transaction.atomic
def end_role(*, person: Person, kind: str, by: Person | None, at: datetime, area: Area | None = None) -> None:
    """Take a role back; whoever acts on it hears `rights_lost` in the same transaction. Twice changes nothing."""
    if Role.objects.current().filter(person=person, kind=kind, area=area).update(ended_at=at):
        person.forget_roles()
        _note_standing(person, before=kind, after="ended", by=by, at=at)


@transaction.atomic
def deactivate(*, person: Person, by: Person | None, at: datetime) -> None:
    """Let somebody in no longer, from this moment on; what they said and did stays."""
    if Person.objects.active().filter(pk=person.pk).update(is_active=False):
        person.is_active = False
        _note_standing(person, before="active", after="deactivated", by=by, at=at)


def _note_standing(person: Person, *, before: str, after: str, by: Person | None, at: datetime) -> None:
    StateChange.objects.create(
        machine="people.person", subject=person.pk, person=person, before=before, after=after, by=by, at=at
    )
    rights_lost.send(sender=Person, person=person, at=at)


@transaction.atomic
def grant_role_in(*, area_name: str, person: Person, kind: str, by: Person | None, at: datetime) -> Role:
    """Give someone a role in the area of that name, which is made if there is none yet."""
    return grant_role(person=person, kind=kind, by=by, at=at, area=area_called(area_name))
