"""Opening and closing a conversation."""

import pytest

from messaging.models import Conversation, Participant
from messaging.operations import close_conversation, open_conversation
from people.models import Person
from tests.fixtures import NOW


def test_everyone_has_one_place(ada: Person, ben: Person, eve: Person) -> None:
    talk = open_conversation(people=[ada, ben, ada], at=NOW)
    assert sorted(Participant.objects.values_list("conversation", "person")) == [(talk.pk, ada.pk), (talk.pk, ben.pk)]
    assert [list(Conversation.objects.visible_to(one)) for one in (ada, ben, eve)] == [[talk], [talk], []]


def test_nobody_talks_alone(ada: Person) -> None:
    with pytest.raises(ValueError, match="two people"):
        open_conversation(people=[ada], at=NOW)


def test_closing_keeps_the_first_time(talk: Conversation) -> None:
    close_conversation(conversation=talk, at=NOW)
    close_conversation(conversation=talk, at=NOW.replace(year=2030))
    talk.refresh_from_db()
    assert talk.closed_at == NOW
