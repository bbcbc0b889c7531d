"""What somebody is told: that something waits for them, and where."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from people.models import Person


class Channel(models.TextChoices):
    """How a notice can reach somebody."""

    APP = "app", "Here"
    EMAIL = "email", "By e-mail"
    DIGEST = "digest", "In one e-mail a day"
    SMS = "sms", "By text message"
    PUSH = "push", "On my devices"


class NoticeQuerySet(models.QuerySet["Notice"]):
    def visible_to(self, viewer: Person) -> "NoticeQuerySet":
        """One's own, whether or not one wants to see them in the list."""
        return self.filter(person=viewer)

    def listed(self) -> "NoticeQuerySet":
        return self.filter(is_listed=True)

    def unread(self) -> "NoticeQuerySet":
        return self.filter(read_at=None)


class Notice(models.Model):
    """One thing that somebody is told: where something waits, never private words.

    It is written in the transaction that gave rise to it, with a Dispatch for each channel by which it also goes out.
    """

    class Kind(models.TextChoices):
        MESSAGE = "message", "Messages and conversations"
        MATCHING = "matching", "Offers, and who is alongside whom"
        SUPPORT = "support", "Appointments, goals and check-ins"
        NETWORKS = "networks", "My networks"
        DIGEST = "digest", "Digests of my networks"
        SAFETY = "safety", "Safety"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=10, choices=Kind)
    subject = models.CharField(max_length=120)
    body = models.TextField()
    path = models.CharField(max_length=200)
    written_at = models.DateTimeField()
    # Whether it stands in the person's list; somebody may want to hear of a kind by e-mail only, or not at all.
    is_listed = models.BooleanField(default=True)
    read_at = models.DateTimeField(null=True, blank=True)
    # From when on it is of no use on its way out: late, a reminder is worse than none. It stays in the list.
    of_use_until = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["written_at", "pk"]
        indexes = [
            models.Index(fields=["person"], condition=Q(read_at=None, is_listed=True), name="messaging_notices_unread"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} (to {self.person})"

    @property
    def link(self) -> str:
        """The address that leads to what it is about, and notes that it was read."""
        return reverse("notice", args=[self.pk])


# Nobody may overlook these, so they always stand in the list.
ALWAYS_LISTED = frozenset({Notice.Kind.SAFETY})
