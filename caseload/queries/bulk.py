"""What would happen if something were done for many people at once: to whom, to whom not, and why not."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet
from django.utils.formats import date_format

from caseload.models import BulkAction, BulkChange
from caseload.queries.begun import begun
from matching.models import Helper, Pairing
from people.models import Area, Assignment, Person, Role
from people.queries import coordinated_areas

# As many as somebody can still look through before they press, and an address can hold.
MOST_AT_ONCE = 200
ACTIONS_A_PAGE = 50
NO_COORDINATOR = "Nobody"
NOBODY_ALONGSIDE = "Nobody"
NO_AREA = "No area yet"
NO_DATE = "No date"


@dataclass(frozen=True)
class Standing:
    """How it stands with somebody: as a change writes it down, and in words."""

    value: Any
    words: str


@dataclass(frozen=True)
class Order:
    """What is to be done; the target is a coordinator or an area, by the kind."""

    kind: str
    coordinator: Person | None = None
    area: Area | None = None


@dataclass(frozen=True)
class Line:
    """One person: how it stands with them, how it would stand; `stays` says why nothing would change."""

    person: Person
    now: Standing
    then: Standing
    stays: str = ""


@dataclass(frozen=True)
class Preview:
    order: Order
    lines: tuple[Line, ...]

    @property
    def changing(self) -> list[Line]:
        return [line for line in self.lines if not line.stays]

    @property
    def mark(self) -> str:
        """Tells whether somebody still decides about what they were shown."""
        shown = [(line.person.pk, line.now.value, line.stays) for line in self.lines]
        return hashlib.sha256(json.dumps(shown).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Undoing:
    """One person of an action, and how it stands with them now."""

    change: BulkChange
    now: Standing
    is_theirs: bool

    @property
    def can_be_undone(self) -> bool:
        """Only while they are as the action left them, and still looked after by whoever undoes it."""
        return self.is_theirs and self.change.outcome == BulkChange.Outcome.DONE and self.now.value == self.change.after


def people_for(coordinator: Person, ids: Iterable[int]) -> QuerySet[Person]:
    """Of these people those for whom this coordinator may act; never themselves."""
    people: QuerySet[Person] = Person.objects.coordinated_by(coordinator).active().filter(pk__in=ids)
    return people.select_related("area", "helper").order_by("chosen_name", "pk")


def coordinators_for(coordinator: Person) -> QuerySet[Person]:
    """To whom people can be given: whoever coordinates one of the same areas, what it lies in, or all."""
    held = Role.objects.current().filter(kind=Role.Kind.COORDINATOR)
    if not coordinator.coordinates_everywhere:
        held = held.filter(Q(area__in=Area.objects.over(coordinator.coordinated_area_ids)) | Q(area=None))
    people: QuerySet[Person] = Person.objects.active().filter(pk__in=held.values("person"))
    return people


def preview_of(order: Order, people: Sequence[Person], *, by: Person) -> Preview:
    """Each person with what would happen, in a fixed number of queries."""
    then, now = target_of(order), standings(order.kind, people)
    stays = STAYS[order.kind](order, by)
    return Preview(order, tuple(Line(person, now[person.pk], then, stays(person, now[person.pk])) for person in people))


def target_of(order: Order) -> Standing:
    match order.kind:
        case BulkAction.Kind.COORDINATOR:
            assert order.coordinator is not None
            return Standing([order.coordinator.pk], str(order.coordinator))
        case BulkAction.Kind.AREA:
            assert order.area is not None
            return Standing(order.area.pk, str(order.area))
        case _:
            return Standing(None, "Matched with nobody new before there is a new date")


# Given a person and how it stands with them, why nothing would happen to them; empty where something would.
WhyNot = Callable[[Person, Standing], str]


def why_not_to_coordinator(order: Order, by: Person) -> WhyNot:
    def why_not(person: Person, now: Standing) -> str:
        if person == order.coordinator:
            return "Nobody looks after themselves"
        return f"{order.coordinator} looks after them already" if now.value == target_of(order).value else ""

    return why_not


def why_not_to_area(order: Order, by: Person) -> WhyNot:
    """Between one's own areas, and from none into one; from elsewhere a transfer needs both coordinators."""
    own = {area.pk for area in coordinated_areas(by)}

    def why_not(person: Person, now: Standing) -> str:
        if now.value == target_of(order).value:
            return "Is there already"
        return "" if now.value is None or now.value in own else "Is of another area, whose coordinators must agree"

    return why_not


