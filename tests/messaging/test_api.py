"""Talking over HTTP: the same operations and rules as the socket, and every refusal in one form."""

import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from pytest_django import DjangoAssertNumQueries

from messaging.models import Attachment, Conversation, EarlierWords, Message, Participant
from messaging.operations import close_conversation, edit_message, open_conversation, post_message, react
from messaging.queries import unread_by
from messaging.shown import shown
from people.models import Person
from safeguarding.models import Block
from tests.fixtures import NOW, make_person
from tests.messaging.conftest import Say
from tests.programs import program


def posting(body: object = "Hello", **more: object) -> dict[str, object]:
    return {"client_id": str(uuid4()), "body": body, **more}


def as_shown(message: Message) -> Any:
    return json.loads(json.dumps(shown([Message.objects.get(pk=message.pk)])[0]))


NOT_FOUND = (404, {"code": "not_found", "why": "There is nothing here that you may see."})


def test_what_is_said_is_answered_with_and_kept(talk: Conversation, ada: Person, ben: Person) -> None:
    said = posting(" Hello\r\nBen ")
    status, message = program(ada)("post", f"conversations/{talk.pk}/messages", said)
    assert (status, message["body"], message["client_id"], message["seq"]) == (201, "Hello\nBen", said["client_id"], 1)
    assert message == as_shown(Message.objects.get()) | {"help": False}
    assert program(ada)("post", f"conversations/{talk.pk}/messages", said) == (201, message)
    assert Message.objects.count() == 1


def test_who_writes_what_gives_cause_is_shown_help(talk: Conversation, say: Say, ada: Person) -> None:
    worrying = "I want to kill myself tonight"
    assert program(ada)("post", f"conversations/{talk.pk}/messages", posting(worrying))[1]["help"] is True
    assert program(ada)("patch", f"messages/{say(ada).pk}", {"body": worrying})[1]["help"] is True


def test_contact_details_for_a_peer_need_a_second_yes(ada: Person, cleo: Person) -> None:
    talk = open_conversation(people=[ada, cleo], at=NOW)
    said = posting("Call me on 07700 900123")
    status, refusal = program(ada)("post", f"conversations/{talk.pk}/messages", said)
    assert (status, refusal["code"]) == (422, "contact_details")
    assert program(ada)("post", f"conversations/{talk.pk}/messages", said | {"sure": True})[0] == 201


def test_a_client_id_that_stands_for_other_words_is_refused(talk: Conversation, say: Say, ada: Person) -> None:
    message = say(ada, "Hello")
    status, refusal = program(ada)(
        "post", f"conversations/{talk.pk}/messages", posting(client_id=str(message.client_id), body="Other")
    )
    assert (status, refusal["code"], Message.objects.count()) == (422, "said_before", 1)


def test_answering_a_message(talk: Conversation, say: Say, ada: Person, ben: Person) -> None:
    first = say(ben, "Shall we talk on Thursday?")
    _, message = program(ada)("post", f"conversations/{talk.pk}/messages", posting(reply_to=first.pk))
    assert message["reply_to"] == {"id": first.pk, "name": "Ben", "words": "Shall we talk on Thursday?"}


def test_what_came_with_files_shows_them(talk: Conversation, say: Say, ada: Person, ben: Person) -> None:
    message = say(ben, "Look")
    picture = Attachment.objects.create(message=message, name="cat.png", kind="picture", size=9, width=2, height=1)
    page = Attachment.objects.create(message=message, name="plan.pdf", kind="pdf", size=8)
    _, found = program(ada)("get", f"conversations/{talk.pk}/messages")
    assert found["messages"][0]["files"] == [
        {"id": str(picture.key), "name": "cat.png", "kind": "picture", "size": 9, "width": 2, "height": 1},
        {"id": str(page.key), "name": "plan.pdf", "kind": "pdf", "size": 8, "width": None, "height": None},
    ]


def test_editing_withdrawing_and_reacting(talk: Conversation, say: Say, ada: Person, ben: Person) -> None:
    message = say(ada, "Hello")
    status, edited = program(ada)("patch", f"messages/{message.pk}", {"body": "Hello, Ben"})
    assert (status, edited["body"], edited["changed_seq"]) == (200, "Hello, Ben", 2)
    for _ in range(2):
        status, hugged = program(ben)("put", f"messages/{message.pk}/reactions/hug")
        assert (status, hugged["reactions"], hugged["changed_seq"]) == (200, {"hug": [ben.pk]}, 3)
    status, let_go = program(ben)("delete", f"messages/{message.pk}/reactions/hug")
    assert (status, let_go["reactions"], let_go["changed_seq"]) == (200, {}, 4)
    status, withdrawn = program(ada)("delete", f"messages/{message.pk}")
    assert (status, withdrawn["body"], withdrawn["changed_seq"]) == (200, "", 5)
    assert withdrawn == as_shown(message)
    assert [one.words for one in EarlierWords.objects.all()] == ["Hello", "Hello, Ben"]


