"""Both are reminded a day before and an hour before, each once, by the clock of whoever reads it."""

from datetime import datetime, timedelta

import pytest

from matching.models import Pairing
from messaging.models import Notice
from people.models import Person
from support.operations import cancel_appointment, move_appointment, remind_of_appointments
from tests.fixtures import NOW
from tests.matching.making import fresh
from tests.support.meeting import NEXT_MONDAY, booked, meeting, on

pytestmark = pytest.mark.django_db


def reminded(person: Person) -> list[str]:
    found = Notice.objects.filter(person=person, subject__startswith="You have an appointment").order_by("pk")
    return list(found.values_list("subject", flat=True))


def ahead(**how_long: float) -> datetime:
    return on(NEXT_MONDAY, 9) - timedelta(**how_long)


def test_a_day_before_and_an_hour_before(pairing: Pairing, ada: Person, ben: Person) -> None:
    booked(pairing, on(NEXT_MONDAY, 9))
    assert remind_of_appointments(at=ahead(hours=25)) == 0
    assert [remind_of_appointments(at=ahead(hours=hours)) for hours in (24, 23, 2)] == [1, 0, 0]
    assert [remind_of_appointments(at=ahead(minutes=minutes)) for minutes in (60, 55, 0, -5)] == [1, 0, 0, 0]
    words = ["You have an appointment tomorrow at 09:00", "You have an appointment today at 09:00"]
    assert reminded(ada) == reminded(ben) == words


def test_where_nobody_worked_meanwhile_one_reminder_is_enough(pairing: Pairing, ada: Person) -> None:
    booked(pairing, on(NEXT_MONDAY, 9))
    assert [remind_of_appointments(at=ahead(minutes=minutes)) for minutes in (30, 25)] == [1, 0]
    assert reminded(ada) == ["You have an appointment today at 09:00"]


def test_what_was_booked_on_short_notice_has_the_reminders_that_make_sense(pairing: Pairing, ada: Person) -> None:
    booked(pairing, on(NEXT_MONDAY, 9), at=ahead(hours=10))
    booked(pairing, on(NEXT_MONDAY, 15), at=on(NEXT_MONDAY, 14, 30))
    assert [remind_of_appointments(at=ahead(hours=hours)) for hours in (9, 1)] == [0, 1]
    assert remind_of_appointments(at=on(NEXT_MONDAY, 14, 35)) == 0


def test_after_a_move_they_are_reminded_anew_and_of_what_is_cancelled_never(
    pairing: Pairing, ada: Person, ben: Person
) -> None:
    made = booked(pairing, on(NEXT_MONDAY, 9))
    remind_of_appointments(at=ahead(hours=24))
    later = on(NEXT_MONDAY + timedelta(days=3), 10)
    move_appointment(by=ben, appointment=fresh(made), meeting=meeting(later), at=ahead(hours=20))
    assert remind_of_appointments(at=later - timedelta(hours=24)) == 1
    cancel_appointment(by=ada, appointment=fresh(made), at=later - timedelta(hours=20))
    assert remind_of_appointments(at=later - timedelta(hours=1)) == 0
    assert len(reminded(ada)) == 2


def test_whoever_lives_by_other_clocks_reads_their_time(pairing: Pairing, ada: Person, ben: Person) -> None:
    Person.objects.filter(pk=ada.pk).update(time_zone="Australia/Sydney")
    booked(pairing, on(NEXT_MONDAY, 9))
    remind_of_appointments(at=ahead(hours=24))
    assert reminded(ada) == ["You have an appointment tomorrow at 20:00, Sydney time"]
    assert reminded(ben) == ["You have an appointment tomorrow at 09:00"]


def test_on_the_morning_after_the_clocks_change_the_time_is_the_new_one(pairing: Pairing, ada: Person) -> None:
    """24 hours before 08:00 in summer time it is 07:00 on the day before."""
    begins_at = datetime.fromisoformat("2027-03-28T07:00:00+00:00")
    booked(pairing, begins_at)
    assert remind_of_appointments(at=begins_at - timedelta(hours=24, minutes=1)) == 0
    assert remind_of_appointments(at=begins_at - timedelta(hours=24)) == 1
    assert reminded(ada) == ["You have an appointment tomorrow at 08:00"]


def test_a_day_before_by_the_hours_may_be_today_by_no_clock(pairing: Pairing, ada: Person) -> None:
    booked(pairing, on(NEXT_MONDAY, 0, 30), at=NOW)
    remind_of_appointments(at=on(NEXT_MONDAY, 0, 0))
    assert reminded(ada) == ["You have an appointment today at 00:30"]
