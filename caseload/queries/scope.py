"""What a desk is asked for: whose, when, and narrowed to what."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from caseload.words import how_long
from matching.models import Request
from people.models import Area, Assignment, Person, Topic

# Stands in the address where an area's slug would; no area is called this.
NO_AREA = "none"


@dataclass(frozen=True)
class Filters:
    """To what a coordinator narrows the desk; areas and topics by slug, empty means all."""

    area: str = ""
    mine: bool = False
    word: str = ""
    topic: str = ""

    def __bool__(self) -> bool:
        return self != Filters()


@dataclass(frozen=True)
class Scope:
    """Whose desk, at what time, narrowed to what."""

    coordinator: Person
    at: datetime
    filters: Filters = field(default_factory=Filters)

    @property
    def today(self) -> date:
        return timezone.localdate(self.at)

    def how_long(self, since: datetime) -> str:
        return how_long(timezone.localdate(since), self.today)


def all_topics() -> QuerySet[Topic]:
    return Topic.objects.all()


def of_area(scope: Scope, path: str) -> Q:
    """`path` leads to an area; what lies below the one chosen counts as of it."""
    wanted = scope.filters.area
    if not wanted:
        return Q()
    return Q(**{path: None}) if wanted == NO_AREA else Q(**{f"{path}__in": areas_chosen(wanted)})


def of_people_in_area(scope: Scope, path: str) -> Q:
    """`path` leads to a person, who lives in the area chosen or belongs to it."""
    wanted = scope.filters.area
    if not wanted:
        return Q()
    people = Person.objects
    return Q(**{f"{path}__in": people.of_no_area() if wanted == NO_AREA else people.of_areas(areas_chosen(wanted))})


def areas_chosen(slug: str) -> QuerySet[Area]:
    return Area.objects.within(Area.objects.filter(slug=slug))


def of_mine(scope: Scope, path: str) -> Q:
    """`path` leads to a person."""
    return Q(**{f"{path}__in": looked_after(scope)}) if scope.filters.mine else Q()


def looked_after(scope: Scope) -> QuerySet[Assignment, int]:
    """The ids of everyone the coordinator looks after personally."""
    return Assignment.objects.current().filter(carer=scope.coordinator).values_list("person", flat=True)


def named(scope: Scope, *paths: str) -> Q:
    """Each of `paths` leads to a person; one of them must go by the word."""
    found, word = Q(), scope.filters.word
    for path in paths if word else ():
        found |= Q(**{f"{path}__chosen_name__icontains": word}) | Q(**{f"{path}__full_name__icontains": word})
    return found


def on_topic(scope: Scope, path: str) -> Q:
    """`path` leads to topics, of which each thing has a topic at most once: no row is doubled."""
    return Q(**{f"{path}__slug": scope.filters.topic}) if scope.filters.topic else Q()


def requests_in(scope: Scope) -> QuerySet[Request]:
    """Requests of the people the coordinator looks after, by all filters but the word; never their own."""
    return (
        Request.objects.visible_to(scope.coordinator)
        .filter(person__is_active=True)
        .filter(of_people_in_area(scope, "person"), of_mine(scope, "person"), on_topic(scope, "topics"))
        .exclude(person=scope.coordinator)
    )