def why_not_to_check(order: Order, by: Person) -> WhyNot:
    def why_not(person: Person, now: Standing) -> str:
        if not is_at_work(helper_of(person)):
            return "Does not help others yet"
        return "Is asked already" if now.value is None else ""

    return why_not


STAYS: Mapping[str, Callable[[Order, Person], WhyNot]] = {
    BulkAction.Kind.COORDINATOR: why_not_to_coordinator,
    BulkAction.Kind.AREA: why_not_to_area,
    BulkAction.Kind.CHECKS: why_not_to_check,
}


def standings(kind: str, people: Sequence[Person]) -> Mapping[int, Standing]:
    """How it stands with each of these people now, by their ids."""
    match kind:
        case BulkAction.Kind.COORDINATOR:
            held = coordinators_of(people)
            return {person.pk: of_coordinators(held[person.pk]) for person in people}
        case BulkAction.Kind.AREA:
            return {person.pk: Standing(person.area_id, str(person.area or NO_AREA)) for person in people}
        case BulkAction.Kind.OTHERS:
            return alongside_now(people)
        case _:
            return {person.pk: of_checks(helper_of(person)) for person in people}


def coordinators_of(people: Iterable[Person]) -> Mapping[int, list[Person]]:
    """Who coordinates for each of these people now, by their ids."""
    found: dict[int, list[Person]] = defaultdict(list)
    current = Assignment.objects.current().filter(person__in=people, kind=Role.Kind.COORDINATOR)
    for one in current.select_related("carer").order_by("carer"):
        found[one.person_id].append(one.carer)
    return found


def of_coordinators(people: Sequence[Person]) -> Standing:
    return Standing([one.pk for one in people], ", ".join(map(str, people)) or NO_COORDINATOR)


def alongside_now(people: Sequence[Person]) -> Mapping[int, Standing]:
    """Who is alongside each of them, and whether the two have begun."""
    active = Pairing.objects.active().filter(request__person__in=people).select_related("request", "helper__person")
    found = {pairing.request.person_id: pairing for pairing in active}
    have_begun = begun(pairing.pk for pairing in found.values())
    standing = {person: of_pairing(pairing, has_begun=pairing.pk in have_begun) for person, pairing in found.items()}
    return {person.pk: standing.get(person.pk, Standing(None, NOBODY_ALONGSIDE)) for person in people}


def of_pairing(pairing: Pairing, *, has_begun: bool) -> Standing:
    words = f"{pairing.helper}, and something was said or done" if has_begun else str(pairing.helper)
    return Standing({"pairing": pairing.pk, "has_begun": has_begun}, words)


def helper_of(person: Person) -> Helper | None:
    return getattr(person, "helper", None)


def is_at_work(helper: Helper | None) -> bool:
    return helper is not None and helper.state in (Helper.State.ACTIVE, Helper.State.PAUSED)


def of_checks(helper: Helper | None) -> Standing:
    until = helper.vetted_until if helper else None
    return Standing(until.isoformat(), f"Until {date_format(until, 'j F Y')}") if until else Standing(None, NO_DATE)


def bulk_actions_of(viewer: Person) -> QuerySet[BulkAction]:
    targets = "coordinator", "area", "instead_of"
    return BulkAction.objects.visible_to(viewer).select_related("by", "undone_by", *targets)


def page_of_bulk_actions(viewer: Person, number: str | int | None = 1) -> "Page[Any]":
    found = bulk_actions_of(viewer).annotate(people=Count("changes")).order_by("-at", "-pk")
    return Paginator(found, ACTIONS_A_PAGE).get_page(number)


def changes_of(action: BulkAction) -> list[BulkChange]:
    return list(action.changes.select_related("person__area", "person__helper"))


def undoing_of(action: BulkAction, *, by: Person) -> list[Undoing]:
    """Each person of an action: how it stands with them now, and whether `by` could put them back."""
    changes = changes_of(action)
    now = standings(action.kind, [change.person for change in changes])
    theirs = set(people_for(by, [change.person_id for change in changes]).values_list("pk", flat=True))
    return [Undoing(change, now[change.person_id], change.person_id in theirs) for change in changes]
