"""`manage.py run_round`: runs the matcher; a coordinator decides on what it proposes."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from matching.management.commands.import_people import area_called
from matching.operations import run_round


class Command(BaseCommand):
    help = "Run a round for everyone who waits, or for one area. Nothing is offered before a coordinator approves."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--area", help="only this area, by its slug")

    def handle(self, *args: Any, **options: Any) -> None:
        made = run_round(by=None, area=area_called(options["area"]), at=timezone.now())
        self.stdout.write(
            f"Round {made.pk}: of {made.waiting} who wait, {made.placed} have a place proposed "
            f"({made.seconds:.2f} seconds)."
        )
