"""Draws times by the clock of whoever reads them."""

from datetime import datetime

from django import template

from messaging.hours import WEEKDAYS
from people.models import Person
from support import clock_words
from support.models import Appointment

register = template.Library()


@register.filter
def day_for(moment: datetime, person: Person) -> str:
    return clock_words.day_words(moment, person.zone)


@register.filter
def clock_for(moment: datetime, person: Person) -> str:
    return clock_words.clock_words(moment, person.zone)


@register.filter
def when_for(appointment: Appointment, person: Person) -> str:
    """The day and from when until when; whose time it is where somebody lives by other clocks than the service."""
    day = clock_words.day_words(appointment.begins_at, person.zone)
    stretch = clock_words.stretch_words(appointment.begins_at, appointment.ends_at, person.zone)
    whose = f", {clock_words.zone_words(person.zone)}" if person.time_zone else ""
    return f"{day}, {stretch}{whose}"


@register.simple_tag
def clocks_of_the_other(begins_at: datetime, ends_at: datetime, person: Person, other: Person) -> str:
    """The same time by the clock of the other one, where it shows another."""
    return clock_words.other_words(begins_at, ends_at, person.zone, other.zone)


@register.simple_tag
def clock_of_the_other(moment: datetime, person: Person, other: Person) -> str:
    return clock_words.other_clock(moment, person.zone, other.zone)


@register.filter
def other_than(appointment: Appointment, person: Person) -> Person:
    return appointment.other_than(person)


@register.filter
def length_words(minutes: int) -> str:
    return clock_words.length_words(minutes)


@register.filter
def zone_of(person: Person) -> str:
    return clock_words.zone_words(person.zone)


@register.filter
def same_zone(person: Person, other: Person) -> bool:
    return person.zone == other.zone


@register.filter
def weekday_words(weekday: int) -> str:
    return WEEKDAYS[weekday]
