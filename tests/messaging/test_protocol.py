"""The language of the socket: what is understood, and that everything else is refused in words."""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messaging.protocol import (
    COMMANDS,
    LONGEST_FRAME,
    Command,
    Done,
    Edit,
    Missing,
    Ping,
    Pong,
    Post,
    Posted,
    ProtocolError,
    RateLimited,
    React,
    Read,
    Refused,
    Resume,
    Resumed,
    Seqs,
    SomebodyRead,
    Typing,
    Withdraw,
    encode,
    parse,
)

ID = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"
POST = {"type": "post", "client_id": ID, "conversation": 7, "body": "Hello"}
AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
POSTED = {
    "type": "posted",
    "client_id": ID,
    "conversation": 7,
    "message": 12,
    "seq": 3,
    "sent_at": "2026-11-22T12:00:00+00:00",
}


def refusal_of(text: str) -> Refused:
    with pytest.raises(ProtocolError) as error:
        parse(text)
    return error.value.refusal


@pytest.mark.parametrize(
    ("frame", "command"),
    [
        (POST, Post(UUID(ID), 7, "Hello")),
        (POST | {"ref": "a1"}, Post(UUID(ID), 7, "Hello", ref="a1")),
        ({"type": "read", "conversation": 7, "seq": 3}, Read(7, 3)),
        ({"type": "typing", "conversation": 7}, Typing(7)),
        ({"type": "resume", "conversations": {"7": 3, "8": 0}}, Resume({7: 3, 8: 0})),
        (POST | {"reply_to": 12, "sure": True}, Post(UUID(ID), 7, "Hello", reply_to=12, sure=True)),
        ({"type": "edit", "message": 12, "body": "Hi"}, Edit(12, "Hi")),
        ({"type": "withdraw", "message": 12}, Withdraw(12)),
        ({"type": "react", "message": 12, "kind": "hug", "on": False}, React(12, "hug", on=False)),
        ({"type": "ping"}, Ping()),
    ],
)
def test_commands(frame: dict[str, Any], command: Command) -> None:
    assert parse(json.dumps(frame)) == command


@pytest.mark.parametrize(
    ("change", "code", "key"),
    [
        ({"type": "shout"}, "unknown_type", "type"),
        ({"type": ["post"]}, "unknown_type", "type"),
        ({"extra": 1}, "unknown_key", "extra"),
        ({"body": None}, "wrong_type", "body"),
        ({"body": ["Hello"]}, "wrong_type", "body"),
        ({"conversation": "7"}, "wrong_type", "conversation"),
        ({"conversation": 7.0}, "wrong_type", "conversation"),
        ({"conversation": True}, "wrong_type", "conversation"),
        ({"conversation": -1}, "wrong_type", "conversation"),
        ({"conversation": 2**53}, "wrong_type", "conversation"),
        ({"conversation": float("nan")}, "wrong_type", "conversation"),
        ({"conversation": float("inf")}, "wrong_type", "conversation"),
    ],
)
def test_a_refusal_names_the_key_and_the_message_it_is_about(change: dict[str, Any], code: str, key: str) -> None:
    refusal = refusal_of(json.dumps(POST | change))
    assert (refusal.code, refusal.key, refusal.client_id) == (code, key, ID)


@pytest.mark.parametrize("key", ["client_id", "conversation", "body"])
def test_a_missing_key_is_named(key: str) -> None:
    refusal = refusal_of(json.dumps({name: value for name, value in POST.items() if name != key} | {"ref": "a1"}))
    assert (refusal.code, refusal.key, refusal.ref) == ("missing_key", key, "a1")


def test_a_key_that_is_there_twice_is_refused() -> None:
    refusal = refusal_of(f'{{"type": "post", "client_id": "{ID}", "conversation": 7, "conversation": 8, "body": "x"}}')
    assert (refusal.code, refusal.key, refusal.client_id) == ("double_key", "conversation", ID)


@pytest.mark.parametrize("client_id", ["1", f"{{{ID}}}", f"urn:uuid:{ID}", ID.replace("-", ""), ID + "\n"])
def test_a_client_id_has_one_form(client_id: str) -> None:
    refusal = refusal_of(json.dumps(POST | {"client_id": client_id}))
    assert (refusal.code, refusal.key) == ("wrong_type", "client_id")


