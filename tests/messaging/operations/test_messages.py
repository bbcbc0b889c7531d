"""Saying something: in order, once, by those who may; reading."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connection

from messaging.models import Conversation, Message, Participant
from messaging.operations import (
    MayNotPost,
    SaidSomethingElse,
    close_conversation,
    mark_read,
    open_conversation,
    post_message,
)
from people.models import Person
from safeguarding.models import Block
from tests.fixtures import NOW
from tests.messaging.conftest import Say

LATER = NOW.replace(hour=13)


def read_seqs() -> dict[str, int]:
    return dict(Participant.objects.values_list("person__chosen_name", "read_seq"))


def test_messages_count_from_one_without_a_gap(talk: Conversation, say: Say, ada: Person, ben: Person) -> None:
    said = [say(ada, "One"), say(ben, "Two"), say(ada, "Three", at=LATER)]
    assert [(one.seq, one.body) for one in said] == [(1, "One"), (2, "Two"), (3, "Three")]
    talk.refresh_from_db()
    assert (talk.last_seq, talk.last_at) == (3, LATER)


def test_each_conversation_counts_for_itself(
    talk: Conversation, say: Say, ada: Person, ben: Person, eve: Person
) -> None:
    other = open_conversation(people=[ada, eve], at=NOW)
    assert [say(ada).seq, say(ada, conversation=other).seq, say(ben).seq] == [1, 1, 2]


def test_the_same_client_id_again_is_the_same_message(talk: Conversation, say: Say, ada: Person) -> None:
    first = say(ada, "Hello")
    again = say(ada, " Hello\r\n", client_id=first.client_id, at=LATER)
    assert (again.pk, again.seq, again.sent_at) == (first.pk, 1, NOW)
    talk.refresh_from_db()
    assert (talk.last_seq, Message.objects.count()) == (1, 1)


def test_a_copy_is_acknowledged_even_when_it_could_not_be_said_now(
    talk: Conversation, say: Say, ada: Person, ben: Person
) -> None:
    first = say(ada)
    Block.objects.create(by=ben, person=ada, began_at=NOW)
    close_conversation(conversation=talk, at=NOW)
    assert say(ada, client_id=first.client_id) == first


def test_other_words_under_a_used_client_id_are_refused_not_swallowed(say: Say, ada: Person, eve: Person) -> None:
    first = say(ada, "Hello")
    with pytest.raises(SaidSomethingElse):
        say(ada, "Something else", client_id=first.client_id)
    other = open_conversation(people=[ada, eve], at=NOW)
    with pytest.raises(SaidSomethingElse):
        say(ada, "Hello", client_id=first.client_id, conversation=other)
    assert [one.body for one in Message.objects.all()] == ["Hello"]


def test_two_people_may_happen_upon_the_same_client_id(say: Say, ada: Person, ben: Person) -> None:
    client_id = uuid4()
    assert [say(ada, client_id=client_id).seq, say(ben, client_id=client_id).seq] == [1, 2]


def test_who_may_not_leaves_no_trace(talk: Conversation, say: Say, ada: Person, eve: Person) -> None:
    with pytest.raises(MayNotPost):
        say(eve)
    close_conversation(conversation=talk, at=NOW)
    with pytest.raises(MayNotPost, match="has ended"):
        say(ada)
    talk.refresh_from_db()
    assert (talk.last_seq, Message.objects.count()) == (0, 0)


def test_the_refusal_does_not_say_who_blocked(say: Say, ada: Person, ben: Person) -> None:
    Block.objects.create(by=ben, person=ada, began_at=NOW)
    refusals = []
    for one in (ada, ben):
        with pytest.raises(MayNotPost) as refusal:
            say(one)
        refusals.append(str(refusal.value))
    assert refusals == ["Messages cannot be sent in this conversation any more. You can still read it."] * 2


def test_reading_goes_forward_only_and_not_past_the_end(talk: Conversation, say: Say, ada: Person, ben: Person) -> None:
    for _ in range(3):
        say(ada)
    talk.refresh_from_db()
    reached = []
    for seq in (2, 1, 99):
        mark_read(by=ben, conversation=talk, seq=seq)
        reached.append(read_seqs()["Ben"])
    assert reached == [2, 2, 3]


@pytest.mark.servers
@pytest.mark.django_db(transaction=True)
def test_ten_copies_at_once_are_one_message(talk: Conversation, ada: Person) -> None:
    client_id = uuid4()

    def post(_: int) -> tuple[int, int]:
        try:
            said = post_message(by=ada, conversation=talk, client_id=client_id, body="Hello", at=NOW)
            return said.pk, said.seq
        finally:
            connection.close()

    with ThreadPoolExecutor(10) as threads:
        answers = set(threads.map(post, range(10)))
    talk.refresh_from_db()
    assert (len(answers), Message.objects.count(), talk.last_seq) == (1, 1, 1)


@pytest.mark.servers
@pytest.mark.django_db(transaction=True)
def test_many_writers_leave_no_gap_and_no_double(talk: Conversation, ada: Person, ben: Person) -> None:
    def post(number: int) -> None:
        try:
            by = (ada, ben)[number % 2]
            post_message(by=by, conversation=talk, client_id=uuid4(), body=str(number), at=NOW)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(post, range(200)))
    talk.refresh_from_db()
    assert list(Message.objects.order_by("seq").values_list("seq", flat=True)) == list(range(1, 201))
    assert (talk.last_seq, len(set(Message.objects.values_list("body", flat=True)))) == (200, 200)
