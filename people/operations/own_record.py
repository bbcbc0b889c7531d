"""What is somebody's own: consent, who has read about them, their details, the link to their calendar."""

import secrets
from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from people.models import CalendarKey, Consent, Person, RecordRead, Topic
from people.queries import sha256_of
from people.rules import may_say_area
from people.signals import consent_withdrawn


class LookedAfterHere(PermissionDenied):
    """Whoever is looked after in one area comes to another by a transfer, which both know of."""


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
    """Save what someone says of themselves; `facts` are cleaned values by field name, `topics` what matters to them.

    `LookedAfterHere` where an area looks after them and `facts` name another one: that is asked for (a transfer).
    """
    if facts.get("area", by.area) != by.area and not may_say_area(by):
        raise LookedAfterHere
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