@pytest.mark.parametrize(
    "conversations", [[1], {"x": 1}, {"-1": 1}, {"1": "1"}, {"9" * 17: 1}, {str(n): 1 for n in range(501)}]
)
def test_resume_takes_numbers_only(conversations: Any) -> None:
    refusal = refusal_of(json.dumps({"type": "resume", "conversations": conversations}))
    assert (refusal.code, refusal.key) == ("wrong_type", "conversations")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not_json"),
        ("{", "not_json"),
        ("[" * 60_000, "not_json"),
        ("9" * 5000, "not_json"),
        ("[]", "not_an_object"),
        ("NaN", "not_an_object"),
        ('"post"', "not_an_object"),
        (" " * (LONGEST_FRAME + 1), "too_big"),
        ("é" * (LONGEST_FRAME // 2 + 1), "too_big"),
    ],
)
def test_what_is_no_frame(text: str, code: str) -> None:
    assert refusal_of(text).code == code


def test_a_frame_of_64_kib_is_read() -> None:
    frame = json.dumps(POST | {"body": ""})
    text = frame.replace('""', '"' + "x" * (LONGEST_FRAME - len(frame)) + '"')
    assert len(text) == LONGEST_FRAME
    assert isinstance(parse(text), Post)


short = st.text(max_size=10)
surrogates = st.text("\ud800\udfff", max_size=3)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | short | surrogates,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(short, inner, max_size=3),
    max_leaves=5,
)
keys = st.sampled_from(["client_id", "conversation", "body", "seq", "conversations", "ref", "x"])


@given(anything)
def test_any_json_is_a_command_or_refused(given_value: Any) -> None:
    check(json.dumps(given_value))


@given(st.sampled_from([*COMMANDS, "x"]), st.dictionaries(keys, anything | st.just(ID) | st.just(7)))
def test_any_frame_that_looks_like_a_command_is_one_or_refused(kind: str, rest: dict[str, Any]) -> None:
    check(json.dumps({"type": kind, **rest}))


@given(st.text())
def test_any_text_is_a_command_or_refused(text: str) -> None:
    check(text)


def check(text: str) -> None:
    """Nothing but ProtocolError is raised, and its refusal can be sent as it is."""
    try:
        command = parse(text)
    except ProtocolError as error:
        encode(error.refusal).encode()
    else:
        assert type(command) in COMMANDS.values()


@pytest.mark.parametrize(
    ("answer", "frame"),
    [
        (
            Posted(UUID(ID), 7, 12, 3, AT),
            POSTED,
        ),
        (Posted(UUID(ID), 7, 12, 3, AT, help=True), POSTED | {"help": True}),
        (Done(ref="a1"), {"type": "done", "ref": "a1"}),
        (Pong(), {"type": "pong"}),
        (Refused("may_not", "No."), {"type": "refused", "code": "may_not", "why": "No."}),
        (
            RateLimited(AT, client_id=ID),
            {"type": "rate_limited", "until": "2026-11-22T12:00:00+00:00", "client_id": ID},
        ),
        (
            Resumed({7: Missing([{"id": 12}], 9, more=True)}, (8,)),
            {
                "type": "resumed",
                "conversations": {"7": {"messages": [{"id": 12}], "seq": 9, "more": True}},
                "reset": [8],
            },
        ),
        (Resumed({}), {"type": "resumed", "conversations": {}}),
        (Seqs({7: 9}, 0), {"type": "seqs", "conversations": {"7": 9}, "unread": 0}),
        (Seqs({}, 0, (4,)), {"type": "seqs", "conversations": {}, "unread": 0, "here": [4]}),
        (SomebodyRead(7, 4, 9), {"type": "read", "conversation": 7, "person": 4, "seq": 9}),
        (SomebodyRead(7, 4, 9, unread=0), {"type": "read", "conversation": 7, "person": 4, "seq": 9, "unread": 0}),
    ],
)
def test_answers(answer: Any, frame: dict[str, Any]) -> None:
    assert json.loads(encode(answer)) == frame
