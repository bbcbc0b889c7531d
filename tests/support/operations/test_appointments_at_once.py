"""Many at once: whatever is booked, moved and cancelled at the same moment, nobody is in two places."""

import random
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime, time, timedelta
from functools import partial
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection

from matching.models import Pairing, Proposal
from matching.operations import accept_offer, end_pairing, run_round
from messaging.models import Notice
from people.errors import HasMovedOn
from people.models import Area, Person
from support.free_times import QUARTER, quarters
from support.models import Appointment, TakenQuarter
from support.operations import (
    TimeIsTaken,
    add_hours_on_a_day,
    appointments,
    book_appointment,
    cancel_appointment,
    change_habits,
    move_appointment,
    remind_of_appointments,
)
from tests.fixtures import NOW, make_person
from tests.matching.making import active_helper, approve_all, at_once, fresh, sent_request
from tests.support.meeting import HOUR, MONDAY, booked, keeps_hours, meeting, on

pytestmark = [pytest.mark.servers, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

THREADS, TRIES = 16, 1_000
TOLD = (HasMovedOn, PermissionDenied, ValidationError)
Press = Callable[[], object]


def in_threads(presses: list[Press]) -> Counter[str]:
    """All of them by sixteen threads that begin together; what is neither done nor told kindly fails the test."""
    ready = Barrier(THREADS)

    def work(mine: list[Press]) -> Counter[str]:
        ends: Counter[str] = Counter()
        try:
            ready.wait(timeout=30)
            for press in mine:
                try:
                    press()
                except TOLD as error:
                    ends[type(error).__name__] += 1
                else:
                    ends["done"] += 1
        finally:
            connection.close()
        return ends

    with ThreadPoolExecutor(THREADS) as threads:
        return sum(threads.map(work, [presses[number::THREADS] for number in range(THREADS)]), Counter())


def overlaps() -> list[tuple[Appointment, Appointment]]:
    """Pairs of appointments in which somebody would be in two places; looked at by their times, not their quarters."""
    standing = list(Appointment.objects.exclude(state="cancelled").select_related("member", "helper"))
    return [
        (one, other)
        for number, one in enumerate(standing)
        for other in standing[:number]
        if {one.member_id, one.helper_id} & {other.member_id, other.helper_id}
        and one.begins_at < other.ends_at
        and other.begins_at < one.ends_at
    ]


def books_agree() -> None:
    """Nobody is in two places, and the quarters taken are exactly those of what stands."""
    assert overlaps() == []
    expected = {
        (person, at, one.pk)
        for one in Appointment.objects.exclude(state="cancelled")
        for person in (one.member_id, one.helper_id)
        for at in quarters(one.begins_at, one.ends_at)
    }
    assert set(TakenQuarter.objects.values_list("person", "at", "appointment")) == expected


@pytest.fixture
def pairings(north: Area, dev: Person) -> list[Pairing]:
    """Nine members with three who help; one of the three is a member too, with another one alongside."""
    helpers = [make_person(f"Ben{number}", area=north, age_group="26_64") for number in range(3)]
    for helper in helpers:
        active_helper(helper, dev, capacity=5)
        keeps_hours(helper, weekdays=(0, 1))
    members = [make_person(f"Ada{number}", area=north, age_group="26_64") for number in range(8)]
    for member in [*members, helpers[0]]:
        sent_request(member)
    round = run_round(by=dev, area=north, at=NOW)
    approve_all(by=dev, round=round, at=NOW)
    offers = Proposal.objects.offered().filter(position=1).select_related("request__person", "helper__person")
    for offer in offers:
        accept_offer(by=offer.request.person, proposal=offer, at=NOW)
    found = list(Pairing.objects.select_related("request__person", "helper__person").order_by("pk"))
    assert len(found) == 9
    return found


def book(pairing: Pairing, by: Person, begins_at: datetime, minutes: int) -> None:
    book_appointment(by=by, pairing=fresh(pairing), meeting=meeting(begins_at, minutes), at=NOW)


def change(chance: random.Random, pairing: Pairing, by: Person, begins_at: datetime, minutes: int) -> None:
    """Move or cancel something of theirs, as it is when the page is opened."""
    theirs = list(Appointment.objects.booked().filter(pairing=pairing).order_by("pk"))
    if not theirs:
        return book(pairing, by, begins_at, minutes)
    found = chance.choice(theirs)
    if chance.random() < 0.6:
        return move_appointment(by=by, appointment=found, meeting=meeting(begins_at, minutes), at=NOW)
    return cancel_appointment(by=by, appointment=found, at=NOW)


def presses(chance: random.Random, pairings: list[Pairing], *, changes: float) -> list[Press]:
    """What anybody might press, on two mornings: so many that everybody is always in somebody's way."""
    found: list[Press] = []
    for number in range(TRIES):
        pairing = chance.choice(pairings)
        by = chance.choice([pairing.request.person, pairing.helper.person])
        begins_at = on(MONDAY + timedelta(days=chance.choice([1, 7, 8])), 9) + chance.randrange(12) * QUARTER
        minutes = chance.choice([15, 30, 60, 90])
        act = partial(change, random.Random(number)) if chance.random() < changes else book
        found.append(partial(act, pairing, by, begins_at, minutes))
    return found


def test_a_thousand_tries_and_nobody_is_in_two_places(pairings: list[Pairing]) -> None:
    ends = in_threads(presses(random.Random(5), pairings, changes=0.4))
    assert sum(ends.values()) == TRIES
    # Both happened often: it was crowded, and it went on.
    assert ends["done"] > TRIES // 20, ends
    assert ends["TimeIsTaken"] > TRIES // 20, ends
    books_agree()


def test_the_database_alone_keeps_them_apart(pairings: list[Pairing], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody stands in line for anybody, the constraint still lets each quarter be taken once.

    Only booking: two who move onto each other's times would wait in a circle, which standing in line prevents.
    """
    monkeypatch.setattr(appointments, "hold_people", lambda people: None)
    ends = in_threads(presses(random.Random(7), pairings, changes=0))
    assert ends["TimeIsTaken"] > 0
    books_agree()


def test_sixteen_who_want_the_same_time_and_one_has_it(pairings: list[Pairing]) -> None:
    """Of each helper's, again and again: exactly one."""
    for number in range(8):
        begins_at = on(MONDAY, 14) + number * HOUR
        wanted = [partial(book, pairing, pairing.request.person, begins_at, 60) for pairing in pairings]
        keeps = {pairing.helper_id for pairing in pairings}
        for helper in {pairing.helper.person for pairing in pairings}:
            add_hours_on_a_day(by=helper, day=MONDAY, begins=time(0), ends=time(0), ways=["phone"])
            change_habits(by=helper, minutes=60, notice_hours=0, keeps_bank_holidays=True, video_link="")
        ends = in_threads([*wanted, *wanted])
        assert 1 <= Appointment.objects.filter(begins_at=begins_at).count() <= len(keeps)
        assert ends["done"] >= 1
    books_agree()


def test_who_ends_it_while_the_other_books_leaves_nothing_booked(pairings: list[Pairing]) -> None:
    for number, pairing in enumerate(pairings):
        begins_at = on(MONDAY, 9) + number * HOUR
        leave = partial(end_pairing, by=pairing.request.person, pairing=fresh(pairing), look_again=False, at=NOW)
        in_threads([leave, *[partial(book, pairing, pairing.helper.person, begins_at, 30)] * 3])
        assert not Appointment.objects.booked().filter(pairing=pairing).exists()
    books_agree()


def test_two_jobs_that_remind_at_once_remind_once(pairings: list[Pairing]) -> None:
    for pairing in pairings[:4]:
        with suppress(TimeIsTaken):
            booked(pairing, on(MONDAY, 9))
    # Each of the two hears of each.
    due = 2 * Appointment.objects.booked().count()
    assert sum(at_once([partial(remind_of_appointments, at=on(MONDAY, 8, 30))] * 4)) == due
    assert Notice.objects.filter(subject__startswith="You have an appointment").count() == due


def test_what_one_moves_while_the_other_cancels_is_one_of_the_two(pairings: list[Pairing]) -> None:
    pairing = pairings[0]
    member, helper = pairing.request.person, pairing.helper.person
    for number in range(12):
        made = booked(pairing, on(MONDAY, 9))
        later = meeting(on(MONDAY, 11) + number * HOUR)
        moves = partial(move_appointment, by=helper, appointment=fresh(made), meeting=later, at=NOW)
        cancels = partial(cancel_appointment, by=member, appointment=fresh(made), at=NOW)
        in_threads([moves, cancels])
        found = fresh(made)
        assert (found.state, found.revision, found.begins_at) in {
            ("cancelled", 1, on(MONDAY, 9)),
            ("booked", 1, later.begins_at),
        }
        if found.state == "booked":
            cancel_appointment(by=member, appointment=found, at=NOW)
    books_agree()
