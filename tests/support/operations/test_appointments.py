"""Booking, moving and cancelling: what is taken, who is told, and what is refused."""

from datetime import date, datetime, time, timedelta

import pytest
from django.db import IntegrityError

from matching.models import Pairing
from matching.operations import accept_offer, end_pairing
from messaging.models import Notice
from people.errors import HasMovedOn
from people.models import Person, StateChange
from safeguarding.operations import block as keep_apart
from support.free_times import quarters
from support.models import Appointment, TakenQuarter
from support.operations import (
    CannotMeetThen,
    TimeIsTaken,
    add_time_off,
    book_appointment,
    cancel_appointment,
    change_habits,
    change_where,
    move_appointment,
    note_how_it_went,
)
from support.operations.appointments import NotYours
from support.queries import times_for
from tests.caseload.making import make_helper, make_request, pair
from tests.fixtures import NOW, make_person
from tests.matching.making import fresh, offered, sent_request
from tests.support.meeting import HOUR, MONDAY, NEXT_MONDAY, booked, keeps_hours, meeting, on

pytestmark = pytest.mark.django_db


def taken_by(person: Person) -> list[datetime]:
    return list(TakenQuarter.objects.filter(person=person).order_by("at").values_list("at", flat=True))


def told(person: Person) -> list[str]:
    return list(Notice.objects.filter(person=person, kind="support").order_by("pk").values_list("subject", flat=True))


def test_a_member_books_a_time_that_is_offered(pairing: Pairing, ada: Person, ben: Person) -> None:
    keeps_hours(ben, "phone", "in_person", place="The library")
    wanted = meeting(on(NEXT_MONDAY, 9), way="in_person")
    made = book_appointment(by=ada, pairing=pairing, meeting=wanted, at=NOW)

    assert (made.member, made.helper, made.where, made.state) == (ada, ben, "The library", "booked")
    assert (made.begins_at, made.ends_at) == (on(NEXT_MONDAY, 9), on(NEXT_MONDAY, 10))
    assert taken_by(ada) == taken_by(ben) == quarters(on(NEXT_MONDAY, 9), on(NEXT_MONDAY, 10))
    assert (told(ada), told(ben)) == ([], ["You have a new appointment"])
    assert Notice.objects.latest("pk").path == f"/together/appointments/{made.pk}/"
    assert StateChange.objects.get(machine="support.appointment").person == ada


def test_pressed_twice_it_is_one_appointment(pairing: Pairing, ada: Person, ben: Person) -> None:
    keeps_hours(ben)
    first, second = (
        book_appointment(by=ada, pairing=pairing, meeting=meeting(on(NEXT_MONDAY, 9)), at=NOW) for _ in range(2)
    )
    assert first == second
    assert told(ben) == ["You have a new appointment"]


def test_what_differs_is_not_pressed_twice(pairing: Pairing, ada: Person, ben: Person) -> None:
    """Another length, another way, or somebody else who chose the same: the time is taken by now."""
    keeps_hours(ben, "phone", "video")
    nine = on(NEXT_MONDAY, 9)
    book_appointment(by=ada, pairing=pairing, meeting=meeting(nine), at=NOW)
    for by, wanted in ((ada, meeting(nine, 30)), (ada, meeting(nine, way="video")), (ben, meeting(nine))):
        with pytest.raises(TimeIsTaken):
            book_appointment(by=by, pairing=pairing, meeting=wanted, at=NOW)
    assert Appointment.objects.count() == 1


@pytest.mark.parametrize(
    ("hour", "minutes", "way"),
    [(13, 60, "phone"), (9, 60, "video"), (11, 90, "phone"), (8, 60, "phone")],
    ids=["outside of the hours", "another way", "goes on too long", "before"],
)
def test_a_member_books_nothing_that_is_not_offered(
    pairing: Pairing, ada: Person, ben: Person, hour: int, minutes: int, way: str
) -> None:
    keeps_hours(ben)
    with pytest.raises(TimeIsTaken, match="not free any more"):
        book_appointment(by=ada, pairing=pairing, meeting=meeting(on(NEXT_MONDAY, hour), minutes, way), at=NOW)
    assert not Appointment.objects.exists()


