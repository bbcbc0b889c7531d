"""`manage.py grant_role dev@example.org coordinator --area North`: gives a role, above all to the first coordinator."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from people.models import Role
from people.operations import grant_role, grant_role_in
from people.queries import person_with_email


class Command(BaseCommand):
    help = "Give a role to somebody who has signed up. Without --area it holds for the whole service."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("role", choices=Role.Kind.values)
        parser.add_argument("--area", help="the name of an area; it is made if there is none yet")

    def handle(self, *args: Any, **options: Any) -> None:
        person = person_with_email(options["email"])
        if person is None:
            raise CommandError(f"Nobody has signed up with {options['email']}.")
        kind, area, now = options["role"], options["area"], timezone.now()
        try:
            if area is None:
                role = grant_role(person=person, kind=kind, by=None, at=now)
            else:
                role = grant_role_in(area_name=area, person=person, kind=kind, by=None, at=now)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(f"{person} is now: {role}.")
