"""Who looks after whom, from when to when. It decides what is visible in every app."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from people.models.role import Role


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def current(self) -> "AssignmentQuerySet":
        return self.filter(ended_at=None)


class Assignment(models.Model):
    """`carer` looks after `person` in the capacity of `kind`, until `ended_at`."""

    carer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="looks_after")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="looked_after_by")
    kind = models.CharField(max_length=20, choices=Role.Kind)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["carer", "person", "kind"],
                condition=Q(ended_at=None),
                name="people_one_current_assignment",
            ),
            models.CheckConstraint(condition=~Q(carer=F("person")), name="people_nobody_looks_after_themselves"),
        ]

    def __str__(self) -> str:
        return f"{self.carer} looks after {self.person}"