def test_only_ones_own_words_can_be_changed(talk: Conversation, say: Say, ada: Person, ben: Person) -> None:
    message = say(ada, "Hello")
    answers = [
        program(ben)("patch", f"messages/{message.pk}", {"body": "x"}),
        program(ben)("delete", f"messages/{message.pk}"),
    ]
    assert [(status, refusal["code"]) for status, refusal in answers] == [(403, "may_not")] * 2
    assert as_shown(message)["body"] == "Hello"


def test_reading(talk: Conversation, say: Say, ada: Person, ben: Person) -> None:
    say(ben)
    say(ben)
    assert program(ada)("post", f"conversations/{talk.pk}/read", {"seq": 1}) == (204, None)
    assert unread_by(ada) == 1


def test_what_has_changed_comes_in_pages_and_in_order(talk: Conversation, say: Say, ada: Person, ben: Person) -> None:
    for number in range(103):
        say(ben, f"Number {number}")
    edit_message(by=ben, message=Message.objects.get(seq=2), body="Number one", at=NOW)
    messages: list[Any] = []
    reached, more = 0, True
    while more:
        status, page = program(ada)("get", f"conversations/{talk.pk}/messages?since={reached}")
        assert status == 200
        messages += page["messages"]
        reached, more = page["seq"], page["more"]
    assert (reached, [one["changed_seq"] for one in messages]) == (104, [1, *range(3, 105)])
    assert messages[-1] == as_shown(Message.objects.get(seq=2))


def test_looking_back(talk: Conversation, say: Say, ada: Person) -> None:
    for number in range(51):
        say(ada, f"Number {number}")
    _, last = program(ada)("get", f"conversations/{talk.pk}/messages")
    assert ([one["seq"] for one in last["messages"]], last["seq"], last["more"]) == ([*range(2, 52)], 51, True)
    _, first = program(ada)("get", f"conversations/{talk.pk}/messages?before=2")
    assert ([one["body"] for one in first["messages"]], first["more"]) == (["Number 0"], False)


def test_conversations(talk: Conversation, say: Say, ada: Person, ben: Person) -> None:
    say(ben, "Hello")
    line = {
        "id": talk.pk,
        "title": "",
        "is_group": False,
        "people": [{"id": ben.pk, "name": "Ben"}],
        "is_open": True,
        "last_seq": 1,
        "last_at": NOW.isoformat(),
        "last_words": "Hello",
        "unread": 1,
    }
    assert program(ada)("get", "conversations") == (200, {"conversations": [line], "more": False})
    assert program(ada)("get", "conversations?page=2") == (200, {"conversations": [], "more": False})
    assert program(ada)("get", f"conversations/{talk.pk}") == (200, line)


