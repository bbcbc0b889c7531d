"""Blocks of sessions: so many minutes agreed, counted down by the appointments that were held."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from matching.models import Pairing


class SessionBlockQuerySet(models.QuerySet["SessionBlock"]):
    def open(self) -> "SessionBlockQuerySet":
        return self.filter(closed_at=None)


class SessionBlock(models.Model):
    """Something agreed for a member that has an end, such as ten hours of tuition.

    It goes on with them; `pairing` is the one in which it is counted down now.
    """

    pairing = models.ForeignKey(Pairing, on_delete=models.CASCADE, related_name="session_blocks")
    title = models.CharField(max_length=120)
    minutes = models.PositiveIntegerField()
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    begun_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = SessionBlockQuerySet.as_manager()

    class Meta:
        ordering = ["begun_at", "pk"]
        constraints = [models.CheckConstraint(condition=Q(minutes__gt=0), name="support_block_of_some_minutes")]

    def __str__(self) -> str:
        return self.title
