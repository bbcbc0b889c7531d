"""The files among the evidence of a concern."""

from django.db import models

from safeguarding.models.concern import Concern


class EvidenceFile(models.Model):
    """A file that came with what a concern is about: a copy of its own, which outlives what it was copied from."""

    class Kind(models.TextChoices):
        PICTURE = "picture", "Picture"
        PDF = "pdf", "PDF"

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="evidence_files")
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=10, choices=Kind)
    # Says that the copy is what was sent.
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    # Here and not in a folder, so that it is there or not together with its concern, in every backup too.
    content = models.BinaryField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.name} of {self.concern}"
