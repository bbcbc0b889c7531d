"""Questions about people: what one may see of one's own record, and who is visible to whom."""

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet

from people.models import (
    Area,
    Assignment,
    Belonging,
    CalendarKey,
    Consent,
    Mandate,
    Person,
    RecordRead,
    Role,
    StateChange,
)


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


def areas_besides(person: Person) -> QuerySet[Area]:
    """To which areas somebody belongs besides the one they live in."""
    return Area.objects.filter(pk__in=person.belongings.filter(ended_at=None).values("area"))


def areas_to_move(coordinator: Person) -> QuerySet[Area]:
    """Those that lie in an area one coordinates; whoever coordinates everywhere moves each."""
    mine = coordinated_areas(coordinator)
    return mine if coordinator.coordinates_everywhere else mine.filter(parent__in=coordinator.coordinated_area_ids)


def people_acted_for(holder: Person, act: str) -> QuerySet[Mandate, int]:
    """The ids of everybody in whose name somebody may do this now."""
    return Mandate.objects.current().filter(holder=holder, act=act).values_list("person", flat=True)


@dataclass(frozen=True)
class Branch:
    """An area as the tree shows it: how many people live in all of it, who coordinates it, and what lies in it."""

    area: Area
    people: int
    coordinators: tuple[str, ...]
    may_move: bool
    below: "tuple[Branch, ...]"


def tree_of(coordinator: Person) -> tuple[Branch, ...]:
    """The areas somebody coordinates, each with what lies in it, in three queries however many there are."""
    # Counting groups the rows, and what is grouped has no order of its own.
    areas = list(coordinated_areas(coordinator).annotate(lives=Count("people")).order_by("name"))
    movable = set(areas_to_move(coordinator).order_by().values_list("pk", flat=True))
    names: dict[int, list[str]] = defaultdict(list)
    held = Role.objects.current().filter(kind=Role.Kind.COORDINATOR, person__is_active=True, area__in=areas)
    for area, name in held.order_by("person__chosen_name").values_list("area", "person__chosen_name"):
        names[area].append(name)
    inside: dict[int | None, list[Area]] = defaultdict(list)
    mine = {area.pk for area in areas}
    for one in areas:
        inside[one.parent_id if one.parent_id in mine else None].append(one)

    return _branches_in(None, inside, names, movable)


def _branches_in(
    area: int | None, inside: dict[int | None, list[Area]], names: dict[int, list[str]], movable: set[int]
) -> tuple[Branch, ...]:
    return tuple(_branch(one, inside, names, movable) for one in inside[area])


def _branch(area: Area, inside: dict[int | None, list[Area]], names: dict[int, list[str]], movable: set[int]) -> Branch:
    below = _branches_in(area.pk, inside, names, movable)
    lives: int = area.lives  # type: ignore[attr-defined]
    return Branch(
        area=area,
        people=lives + sum(one.people for one in below),
        coordinators=tuple(names[area.pk]),
        may_move=area.pk in movable,
        below=below,
    )


def coordinators_near(person: Person) -> QuerySet[Role, int]:
    """The ids of whoever coordinates an area they are of, or all; of every coordinator where they are of none."""
    roles = Role.objects.current().filter(kind=Role.Kind.COORDINATOR)
    belongs_to = Belonging.objects.current().filter(person=person).values_list("area", flat=True)
    areas = [area for area in (person.area_id, *belongs_to) if area is not None]
    return (roles.reaching(areas) if areas else roles).values_list("person", flat=True)


def coordinators_told_of(person: Person) -> QuerySet[Person]:
    """Those who look after them in person; only where there are none, everybody who coordinates their area."""
    in_person = Assignment.objects.current().filter(person=person, kind=Role.Kind.COORDINATOR)
    told = in_person.filter(carer__is_active=True).values_list("carer", flat=True)
    found: QuerySet[Person] = Person.objects.active().filter(
        pk__in=told if told.exists() else coordinators_near(person)
    )
    return found.exclude(pk=person.pk)


def sha256_of(key: str) -> str:
    """What is kept of a secret that is long and made by chance, so that nobody can try them all."""
    return hashlib.sha256(key.encode()).hexdigest()


def calendar_key_of(person: Person) -> CalendarKey | None:
    return CalendarKey.objects.current().filter(person=person).first()


def calendar_with(key: str) -> CalendarKey | None:
    """The current key that this is the secret of, of somebody who may still sign in."""
    found = CalendarKey.objects.current().filter(sha256=sha256_of(key), person__is_active=True)
    return found.select_related("person").first()
