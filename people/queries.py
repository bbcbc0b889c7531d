"""Questions about people: what one may see of one's own record, and who is visible to whom."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from people.models import Area, Consent, Person, RecordRead, StateChange


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
