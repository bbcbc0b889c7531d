"""Questions about transfers: which wait, for whom, and from which area somebody would go."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from caseload.models import Transfer
from caseload.models.transfer import TransferQuerySet
from caseload.queries.scope import Scope, named, of_mine
from caseload.rules import may_answer_transfer, may_take_back_transfer
from people.models import Area, Person, Role
from people.queries import areas_besides, coordinated_areas


@dataclass(frozen=True)
class TransferShown:
    """A transfer and what the viewer may do with it."""

    transfer: Transfer
    is_about_viewer: bool
    may_answer: bool
    may_take_back: bool


@dataclass(frozen=True)
class ToAnswer:
    """A transfer that waits, and whether it is for the coordinator to answer."""

    transfer: Transfer
    person: Person
    how_long: str
    is_for_me: bool


def transfers_for(viewer: Person) -> TransferQuerySet:
    with_all = "person", "from_area", "to_area", "asked_by", "answered_by"
    return Transfer.objects.visible_to(viewer).select_related(*with_all)


def transfers_to_answer(viewer: Person) -> QuerySet[Transfer]:
    """Those for the viewer's side to answer; one that was answered meanwhile says so when it is pressed."""
    return transfers_for(viewer).filter(to_area__in=coordinated_areas(viewer)).exclude(person=viewer)


def transfers_to_take_back(viewer: Person) -> QuerySet[Transfer]:
    of_mine = Q(from_area__in=coordinated_areas(viewer)) & ~Q(person=viewer)
    return transfers_for(viewer).filter(Q(asked_by=viewer) | of_mine)


def transfer_that_waits(person: Person) -> Transfer | None:
    return Transfer.objects.open().filter(person=person).first()


def people_to_transfer(viewer: Person) -> QuerySet[Person]:
    found: QuerySet[Person] = Person.objects.coordinated_by(viewer)
    return found


def transfer_shown(transfer: Transfer, viewer: Person) -> TransferShown:
    is_open = transfer.state == Transfer.State.ASKED
    return TransferShown(
        transfer=transfer,
        is_about_viewer=transfer.person_id == viewer.pk,
        may_answer=is_open and may_answer_transfer(viewer, transfer),
        may_take_back=is_open and may_take_back_transfer(viewer, transfer),
    )


def open_transfers(scope: Scope) -> QuerySet[Transfer]:
    """The longest waiting first; a narrowed area is either of the two."""
    wanted = Area.objects.within(Area.objects.filter(slug=scope.filters.area))
    either = Q(from_area__in=wanted) | Q(to_area__in=wanted) if scope.filters.area else Q()
    others = transfers_for(scope.coordinator).open().exclude(person=scope.coordinator)
    return others.filter(either, named(scope, "person"), of_mine(scope, "person")).order_by("asked_at", "pk")


def as_to_answer(transfer: Transfer, scope: Scope) -> ToAnswer:
    return ToAnswer(
        transfer=transfer,
        person=transfer.person,
        how_long=scope.how_long(transfer.asked_at),
        is_for_me=may_answer_transfer(scope.coordinator, transfer),
    )


def area_to_leave(person: Person, by: Person) -> Area | None:
    """The area of the person for which `by` speaks: where they live first; None for who is of no area yet.

    For themselves everybody speaks, of where they live.
    """
    if by == person:
        return person.area
    spoken_for = coordinated_areas(by).filter(pk__in=Area.objects.of(person))
    return next((area for area in spoken_for if area.pk == person.area_id), spoken_for.first())


def areas_to_go_to(person: Person) -> QuerySet[Area]:
    return Area.objects.exclude(pk__in=Area.objects.of(person))


def areas_to_let_go(person: Person, viewer: Person) -> QuerySet[Area]:
    """Those of them for which the viewer speaks."""
    return areas_besides(person).filter(pk__in=coordinated_areas(viewer))


def who_answers_transfer(transfer: Transfer) -> QuerySet[Person]:
    return _coordinators_of(transfer.to_area_id, transfer)


def who_is_left_by_transfer(transfer: Transfer) -> QuerySet[Person]:
    return _coordinators_of(transfer.from_area_id, transfer)


def _coordinators_of(area: int | None, transfer: Transfer) -> QuerySet[Person]:
    roles = Role.objects.current().filter(kind=Role.Kind.COORDINATOR).reaching([area] if area else [])
    found: QuerySet[Person] = Person.objects.active().filter(pk__in=roles.values("person"))
    return found.exclude(pk=transfer.person_id)
