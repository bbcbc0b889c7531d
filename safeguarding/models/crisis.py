"""The lines of crisis help, which the service edits."""

from django.db import models


class CrisisLine(models.Model):
    """One way to get help now; shown on every page, edited by the service."""

    name = models.CharField(max_length=60)
    how = models.CharField(max_length=60)
    href = models.CharField(max_length=80)
    when = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField(unique=True)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.name}: {self.how}"
