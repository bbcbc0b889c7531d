"""Many at once: whatever is pressed at the same moment, no event is overfull and the line keeps its order."""

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import suppress
from datetime import timedelta
from functools import partial
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction

from messaging.models import Notice
from networks.models import Event, Membership, Network
from networks.operations import (
    change_event,
    edit_post,
    give_up_place,
    join,
    leave,
    note_attendance,
    remind,
    take_place,
)
from people.errors import HasMovedOn
from people.models import Area, Person
from safeguarding.operations import block
from tests.fixtures import NOW, make_person
from tests.matching.making import fresh
from tests.networks.conftest import enter
from tests.networks.planned import FIRST, HOUR, comers, facts, plan

pytestmark = [pytest.mark.servers, pytest.mark.django_db(transaction=True)]

THREADS, TRIES, PLACES = 16, 1_000, 10
TOLD = (HasMovedOn, PermissionDenied, ValidationError)
Press = Callable[[], object]


def in_threads(presses: list[Press]) -> None:
    """All of them by sixteen threads that begin together; what is neither done nor told kindly fails the test."""
    ready = Barrier(THREADS)

    def work(mine: list[Press]) -> None:
        try:
            ready.wait(timeout=30)
            for press in mine:
                with suppress(*TOLD):
                    press()
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as threads:
        list(threads.map(work, [presses[number::THREADS] for number in range(THREADS)]))


@pytest.fixture
def members(robin: Membership, north: Area) -> list[Person]:
    people = [make_person(f"M{number}", area=north, age_group="26_64") for number in range(40)]
    for number, person in enumerate(people):
        enter(person, robin.network, f"N{number:02}")
    return people


def books_agree(event: Event) -> None:
    found = fresh(event)
    assert found.places.going().count() == found.places_taken <= found.capacity
    # Nobody waits while there is a place.
    assert found.places_taken == found.capacity or not found.places.waiting().exists()


def test_a_thousand_tries_on_ten_places(robin: Membership, members: list[Person]) -> None:
    """Each of forty presses twenty-five times, from all threads."""
    event = plan(robin, capacity=PLACES)
    moments = {person.pk: NOW + timedelta(seconds=number) for number, person in enumerate(members)}
    presses: list[Press] = [
        partial(take_place, by=person, event=event, at=moments[person.pk])
        for _ in range(TRIES // len(members))
        for person in members
    ]
    random.Random(5).shuffle(presses)
    in_threads(presses)

    assert len(presses) == TRIES
    books_agree(event)
    found = comers(event)
    assert (len(found["going"]), len(found["waiting"])) == (PLACES, len(members) - PLACES)
    # Whoever asked first is first in line.
    assert found["waiting"] == sorted(found["waiting"])


def test_the_line_moves_in_order_when_places_come_free_at_once(robin: Membership, members: list[Person]) -> None:
    event = plan(robin, capacity=PLACES)
    for number, person in enumerate(members):
        take_place(by=person, event=event, at=NOW + timedelta(seconds=number))
    in_threads([partial(give_up_place, by=person, event=event, at=NOW + HOUR) for person in members[:PLACES]])

    books_agree(event)
    assert comers(event) == {
        "gone": [f"N{number:02}" for number in range(10)],
        "going": [f"N{number:02}" for number in range(10, 20)],
        "waiting": [f"N{number:02}" for number in range(20, 40)],
    }
    told = Notice.objects.filter(subject="You have a place now").order_by("person").values_list("person", flat=True)
    assert list(told) == sorted(person.pk for person in members[10:20])


@pytest.mark.parametrize("seed", range(2))
def test_whatever_is_pressed_together_the_books_agree(
    seed: int, robin: Membership, members: list[Person], carers: Network
) -> None:
    chance = random.Random(seed)
    events = [plan(robin, capacity=3), plan(robin, capacity=5)]

    def press() -> Press:
        person, event = chance.choice(members[:20]), chance.choice(events)
        at = NOW + timedelta(seconds=chance.randint(0, 3000))
        presses: list[Press] = [
            partial(take_place, by=person, event=event, at=at),
            partial(take_place, by=person, event=event, at=at),
            partial(give_up_place, by=person, event=event, at=at),
            partial(leave, by=person, network=carers, at=at),
            partial(join, by=person, network=carers, chosen_name="", at=at),
            partial(
                change_event, by=robin.person, event=event, facts=facts(robin, capacity=chance.randint(1, 8)), at=at
            ),
        ]
        return chance.choice(presses)

    in_threads([press() for _ in range(320)])
    for event in events:
        books_agree(event)
        held = event.places.held()
        assert not held.exclude(membership__in=Membership.objects.current()).exists()


def test_who_takes_a_place_while_the_planner_blocks_them_has_none(robin: Membership, members: list[Person]) -> None:
    event = plan(robin, capacity=PLACES)
    takes = [partial(take_place, by=person, event=event, at=NOW) for person in members]
    blocks = [partial(block, by=robin.person, person=person, known_as="N", at=NOW) for person in members[::2]]
    presses: list[Press] = [*takes, *blocks, *takes]
    random.Random(5).shuffle(presses)
    in_threads(presses)

    books_agree(event)
    held = event.places.held().values_list("membership__person", flat=True)
    assert set(held) == {person.pk for person in members[1::2]}


def test_a_block_waits_for_a_place_that_is_just_being_taken(robin: Membership, members: list[Person]) -> None:
    event, person = plan(robin), members[0]

    def keep_apart() -> None:
        block(by=robin.person, person=person, known_as="N", at=NOW)
        connection.close()

    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            take_place(by=person, event=event, at=NOW)
            kept_apart = threads.submit(keep_apart)
            assert not wait([kept_apart], timeout=0.5).done
        kept_apart.result(timeout=30)

    assert comers(event) == {"gone": ["N00"]}


def test_who_edits_its_words_and_who_changes_it_do_not_wait_in_a_circle(robin: Membership) -> None:
    event = plan(robin)
    post = event.thread.posts.get()
    presses: list[Press] = []
    for number in range(4 * THREADS):
        changed = facts(robin, capacity=5, materials=f"Bring {number}.")
        presses += [
            partial(edit_post, by=robin.person, post=post, body=f"Number {number}.", at=NOW),
            partial(change_event, by=robin.person, event=event, facts=changed, at=NOW),
        ]
    in_threads(presses)
    assert fresh(event).revision == len(presses)


def test_leaders_note_at_once_while_they_take_places_themselves(robin: Membership, members: list[Person]) -> None:
    event = plan(robin, capacity=PLACES)
    for person in members[:5]:
        take_place(by=person, event=event, at=NOW)
    places = list(event.places.all())
    note = partial(note_attendance, by=robin.person, event=event, number=1, shown=places, came=places, at=FIRST)
    take = partial(take_place, by=robin.person, event=event, at=NOW)
    in_threads([note, take] * 32)

    books_agree(event)
    assert event.sessions.get().attendances.count() == len(places)


def test_jobs_at_once_remind_once(robin: Membership, members: list[Person]) -> None:
    event = plan(robin, capacity=PLACES)
    for person in members[:PLACES]:
        take_place(by=person, event=event, at=NOW)
    in_threads([partial(remind, at=FIRST - HOUR)] * THREADS)
    assert Notice.objects.count() == PLACES
