"""When somebody has time for appointments: hours each week or on one day, when they are away, and their habits."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from support.free_times import MIDNIGHT

IN_ORDER = Q(begins__lt=F("ends")) | Q(ends=MIDNIGHT)


class Availability(models.Model):
    """From when until when, by the clock of the person: each week on a weekday (Monday is 0), or on one day only."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="availability")
    weekday = models.PositiveSmallIntegerField(null=True, blank=True)
    day = models.DateField(null=True, blank=True)
    begins = models.TimeField()
    # Midnight is the end of the day.
    ends = models.TimeField()
    # The ways to meet that are possible then, of people.vocabulary.Way.
    ways = models.JSONField(default=list)
    place = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["day", "weekday", "begins", "pk"]
        verbose_name_plural = "availability"
        constraints = [
            models.CheckConstraint(
                # Said in full, because a comparison with nothing is neither true nor false and would pass.
                condition=Q(weekday__isnull=False, weekday__lte=6, day__isnull=True)
                | Q(weekday__isnull=True, day__isnull=False),
                name="support_each_week_or_on_one_day",
            ),
            models.CheckConstraint(condition=IN_ORDER, name="support_hours_begin_before_they_end"),
        ]

    def __str__(self) -> str:
        return f"{self.person} from {self.begins:%H:%M} to {self.ends:%H:%M}"


class TimeOff(models.Model):
    """No appointments from the first day to the last; with times, only so long on each of them."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="time_off")
    first_day = models.DateField()
    last_day = models.DateField()
    begins = models.TimeField(default=MIDNIGHT)
    ends = models.TimeField(default=MIDNIGHT)

    class Meta:
        ordering = ["first_day", "begins", "pk"]
        verbose_name_plural = "time off"
        constraints = [
            models.CheckConstraint(condition=Q(first_day__lte=F("last_day")), name="support_time_off_has_days"),
            models.CheckConstraint(condition=IN_ORDER, name="support_time_off_begins_before_it_ends"),
        ]

    def __str__(self) -> str:
        return f"{self.person} is away from {self.first_day} to {self.last_day}"

    @property
    def is_whole_days(self) -> bool:
        return self.begins == self.ends == MIDNIGHT


class Habits(models.Model):
    """What holds for all of somebody's appointments; who has said nothing has these of the service."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="habits"
    )
    minutes = models.PositiveSmallIntegerField(default=60)
    # How many hours before it begins a time is offered at the latest.
    notice_hours = models.PositiveSmallIntegerField(default=24)
    keeps_bank_holidays = models.BooleanField(default=True)
    # Where their video calls are; only those with an appointment by video see it.
    video_link = models.URLField(blank=True)

    class Meta:
        verbose_name_plural = "habits"

    def __str__(self) -> str:
        return f"Habits of {self.person}"
