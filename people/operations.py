"""What can be done with people: roles, assignments, consent, records, and moving a thing from state to state."""

import secrets
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils.text import slugify

from people.errors import HasMovedOn
from people.models import Area, Assignment, CalendarKey, Consent, Person, RecordRead, Role, StateChange, Topic
from people.queries import sha256_of
from people.signals import consent_withdrawn, rights_lost
from people.states import Machine


class AreaNeedsAName(ValidationError):
    """An area is found by its name, in addresses too."""


def move(
    thing: models.Model,
    to: str,
    *,
    machine: Machine,
    by: Person | None,
    at: datetime,
    about: Person | None = None,
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
        remember(thing, machine=machine, before=before, by=by, at=at, about=about)


def remember(
    thing: models.Model,
    *,
    machine: Machine,
    before: str,
    by: Person | None,
    at: datetime,
    about: Person | None,
) -> None:
    """Write the state `thing` is in now into the history; `before` is empty for a thing just made."""
    StateChange.objects.create(
        machine=machine.name,
        subject=thing.pk,
        person=about,
        before=before,
        after=thing.state,  # type: ignore[attr-defined]
        by=by,
        at=at,
    )


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


def grant_role(*, person: Person, kind: str, by: Person | None, at: datetime, area: Area | None = None) -> Role:
    """Give someone a role; giving it twice changes nothing."""
    role, _ = Role.objects.current().get_or_create(
        person=person, kind=kind, area=area, defaults={"granted_by": by, "granted_at": at}
    )
    person.__dict__.pop("current_roles", None)
    return role


@transaction.atomic
def end_role(*, person: Person, kind: str, by: Person | None, at: datetime, area: Area | None = None) -> None:
    """Take a role back; whoever acts on it hears `rights_lost` in the same transaction. Twice changes nothing."""
    if Role.objects.current().filter(person=person, kind=kind, area=area).update(ended_at=at):
        person.__dict__.pop("current_roles", None)
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
    rights_lost.send(sender=Person, person=person)


@transaction.atomic
def grant_role_in(*, area_name: str, person: Person, kind: str, by: Person | None, at: datetime) -> Role:
    """Give someone a role in the area of that name, which is made if there is none yet."""
    name, slug = area_name.strip(), slugify(area_name)
    if not slug:
        raise AreaNeedsAName(f"“{area_name}” cannot be the name of an area: it needs letters from A to Z, or digits.")
    area = Area.objects.filter(Q(slug=slug) | Q(name__iexact=name)).first() or Area.objects.create(name=name, slug=slug)
    return grant_role(person=person, kind=kind, by=by, at=at, area=area)


def assign(*, carer: Person, person: Person, kind: str, at: datetime) -> Assignment:
    """Let `carer` look after `person` from now on; doing it twice changes nothing."""
    assignment, _ = Assignment.objects.current().get_or_create(
        carer=carer, person=person, kind=kind, defaults={"began_at": at}
    )
    return assignment


def unassign(*, carer: Person, person: Person, kind: str, at: datetime) -> None:
    Assignment.objects.current().filter(carer=carer, person=person, kind=kind).update(ended_at=at)


def give_consent(*, by: Person, purpose: str, at: datetime) -> Consent:
    consent, _ = Consent.objects.current().get_or_create(person=by, purpose=purpose, defaults={"given_at": at})
    return consent


@transaction.atomic
def withdraw_consent(*, by: Person, purpose: str, at: datetime) -> None:
    """Take consent back; whoever acts on it hears `consent_withdrawn` in the same transaction."""
    if Consent.objects.current().filter(person=by, purpose=purpose).update(withdrawn_at=at):
        consent_withdrawn.send(sender=Consent, person=by, purpose=purpose, at=at)


def record_read(*, by: Person, person: Person, why: str, at: datetime) -> None:
    """Note that `by` read about `person`; reading about oneself leaves no note."""
    if by != person:
        RecordRead.objects.create(reader=by, person=person, why=why, at=at)


def record_reads(*, by: Person, people: Iterable[Person], why: str, at: datetime) -> None:
    """The same for everybody on a list, in one statement."""
    RecordRead.objects.bulk_create(
        RecordRead(reader=by, person=person, why=why, at=at) for person in people if person != by
    )


@transaction.atomic
def change_profile(*, by: Person, facts: dict[str, object], topics: Iterable[Topic] | None = None) -> None:
    """Save what someone says of themselves; `facts` are cleaned values by field name, `topics` what matters to them."""
    for name, value in facts.items():
        setattr(by, name, value)
    if facts:
        by.save(update_fields=list(facts))
    if topics is not None:
        by.topics.set(topics)


@transaction.atomic
def make_calendar_key(*, by: Person, names_meetings: bool, at: datetime) -> str:
    """Make the secret of a new link to somebody's calendar and end the one before; only now can it be read."""
    # Of two at once the second ends what the first has made.
    Person.objects.select_for_update(no_key=True).get(pk=by.pk)
    end_calendar_key(by=by, at=at)
    key = secrets.token_urlsafe(24)
    CalendarKey.objects.create(person=by, sha256=sha256_of(key), names_meetings=names_meetings, made_at=at)
    return key


def end_calendar_key(*, by: Person, at: datetime) -> None:
    """Whoever has the link reads nothing from now on; twice changes nothing."""
    CalendarKey.objects.current().filter(person=by).update(ended_at=at)
