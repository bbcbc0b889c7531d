"""Asks whether the made-up people are there, and who can be tried."""

from dataclasses import dataclass

from django.shortcuts import get_object_or_404

from config.demo.town import DOMAIN, GUISES, Guise
from people.models import Person


@dataclass(frozen=True)
class Door:
    """Somebody to try Alongside as, and what their button calls them in its address."""

    guise: Guise
    slug: str


def is_made() -> bool:
    made: bool = Person.objects.filter(email__endswith=DOMAIN).exists()
    return made


def doors() -> list[Door]:
    """Everybody on the page of demo sign-ins, in its order; none while the town has not been made."""
    made = set(Person.objects.filter(email__in=[one.email for one in GUISES]).values_list("email", flat=True))
    return [Door(guise, guise.name.lower()) for guise in GUISES if guise.email in made]


def made_up_person_or_404(slug: str) -> Person:
    """One of the named people by the name in an address."""
    emails = [guise.email for guise in GUISES if guise.name.lower() == slug]
    person: Person = get_object_or_404(Person, email__in=emails)
    return person
