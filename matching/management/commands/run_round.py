"""`manage.py run_round`: runs the matcher; a coordinator decides on what it proposes."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from matching.errors import RoundIsUnderWay
from matching.management.commands.import_people import area_called
from matching.models import Round
from matching.operations import run_round


class Command(BaseCommand):
    help = "Run a round for everyone who waits, or for one area. Nothing is offered before a coordinator approves."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--area", help="only this area, by its slug")
        parser.add_argument(
            "--order", choices=Round.Order.values, default=Round.Order.FAIR.value, help="what comes first (%(default)s)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        area = area_called(options["area"])
        try:
            made = run_round(by=None, area=area, order=options["order"], at=timezone.now())
        except RoundIsUnderWay as busy:
            raise CommandError(busy.words) from busy
        if made.state != Round.State.DONE:
            raise CommandError(f"Round {made.pk} was cancelled. Nothing has changed.")
        self.stdout.write(
            f"Round {made.pk}: of {made.waiting} who wait, {made.placed} have a place proposed "
            f"({made.seconds:.2f} seconds)."
        )
