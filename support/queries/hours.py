"""When somebody has time for appointments, as they have said it and as their week is worked out from it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet

from people.models import Person
from people.vocabulary import Way
from support.bank_holidays import bank_holidays
from support.free_times import DAY, Away, Week, Window, quarters, span
from support.models import Appointment, Availability, Habits, TimeOff

HOLIDAYS_SHOWN = timedelta(days=365)


@dataclass(frozen=True)
class MyHours:
    """What somebody has said of their time; what is over is left out."""

    weekly: list[Availability]
    on_days: list[Availability]
    time_off: list[TimeOff]
    habits: Habits
    bank_holidays: dict[date, str]


def my_hours_of(person: Person, today: date) -> MyHours:
    hours = list(Availability.objects.filter(person=person))
    return MyHours(
        weekly=[one for one in hours if one.day is None],
        on_days=[one for one in hours if one.day and one.day >= today],
        time_off=list(TimeOff.objects.filter(person=person, last_day__gte=today)),
        habits=habits_of(person),
        bank_holidays=bank_holidays(settings.SERVICE_NATION, today, today + HOLIDAYS_SHOWN),
    )


def hours_of(person: Person) -> QuerySet[Availability]:
    return Availability.objects.filter(person=person)


def time_off_of(person: Person) -> QuerySet[TimeOff]:
    return TimeOff.objects.filter(person=person)


def booked_in(off: TimeOff, at: datetime) -> bool:
    """Whether something is booked at a time at which somebody says they are away."""
    begin, end = span(off.first_day, (off.last_day - off.first_day).days + 1, off.person.zone)
    away = Away(off.first_day, off.last_day, off.begins, off.ends)
    booked = Appointment.objects.upcoming(at).visible_to(off.person).filter(begins_at__lt=end, ends_at__gt=begin)
    return any(
        away.covers(quarter.astimezone(off.person.zone))
        for one in booked
        for quarter in quarters(one.begins_at, one.ends_at)
    )


def habits_of(person: Person) -> Habits:
    """What they have said, or what holds for who has said nothing."""
    return Habits.objects.filter(person=person).first() or Habits(person=person)


def ways_offered_by(person: Person) -> set[str]:
    """Every way to meet that is possible in some of their hours."""
    return {way for hours in Availability.objects.filter(person=person) for way in hours.ways}


def week_of(person: Person, habits: Habits, *, way: str, begin: datetime, end: datetime) -> Week:
    """Their hours for meeting in this way, with what closes them on the days around this time."""
    first, last = begin.astimezone(person.zone).date() - DAY, end.astimezone(person.zone).date() + DAY
    away = TimeOff.objects.filter(person=person, first_day__lte=last, last_day__gte=first)
    return Week(
        zone=person.zone,
        windows=[_window(one) for one in Availability.objects.filter(person=person) if way in one.ways],
        away=[Away(one.first_day, one.last_day, one.begins, one.ends) for one in away],
        closed=bank_holidays(settings.SERVICE_NATION, first, last) if habits.keeps_bank_holidays else {},
    )


def usual_place(person: Person, *, way: str, begins_at: datetime) -> str:
    """Where somebody said they meet people face to face at this time; any other way has no place."""
    if way != Way.IN_PERSON:
        return ""
    wall = begins_at.astimezone(person.zone)
    for hours in Availability.objects.filter(person=person):
        window = _window(hours)
        if way in hours.ways and window.is_on(wall.date()) and window.holds(wall.time()):
            return hours.place
    return ""


def _window(hours: Availability) -> Window:
    return Window(hours.begins, hours.ends, weekday=hours.weekday, day=hours.day)
