"""`manage.py end_role dev@example.org coordinator --area North`: takes a role back."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from people.models import Area, Role
from people.operations import end_role
from people.queries import person_with_email


class Command(BaseCommand):
    help = "Take a role back from somebody. Without --area it is the one for the whole service."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("role", choices=Role.Kind.values)
        parser.add_argument("--area", help="the name of the area in which it held")

    def handle(self, *args: Any, **options: Any) -> None:
        person = person_with_email(options["email"])
        if person is None:
            raise CommandError(f"Nobody has signed up with {options['email']}.")
        area = Area.objects.filter(name__iexact=options["area"]).first() if options["area"] else None
        if options["area"] and area is None:
            raise CommandError(f"There is no area called {options['area']}.")
        end_role(person=person, kind=options["role"], by=None, at=timezone.now(), area=area)
        self.stdout.write(f"{person} is no longer: {Role.Kind(options['role']).label}.")
