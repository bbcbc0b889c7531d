"""The secret link under which somebody's calendar reads what they have a place in."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class CalendarKeyQuerySet(models.QuerySet["CalendarKey"]):
    def current(self) -> "CalendarKeyQuerySet":
        return self.filter(ended_at=None)


class CalendarKey(models.Model):
    """Whoever has the key reads the calendar. We keep only its hash, so the key is shown once: when it is made."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_keys")
    sha256 = models.CharField(max_length=64, unique=True)
    # Without it a private meeting is only "A meeting": calendars are often seen by others.
    names_meetings = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = CalendarKeyQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(ended_at=None), name="people_one_current_calendar_key"
            ),
        ]

    def __str__(self) -> str:
        return f"Calendar of {self.person}"
