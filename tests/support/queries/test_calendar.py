"""What somebody's calendar is told of their appointments."""

from datetime import timedelta

import pytest

from matching.models import Pairing
from people.models import Person
from support.operations import cancel_appointment, change_habits, move_appointment
from support.queries import appointment_entries_of
from tests.fixtures import NOW
from tests.matching.making import fresh
from tests.support.meeting import MONDAY, booked, meeting, on

pytestmark = pytest.mark.django_db


def test_a_meeting_without_a_name_and_with_one_where_they_chose_it(pairing: Pairing, ada: Person, ben: Person) -> None:
    change_habits(by=ben, minutes=60, notice_hours=24, keeps_bank_holidays=True, video_link="https://v.example.org")
    made = booked(pairing, on(MONDAY, 9))
    wanted = meeting(on(MONDAY, 9), way="in_person", where="The library")
    move_appointment(by=ben, appointment=made, meeting=wanted, at=NOW)
    [plain], [named] = (appointment_entries_of(ada, names=names, at=NOW) for names in (False, True))
    assert (plain.title, plain.where, plain.url, plain.revision) == ("A meeting", "", "", 1)
    assert (named.title, named.where, named.uid) == ("Appointment with Ben", "The library", plain.uid)
    assert named.url.endswith(f"/together/appointments/{made.pk}/")
    assert appointment_entries_of(ben, names=True, at=NOW)[0].title == "Appointment with Ada"


def test_how_one_joins_is_never_in_it(pairing: Pairing, ada: Person, ben: Person) -> None:
    made = booked(pairing, on(MONDAY, 9))
    wanted = meeting(on(MONDAY, 9), way="video", where="https://video.example.org/room")
    move_appointment(by=ben, appointment=made, meeting=wanted, at=NOW)
    assert "video.example.org" not in str(appointment_entries_of(ada, names=True, at=NOW))


def test_what_is_cancelled_is_told_and_what_is_long_over_is_not(pairing: Pairing, ada: Person) -> None:
    made = booked(pairing, on(MONDAY, 9))
    cancel_appointment(by=ada, appointment=fresh(made), at=NOW)
    [entry] = appointment_entries_of(ada, names=False, at=NOW)
    assert (entry.is_cancelled, entry.revision) == (True, 1)
    assert appointment_entries_of(ada, names=False, at=on(MONDAY, 9) + timedelta(days=367)) == []


def test_nobody_elses(pairing: Pairing, dev: Person, eve: Person) -> None:
    booked(pairing, on(MONDAY, 9))
    assert [appointment_entries_of(person, names=True, at=NOW) for person in (dev, eve)] == [[], []]