def test_conversations_come_in_pages(ada: Person) -> None:
    for number in range(26):
        open_conversation(people=[ada, make_person(f"Other{number}")], at=NOW + timedelta(minutes=number))
    pages = [program(ada)("get", f"conversations?page={number}")[1] for number in (1, 2, 3)]
    assert [(len(page["conversations"]), page["more"]) for page in pages] == [(25, True), (1, False), (0, False)]


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("address", "number"),
    [("conversations", 5), ("conversations/{pk}/messages", 9), ("conversations/{pk}/messages?since=0", 9)],
)
def test_pages_take_the_same_queries_for_any_number_of_rows(
    address: str,
    number: int,
    rows: int,
    talk: Conversation,
    say: Say,
    ada: Person,
    ben: Person,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    first = say(ben)
    for row in range(rows):
        message = post_message(
            by=ben, conversation=talk, client_id=uuid4(), body="Hello", reply_to=first.pk, at=NOW + timedelta(hours=row)
        )
        react(by=ada, message=message, kind="heart", on=True)
        open_conversation(people=[ada, ben, make_person(f"Other{row}")], at=NOW)
    asked = program(ada)
    with django_assert_num_queries(number):
        assert asked("get", address.format(pk=talk.pk))[0] == 200


def test_what_is_not_yours_does_not_exist(talk: Conversation, say: Say, ada: Person, eve: Person) -> None:
    message = say(ada, "Hello")
    asked = program(eve)
    answers = [
        asked("get", f"conversations/{talk.pk}"),
        asked("get", f"conversations/{talk.pk}/messages"),
        asked("post", f"conversations/{talk.pk}/messages", posting()),
        asked("post", f"conversations/{talk.pk}/read", {"seq": 1}),
        asked("patch", f"messages/{message.pk}", {"body": "x"}),
        asked("delete", f"messages/{message.pk}"),
        asked("put", f"messages/{message.pk}/reactions/heart"),
        asked("delete", f"messages/{message.pk}/reactions/heart"),
        asked("get", f"conversations/{10**30}"),
        asked("patch", f"messages/{10**9}", {"body": "x"}),
    ]
    assert answers == [NOT_FOUND] * len(answers)


@pytest.mark.parametrize("query", ["", "?since=0", "?before=3"])
def test_who_came_later_does_not_see_what_was_said_before(
    query: str, talk: Conversation, say: Say, ada: Person, ben: Person
) -> None:
    before = say(ben, "Before")
    Participant.objects.filter(person=ada).update(from_seq=1)
    after = post_message(by=ben, conversation=talk, client_id=uuid4(), body="After", reply_to=before.pk, at=NOW)
    _, page = program(ada)("get", f"conversations/{talk.pk}/messages{query}")
    without_words = {"id": before.pk, "name": "Ben", "words": ""}
    assert [(one["body"], one["reply_to"]) for one in page["messages"]] == [("After", without_words)]
    _, reacted = program(ada)("put", f"messages/{after.pk}/reactions/heart")
    assert reacted["reply_to"] == without_words
    assert program(ada)("put", f"messages/{before.pk}/reactions/heart") == NOT_FOUND


@pytest.mark.parametrize("blocked_by", ["ada", "ben"])
def test_both_sides_of_a_block_are_told_the_same(blocked_by: str, talk: Conversation, ada: Person, ben: Person) -> None:
    by, person = (ada, ben) if blocked_by == "ada" else (ben, ada)
    Block.objects.create(by=by, person=person, began_at=NOW)
    why = "Messages cannot be sent in this conversation any more. You can still read it."
    refused = (403, {"code": "may_not", "why": why})
    assert program(ada)("post", f"conversations/{talk.pk}/messages", posting()) == refused


def test_what_has_ended_can_be_read_only(talk: Conversation, say: Say, ada: Person) -> None:
    message = say(ada, "Hello")
    close_conversation(conversation=talk, at=NOW)
    answers = [
        program(ada)("post", f"conversations/{talk.pk}/messages", posting()),
        program(ada)("patch", f"messages/{message.pk}", {"body": "x"}),
        program(ada)("put", f"messages/{message.pk}/reactions/heart"),
    ]
    why = "This conversation has ended. You can still read it."
    assert answers == [(403, {"code": "may_not", "why": why})] * 3
    assert program(ada)("get", f"conversations/{talk.pk}/messages")[0] == 200


@pytest.mark.parametrize(
    ("said", "code", "key"),
    [
        (posting(" "), "empty", None),
        (posting("a\0b"), "unreadable", None),
        (posting("half \ud800"), "unreadable", None),
        (posting("x" * 10_001), "too_long", None),
        (posting(sent_at="now"), "unknown_key", "sent_at"),
        (posting(reply_to=-1), "wrong_type", "reply_to"),
        (posting(reply_to="5"), "wrong_type", "reply_to"),
        (posting(reply_to=True), "wrong_type", "reply_to"),
        (posting(reply_to=10**9), "nothing_to_answer", None),
        (posting(sure="yes"), "wrong_type", "sure"),
        (posting(client_id="x"), "wrong_type", "client_id"),
        ({"client_id": str(uuid4())}, "missing_key", "body"),
        ({"body": "Hello"}, "missing_key", "client_id"),
        (posting(body=5), "wrong_type", "body"),
        (posting(body=None), "wrong_type", "body"),
    ],
)
def test_what_cannot_be_said_is_refused_by_name(
    said: dict[str, object], code: str, key: str | None, talk: Conversation, ada: Person
) -> None:
    status, refusal = program(ada)("post", f"conversations/{talk.pk}/messages", said)
    assert (status, refusal["code"], refusal.get("key"), Message.objects.count()) == (422, code, key, 0)


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("sinse=1", "sinse"),
        ("since=x", "since"),
        ("since=-1", "since"),
        (f"before={10**30}", "before"),
        ("since=1&before=2", "before"),
    ],
)
def test_a_question_that_is_not_understood_is_refused_by_name(
    query: str, key: str, talk: Conversation, ada: Person
) -> None:
    status, refusal = program(ada)("get", f"conversations/{talk.pk}/messages?{query}")
    assert (status, refusal["key"]) == (422, key)


def test_what_changes_something_takes_no_question(talk: Conversation, ada: Person) -> None:
    status, refusal = program(ada)("post", f"conversations/{talk.pk}/messages?sure=1", posting())
    assert (status, refusal["code"], refusal["key"]) == (422, "unknown_key", "sure")


def test_a_reaction_that_there_is_not_is_refused(talk: Conversation, say: Say, ada: Person) -> None:
    status, refusal = program(ada)("put", f"messages/{say(ada).pk}/reactions/anger")
    assert (status, refusal["code"], refusal["key"]) == (422, "wrong_type", "kind")


def test_who_is_very_fast_is_asked_to_wait(talk: Conversation, ada: Person) -> None:
    asked = program(ada)
    with time_machine.travel(NOW, tick=False):
        answers = [asked.ask("post", f"conversations/{talk.pk}/messages", posting()) for _ in range(31)]
    assert [answer.status_code for answer in answers] == [201] * 30 + [429]
    refusal = json.loads(answers[-1].content)
    assert (refusal["code"], refusal["until"]) == ("rate_limited", (NOW + timedelta(seconds=10)).isoformat())
    assert (answers[-1]["Retry-After"], Message.objects.count()) == ("10", 30)
