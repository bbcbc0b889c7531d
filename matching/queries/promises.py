"""What is promised to whoever asks, and who has waited longer than that."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from matching.models import Promise, Request
from people.models import Area, Person
from people.queries import coordinated_areas

# Where no area has said anything.
FOUR_WEEKS = 28


@dataclass(frozen=True)
class Promised:
    """What holds in an area; `promise` is the row that says so, its own or of an area it lies in; None for nobody's."""

    area: Area
    promise: Promise | None

    @property
    def days(self) -> int:
        return self.promise.days if self.promise else FOUR_WEEKS

    @property
    def is_its_own(self) -> bool:
        return self.promise is not None and self.promise.area_id == self.area.pk


def promised_in(area: Area | None) -> int:
    """In how many days: the newest of the area itself, else of the nearest around it that has one."""
    around = Promise.objects.filter(area__in=Area.objects.over([area.pk] if area else []))
    # The nearer an area is, the more lie above it.
    nearest = around.annotate(depth=Count("area__above")).order_by("-depth", "-pk").first()
    return nearest.days if nearest else FOUR_WEEKS


def promises_for(coordinator: Person) -> list[Promised]:
    """What holds in each area that somebody coordinates, in three queries however many there are."""
    parents = dict(Area.objects.values_list("pk", "parent"))
    newest = {one.area_id: one for one in Promise.objects.select_related("area").order_by("pk")}

    def nearest(pk: int | None) -> Promise | None:
        while pk is not None and pk not in newest:
            pk = parents[pk]
        return newest[pk] if pk is not None else None

    return [Promised(area, nearest(area.pk)) for area in coordinated_areas(coordinator).order_by("name")]


def promise_for(coordinator: Person, pk: int) -> Promised | None:
    """The same of one area, for whoever coordinates it."""
    return next((one for one in promises_for(coordinator) if one.area.pk == pk), None)


def waiting_beyond_promise(today: date) -> QuerySet[Request]:
    """Whose day has passed and who has not been told so yet."""
    return Request.objects.waiting().filter(promised_on__lt=today, told_late_at=None, person__is_active=True)
