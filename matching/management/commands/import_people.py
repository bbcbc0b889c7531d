"""`manage.py import_people members.csv advisers.csv`: brings people in from another system, all of them or none."""

from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from rich.progress import Progress

from matching.operations import import_people
from people.models import Area


class Command(BaseCommand):
    help = (
        "Import members and advisers from CSV files. By importing them you say that they agreed to be matched. "
        "Running it again changes nothing twice."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("members", type=Path)
        parser.add_argument("advisers", type=Path)
        parser.add_argument("--area", help="the area of those who have none in the file, by its slug")
        parser.add_argument(
            "--vetted-until",
            type=date.fromisoformat,
            help="until when the checks of advisers without a date hold, like 2027-03-31; "
            "without it they wait for a check",
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        with Progress(transient=True) as bar:
            task = bar.add_task("Importing", total=None)
            try:
                report = import_people(
                    by=None,
                    members=opened(options["members"]),
                    advisers=opened(options["advisers"]),
                    area=area_called(options["area"]),
                    vetted_until=options["vetted_until"],
                    dry_run=options["dry_run"],
                    at=timezone.now(),
                    progress=lambda done, of: bar.update(task, completed=done, total=of),
                )
            except ValidationError as error:
                faults = "\n".join(error.messages)
                raise CommandError(f"Nothing was imported.\n{faults}") from error
        would = "would be " if options["dry_run"] else ""
        self.stdout.write(
            f"{report.members} members and {report.advisers} advisers {would}imported "
            f"({report.to_check} advisers wait for a check), {report.new_topics} new topics, "
            f"{report.already_here} were here already."
        )


def opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error


def area_called(slug: str | None) -> Area | None:
    if slug is None:
        return None
    area = Area.objects.filter(slug=slug).first()
    if area is None:
        known = ", ".join(Area.objects.values_list("slug", flat=True)) or "none yet"
        raise CommandError(f"There is no area “{slug}”. There are: {known}.")
    return area
