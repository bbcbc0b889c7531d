"""Blocks of sessions: so many hours, counted down by what takes place."""

from datetime import timedelta
from functools import partial

import pytest

from matching.models import Pairing
from matching.operations import end_pairing
from messaging.models import Notice
from people.models import Person
from support.models import Appointment, SessionBlock
from support.operations import (
    CannotMeetThen,
    begin_block,
    book_appointment,
    cancel_appointment,
    close_block,
    move_appointment,
    note_how_it_went,
)
from support.operations.appointments import NotYours
from support.queries import block_line, blocks_of
from tests.caseload.making import make_helper, make_request, pair
from tests.fixtures import NOW
from tests.matching.making import at_once, fresh
from tests.support.meeting import MONDAY, meeting, on


def tuition(pairing: Pairing, hours: int = 2) -> SessionBlock:
    return begin_block(by=pairing.helper.person, pairing=pairing, title="Tuition", minutes=hours * 60, at=NOW)


def from_block(block: SessionBlock, hour: int, minutes: int = 60) -> Appointment:
    return book_appointment(
        by=block.pairing.helper.person,
        pairing=block.pairing,
        meeting=meeting(on(MONDAY, hour), minutes),
        at=NOW,
        block=block,
    )


def counted(block: SessionBlock) -> tuple[int, int, int]:
    line = block_line(block)
    return line.held, line.booked, line.left


@pytest.mark.django_db
def test_ten_hours_are_counted_down_by_what_takes_place(pairing: Pairing, ada: Person, ben: Person) -> None:
    block = tuition(pairing, hours=10)
    first, second, third = from_block(block, 9), from_block(block, 11, 90), from_block(block, 14)
    assert counted(block) == (0, 210, 390)
    note_how_it_went(by=ben, appointment=first, took_place=True, at=on(MONDAY, 10))
    note_how_it_went(by=ben, appointment=second, took_place=False, at=on(MONDAY, 12, 30))
    cancel_appointment(by=ada, appointment=third, at=on(MONDAY, 13))
    assert counted(block) == (60, 0, 540)
    # What was put right counts too.
    note_how_it_went(by=ada, appointment=fresh(second), took_place=True, at=on(MONDAY, 13))
    assert counted(block) == (150, 0, 450)


@pytest.mark.django_db
def test_no_more_is_booked_than_is_left(pairing: Pairing) -> None:
    block = tuition(pairing)
    first = from_block(block, 9)
    with pytest.raises(CannotMeetThen, match="longer than what is left"):
        from_block(block, 11, 90)
    from_block(block, 11)
    with pytest.raises(CannotMeetThen):
        from_block(block, 14, 15)
    # Moving it, its own hour is free for it; a longer one would be too much.
    move = partial(move_appointment, by=pairing.helper.person, appointment=first, at=NOW)
    with pytest.raises(CannotMeetThen):
        move(meeting=meeting(on(MONDAY, 15), 90))
    move(meeting=meeting(on(MONDAY, 15), 60))
    assert counted(block) == (0, 120, 0)


@pytest.mark.django_db
def test_nothing_is_booked_from_a_block_of_others(pairing: Pairing, cleo: Person, dev: Person) -> None:
    others = tuition(pair(make_request(cleo, state="paired"), make_helper(dev)))
    wanted = meeting(on(MONDAY, 10))
    with pytest.raises(CannotMeetThen):
        book_appointment(by=pairing.helper.person, pairing=pairing, meeting=wanted, at=NOW, block=others)
    assert not Appointment.objects.exists()


@pytest.mark.django_db
def test_who_helps_begins_and_closes_it_and_the_member_is_told(
    pairing: Pairing, ada: Person, ben: Person, dev: Person
) -> None:
    for person in (ada, dev):
        with pytest.raises(NotYours):
            begin_block(by=person, pairing=pairing, title="Tuition", minutes=60, at=NOW)
    block = tuition(pairing)
    assert tuition(pairing) == block
    assert Notice.objects.filter(person=ada, subject="A block of sessions is agreed for you").count() == 1
    with pytest.raises(NotYours):
        close_block(by=ada, block=block, at=NOW)
    booked = from_block(block, 9)
    close_block(by=ben, block=block, at=NOW)
    close_block(by=ben, block=block, at=NOW + timedelta(days=1))
    assert fresh(block).closed_at == NOW
    with pytest.raises(CannotMeetThen):
        from_block(fresh(block), 11)
    # What is booked stays, and counts.
    note_how_it_went(by=ben, appointment=booked, took_place=True, at=on(MONDAY, 10))
    assert counted(block) == (60, 0, 60)


@pytest.mark.django_db
def test_what_is_booked_when_a_pairing_ends_is_left_of_the_block(pairing: Pairing, ada: Person) -> None:
    block = tuition(pairing)
    from_block(block, 9)
    end_pairing(by=ada, pairing=pairing, look_again=False, at=NOW)
    assert [(line.block, line.booked, line.left) for line in blocks_of(pairing)] == [(block, 0, 120)]
    with pytest.raises(NotYours):
        tuition(fresh(pairing), hours=3)


@pytest.mark.servers
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_who_book_the_last_hour_at_once_have_it_once(pairing: Pairing) -> None:
    block = tuition(pairing, hours=1)

    def book(hour: int) -> str:
        try:
            from_block(SessionBlock.objects.get(pk=block.pk), hour)
        except CannotMeetThen:
            return "told"
        return "done"

    assert sorted(at_once([partial(book, hour) for hour in (8, 10, 12, 14)])) == ["done", "told", "told", "told"]
    assert counted(block) == (0, 60, 0)
