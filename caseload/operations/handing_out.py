"""Taking a section of the desk out of the service, in a file or on paper: whoever is on it can see that."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from caseload.queries.desk import Kind, all_rows_of
from caseload.queries.scope import Filters, Scope
from people.models import Person
from people.operations import record_reads
from people.rules import coordinators


class TakenAs(StrEnum):
    """How it leaves; the words are what those on it read."""

    FILE = "in a list, as a file, as your coordinator"
    PAPER = "in a list for a meeting, as your coordinator"


@dataclass(frozen=True)
class HandedOut:
    """A section as it was taken out, with every row."""

    kind: Kind
    rows: list[Any]
    at: datetime


@transaction.atomic
def hand_out(*, by: Person, kind: Kind, filters: Filters, taken_as: TakenAs, at: datetime) -> HandedOut:
    """Read every row, and note for each person named that they were read about: what has left is not ours to watch."""
    if not coordinators(by):
        raise PermissionDenied
    rows = all_rows_of(kind, Scope(by, at, filters))
    record_reads(by=by, people=people_on(kind, rows), why=taken_as.value, at=at)
    return HandedOut(kind, rows, at)


def people_on(kind: Kind, rows: Iterable[Any]) -> list[Person]:
    """Each once, however often they are named."""
    return list({person.pk: person for row in rows for person in kind.about(row) if person}.values())
