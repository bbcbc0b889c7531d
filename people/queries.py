"""Questions about people: what one may see of one's own record, and who is visible to whom."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from people.models import Area, CalendarKey, Consent, Person, RecordRead, StateChange


@dataclass(frozen=True)
class ConsentLine:
    """One purpose, and since when it is agreed to; `given_at` is None where it is not."""

    purpose: str
    words: str
    given_at: datetime | None


def person_with_email(email: str) -> Person | None:
    """Whoever has this address, in whatever case it is typed."""
    person: Person | None = Person.objects.filter(email__iexact=email.strip()).first()
    return person


def consents_of(person: Person) -> list[ConsentLine]:
    given = dict(Consent.objects.current().filter(person=person).values_list("purpose", "given_at"))
    return [ConsentLine(purpose.value, purpose.label, given.get(purpose.value)) for purpose in Consent.Purpose]


def purposes_agreed_to(person: Person) -> list[str]:
    return list(Consent.objects.current().filter(person=person).values_list("purpose", flat=True))


def has_agreed(person: Person, purpose: str) -> bool:
    return Consent.objects.current().filter(person=person, purpose=purpose).exists()


def reads_of(person: Person) -> QuerySet[RecordRead]:
    """Who read about this person, the latest first."""
    return RecordRead.objects.filter(person=person).select_related("reader")


def history_of(person: Person) -> QuerySet[StateChange]:
    return StateChange.objects.filter(person=person).select_related("by")


def coordinated_areas(coordinator: Person) -> QuerySet[Area]:
    if coordinator.coordinates_everywhere:
        return Area.objects.all()
    return Area.objects.filter(pk__in=coordinator.coordinated_area_ids)


def sha256_of(key: str) -> str:
    """What is kept of a secret that is long and made by chance, so that nobody can try them all."""
    return hashlib.sha256(key.encode()).hexdigest()


def calendar_key_of(person: Person) -> CalendarKey | None:
    return CalendarKey.objects.current().filter(person=person).first()


def calendar_with(key: str) -> CalendarKey | None:
    """The current key that this is the secret of, of somebody who may still sign in."""
    found = CalendarKey.objects.current().filter(sha256=sha256_of(key), person__is_active=True)
    return found.select_related("person").first()
