"""To which areas somebody belongs besides the one they live in: one person may be in two services."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from people.models.place import Area


class BelongingQuerySet(models.QuerySet["Belonging"]):
    def current(self) -> "BelongingQuerySet":
        return self.filter(ended_at=None)


class Belonging(models.Model):
    """`person` is looked after in `area` too, from one time to another."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="belongings")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="belongings")
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = BelongingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "area"], condition=Q(ended_at=None), name="people_one_current_belonging"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} belongs to {self.area}"
