"""What was done about a concern, in order: notes, and with whom what was shared."""

from django.conf import settings
from django.db import models

from safeguarding.models.concern import Concern


class ConcernNote(models.Model):
    """Something somebody did, found out or thought about a concern; never changed, only followed by another."""

    class Kind(models.TextChoices):
        NOTE = "note", "A note"
        CONTACT = "contact", "Somebody was spoken with"
        RISK = "risk", "The risk was judged"
        PLAN = "plan", "The plan was changed"
        SEVERITY = "severity", "How soon somebody has to look was changed"
        ESCALATION = "escalation", "It was passed on to the safeguarding lead"

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="notes")
    kind = models.CharField(max_length=10, choices=Kind)
    words = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.concern}, {self.get_kind_display()}"


class Sharing(models.Model):
    """What was told to whom outside the service about somebody, and why it may be."""

    class Ground(models.TextChoices):
        CONSENT = "consent", "They agreed to it"
        VITAL = "vital", "To protect somebody's life"
        CHILD = "child", "To protect a child or an adult at risk"
        LAW = "law", "The law asks for it"

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="sharings")
    with_whom = models.CharField(max_length=120)
    what = models.TextField()
    ground = models.CharField(max_length=10, choices=Ground)
    why = models.TextField(blank=True)
    # Whether the person was told that it was shared.
    person_was_told = models.BooleanField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.concern}, shared with {self.with_whom}"
