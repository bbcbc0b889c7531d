"""Who coordinates an area, who could, and what they would see."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from caseload.rules import may_end_coordinator
from people.models import Area, Person, Role
from people.queries import coordinated_areas
from people.rules import may_delegate
from people.vocabulary import AgeGroup

MOST_FOUND = 20


@dataclass(frozen=True)
class Holder:
    """Somebody who coordinates an area, and whether the viewer may let them do so no more."""

    role: Role
    may_end: bool


@dataclass(frozen=True)
class Coordinators:
    """Who coordinates an area itself, and who does because of what it lies in, by name and where."""

    area: Area
    holders: list[Holder]
    around: list[Role]
    may_delegate: bool


@dataclass(frozen=True)
class Reach:
    """What comes with coordinating an area: how many people there are, and the areas that lie in it."""

    people: int
    inside: list[Area]


def areas_for(viewer: Person) -> QuerySet[Area]:
    return coordinated_areas(viewer)


def coordinators_of_area(area: Area, viewer: Person) -> Coordinators:
    held = Role.objects.current().filter(kind=Role.Kind.COORDINATOR, person__is_active=True).reaching([area.pk])
    found = held.select_related("person", "area", "granted_by").order_by("person__chosen_name", "pk")
    return Coordinators(
        area=area,
        holders=[Holder(one, may_end_coordinator(viewer, one.person, area)) for one in found if one.area == area],
        around=[one for one in found if one.area != area],
        may_delegate=may_delegate(viewer, area),
    )


def people_who_could_coordinate(area: Area, viewer: Person) -> QuerySet[Person]:
    """Grown-ups whom the viewer coordinates for and who do not coordinate it yet."""
    held = Role.objects.current().filter(kind=Role.Kind.COORDINATOR, area=area)
    people: QuerySet[Person] = Person.objects.coordinated_by(viewer).active()
    return people.exclude(pk__in=held.values("person")).exclude(age_group=AgeGroup.UNDER_18)


def found_by_name(area: Area, viewer: Person, name: str) -> list[Person]:
    goes_by = Q(chosen_name__icontains=name) | Q(full_name__icontains=name)
    return list(people_who_could_coordinate(area, viewer).filter(goes_by)[:MOST_FOUND])


def coordinators_to_end(area: Area) -> QuerySet[Person]:
    held = Role.objects.current().filter(kind=Role.Kind.COORDINATOR, area=area)
    found: QuerySet[Person] = Person.objects.filter(pk__in=held.values("person"))
    return found


def reach_of(area: Area) -> Reach:
    areas = Area.objects.within([area.pk])
    people = Person.objects.active().of_areas(areas.values("pk")).count()
    return Reach(people=people, inside=list(areas.exclude(pk=area.pk).order_by("name")))
