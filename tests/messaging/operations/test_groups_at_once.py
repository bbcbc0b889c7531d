"""Many at once: whatever people press at the same moment, a group has eight people at most and one order of lines."""

import random
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection

from messaging.models import Conversation, Message, Participant
from messaging.operations import (
    accept_invitation,
    begin_group,
    decline_invitation,
    invite,
    leave_conversation,
    post_message,
    remove_participant,
)
from messaging.rules import MOST_PEOPLE
from people.errors import HasMovedOn
from people.models import Area, Person, Role
from people.operations import assign
from tests.fixtures import NOW, make_person

pytestmark = [pytest.mark.servers, pytest.mark.django_db(transaction=True)]

THREADS, ROUNDS = 16, 12
TOLD = (HasMovedOn, PermissionDenied, ValidationError)

Press = Callable[[], object]


def at_once(presses: list[Press]) -> None:
    """Press all at the same moment; what is neither done nor told kindly fails the test."""
    ready = Barrier(len(presses))

    def pressed(press: Press) -> None:
        try:
            ready.wait(timeout=20)
            press()
        except TOLD:
            pass
        finally:
            connection.close()

    with ThreadPoolExecutor(len(presses)) as threads:
        list(threads.map(pressed, presses))


def in_order(group: Conversation) -> list[Message]:
    """All that stands in the group; its numbers have no gap and no double, and the counter knows the last."""
    said = list(group.messages.order_by("seq"))
    assert [one.seq for one in said] == list(range(1, len(said) + 1))
    assert Conversation.objects.get(pk=group.pk).last_seq == len(said)
    return said


@pytest.fixture
def members(ben: Person, north: Area) -> list[Person]:
    """Twenty whom Ben looks after."""
    people = [make_person(f"M{number}", Role.Kind.MEMBER, area=north, age_group="26_64") for number in range(20)]
    for person in people:
        assign(carer=ben, person=person, kind=Role.Kind.ADVISER, at=NOW)
    return people


@pytest.fixture
def group(ben: Person, dev: Person, members: list[Person]) -> Conversation:
    """Ben's, with Dev, so that it goes on whoever comes and leaves; the first of the members is asked."""
    assign(carer=dev, person=members[0], kind=Role.Kind.COORDINATOR, at=NOW)
    begun = begin_group(by=ben, title="Us", people=[dev, members[0]], client_id=uuid4(), at=NOW)
    accept_invitation(by=dev, conversation=begun, at=NOW)
    return begun


def test_of_sixteen_asked_at_once_as_many_as_fit_in_are_asked(
    group: Conversation, ben: Person, members: list[Person]
) -> None:
    asked = members[1 : THREADS + 1]
    at_once([partial(invite, by=ben, conversation=group, person=one, reads_back=False, at=NOW) for one in asked])
    assert Participant.objects.filter(conversation=group, left_at=None).count() == MOST_PEOPLE
    assert Counter(one.kind for one in in_order(group)) == {"invited": MOST_PEOPLE - 1, "joined": 1}


def test_the_same_press_sixteen_times_is_one_line(group: Conversation, ben: Person, members: list[Person]) -> None:
    first, other = members[:2]
    presses: list[Press] = [
        partial(invite, by=ben, conversation=group, person=other, reads_back=False, at=NOW),
        partial(accept_invitation, by=first, conversation=group, at=NOW),
        partial(accept_invitation, by=other, conversation=group, at=NOW),
        partial(remove_participant, by=ben, conversation=group, person=first, at=NOW),
    ]
    for press in presses:
        at_once([press] * THREADS)
    assert [one.body for one in in_order(group)] == [
        "Ben asked Dev to join.",
        "Ben asked M0 to join.",
        "Dev joined.",
        "Ben asked M1 to join. M1 can read from here on.",
        "M0 joined.",
        "M1 joined.",
        "Ben removed M0.",
    ]


def test_beginning_sixteen_times_begins_one_group(ben: Person, members: list[Person]) -> None:
    key = uuid4()
    at_once([partial(begin_group, by=ben, title="Us", people=members[:3], client_id=key, at=NOW)] * THREADS)
    assert [len(in_order(group)) for group in Conversation.objects.all()] == [3]


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_pressed_together_the_lines_tell_who_is_there(
    seed: int, group: Conversation, ben: Person, members: list[Person]
) -> None:
    chance = random.Random(seed)

    def press() -> Press:
        person = chance.choice(members[:10])
        presses: list[Press] = [
            partial(invite, by=ben, conversation=group, person=person, reads_back=chance.random() < 0.5, at=NOW),
            partial(accept_invitation, by=person, conversation=group, at=NOW),
            partial(accept_invitation, by=person, conversation=group, at=NOW),
            partial(decline_invitation, by=person, conversation=group, at=NOW),
            partial(leave_conversation, by=person, conversation=group, at=NOW),
            partial(remove_participant, by=ben, conversation=group, person=person, at=NOW),
            partial(post_message, by=person, conversation=group, client_id=uuid4(), body="Hello", at=NOW),
            partial(post_message, by=ben, conversation=group, client_id=uuid4(), body="Hello", at=NOW),
        ]
        return chance.choice(presses)

    for _ in range(ROUNDS):
        at_once([press() for _ in range(THREADS)])
        assert Participant.objects.filter(conversation=group, left_at=None).count() <= MOST_PEOPLE
    assert whoever_is_there(in_order(group)) == {
        str(one.person) for one in Participant.objects.current().filter(conversation=group).select_related("person")
    }


def whoever_is_there(said: list[Message]) -> set[str]:
    """Read the lines as a person would; each comes after one that it can follow, and who speaks is there."""
    asked: set[str] = set()
    there = {"Ben"}
    for one in said:
        name = one.body.split()[2] if one.kind == "invited" else one.author.chosen_name
        match one.kind:
            case "invited":
                assert name not in asked | there
                asked.add(name)
            case "joined":
                asked.remove(name)
                there.add(name)
            case "left":
                name = one.body.rstrip(".").split()[-1] if one.author.chosen_name == "Ben" else name
                (there if name in there else asked).remove(name)
            case "words":
                assert one.author.chosen_name in there
    assert Counter(one.kind for one in said)["joined"] > 0
    return there