def test_nothing_is_offered_on_short_notice_while_away_or_on_a_bank_holiday(
    pairing: Pairing, ada: Person, ben: Person
) -> None:
    keeps_hours(ben)
    change_habits(by=ben, minutes=60, notice_hours=48, keeps_bank_holidays=True, video_link="")
    add_time_off(by=ben, first_day=NEXT_MONDAY, last_day=NEXT_MONDAY)
    # The second is not in time, then Ben is away, and the Monday after Boxing Day is kept for it.
    for day in (MONDAY, NEXT_MONDAY, MONDAY + timedelta(weeks=5)):
        with pytest.raises(TimeIsTaken):
            book_appointment(by=ada, pairing=pairing, meeting=meeting(on(day, 9)), at=NOW)
    change_habits(by=ben, minutes=60, notice_hours=0, keeps_bank_holidays=False, video_link="")
    for day in (MONDAY, MONDAY + timedelta(weeks=5)):
        book_appointment(by=ada, pairing=pairing, meeting=meeting(on(day, 9)), at=NOW)


def test_twelve_weeks_ahead_and_no_further(pairing: Pairing, ada: Person, ben: Person) -> None:
    keeps_hours(ben)
    with pytest.raises(TimeIsTaken):
        book_appointment(by=ada, pairing=pairing, meeting=meeting(on(MONDAY + timedelta(weeks=12), 9)), at=NOW)
    book_appointment(by=ada, pairing=pairing, meeting=meeting(on(MONDAY + timedelta(weeks=11), 9)), at=NOW)


def test_a_member_may_begin_where_something_ends(pairing: Pairing, ada: Person, ben: Person) -> None:
    keeps_hours(ben)
    book_appointment(by=ben, pairing=pairing, meeting=meeting(on(NEXT_MONDAY, 9, 30), 15), at=NOW)
    made = book_appointment(by=ada, pairing=pairing, meeting=meeting(on(NEXT_MONDAY, 9, 45)), at=NOW)
    assert made.begins_at == on(NEXT_MONDAY, 9, 45)


def test_what_the_member_does_with_others_is_not_offered(
    pairing: Pairing, ada: Person, ben: Person, cleo: Person
) -> None:
    """Ada is a peer to Cleo. Ben sees his own hours up to the last moment, whatever notice he asks of others."""
    keeps_hours(ben)
    change_habits(by=ben, minutes=60, notice_hours=48, keeps_bank_holidays=True, video_link="")
    booked(pair(make_request(cleo, state="paired"), make_helper(ada, kind="peer")), on(MONDAY, 9))

    def days(viewer: Person) -> list[list[datetime]]:
        week = times_for(viewer, pairing, way="phone", minutes=60, around=MONDAY, at=NOW)
        return [[slot.begins_at for slot in day.slots] for day in week.days]

    assert days(ben) == [[on(MONDAY, 10), on(MONDAY, 10, 30), on(MONDAY, 11)]]
    assert days(ada) == []


