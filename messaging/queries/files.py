"""Questions about files: who may see which, how much somebody sent, which of those on the disk belong to a message."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import QuerySet, Sum

from messaging.models import Attachment
from people.models import Person


def files_for(viewer: Person) -> QuerySet[Attachment]:
    return Attachment.objects.visible_to(viewer)


def bytes_sent_by(person: Person, *, since: datetime) -> int:
    sent = Attachment.objects.filter(message__author=person, message__sent_at__gt=since)
    return sent.aggregate(size=Sum("size"))["size"] or 0


def files_that_belong(names: Sequence[str]) -> set[str]:
    """Those of these names in the storage that a message has, as its file or as the preview of one."""
    kept: set[str] = set()
    for field in ("file", "preview"):
        kept.update(Attachment.objects.filter(**{f"{field}__in": names}).values_list(field, flat=True))
    return kept
