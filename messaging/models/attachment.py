"""A picture or a PDF that belongs to a message."""

from django.db import models

from messaging.models.kept_file import KeptFile
from messaging.models.message import Message
from people.models import Person


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    def visible_to(self, viewer: Person) -> "AttachmentQuerySet":
        """Whoever may read the message sees its files, until it is withdrawn."""
        return self.filter(message__in=Message.objects.visible_to(viewer).filter(withdrawn_at=None))


class Attachment(KeptFile):
    """A file of a message."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="files")

    objects = AttachmentQuerySet.as_manager()

    class Meta(KeptFile.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.name} in {self.message}"
