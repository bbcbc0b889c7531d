"""What every kept file has, whatever it belongs to; its bytes lie in a private folder under a name of chance."""

from uuid import uuid4

from django.db import models


class KeptFile(models.Model):
    """What was made of a file that somebody sent. `key` is its name in addresses, and tells nothing."""

    class Kind(models.TextChoices):
        PICTURE = "picture", "Picture"
        PDF = "pdf", "PDF"

    key = models.UUIDField(unique=True, default=uuid4)
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=10, choices=Kind)
    size = models.PositiveIntegerField()
    # Of a picture; a PDF has none.
    width = models.PositiveSmallIntegerField(default=0)
    height = models.PositiveSmallIntegerField(default=0)
    # Says whether what is sent again is the same, and whether what is kept is still what was sent.
    sha256 = models.CharField(max_length=64)
    file = models.FileField()
    preview = models.FileField(blank=True)

    class Meta:
        abstract = True
        ordering = ["pk"]
