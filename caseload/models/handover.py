"""A handover: a member goes on with somebody else, and decides what that person is told of what was before."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from matching.models import Helper, Pairing
from people.models import Person


class HandoverQuerySet(models.QuerySet["Handover"]):
    def visible_to(self, viewer: Person) -> "HandoverQuerySet":
        """Of the member, both helpers, and the member's coordinators."""
        return self.filter(
            Q(pairing__request__person=viewer)
            | Q(pairing__helper__person=viewer)
            | Q(helper__person=viewer)
            | Q(pairing__request__person__in=Person.objects.coordinated_by(viewer))
        )

    def asked(self) -> "HandoverQuerySet":
        return self.filter(state=Handover.State.ASKED)

    def with_notes(self) -> "HandoverQuerySet":
        """In which the member hands on the notes that were shared with them."""
        # As text: SQLite looks into no list.
        return self.filter(state=Handover.State.DONE, handed_on__icontains=f'"{Handover.NOTES}"')


class Handover(models.Model):
    """`helper` is to go on with the member of the pairing, or does so already in the pairing `after`.

    Whatever it is that is handed on, the member has chosen it, and may choose otherwise later; until they have, nothing
    is. A handover at once, because somebody is gone, is done before they have chosen.
    """

    class State(models.TextChoices):
        ASKED = "asked", "Waiting for the member"
        DONE = "done", "Done"
        REFUSED = "refused", "Not wanted"
        CALLED_OFF = "called_off", "Called off"
        TAKEN_BACK = "taken_back", "Undone"

    # The name of the part that decides who reads the notes shared with the member.
    NOTES = "notes"

    pairing = models.ForeignKey(Pairing, on_delete=models.CASCADE, related_name="handovers")
    helper = models.ForeignKey(Helper, on_delete=models.CASCADE, related_name="handovers")
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    # Why, in words for all of them.
    words = models.TextField(blank=True)
    # What the one before would like the next to know; the member reads it before they decide.
    summary = models.TextField(blank=True)
    # What the member would like the next to know.
    member_words = models.TextField(blank=True)
    # The names of what is handed on, as in caseload.handing_on.
    handed_on = models.JSONField(default=list)
    chosen_at = models.DateTimeField(null=True)
    after = models.OneToOneField(Pairing, on_delete=models.PROTECT, null=True, related_name="handed_over_by")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField()

    objects = HandoverQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pairing"], condition=Q(state__in=["asked", "done"]), name="caseload_one_handover"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pairing.request.person} from {self.pairing.helper} to {self.helper}"
