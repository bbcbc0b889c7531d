"""What cannot be taken back: every change of state, and every reading of somebody's record."""

from django.conf import settings
from django.db import models


class StateChange(models.Model):
    """One move of one state machine. `person` is whose history it belongs to."""

    machine = models.CharField(max_length=40)
    subject = models.PositiveBigIntegerField()
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        related_name="state_changes",
    )
    before = models.CharField(max_length=20, blank=True)
    after = models.CharField(max_length=20)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    # Where `by` did it as somebody whom this person lets act for them.
    in_name_of = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["machine", "subject"])]

    def __str__(self) -> str:
        return f"{self.machine} {self.subject}: {self.before} to {self.after}"

    @property
    def who(self) -> str:
        """Whoever did it, and for whom: "Olwen for Ada"; empty where it was nobody in particular."""
        return f"{self.by} for {self.in_name_of}" if self.in_name_of else str(self.by or "")


class RecordRead(models.Model):
    """`reader` read about `person`; the person can see this row."""

    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="record_reads")
    why = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.reader} read about {self.person}"
