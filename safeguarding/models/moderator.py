"""Who moderates which place; the app above that has the place writes it here, because it decides what is visible."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class ModeratorQuerySet(models.QuerySet["Moderator"]):
    def current(self) -> "ModeratorQuerySet":
        return self.filter(ended_at=None)


class Moderator(models.Model):
    """`person` moderates what is said in `scope` ("network:12") until `ended_at`."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="moderates")
    scope = models.CharField(max_length=40)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ModeratorQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "scope"], condition=Q(ended_at=None), name="safeguarding_moderates_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} moderates {self.scope}"
