"""A job: something a worker does step by step, while people see how far it is and may cancel it."""

from datetime import datetime
from typing import TypeVar

from django.db import models

J = TypeVar("J", bound="Job")


class JobQuerySet(models.QuerySet[J]):
    def active(self) -> "JobQuerySet[J]":
        """Waiting for the worker, or under way."""
        return self.filter(state__in=Job.ACTIVE)

    def silent_since(self, moment: datetime) -> "JobQuerySet[J]":
        """Said to be under way, but without a sign of life since then."""
        return self.filter(state=Job.State.RUNNING, heard_at__lt=moment)

    def left_over_since(self, moment: datetime) -> "JobQuerySet[J]":
        """Waiting for the worker since then: the queue may have lost them."""
        return self.filter(state=Job.State.QUEUED, heard_at__lt=moment)


class Job(models.Model):
    """How far it is, and in the end how it went. The row is the truth; the queue only hands it to a worker."""

    class State(models.TextChoices):
        QUEUED = "queued", "Waiting to begin"
        RUNNING = "running", "Under way"
        DONE = "done", "Done"
        CANCELLED = "cancelled", "Cancelled"
        FAILED = "failed", "Failed"

    ACTIVE = ["queued", "running"]

    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    percent = models.PositiveSmallIntegerField(default=0)
    step = models.CharField("what is being done", max_length=80, blank=True)
    # The last sign of life.
    heard_at = models.DateTimeField()
    error = models.TextField("why it failed", blank=True)

    class Meta:
        abstract = True

    @property
    def is_active(self) -> bool:
        return self.state in self.ACTIVE
