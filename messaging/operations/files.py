"""Keeps the files people send: written before their rows, so that no row is ever without its file."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from messaging import queries
from messaging.files import CleanFile, GivenFile, Kind, NotAFile, clean_file
from messaging.models import Attachment, Message
from messaging.models.kept_file import KeptFile
from messaging.shelves import MESSAGES, K, Shelf, shelves
from people.models import Person

logger = logging.getLogger(__name__)

ENDINGS = {Kind.PICTURE: ".jpg", Kind.PDF: ".pdf"}
MEGABYTE = 1024 * 1024
A_DAY = timedelta(days=1)
# What one person may send in a day: far more than a talk needs, far less than fills a disk.
MOST_A_DAY = 50 * MEGABYTE


class EnoughForToday(ValidationError):
    """Somebody has sent as many files as go in a day."""


class OnlyPictures(ValidationError):
    """A PDF was sent where only pictures go."""


def written_down(
    given: Sequence[GivenFile], *, by: Person, at: datetime
) -> AbstractContextManager[tuple[Attachment, ...]]:
    """The files of a message, see `put_on`."""
    return put_on(MESSAGES, given, by=by, at=at)


@contextmanager
def put_on(shelf: Shelf[K], given: Sequence[GivenFile], *, by: Person, at: datetime) -> Iterator[tuple[K, ...]]:
    """Clean these files and write them to the shelf, for the transaction that is to keep their rows.

    What it refused or did not need goes at once. After any other fault nobody knows whether it was committed:
    then they stay, and the sweep finds those that belong to nothing.
    """
    if not given:
        yield ()
        return
    _check_room(given, by, at)
    files = tuple(_write(shelf, one) for one in _cleaned(given, shelf.kinds))
    try:
        yield files
    except (PermissionDenied, ValidationError):
        _remove(files)
        raise
    _remove(one for one in files if one.pk is None)


def keep_files(message: Message, files: Sequence[Attachment]) -> Sequence[Attachment]:
    """Give a message its files, in the transaction in which it is said."""
    for one in files:
        one.message = message
    return Attachment.objects.bulk_create(files) if files else ()


def _check_room(given: Sequence[GivenFile], by: Person, at: datetime) -> None:
    sent = queries.bytes_sent_by(by, since=at - A_DAY)
    if sent + sum(len(one.content) for one in given) > MOST_A_DAY:
        raise EnoughForToday(
            f"You have sent {sent / MEGABYTE:.0f} MB of files since this time yesterday, and in a day "
            f"{MOST_A_DAY // MEGABYTE} MB can be sent. Words go as before; send these files tomorrow."
        )


def _cleaned(given: Sequence[GivenFile], kinds: frozenset[Kind]) -> list[CleanFile]:
    """All of them, or everything that is wrong with any of them."""
    cleaned: list[CleanFile] = []
    faults: list[ValidationError] = []
    for one in given:
        try:
            clean = clean_file(one.name, one.content)
            if clean.kind not in kinds:
                raise OnlyPictures(f"{one.name}: only pictures can be shown here.", code="wrong_kind")
            cleaned.append(clean)
        except (NotAFile, OnlyPictures) as fault:
            faults.append(fault)
    if faults:
        raise ValidationError(faults)
    return cleaned


def _write(shelf: Shelf[K], cleaned: CleanFile) -> K:
    key = uuid4()
    # A few files in each of many folders.
    place = f"{shelf.folder}/{key.hex[:2]}/{key.hex}"
    return shelf.row(
        key=key,
        name=cleaned.name,
        kind=cleaned.kind,
        size=len(cleaned.content),
        width=cleaned.width,
        height=cleaned.height,
        sha256=cleaned.sha256,
        file=default_storage.save(place + ENDINGS[cleaned.kind], ContentFile(cleaned.content)),
        preview=default_storage.save(f"{place}-preview.jpg", ContentFile(cleaned.preview)) if cleaned.preview else "",
    )


def _remove(files: Iterable[KeptFile]) -> None:
    for one in files:
        for name in (one.file.name, one.preview.name):
            if name:
                default_storage.delete(name)


def sweep_files(*, at: datetime) -> int:
    """Remove files that belong to nothing and are older than a day; return how many.

    Younger ones may belong to something that is being said at this moment.
    """
    return sum(_sweep(shelf, folder, at) for shelf in shelves() for folder in _folders(shelf))


def _sweep(shelf: Shelf[Any], folder: str, at: datetime) -> int:
    names = [f"{folder}/{name}" for name in default_storage.listdir(folder)[1]]
    old = [name for name in names if default_storage.get_modified_time(name) < at - A_DAY]
    lost = sorted(set(old) - queries.files_that_belong(shelf, old))
    for name in lost:
        default_storage.delete(name)
    return len(lost)


def _folders(shelf: Shelf[Any]) -> list[str]:
    if not default_storage.exists(shelf.folder):
        return []
    return [f"{shelf.folder}/{name}" for name in default_storage.listdir(shelf.folder)[0]]
