"""What goes out to people who are not here: an outbox, written in the transaction that gave rise to it."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class NoticeQuerySet(models.QuerySet["Notice"]):
    def waiting(self) -> "NoticeQuerySet":
        return self.filter(sent_at=None, gave_up_at=None)


class Notice(models.Model):
    """An e-mail to go out: written in the transaction that gave rise to it, delivered afterwards.

    It says that something waits and where, never private words.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    subject = models.CharField(max_length=120)
    body = models.TextField()
    path = models.CharField(max_length=200)
    written_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    gave_up_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["written_at", "pk"]
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=Q(sent_at=None, gave_up_at=None),
                name="messaging_notices_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject} (to {self.person})"
