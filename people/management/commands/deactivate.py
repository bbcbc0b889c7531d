"""`manage.py deactivate ada@example.org`: closes an account, with every page it has open."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from people.operations import deactivate
from people.queries import person_with_email


class Command(BaseCommand):
    help = "Let somebody in no longer, from this moment on. What they said and did stays."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, **options: Any) -> None:
        person = person_with_email(options["email"])
        if person is None:
            raise CommandError(f"Nobody has signed up with {options['email']}.")
        deactivate(person=person, by=None, at=timezone.now())
        self.stdout.write(f"{person} can no longer sign in.")
