"""Listens to news from below: measures of moderators and blocks take effect, a network without a host is noticed."""

from datetime import datetime

from django.dispatch import receiver

from networks.operations import end_effect, give_up_places_with, let_take_effect, tell_of_networks_left_alone
from people.models import Person
from people.signals import rights_lost
from safeguarding.models import Block, Measure
from safeguarding.signals import blocked, measure_lifted, measure_taken


@receiver(measure_taken)
def take_effect(sender: type[Measure], measure: Measure, by: Person | None, at: datetime, **_: object) -> None:
    let_take_effect(measure=measure, by=by, at=at)


@receiver(measure_lifted)
def lift(sender: type[Measure], measure: Measure, by: Person | None, at: datetime, **_: object) -> None:
    end_effect(measure=measure, by=by, at=at)


@receiver(blocked)
def come_to_nothing_together(sender: type[Block], by: Person, person: Person, at: datetime, **_: object) -> None:
    """Neither sees any more what the other planned, so neither could give up a place in it."""
    give_up_places_with(by=by, person=person, at=at)


@receiver(rights_lost)
def look_after_networks(sender: type[Person], person: Person, at: datetime, **_: object) -> None:
    if not person.is_active:
        tell_of_networks_left_alone(person=person, at=at)
