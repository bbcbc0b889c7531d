"""The verb of moving house with a file in hand: read a CSV table of threads, and bring them in, all or none."""

from collections.abc import Callable
from datetime import datetime
from typing import IO

from django.core.exceptions import PermissionDenied
from django.db import transaction

from networks.imports import COLUMNS, ImportedThread, threads_in
from networks.models import Network
from networks.operations.importing import Imported, ThreadsAreFaulty, import_threads
from networks.rules import may_change
from people.models import Person
from people.tables import TableError, read_table


class MayNotImport(PermissionDenied):
    """Hosts of the network and coordinators bring threads into it."""


def read_threads(file: IO[bytes]) -> list[ImportedThread]:
    """Raises `ThreadsAreFaulty` with every line and column that is wrong."""
    errors: list[TableError] = []
    threads = threads_in(read_table(file, COLUMNS, errors), errors)
    if errors:
        raise ThreadsAreFaulty(errors)
    return threads


@transaction.atomic
def import_table(
    *,
    by: Person,
    network: Network,
    file: IO[bytes],
    at: datetime,
    dry_run: bool = False,
    tick: Callable[[], None] = lambda: None,
) -> Imported:
    """Import a file; with `dry_run` find out what would be new, and change nothing.

    The words are not screened: they are old, of people who cannot be reached here, and hundreds of concerns at once
    would hide the one of today. Any of them can be reported like any other post.
    """
    if not may_change(by, network):
        raise MayNotImport("Hosts of this network and coordinators bring threads into it.")
    imported = import_threads(by=by, network=network, threads=read_threads(file), at=at, tick=tick)
    transaction.set_rollback(dry_run)
    return imported
