"""Takes and gives back quarters of an hour: of two who want the same one, the database lets one have it."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction

from people.errors import HasMovedOn
from people.models import Person
from support.free_times import quarters
from support.models import Appointment, TakenQuarter


class TimeIsTaken(HasMovedOn):
    """One of the two has something else at this time by now."""


def hold_people(people: Iterable[int]) -> None:
    """Let whoever books with one of these wait; by id, so that nobody waits in a circle."""
    list(Person.objects.filter(pk__in=set(people)).order_by("pk").select_for_update(no_key=True).values_list("pk"))


def take_quarters(appointment: Appointment) -> None:
    """Take all of them for both, or none."""
    people = sorted({appointment.member_id, appointment.helper_id})
    rows = [
        TakenQuarter(person_id=person, at=at, appointment=appointment)
        for person in people
        for at in quarters(appointment.begins_at, appointment.ends_at)
    ]
    try:
        with transaction.atomic():
            TakenQuarter.objects.bulk_create(rows)
    except IntegrityError as error:
        raise TimeIsTaken("One of you has something else at this time by now. Please choose another time.") from error


def give_back_quarters(appointment: Appointment) -> None:
    appointment.quarters.all().delete()
