"""A picture or a PDF that belongs to a message; its bytes lie in a private folder under a name of chance."""

from uuid import uuid4

from django.db import models

from messaging.models.message import Message
from people.models import Person


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    def visible_to(self, viewer: Person) -> "AttachmentQuerySet":
        """Whoever may read the message sees its files, until it is withdrawn."""
        return self.filter(message__in=Message.objects.visible_to(viewer).filter(withdrawn_at=None))


class Attachment(models.Model):
    """What was made of a file that somebody sent. `key` is its name in addresses, and tells nothing."""

    class Kind(models.TextChoices):
        PICTURE = "picture", "Picture"
        PDF = "pdf", "PDF"

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="files")
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

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.name} in {self.message}"
