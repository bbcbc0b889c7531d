"""Fills an empty service with the people of a made-up town."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from rich.progress import BarColumn, Progress, TextColumn

from config.demo.operations import make_demo

# About one for each helper and each request that is decided on; the bar need not be exact.
STEPS_PER_MEMBER = 1.2


class Command(BaseCommand):
    """`manage.py make_demo --members 200 --seed 2026`; a second time it changes nothing."""

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--members", default=200, type=int, help="how many members (200), helpers in proportion")
        parser.add_argument("--seed", default=2026, type=int, help="another seed gives another town (2026)")

    def handle(self, *args: Any, members: int, seed: int, **options: Any) -> None:
        columns = (TextColumn("Making a town to try Alongside in"), BarColumn(), TextColumn("{task.percentage:>3.0f}%"))
        # A log would only get an empty line of it.
        with Progress(*columns, transient=True, disable=not self.stdout.isatty()) as progress:
            task = progress.add_task("town", total=members * STEPS_PER_MEMBER)
            made = make_demo(seed=seed, at=timezone.now(), members=members, tick=lambda: progress.advance(task))
        if made:
            self.stdout.write(f"Made a town of {members} members, with advisers, peers and networks.")
        else:
            self.stdout.write("The demo people are here already: nothing was changed.")
