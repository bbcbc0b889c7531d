"""A pairing: two people alongside each other."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from matching.models.helper import Helper
from matching.models.proposal import Proposal
from matching.models.request import Request
from messaging.models import Conversation
from people.models import Person


class PairingQuerySet(models.QuerySet["Pairing"]):
    def visible_to(self, viewer: Person) -> "PairingQuerySet":
        """One's own, and for those who look after the member, theirs."""
        return self.filter(
            Q(request__person=viewer) | Q(helper__person=viewer) | Q(request__in=Request.objects.visible_to(viewer))
        )

    def active(self) -> "PairingQuerySet":
        return self.filter(state=Pairing.State.ACTIVE)


class Pairing(models.Model):
    """Made when a member accepts an offer, or when one helper hands a member over to another.

    It holds one of the helper's places and has a conversation. What is handed over is another pairing, which `follows`
    the one before, so that what two people said and wrote stays with those two.
    """

    class State(models.TextChoices):
        ACTIVE = "active", "Active"
        ENDED = "ended", "Ended"
        # It followed another for a moment, before anything was said or done in it.
        TAKEN_BACK = "taken_back", "Taken back"

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="pairings")
    helper = models.ForeignKey(Helper, on_delete=models.PROTECT, related_name="pairings")
    proposal = models.OneToOneField(Proposal, on_delete=models.PROTECT, null=True, related_name="pairing")
    follows = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="followed_by")
    conversation = models.OneToOneField(Conversation, on_delete=models.PROTECT, related_name="pairing")
    state = models.CharField(max_length=10, choices=State, default=State.ACTIVE)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = PairingQuerySet.as_manager()

    class Meta:
        ordering = ["-began_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["request"], condition=Q(state="active"), name="matching_one_active_pairing"
            ),
            models.CheckConstraint(
                condition=Q(proposal__isnull=False) | Q(follows__isnull=False) | Q(state="taken_back"),
                name="matching_chosen_or_handed_over",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request.person} with {self.helper}"
