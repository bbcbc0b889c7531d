"""Where a service works (a tree of areas) and what its support can be about (topics)."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from people.vocabulary import Theme

if TYPE_CHECKING:
    from people.models.person import Person

# The ids of some areas, or a question for them.
Areas = Iterable[int] | models.QuerySet["Area"]


class AreaQuerySet(models.QuerySet["Area"]):
    def of(self, person: "Person") -> "AreaQuerySet":
        """The area somebody lives in, and those they belong to besides."""
        return self.filter(Q(pk=person.area_id) | Q(pk__in=person.belongings.filter(ended_at=None).values("area")))

    def within(self, areas: "Areas") -> "AreaQuerySet":
        """These areas and all below them."""
        inside = Area.above.through.objects.filter(to_area__in=areas)
        return self.filter(Q(pk__in=areas) | Q(pk__in=inside.values("from_area")))

    def over(self, areas: "Areas") -> "AreaQuerySet":
        """These areas and all that they lie in."""
        around = Area.above.through.objects.filter(from_area__in=areas)
        return self.filter(Q(pk__in=areas) | Q(pk__in=around.values("to_area")))


class Area(models.Model):
    """A part of the service's patch, looked after by its coordinators. One without a parent is a service."""

    name = models.CharField(max_length=80, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    # Every area it lies in, up to its service: kept beside `parent` by `people.operations.areas`, so that who sees
    # whom is one join however deep the tree is.
    above = models.ManyToManyField("self", symmetrical=False, related_name="below", blank=True)

    objects = AreaQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=~Q(parent=F("pk")), name="people_no_area_lies_in_itself"),
        ]

    def __str__(self) -> str:
        return self.name


class Topic(models.Model):
    """Something support can be about, in words a member would use."""

    name = models.CharField(max_length=80)
    slug = models.SlugField(max_length=80, unique=True)
    theme = models.PositiveSmallIntegerField(choices=Theme, default=Theme.OTHER)

    class Meta:
        ordering = ["theme", "name"]

    def __str__(self) -> str:
        return self.name
