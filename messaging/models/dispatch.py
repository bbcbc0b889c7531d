"""The outbox: a notice on its way out by one channel, until it is out or somebody has looked at why it is not."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from messaging.models.device import Device
from messaging.models.notice import Channel, Notice
from people.models import Person


class DispatchQuerySet(models.QuerySet["Dispatch"]):
    def waiting(self) -> "DispatchQuerySet":
        return self.filter(outcome="")

    def leading(self) -> "DispatchQuerySet":
        """One row for each letter: the first of those that go out together in a daily mail, and all others."""
        return self.filter(Q(goes_with=None) | Q(goes_with=F("pk")))

    def due(self, at: datetime) -> "DispatchQuerySet":
        return self.waiting().leading().filter(next_try_at__lte=at)

    def undelivered_for(self, coordinator: Person) -> "DispatchQuerySet":
        """What could not be delivered to people of the coordinator's areas, and nobody has settled."""
        people = Person.objects.coordinated_by(coordinator)
        return self.leading().filter(outcome=Dispatch.Outcome.FAILED, notice__person__in=people)


class Dispatch(models.Model):
    """One notice by one channel, to one device where the channel has several."""

    class Outcome(models.TextChoices):
        SENT = "sent", "Sent"
        # Read here first, of no use any more, or no longer wanted.
        DROPPED = "dropped", "Not needed any more"
        FAILED = "failed", "Could not be delivered"
        SETTLED = "settled", "Settled by a coordinator"

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="dispatches")
    channel = models.CharField(max_length=10, choices=Channel)
    device = models.ForeignKey(Device, on_delete=models.CASCADE, null=True, blank=True, related_name="dispatches")
    # The first row of the daily mail into which this one was gathered; itself for that first one.
    goes_with = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="gathered")
    # Empty while it waits to go out.
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    # Why the last try failed, in words of ours: never those of a server, which may quote an address.
    why = models.CharField(max_length=120, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = DispatchQuerySet.as_manager()

    class Meta:
        ordering = ["next_try_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["notice", "channel"], condition=Q(device=None), name="messaging_one_dispatch_a_channel"
            ),
            models.UniqueConstraint(fields=["notice", "device"], name="messaging_one_dispatch_a_device"),
        ]
        indexes = [
            models.Index(fields=["next_try_at"], condition=Q(outcome=""), name="messaging_dispatches_waiting"),
            models.Index(fields=["ended_at"], condition=Q(outcome="failed"), name="messaging_dispatches_failed"),
        ]

    def __str__(self) -> str:
        return f"{self.notice}, {self.get_channel_display()}"
