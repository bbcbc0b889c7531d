"""Each is reminded a day before and an hour before, each once, by the clock of whoever reads it and never too late."""

from datetime import datetime, timedelta

import pytest

from matching.models import Pairing
from messaging.models import Dispatch, Notice, NoticeHours
from messaging.operations import deliver
from messaging.queries import Reach
from messaging.quiet import Quiet
from people.models import Consent, Person
from people.operations import give_consent
from support.operations import cancel_appointment, move_appointment, remind_of_appointments
from support.queries.reminding import reminding_times
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
    assert [remind_of_appointments(at=ahead(hours=hours)) for hours in (24, 23, 2)] == [2, 0, 0]
    assert [remind_of_appointments(at=ahead(minutes=minutes)) for minutes in (60, 55, 0, -5)] == [2, 0, 0, 0]
    assert reminded(ada) == reminded(ben) == ["You have an appointment on Monday at 09:00"] * 2


def test_where_nobody_worked_meanwhile_one_reminder_is_enough(pairing: Pairing, ada: Person) -> None:
    booked(pairing, on(NEXT_MONDAY, 9))
    assert [remind_of_appointments(at=ahead(minutes=minutes)) for minutes in (30, 25)] == [2, 0]
    assert reminded(ada) == ["You have an appointment on Monday at 09:00"]


def test_where_nobody_worked_until_it_had_begun_nobody_is_reminded(pairing: Pairing, ada: Person) -> None:
    booked(pairing, on(NEXT_MONDAY, 9))
    assert [remind_of_appointments(at=ahead(minutes=minutes)) for minutes in (0, -5)] == [0, 0]
    assert reminded(ada) == []


def test_what_was_booked_on_short_notice_has_the_reminders_that_make_sense(pairing: Pairing, ada: Person) -> None:
    booked(pairing, on(NEXT_MONDAY, 9), at=ahead(hours=10))
    booked(pairing, on(NEXT_MONDAY, 15), at=on(NEXT_MONDAY, 14, 30))
    assert [remind_of_appointments(at=ahead(hours=hours)) for hours in (9, 1)] == [0, 2]
    assert remind_of_appointments(at=on(NEXT_MONDAY, 14, 35)) == 0


def test_after_a_move_they_are_reminded_anew_and_of_what_is_cancelled_never(
    pairing: Pairing, ada: Person, ben: Person
) -> None:
    made = booked(pairing, on(NEXT_MONDAY, 9))
    remind_of_appointments(at=ahead(hours=24))
    later = on(NEXT_MONDAY + timedelta(days=3), 10)
    move_appointment(by=ben, appointment=fresh(made), meeting=meeting(later), at=ahead(hours=20))
    assert remind_of_appointments(at=later - timedelta(hours=24)) == 2
    cancel_appointment(by=ada, appointment=fresh(made), at=later - timedelta(hours=20))
    assert remind_of_appointments(at=later - timedelta(hours=1)) == 0
    assert len(reminded(ada)) == 2


def test_whoever_lives_by_other_clocks_reads_their_time(pairing: Pairing, ada: Person, ben: Person) -> None:
    Person.objects.filter(pk=ada.pk).update(time_zone="Australia/Sydney")
    booked(pairing, on(NEXT_MONDAY, 9))
    remind_of_appointments(at=ahead(hours=24))
    assert reminded(ada) == ["You have an appointment on Monday at 20:00, Sydney time"]
    assert reminded(ben) == ["You have an appointment on Monday at 09:00"]


def test_on_the_morning_after_the_clocks_change_the_time_is_the_new_one(pairing: Pairing, ada: Person) -> None:
    """24 hours before 08:00 in summer time it is 07:00 on the day before."""
    begins_at = datetime.fromisoformat("2027-03-28T07:00:00+00:00")
    booked(pairing, begins_at)
    assert remind_of_appointments(at=begins_at - timedelta(hours=24, minutes=1)) == 0
    assert remind_of_appointments(at=begins_at - timedelta(hours=24)) == 2
    assert reminded(ada) == ["You have an appointment on Sunday at 08:00"]


def quiet(person: Person, begins: int, ends: int) -> None:
    NoticeHours.objects.update_or_create(person=person, defaults={"quiet_from": begins, "quiet_until": ends})


def outgoing(person: Person) -> list[tuple[datetime, str]]:
    """When each mail to somebody about an appointment is tried next, and what became of it."""
    found = Dispatch.objects.filter(notice__person=person, notice__subject__startswith="You have an appointment")
    return list(found.order_by("pk").values_list("next_try_at", "outcome"))


@pytest.fixture
def gets_mail(ada: Person) -> Person:
    give_consent(by=ada, purpose=Consent.Purpose.EMAIL, at=NOW)
    return ada


