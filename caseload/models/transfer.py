"""A transfer: somebody is looked after in another area from now on, or in that one too, if both areas agree."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from people.models import Area, Person


class TransferQuerySet(models.QuerySet["Transfer"]):
    def visible_to(self, viewer: Person) -> "TransferQuerySet":
        """Of whom it is about, and of the coordinators of both areas."""
        if viewer.coordinates_everywhere:
            return self
        areas = viewer.coordinated_area_ids
        return self.filter(Q(person=viewer) | Q(from_area__in=areas) | Q(to_area__in=areas) | Q(asked_by=viewer))

    def open(self) -> "TransferQuerySet":
        return self.filter(state=Transfer.State.ASKED)


class Transfer(models.Model):
    """Asked by a coordinator of the one area or by the person, answered by a coordinator of the other.

    Rows stay, so that the trail is kept.
    """

    class State(models.TextChoices):
        ASKED = "asked", "Waiting for an answer"
        AGREED = "agreed", "Agreed"
        REFUSED = "refused", "Refused"
        TAKEN_BACK = "taken_back", "Taken back"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="transfers")
    # Empty for somebody whom no area has looked after yet.
    from_area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, related_name="+")
    to_area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    # Whether the first area goes on looking after them too.
    stays = models.BooleanField(default=False)
    why = models.TextField()
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField()
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)

    objects = TransferQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(state="asked"), name="caseload_one_open_transfer_a_person"
            ),
            models.CheckConstraint(
                condition=Q(from_area=None) | ~Q(from_area=F("to_area")), name="caseload_a_transfer_goes_somewhere"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} to {self.to_area}"