def test_who_helps_may_choose_any_time_that_is_free_for_both(
    pairing: Pairing, dev: Person, ada: Person, ben: Person
) -> None:
    booked(pairing, on(MONDAY, 19))
    asha = make_person("Asha", area=ben.area, age_group="26_64")
    sent_request(asha)
    [offer] = offered(dev, asha)
    other = accept_offer(by=asha, proposal=offer, at=NOW)
    for minute in (15, 45):
        with pytest.raises(TimeIsTaken, match="something else"):
            booked(other, on(MONDAY, 18 + minute // 45, minute))
    booked(other, on(MONDAY, 18))
    booked(other, on(MONDAY, 20))
    assert Appointment.objects.count() == 3


def test_the_database_itself_lets_a_quarter_be_taken_once(pairing: Pairing, ada: Person) -> None:
    made = booked(pairing, on(MONDAY, 19))
    with pytest.raises(IntegrityError):
        TakenQuarter.objects.create(person=ada, at=on(MONDAY, 19, 45), appointment=made)


@pytest.mark.parametrize(
    ("begins_at", "minutes", "words"),
    [
        (NOW, 60, "in the past"),
        (on(MONDAY, 9, 5), 60, "quarter of an hour"),
        (on(MONDAY, 9), 50, "15 minutes to 2 hours"),
    ],
)
def test_times_at_which_nobody_can_meet(
    pairing: Pairing, ben: Person, begins_at: datetime, minutes: int, words: str
) -> None:
    with pytest.raises(CannotMeetThen, match=words):
        book_appointment(by=ben, pairing=pairing, meeting=meeting(begins_at, minutes), at=NOW)


def test_only_the_two_book_and_only_while_they_are_alongside(
    pairing: Pairing, ada: Person, ben: Person, dev: Person, eve: Person
) -> None:
    for person in (dev, eve):
        with pytest.raises(NotYours):
            booked(pairing, on(MONDAY, 9), by=person)
    stale = fresh(pairing)
    end_pairing(by=ada, pairing=pairing, look_again=True, at=NOW)
    with pytest.raises(HasMovedOn, match="has ended"):
        booked(stale, on(MONDAY, 9))
    with pytest.raises(NotYours):
        booked(fresh(pairing), on(MONDAY, 9))


# -- Moving


def test_moving_takes_the_new_time_and_gives_back_the_old_one(pairing: Pairing, ada: Person, ben: Person) -> None:
    keeps_hours(ben)
    made = booked(pairing, on(NEXT_MONDAY, 9))
    # Half an hour later: what it takes itself is no obstacle.
    move_appointment(by=ada, appointment=fresh(made), meeting=meeting(on(NEXT_MONDAY, 9, 30)), at=NOW + HOUR)
    found = fresh(made)
    assert (found.begins_at, found.revision, found.changed_at) == (on(NEXT_MONDAY, 9, 30), 1, NOW + HOUR)
    assert taken_by(ada) == taken_by(ben) == quarters(on(NEXT_MONDAY, 9, 30), on(NEXT_MONDAY, 10, 30))
    assert told(ben) == ["One of your appointments has moved"]


def test_where_it_was_holds_for_the_same_way_only(pairing: Pairing, ben: Person) -> None:
    wanted = meeting(on(NEXT_MONDAY, 9), where="01632 960 001")
    made = book_appointment(by=ben, pairing=pairing, meeting=wanted, at=NOW)
    move_appointment(by=ben, appointment=fresh(made), meeting=meeting(on(NEXT_MONDAY, 10)), at=NOW)
    assert fresh(made).where == "01632 960 001"
    move_appointment(by=ben, appointment=fresh(made), meeting=meeting(on(NEXT_MONDAY, 10), way="video"), at=NOW)
    assert fresh(made).where == ""


def test_a_move_to_a_time_that_is_taken_changes_nothing(pairing: Pairing, ben: Person) -> None:
    first, _ = booked(pairing, on(MONDAY, 9)), booked(pairing, on(MONDAY, 11))
    before = taken_by(ben)
    with pytest.raises(TimeIsTaken):
        move_appointment(by=ben, appointment=first, meeting=meeting(on(MONDAY, 10, 30)), at=NOW)
    assert (fresh(first).begins_at, fresh(first).revision, taken_by(ben)) == (on(MONDAY, 9), 0, before)


def test_what_has_moved_meanwhile_is_not_moved_by_an_old_page(pairing: Pairing, ada: Person, ben: Person) -> None:
    seen = booked(pairing, on(MONDAY, 9))
    move_appointment(by=ben, appointment=fresh(seen), meeting=meeting(on(MONDAY, 14)), at=NOW)
    with pytest.raises(HasMovedOn, match="changed since"):
        move_appointment(by=ben, appointment=seen, meeting=meeting(on(MONDAY, 16)), at=NOW)
    with pytest.raises(HasMovedOn, match="changed since"):
        cancel_appointment(by=ada, appointment=seen, at=NOW)
    with pytest.raises(HasMovedOn, match="changed since"):
        change_where(by=ben, appointment=seen, where="There", at=NOW)


def test_what_has_begun_is_neither_moved_nor_cancelled(pairing: Pairing, ben: Person) -> None:
    made = booked(pairing, on(MONDAY, 9))
    with pytest.raises(HasMovedOn, match="has begun"):
        cancel_appointment(by=ben, appointment=made, at=on(MONDAY, 9))
    with pytest.raises(HasMovedOn, match="has begun"):
        move_appointment(by=ben, appointment=made, meeting=meeting(on(MONDAY, 14)), at=on(MONDAY, 9, 30))


def test_where_it_is_changes_and_the_other_is_told_once(pairing: Pairing, ada: Person, ben: Person) -> None:
    made = booked(pairing, on(MONDAY, 9))
    change_where(by=ben, appointment=made, where="The park", at=NOW)
    change_where(by=ben, appointment=fresh(made), where="The park", at=NOW)
    assert (fresh(made).where, fresh(made).revision) == ("The park", 1)
    assert told(ada) == ["You have a new appointment", "One of your appointments is somewhere else"]


# -- Cancelling


def test_cancelling_makes_the_time_free_again(pairing: Pairing, ada: Person, ben: Person) -> None:
    keeps_hours(ben)
    made = booked(pairing, on(NEXT_MONDAY, 9))
    cancel_appointment(by=ada, appointment=made, at=NOW)
    assert (fresh(made).state, fresh(made).revision, taken_by(ada), taken_by(ben)) == ("cancelled", 1, [], [])
    assert told(ben) == ["One of your appointments is cancelled"]
    with pytest.raises(HasMovedOn):
        cancel_appointment(by=ada, appointment=fresh(made), at=NOW)
    book_appointment(by=ada, pairing=pairing, meeting=meeting(on(NEXT_MONDAY, 9)), at=NOW)


def test_nobody_but_the_two_cancels(pairing: Pairing, dev: Person, eve: Person) -> None:
    made = booked(pairing, on(MONDAY, 9))
    for person in (dev, eve):
        with pytest.raises(NotYours):
            cancel_appointment(by=person, appointment=made, at=NOW)


def test_when_a_pairing_ends_what_is_to_come_is_cancelled_and_the_rest_stays(
    pairing: Pairing, ada: Person, dev: Person
) -> None:
    over, now, coming = (booked(pairing, on(MONDAY, hour)) for hour in (9, 11, 14))
    note_how_it_went(by=ada, appointment=over, took_place=True, at=on(MONDAY, 10))
    end_pairing(by=dev, pairing=pairing, look_again=True, at=on(MONDAY, 11, 30))
    assert [fresh(one).state for one in (over, now, coming)] == ["held", "booked", "cancelled"]
    assert len(taken_by(ada)) == 8
    # What was under way can still be noted.
    note_how_it_went(by=ada, appointment=fresh(now), took_place=False, at=on(MONDAY, 12))


def test_who_blocks_somebody_meets_them_no_more(pairing: Pairing, ada: Person, ben: Person) -> None:
    made = booked(pairing, on(MONDAY, 9))
    keep_apart(by=ada, person=ben, known_as="Ben", at=NOW)
    assert (fresh(made).state, taken_by(ben)) == ("cancelled", [])


# -- How it went


def test_how_it_went_is_noted_by_either_and_can_be_put_right(pairing: Pairing, ada: Person, ben: Person) -> None:
    made = booked(pairing, on(MONDAY, 9))
    with pytest.raises(HasMovedOn, match="not begun"):
        note_how_it_went(by=ben, appointment=made, took_place=True, at=on(MONDAY, 8, 59))
    note_how_it_went(by=ben, appointment=made, took_place=False, at=on(MONDAY, 9))
    note_how_it_went(by=ada, appointment=fresh(made), took_place=True, at=on(MONDAY, 11))
    note_how_it_went(by=ada, appointment=fresh(made), took_place=True, at=on(MONDAY, 11))
    changes = StateChange.objects.filter(machine="support.appointment").order_by("pk").values_list("after", "by")
    assert list(changes) == [("booked", ben.pk), ("missed", ben.pk), ("held", ada.pk)]
    # Nobody is told of it: it is no judgement.
    assert told(ada) == ["You have a new appointment"]


def test_nobody_else_notes_how_it_went(pairing: Pairing, dev: Person) -> None:
    made = booked(pairing, on(MONDAY, 9))
    with pytest.raises(NotYours):
        note_how_it_went(by=dev, appointment=made, took_place=True, at=on(MONDAY, 10))


def test_what_was_cancelled_did_not_take_place(pairing: Pairing, ada: Person) -> None:
    made = booked(pairing, on(MONDAY, 9))
    cancel_appointment(by=ada, appointment=made, at=NOW)
    with pytest.raises(HasMovedOn):
        note_how_it_went(by=ada, appointment=fresh(made), took_place=True, at=on(MONDAY, 10))


# -- The nights on which the clocks change


@pytest.mark.parametrize(("day", "offered_at", "not_at"), [(date(2027, 3, 22), 9, 8), (date(2027, 3, 29), 8, 11)])
def test_nine_o_clock_is_nine_o_clock_before_and_after_the_clocks_change(
    pairing: Pairing, ada: Person, ben: Person, day: date, offered_at: int, not_at: int
) -> None:
    """From nine to twelve by the clock is an hour earlier in UTC once it is summer."""
    keeps_hours(ben)
    change_habits(by=ben, minutes=60, notice_hours=1, keeps_bank_holidays=False, video_link="")
    at = on(day - timedelta(days=3), 12)
    made = book_appointment(by=ada, pairing=pairing, meeting=meeting(on(day, offered_at)), at=at)
    assert f"{made.begins_at.astimezone(ben.zone):%A %H:%M}" == "Monday 09:00"
    with pytest.raises(TimeIsTaken):
        book_appointment(by=ada, pairing=pairing, meeting=meeting(on(day, not_at)), at=at)


def test_both_hours_of_an_autumn_night_can_be_booked_once_each(pairing: Pairing, ben: Person) -> None:
    """At 01:00 in summer time and at 01:00 after it: two appointments that do not touch."""
    night, at = date(2026, 10, 25), on(date(2026, 10, 20), 12)
    first, second = (booked(pairing, on(night, hour), at=at) for hour in (0, 1))
    assert first.begins_at.astimezone(ben.zone).time() == second.begins_at.astimezone(ben.zone).time() == time(1)
    with pytest.raises(TimeIsTaken):
        booked(pairing, on(night, 1, 30), at=at)
