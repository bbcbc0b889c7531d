"""Questions about files: who may see which, how much somebody sent, which of those on the disk belong to something."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet, Sum

from messaging.models import Attachment
from messaging.shelves import Shelf, shelves
from people.models import Person


def files_for(viewer: Person) -> QuerySet[Attachment]:
    return Attachment.objects.visible_to(viewer)


def bytes_sent_by(person: Person, *, since: datetime) -> int:
    """In all, wherever they sent it."""
    sent = (shelf.sent_by(person, since=since).aggregate(size=Sum("size"))["size"] for shelf in shelves())
    return sum(size or 0 for size in sent)


def files_that_belong(shelf: Shelf[Any], names: Sequence[str]) -> set[str]:
    """Those of these names in the storage that a row of the shelf has, as its file or as the preview of one."""
    kept: set[str] = set()
    for field in ("file", "preview"):
        kept.update(shelf.rows().filter(**{f"{field}__in": names}).values_list(field, flat=True))
    return kept
