"""Changing what was said: each change has the next number, once, and is for those who see the message."""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from messaging.models import Conversation, Message, Participant
from messaging.operations import (
    MayNotChange,
    NoSuchReaction,
    close_conversation,
    edit_message,
    post_message,
    react,
    withdraw_message,
)
from people.models import Person
from safeguarding.models import Block
from tests.fixtures import NOW, Ear
from tests.messaging.conftest import Say

LATER = NOW.replace(hour=13)


def history(message: Message) -> list[tuple[str, Any]]:
    return list(message.earlier_words.values_list("words", "replaced_at"))


def test_an_edit_keeps_what_was_said_before(talk: Conversation, say: Say, ada: Person) -> None:
    message = say(ada, "Helo")
    edit_message(by=ada, message=message, body=" Hello ", at=LATER)
    message.refresh_from_db()
    assert (message.body, message.seq, message.changed_seq, message.edited_at) == ("Hello", 1, 2, LATER)
    assert history(message) == [("Helo", LATER)]
    talk.refresh_from_db()
    assert talk.last_seq == 2


def test_the_same_words_are_no_change(talk: Conversation, say: Say, ada: Person) -> None:
    message = say(ada, "Hello")
    edit_message(by=ada, message=message, body="Hello", at=LATER)
    message.refresh_from_db()
    assert (message.changed_seq, message.edited_at, history(message)) == (1, None, [])


def test_what_is_withdrawn_is_gone_for_all_but_those_who_keep_people_safe(
    talk: Conversation, say: Say, ada: Person, ben: Person
) -> None:
    message = say(ada, "I take this back")
    react(by=ben, message=message, kind="hug", on=True)
    for _ in range(2):
        withdraw_message(by=ada, message=message, at=LATER)
    message.refresh_from_db()
    assert (message.body, message.withdrawn_at, message.changed_seq) == ("", LATER, 3)
    assert history(message) == [("I take this back", LATER)]
    with pytest.raises(MayNotChange):
        edit_message(by=ada, message=message, body="Hello", at=LATER)
    with pytest.raises(MayNotChange):
        react(by=ben, message=message, kind="hug", on=True)


def test_a_reaction_counts_once_and_can_be_taken_back(talk: Conversation, say: Say, ada: Person, ben: Person) -> None:
    message = say(ada)
    reached = []
    for on in (True, True, False, False, True):
        react(by=ben, message=message, kind="heart", on=on)
        message.refresh_from_db()
        reached.append((message.changed_seq, message.reactions.count()))
    assert reached == [(2, 1), (2, 1), (3, 0), (3, 0), (4, 1)]
    react(by=ada, message=message, kind="heart", on=True)
    assert message.reactions.count() == 2


def test_there_are_few_ways_to_react(say: Say, ada: Person) -> None:
    with pytest.raises(NoSuchReaction):
        react(by=ada, message=say(ada), kind="thumbs_down", on=True)


@pytest.mark.parametrize("case", ["another's", "outsider", "left", "closed", "blocked", "came later", "a line"])
def test_who_may_not_changes_nothing(
    case: str, talk: Conversation, say: Say, ada: Person, ben: Person, eve: Person
) -> None:
    message, by = say(ada), {"another's": ben, "outsider": eve}.get(case, ada)
    if case == "left":
        Participant.objects.filter(person=ada).update(left_at=NOW)
    if case == "closed":
        close_conversation(conversation=talk, at=NOW)
    if case == "blocked":
        Block.objects.create(by=ben, person=ada, began_at=NOW)
    if case == "came later":
        Participant.objects.filter(person=ada).update(from_seq=1)
    if case == "a line":
        Message.objects.update(kind=Message.Kind.JOINED)
    with pytest.raises(MayNotChange):
        edit_message(by=by, message=message, body="Other", at=LATER)
    with pytest.raises(MayNotChange):
        withdraw_message(by=by, message=message, at=LATER)
    # To somebody else's one may react: that is what reactions are for.
    if case != "another's":
        with pytest.raises(MayNotChange):
            react(by=by, message=message, kind="heart", on=True)
    message.refresh_from_db()
    assert (message.body, message.withdrawn_at, message.changed_seq, message.reactions.count()) == ("Hello", None, 1, 0)


@pytest.mark.django_db(transaction=True)
def test_a_change_is_told_to_those_who_see_the_message(
    ear: Ear, talk: Conversation, say: Say, ada: Person, ben: Person
) -> None:
    message = say(ada, "Old")
    Participant.objects.filter(person=ben).update(from_seq=1)
    ear.heard.clear()
    edit_message(by=ada, message=message, body="New", at=LATER)
    [news] = ear.heard
    frame = json.loads(news.text)
    assert (news.people, frame["type"], frame["seq"]) == ([ada.pk], "message.changed", 2)
    assert (frame["message"]["body"], frame["message"]["edited_at"]) == ("New", LATER.isoformat())


@pytest.mark.servers
@pytest.mark.django_db(transaction=True)
def test_many_changes_at_once_have_each_a_number_of_their_own(talk: Conversation, ada: Person, ben: Person) -> None:
    message = post_message(by=ada, conversation=talk, client_id=uuid4(), body="0", at=NOW)

    def change(number: int) -> None:
        try:
            if number % 3 == 0:
                edit_message(by=ada, message=message, body=str(number), at=NOW)
            elif number % 3 == 1:
                react(by=(ada, ben)[number % 2], message=message, kind="heart", on=number % 4 < 2)
            else:
                post_message(by=ben, conversation=talk, client_id=uuid4(), body=str(number), at=NOW)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(change, range(1, 120)))
    talk.refresh_from_db()
    changes = list(Message.objects.order_by("changed_seq").values_list("changed_seq", flat=True))
    assert (len(set(changes)), max(changes) <= talk.last_seq) == (len(changes), True)
    edits = message.earlier_words.count()
    assert edits == 39