def test_who_is_not_to_be_disturbed_until_it_begins_hears_on_the_evening_before(
    pairing: Pairing, gets_mail: Person, ben: Person
) -> None:
    """Each for themselves: the other hears an hour before."""
    quiet(gets_mail, 22, 9)
    booked(pairing, on(NEXT_MONDAY, 9))
    remind_of_appointments(at=ahead(hours=24))
    evening = on(NEXT_MONDAY - timedelta(days=1), 21, 45)
    early = evening - timedelta(minutes=1)
    assert [remind_of_appointments(at=at) for at in (early, evening, ahead(hours=1))] == [0, 1, 1]
    assert (len(reminded(gets_mail)), len(reminded(ben))) == (2, 2)
    # The first one waits for nine in the morning of the day before; the second goes out at once.
    assert outgoing(gets_mail) == [(ahead(hours=24), ""), (evening, "")]


def test_quiet_hours_that_end_before_it_begins_hold_it_until_then(pairing: Pairing, gets_mail: Person) -> None:
    quiet(gets_mail, 22, 9)
    booked(pairing, on(NEXT_MONDAY, 9, 15))
    remind_of_appointments(at=on(NEXT_MONDAY - timedelta(days=1), 21, 45))
    assert remind_of_appointments(at=on(NEXT_MONDAY, 8, 15)) == 2
    assert outgoing(gets_mail)[-1] == (on(NEXT_MONDAY, 9), "")


def test_what_is_booked_in_quiet_hours_before_an_early_appointment_is_not_reminded_of(
    pairing: Pairing, ada: Person, ben: Person
) -> None:
    quiet(ada, 22, 9)
    booked(pairing, on(NEXT_MONDAY, 8), at=on(NEXT_MONDAY - timedelta(days=1), 22))
    assert remind_of_appointments(at=on(NEXT_MONDAY, 7)) == 1
    assert (reminded(ada), len(reminded(ben))) == ([], 1)


def test_no_reminder_goes_out_once_it_has_begun(pairing: Pairing, gets_mail: Person) -> None:
    """The quiet hours were chosen after the reminder was written."""
    begins_at = on(NEXT_MONDAY, 9)
    booked(pairing, begins_at, at=ahead(hours=2))
    remind_of_appointments(at=ahead(hours=1))
    quiet(gets_mail, 8, 9)
    [row] = Dispatch.objects.filter(notice__person=gets_mail, notice__subject__startswith="You have an appointment")
    assert not deliver(dispatch=row, at=ahead(hours=1))
    assert not deliver(dispatch=fresh(row), at=begins_at)
    assert outgoing(gets_mail)[0][1] == Dispatch.Outcome.DROPPED
    assert len(reminded(gets_mail)) == 1


@pytest.mark.parametrize(
    ("begins_at", "second"),
    [
        # On the nights in which the clocks of the service change, quiet from 22:00 until 09:00.
        ("2027-03-28T07:00+01:00", "2027-03-27T21:45+00:00"),
        ("2027-10-31T07:00+00:00", "2027-10-30T21:45+01:00"),
        # Not quiet by night: it is an hour before.
        ("2027-03-28T10:15+01:00", "2027-03-28T09:15+01:00"),
    ],
)
def test_the_evening_before_by_the_clock_on_the_wall(begins_at: str, second: str) -> None:
    reach = Reach(quiet=Quiet(22, 9))
    assert reminding_times(datetime.fromisoformat(begins_at), reach)[1] == datetime.fromisoformat(second)


def test_quiet_hours_go_by_the_clock_of_the_service_wherever_somebody_is(pairing: Pairing, gets_mail: Person) -> None:
    """As their page of notices says: for nine in the evening in Sydney nobody is woken at ten in the morning."""
    Person.objects.filter(pk=gets_mail.pk).update(time_zone="Australia/Sydney")
    quiet(gets_mail, 22, 9)
    booked(pairing, on(NEXT_MONDAY, 8))
    evening = on(NEXT_MONDAY - timedelta(days=1), 21, 45)
    remind_of_appointments(at=on(NEXT_MONDAY - timedelta(days=1), 8))
    assert remind_of_appointments(at=evening) == 1
    assert reminded(gets_mail)[-1] == "You have an appointment on Monday at 19:00, Sydney time"


def test_a_day_has_its_name_because_tomorrow_may_be_today_when_it_is_read(pairing: Pairing, ada: Person) -> None:
    booked(pairing, on(NEXT_MONDAY, 0, 30), at=NOW)
    remind_of_appointments(at=on(NEXT_MONDAY, 0, 0))
    assert reminded(ada) == ["You have an appointment on Monday at 00:30"]
