"""The pages on which those who help say when they have time."""

from datetime import time, timedelta

import pytest
import time_machine
from django.urls import reverse

from matching.models import Pairing
from people.models import Person
from support.models import Availability, Habits, TimeOff
from support.operations import add_time_off
from tests.fixtures import NOW, As
from tests.support.meeting import MONDAY, NEXT_MONDAY, booked, keeps_hours, on

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def sunday() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


def test_weekly_hours_are_said_shown_and_removed(ben: Person, signed_in_as: As) -> None:
    client = signed_in_as(ben)
    assert "You have not said yet" in client.get(reverse("my_hours")).content.decode()
    facts = {"weekdays": ["0", "3"], "begins": "09:00", "ends": "00:00", "ways": ["phone", "in_person"]}
    missing = client.post(reverse("add_weekly_hours"), facts)
    assert "Say where people meet you." in missing.content.decode()
    client.post(reverse("add_weekly_hours"), facts | {"place": "The library"})
    html = client.get(reverse("my_hours")).content.decode()
    for words in ("Monday", "Thursday", "09:00 to midnight", "By phone, face to face", "The library"):
        assert words in html
    client.post(reverse("remove_hours", args=[Availability.objects.get(weekday=0).pk]))
    assert [hours.weekday for hours in Availability.objects.all()] == [3]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"begins": "09:10"}, "Choose a quarter of an hour"),
        ({"ends": "08:00"}, "later than the beginning"),
        ({"ends": "09:00"}, "later than the beginning"),
        ({"weekdays": []}, "Choose at least one day"),
        ({"ways": []}, "Choose at least one way"),
    ],
)
def test_hours_that_cannot_be(ben: Person, signed_in_as: As, wrong: dict[str, object], words: str) -> None:
    facts = {"weekdays": ["0"], "begins": "09:00", "ends": "12:00", "ways": ["phone"]} | wrong
    assert words in signed_in_as(ben).post(reverse("add_weekly_hours"), facts).content.decode()
    assert not Availability.objects.exists()


def test_hours_on_one_day(ben: Person, signed_in_as: As) -> None:
    client = signed_in_as(ben)
    facts = {"day": "2026-12-28", "begins": "10:00", "ends": "12:00", "ways": ["phone"]}
    client.post(reverse("add_hours_on_a_day"), facts)
    assert "Monday 28 December 2026" in client.get(reverse("my_hours")).content.decode()
    over = client.post(reverse("add_hours_on_a_day"), facts | {"day": "2026-11-21"})
    assert "This day is over" in over.content.decode()


def test_being_away_says_when_something_is_booked_meanwhile(pairing: Pairing, ben: Person, signed_in_as: As) -> None:
    client = signed_in_as(ben)
    free = client.post(reverse("add_time_off"), {"first_day": MONDAY, "begins": "13:00"}, follow=True)
    assert "Something is booked" not in free.content.decode()
    booked(pairing, on(NEXT_MONDAY, 9))
    for facts, is_booked in [
        ({"first_day": NEXT_MONDAY, "begins": "09:45", "ends": "12:00"}, True),
        ({"first_day": NEXT_MONDAY, "begins": "10:00"}, False),
        ({"first_day": NEXT_MONDAY - timedelta(days=3), "last_day": NEXT_MONDAY}, True),
    ]:
        html = client.post(reverse("add_time_off"), facts, follow=True).content.decode()
        assert ("Something is booked" in html) == is_booked
    first = TimeOff.objects.get(first_day=MONDAY)
    assert (first.begins, first.ends) == (time(13), time(0))
    client.post(reverse("remove_time_off", args=[first.pk]))
    assert TimeOff.objects.count() == 3


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"last_day": "2026-11-20"}, "must not be before the first"),
        ({"first_day": "2026-11-01", "last_day": "2026-11-02"}, "These days are over"),
        ({"begins": "12:00", "ends": "11:00"}, "later than the beginning"),
        ({"begins": "12:05"}, "quarter of an hour"),
        ({"first_day": ""}, "Choose a day"),
    ],
)
def test_time_off_that_cannot_be(ben: Person, signed_in_as: As, wrong: dict[str, object], words: str) -> None:
    html = signed_in_as(ben).post(reverse("add_time_off"), {"first_day": "2026-11-23"} | wrong).content.decode()
    assert words in html
    assert not TimeOff.objects.exists()


def test_habits(ben: Person, signed_in_as: As) -> None:
    client = signed_in_as(ben)
    html = client.get(reverse("my_hours")).content.decode()
    assert "Friday 25 December 2026: Christmas Day" in html
    facts = {"minutes": 45, "notice_hours": 4, "video_link": "https://video.example.org/ben"}
    client.post(reverse("change_habits"), facts)
    habits = Habits.objects.get()
    assert (habits.minutes, habits.notice_hours, habits.keeps_bank_holidays, habits.video_link) == (
        45,
        4,
        False,
        "https://video.example.org/ben",
    )
    html = client.get(reverse("my_hours")).content.decode()
    assert "Like other days" in html
    assert "Christmas" not in html


def test_what_is_another_ones_is_not_found(ben: Person, cleo: Person, signed_in_as: As) -> None:
    keeps_hours(ben)
    off = add_time_off(by=ben, first_day=MONDAY, last_day=MONDAY)
    client = signed_in_as(cleo)
    for name, pk in [("remove_hours", Availability.objects.get().pk), ("remove_time_off", off.pk)]:
        assert client.post(reverse(name, args=[pk])).status_code == 404


def test_only_those_who_help_have_hours(ada: Person, signed_in_as: As) -> None:
    client = signed_in_as(ada)
    names = ("my_hours", "add_weekly_hours", "add_hours_on_a_day", "add_time_off", "change_habits")
    assert {client.get(reverse(name)).status_code for name in names} == {403}
