"""Verbs of somebody's own time: say when they have time for appointments, when they are away, and their habits."""

from collections.abc import Iterable, Sequence
from datetime import date, time

from django.db import transaction

from people.models import Person
from support.free_times import MIDNIGHT
from support.models import Availability, Habits, TimeOff


@transaction.atomic
def add_weekly_hours(
    *, by: Person, weekdays: Iterable[int], begins: time, ends: time, ways: Sequence[str], place: str = ""
) -> None:
    """Have time on these weekdays, each week; the same hours twice are there once."""
    for weekday in sorted(set(weekdays)):
        Availability.objects.update_or_create(
            person=by, weekday=weekday, begins=begins, ends=ends, defaults={"ways": list(ways), "place": place}
        )


def add_hours_on_a_day(
    *, by: Person, day: date, begins: time, ends: time, ways: Sequence[str], place: str = ""
) -> None:
    """Have time on this one day, also where it is a bank holiday."""
    Availability.objects.update_or_create(
        person=by, day=day, begins=begins, ends=ends, defaults={"ways": list(ways), "place": place}
    )


def remove_hours(*, by: Person, hours: Availability) -> None:
    """What is booked in them stays booked."""
    Availability.objects.filter(person=by, pk=hours.pk).delete()


def add_time_off(
    *, by: Person, first_day: date, last_day: date, begins: time = MIDNIGHT, ends: time = MIDNIGHT
) -> TimeOff:
    """Be away; what is booked in that time stays booked, until one of the two moves or cancels it."""
    off, _ = TimeOff.objects.get_or_create(person=by, first_day=first_day, last_day=last_day, begins=begins, ends=ends)
    return off


def remove_time_off(*, by: Person, time_off: TimeOff) -> None:
    TimeOff.objects.filter(person=by, pk=time_off.pk).delete()


def change_habits(*, by: Person, minutes: int, notice_hours: int, keeps_bank_holidays: bool, video_link: str) -> None:
    facts = {
        "minutes": minutes,
        "notice_hours": notice_hours,
        "keeps_bank_holidays": keeps_bank_holidays,
        "video_link": video_link,
    }
    Habits.objects.update_or_create(person=by, defaults=facts)
