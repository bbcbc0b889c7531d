"""What somebody says of their own time."""

from datetime import time, timedelta

import pytest
from django.db import IntegrityError

from people.models import Person
from support.models import Availability, TimeOff
from support.operations import add_hours_on_a_day, add_time_off, add_weekly_hours, remove_hours, remove_time_off
from support.queries import habits_of, my_hours_of, usual_place
from tests.support.meeting import MONDAY, NEXT_MONDAY, keeps_hours, on

pytestmark = pytest.mark.django_db


def test_hours_said_twice_are_there_once_with_what_was_said_last(ben: Person) -> None:
    keeps_hours(ben, "phone", weekdays=(0, 2, 2))
    keeps_hours(ben, "video", "in_person", place="The library")
    assert [(one.weekday, one.ways, one.place) for one in my_hours_of(ben, MONDAY).weekly] == [
        (0, ["video", "in_person"], "The library"),
        (2, ["phone"], ""),
    ]


def test_only_ones_own_hours_and_time_off_are_removed(ben: Person, cleo: Person) -> None:
    keeps_hours(ben)
    add_time_off(by=ben, first_day=MONDAY, last_day=MONDAY)
    hours, off = Availability.objects.get(), TimeOff.objects.get()
    remove_hours(by=cleo, hours=hours)
    remove_time_off(by=cleo, time_off=off)
    assert (Availability.objects.count(), TimeOff.objects.count()) == (1, 1)
    remove_hours(by=ben, hours=hours)
    remove_time_off(by=ben, time_off=off)
    assert (Availability.objects.count(), TimeOff.objects.count()) == (0, 0)


def test_what_is_over_is_not_shown(ben: Person) -> None:
    add_hours_on_a_day(by=ben, day=MONDAY, begins=time(18), ends=time(20), ways=["phone"])
    add_time_off(by=ben, first_day=MONDAY, last_day=NEXT_MONDAY)
    shown = [
        (len(mine.on_days), len(mine.time_off))
        for mine in (my_hours_of(ben, MONDAY + timedelta(days=d)) for d in (0, 1, 7, 8))
    ]
    assert shown == [(1, 1), (0, 1), (0, 1), (0, 0)]


def test_who_has_said_nothing_has_the_habits_of_the_service(ben: Person) -> None:
    habits = habits_of(ben)
    assert (habits.minutes, habits.notice_hours, habits.keeps_bank_holidays, habits.video_link) == (60, 24, True, "")


def test_the_place_is_that_of_the_hours_in_which_one_meets(ben: Person) -> None:
    keeps_hours(ben, "in_person", "phone", place="The library")
    add_weekly_hours(by=ben, weekdays=[0], begins=time(14), ends=time(0), ways=["in_person"], place="The café")
    places = [usual_place(ben, way="in_person", begins_at=on(MONDAY, hour)) for hour in (9, 13, 23)]
    assert places == ["The library", "", "The café"]
    assert usual_place(ben, way="phone", begins_at=on(MONDAY, 9)) == ""


@pytest.mark.parametrize(
    "facts",
    [
        {"weekday": None, "day": None},
        {"weekday": 0, "day": MONDAY},
        {"weekday": 7},
        {"weekday": 0, "begins": time(13)},
    ],
)
def test_the_database_keeps_no_hours_that_cannot_be(ben: Person, facts: dict[str, object]) -> None:
    usual: dict[str, object] = {"begins": time(9), "ends": time(12), "ways": ["phone"]}
    with pytest.raises(IntegrityError):
        Availability.objects.create(person=ben, **(usual | facts))


def test_time_off_ends_after_it_begins(ben: Person) -> None:
    with pytest.raises(IntegrityError):
        add_time_off(by=ben, first_day=NEXT_MONDAY, last_day=MONDAY)
