"""A cover: while somebody is away, somebody else stands in for them with one member."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from matching.models import Helper, Pairing
from messaging.models import Conversation
from people.models import Person


class CoverQuerySet(models.QuerySet["Cover"]):
    def visible_to(self, viewer: Person) -> "CoverQuerySet":
        """Of all three, and of the member's coordinators."""
        return self.filter(
            Q(pairing__request__person=viewer)
            | Q(pairing__helper__person=viewer)
            | Q(pairing__request__person__in=Person.objects.coordinated_by(viewer))
            | Q(helper__person=viewer)
        )

    def open(self) -> "CoverQuerySet":
        return self.filter(state__in=Cover.OPEN)


class Cover(models.Model):
    """`helper` stands in with the member of the pairing, both days included.

    They talk in a conversation of their own, so nothing the two have said is read by a third. It takes none of the
    helper's places, because it ends by itself.
    """

    class Why(models.TextChoices):
        LEAVE = "leave", "Leave"
        SICKNESS = "sickness", "Illness"
        OTHER = "other", "Something else"

    class State(models.TextChoices):
        PLANNED = "planned", "Planned"
        RUNNING = "running", "Now"
        OVER = "over", "Over"
        CALLED_OFF = "called_off", "Called off"

    OPEN = ["planned", "running"]

    pairing = models.ForeignKey(Pairing, on_delete=models.CASCADE, related_name="covers")
    helper = models.ForeignKey(Helper, on_delete=models.CASCADE, related_name="covers")
    from_on = models.DateField()
    until_on = models.DateField()
    # For coordinators only: why somebody is away is theirs.
    why = models.CharField(max_length=10, choices=Why)
    # What is good to know; all three read it.
    words = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    conversation = models.OneToOneField(Conversation, on_delete=models.PROTECT, null=True, related_name="cover")
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    planned_at = models.DateTimeField()

    objects = CoverQuerySet.as_manager()

    class Meta:
        ordering = ["-from_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pairing"], condition=Q(state__in=["planned", "running"]), name="caseload_one_open_cover"
            ),
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="caseload_cover_ends_after_it_begins"),
            models.CheckConstraint(
                condition=~Q(state="running") | Q(conversation__isnull=False), name="caseload_who_covers_can_talk"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.helper} for {self.pairing.helper} with {self.pairing.request.person}"
