"""Which stretch of a conversation a page shows, and where it goes on."""

import pytest

from messaging.models import Conversation, Participant
from messaging.queries.stretches import (
    Stretch,
    is_among_the_latest,
    latest_stretch,
    stretch_after,
    stretch_before,
)
from people.models import Person
from tests.messaging.conftest import Say

COUNT = 120


@pytest.fixture
def said(talk: Conversation, say: Say, ada: Person) -> Conversation:
    for number in range(COUNT):
        say(ada, f"Number {number + 1}.")
    return talk


def shape(stretch: Stretch) -> tuple[int, int, int | None, int | None]:
    """First and last seq, and where it goes on."""
    return stretch.messages[0].seq, stretch.messages[-1].seq, stretch.earlier, stretch.later


@pytest.mark.parametrize(
    ("unread", "expected"),
    [(0, (71, 120, 71, None)), (40, (71, 120, 71, None)), (60, (51, 120, 51, None)), (120, (1, 120, None, None))],
)
def test_the_latest_stretch_begins_before_what_is_new(
    unread: int, expected: tuple[int, int, int | None, int | None], said: Conversation, ben: Person
) -> None:
    assert shape(latest_stretch(said, ben, unread=unread)) == expected


def test_back_and_forth(said: Conversation, ben: Person) -> None:
    assert shape(stretch_before(said, ben, 71)) == (21, 70, 21, 70)
    assert shape(stretch_before(said, ben, 21)) == (1, 20, None, 20)
    assert shape(stretch_after(said, ben, 20)) == (21, 70, 21, 70)
    assert shape(stretch_after(said, ben, 70)) == (71, 120, 71, None)
    assert shape(stretch_after(said, ben, 120)) == (71, 120, 71, None)


def test_who_came_later_sees_nothing_from_before(said: Conversation, ben: Person) -> None:
    Participant.objects.filter(person=ben).update(from_seq=100)
    assert shape(latest_stretch(said, ben)) == (101, 120, None, None)
    assert shape(stretch_before(said, ben, 111)) == (101, 110, None, 110)


def test_nothing_was_said(talk: Conversation, ben: Person) -> None:
    assert latest_stretch(talk, ben) == stretch_before(talk, ben, 1) == stretch_after(talk, ben, 0) == Stretch([])


def test_what_the_page_shows_by_itself(said: Conversation) -> None:
    messages = said.messages.order_by("seq")
    assert [is_among_the_latest(messages[place]) for place in (69, 70)] == [False, True]
