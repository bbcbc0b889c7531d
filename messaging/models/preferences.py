"""What somebody lets others see of them while they talk, and when they can be expected to answer."""

from datetime import date

from django.conf import settings
from django.db import models


class Preferences(models.Model):
    """One person's wishes for talking. Who has none of these rows shows everything and has no hours.

    Whoever hides something from others does not see it of them either.
    """

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="preferences"
    )
    shows_reading = models.BooleanField("Others see what I have read", default=True)
    shows_typing = models.BooleanField("Others see when I am writing", default=True)
    shows_presence = models.BooleanField("Others see when I am here", default=True)
    # Weekday (0 is Monday) to the two times between which this person answers: {"0": ["09:00", "17:00"]}.
    hours = models.JSONField(default=dict, blank=True)
    # The last day on which this person is away.
    away_until = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"Preferences of {self.person}"

    def is_away(self, on: date) -> bool:
        return self.away_until is not None and on <= self.away_until
