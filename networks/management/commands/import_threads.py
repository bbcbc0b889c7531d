"""Imports threads from a CSV file into a network: thread, author, title, body, upvotes."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from rich.console import Console
from rich.progress import Progress

from networks.imports import ImportedThread
from networks.models import Network
from networks.operations import Imported, ThreadsAreFaulty, import_threads, read_threads


class Command(BaseCommand):
    help = (
        "Import threads into a network, all or nothing. The columns are thread, author, title, body and upvotes"
        " (which are not kept); the rows of a thread stand together, the first has its title. Authors become"
        " people without a sign-in, under new names. Running it again changes nothing twice."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--network", required=True, metavar="SLUG", help="the last part of its address")
        parser.add_argument("--dry-run", action="store_true", help="check everything, change nothing")

    def handle(self, *, file: Path, network: str, dry_run: bool, **options: Any) -> None:
        try:
            found = Network.objects.get(slug=network)
        except Network.DoesNotExist:
            raise CommandError(f"There is no network {network}.") from None
        threads = self.read(file)
        try:
            with transaction.atomic():
                imported = self.put(found, threads)
                transaction.set_rollback(dry_run)
        except ThreadsAreFaulty as error:
            raise CommandError("\n".join([*error.messages, "Nothing was imported."])) from None
        would_be = "would be new. Nothing was changed." if dry_run else "are new."
        self.stdout.write(
            f"{imported.threads:,} threads, {imported.posts:,} posts and {imported.people:,} people {would_be}"
        )

    def read(self, file: Path) -> list[ImportedThread]:
        try:
            with file.open("rb") as table:
                return read_threads(table)
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from None
        except ThreadsAreFaulty as error:
            raise CommandError("\n".join([*error.messages, "Nothing was imported."])) from None

    def put(self, network: Network, threads: list[ImportedThread]) -> Imported:
        with Progress(console=Console(stderr=True)) as progress:
            bar = progress.add_task("Threads", total=len(threads))
            return import_threads(
                by=None,
                network=network,
                threads=threads,
                at=timezone.now(),
                tick=lambda: progress.advance(bar),
            )
