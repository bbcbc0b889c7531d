"""Where files that people send are kept, a shelf for each thing that has files; the apps above put up their own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet

from messaging.files import Kind
from messaging.models import Attachment
from messaging.models.kept_file import KeptFile
from people.models import Person

K = TypeVar("K", bound=KeptFile)


@dataclass(frozen=True)
class Shelf(Generic[K]):
    """A folder and the rows its files belong to; `sender` and `sent_at` are the ways from such a row to these."""

    folder: str
    row: type[K]
    kinds: frozenset[Kind]
    sender: str
    sent_at: str

    def rows(self) -> QuerySet[K]:
        return self.row._default_manager.all()

    def sent_by(self, person: Person, *, since: datetime) -> QuerySet[K]:
        return self.rows().filter(**{self.sender: person, f"{self.sent_at}__gt": since})


MESSAGES = Shelf("messages", Attachment, frozenset(Kind), "message__author", "message__sent_at")
_shelves: dict[str, Shelf[Any]] = {MESSAGES.folder: MESSAGES}


def put_up(shelf: Shelf[Any]) -> None:
    """Let the limit of a day and the sweep know of it; called once, when an app is ready."""
    _shelves[shelf.folder] = shelf


def shelves() -> Iterator[Shelf[Any]]:
    yield from _shelves.values()
