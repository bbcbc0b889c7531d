"""Whatever is said to the socket gets one answer: nothing fails, and nothing is kept that must not be."""

import contextlib
import json
from collections.abc import AsyncIterator, Iterator
from random import Random
from typing import Any
from uuid import uuid4

import pytest
import pytest_asyncio
from channels.db import database_sync_to_async
from websockets.exceptions import ConnectionClosed

from people.models import Person
from tests.faults.cast import newcomer, session_of, table_of, talk_of
from tests.faults.conftest import SEED
from tests.faults.line import Frame, Line, line_to
from tests.faults.site import Site

pytestmark = pytest.mark.asyncio(loop_scope="session")

# WebSocket's own codes for text that is no UTF-8 and for frames that are too big; daphne hangs up without a word.
HUNG_UP = 1006
NOT_UTF8 = 1007
TOO_BIG = 1009

U = str(uuid4())
HUGE = 10**400


@pytest.fixture(autouse=True)
def nothing_goes_wrong(site: Site) -> Iterator[None]:
    """No frame makes a server log an error."""
    before = len(list(site.complaints()))
    yield
    assert list(site.complaints())[before:] == []


@pytest_asyncio.fixture(loop_scope="session")
async def talk(site: Site) -> int:
    """A talk of others, which is none of the one's business who speaks here."""
    ben, cleo = [await database_sync_to_async(newcomer)(name) for name in ("Ben", "Cleo")]
    opened: int = await database_sync_to_async(talk_of)(ben, cleo)
    return opened


@pytest_asyncio.fixture(loop_scope="session")
async def eve(site: Site) -> AsyncIterator[Line]:
    person = await database_sync_to_async(newcomer)("Eve")
    async with line_to(site.addresses[0], await database_sync_to_async(session_of)(person)) as line:
        yield line


async def answer(line: Line, text: str) -> Frame:
    """The one answer to a frame; then a ping, to see that the line still lives."""
    await line.socket.send(text)
    frame = await line.hear("refused", "rate_limited", "posted", "done", "pong", "resumed")
    await line.tell("ping", ref="still there")
    assert (await line.hear("refused", "rate_limited", "pong"))["ref"] == "still there"
    return frame


STRANGE = {
    "nothing": ("", "not_json"),
    "no json": ("{", "not_json"),
    "a bare word": ("ping", "not_json"),
    "deep": ("[" * 30_000 + "]" * 30_000, "not_json"),
    "deep objects": ('{"a":' * 10_000 + "1" + "}" * 10_000, "not_json"),
    "deep in a key": ('{"type":"ping","ref":' + "[" * 20_000 + "]" * 20_000 + "}", "not_json"),
    "an array": ("[]", "not_an_object"),
    "null": ("null", "not_an_object"),
    "a number too long for Python": ("1" * 5_000, "not_json"),
    "no type": ("{}", "unknown_type"),
    "a type that is no text": ('{"type": ["post"]}', "unknown_type"),
    "a type in other letters": ('{"type": "Post"}', "unknown_type"),
    "an event": ('{"type": "message.posted"}', "unknown_type"),
    "a double key": ('{"type": "ping", "type": "ping"}', "double_key"),
    "a double conversation": ('{"type": "typing", "conversation": 1, "conversation": 2}', "double_key"),
    "a double inside": ('{"type": "resume", "conversations": {"1": 1, "1": 2}}', "double_key"),
    "an unknown key": ('{"type": "ping", "x": 1}', "unknown_key"),
    "the author": (
        f'{{"type": "post", "client_id": "{U}", "conversation": 1, "body": "x", "author": 1}}',
        "unknown_key",
    ),
    "no conversation": ('{"type": "typing"}', "missing_key"),
    "NaN": ('{"type": "typing", "conversation": NaN}', "wrong_type"),
    "Infinity": ('{"type": "typing", "conversation": -Infinity}', "wrong_type"),
    "a fraction": ('{"type": "typing", "conversation": 1.0}', "wrong_type"),
    "an exponent": ('{"type": "typing", "conversation": 1e3}', "wrong_type"),
    "a truth": ('{"type": "typing", "conversation": true}', "wrong_type"),
    "a negative": ('{"type": "typing", "conversation": -1}', "wrong_type"),
    "a huge number": (f'{{"type": "typing", "conversation": {HUGE}}}', "wrong_type"),
    "one past what is exact": (f'{{"type": "typing", "conversation": {2**53}}}', "wrong_type"),
    "a number as text": ('{"type": "typing", "conversation": "1"}', "wrong_type"),
    "a resume of a text": ('{"type": "resume", "conversations": {"one": 1}}', "wrong_type"),
    "a resume of minus one": ('{"type": "resume", "conversations": {"-1": 1}}', "wrong_type"),
    "a resume of thousands": (
        json.dumps({"type": "resume", "conversations": {str(number): 0 for number in range(5_000)}}),
        "wrong_type",
    ),
    "a body that is no text": (
        f'{{"type": "post", "client_id": "{U}", "conversation": 1, "body": ["x"]}}',
        "wrong_type",
    ),
    "a UUID in braces": (f'{{"type": "post", "client_id": "{{{U}}}", "conversation": 1, "body": "x"}}', "wrong_type"),
    "a UUID without lines": (
        '{"type": "post", "client_id": "' + "0" * 32 + '", "conversation": 1, "body": "x"}',
        "wrong_type",
    ),
    "a long ref": (json.dumps({"type": "ping", "ref": "r" * 65}), "wrong_type"),
    "a reaction neither on nor off": ('{"type": "react", "message": 1, "kind": "hug", "on": 1}', "wrong_type"),
}


@pytest.mark.parametrize("case", STRANGE)
async def test_a_strange_frame_is_refused_by_name(case: str, eve: Line) -> None:
    text, code = STRANGE[case]
    frame = await answer(eve, text)
    assert (frame["type"], frame["code"]) == ("refused", code)


async def test_bytes_are_refused(eve: Line) -> None:
    await eve.socket.send(b"\xff\x00\xfe")
    assert (await eve.hear("refused"))["code"] == "not_text"
    assert (await eve.ask("ping"))["type"] == "pong"


async def test_text_that_is_no_utf8_ends_the_line(eve: Line) -> None:
    await eve.socket.send(b'{"type": "ping", "ref": "\xff\xc0"}', text=True)
    assert await eve.closed_within(5) in (NOT_UTF8, HUNG_UP)


async def test_a_frame_over_the_limit_is_refused_or_ends_the_line(eve: Line) -> None:
    await eve.socket.send(json.dumps({"type": "ping", "ref": "r" * 70_000}))
    with contextlib.suppress(ConnectionClosed):
        assert (await eve.hear("refused"))["code"] == "too_big"
        return
    assert eve.socket.close_code in (TOO_BIG, HUNG_UP)


def commands_about(conversation: int, message: int) -> list[Frame]:
    return [
        {"type": "post", "client_id": str(uuid4()), "conversation": conversation, "body": "Let me in"},
        {"type": "edit", "message": message, "body": "Let me in"},
        {"type": "withdraw", "message": message},
        {"type": "react", "message": message, "kind": "hug", "on": True},
        {"type": "read", "conversation": conversation, "seq": 1},
        {"type": "typing", "conversation": conversation},
    ]


async def test_what_is_not_ones_own_is_answered_like_what_does_not_exist(eve: Line, talk: int, site: Site) -> None:
    said = await said_by_somebody_in(talk, site)
    answers = [
        [await eve.ask(command.pop("type"), **command) for command in commands_about(conversation, message)]
        for conversation, message in ((talk, said), (2**31 - 2, 2**31 - 2), (2**53 - 1, 2**53 - 1))
    ]
    for others, absent, beyond in zip(*answers, strict=True):
        assert others["code"] == absent["code"] == beyond["code"] == "not_found"
        assert others["why"] == absent["why"] == beyond["why"]
    resumed = await eve.ask("resume", conversations={str(talk): 0, str(2**31 - 2): 0, str(2**53 - 1): 5})
    assert resumed["conversations"] == {}
    assert sorted(resumed["reset"]) == [talk, 2**31 - 2, 2**53 - 1]


async def said_by_somebody_in(talk: int, site: Site) -> int:
    author = await database_sync_to_async(lambda: Person.objects.filter(participations__conversation=talk).first())()
    assert author is not None
    async with line_to(site.addresses[1], await database_sync_to_async(session_of)(author)) as line:
        posted = await line.ask("post", client_id=str(uuid4()), conversation=talk, body="Between us")
    message: int = posted["message"]
    return message


PLAIN: list[Any] = [0, 1, -1, 7, 2**31, 2**53, 2**63, HUGE, 0.5, float("nan"), float("inf"), 1e308, True, False, None]
LETTERS = "A\n\0\u202e\u0301\U0001f600\ufffd\u200d"


def any_value(random: Random, depth: int = 0) -> Any:
    """Something that JSON can hold."""
    match random.randrange(4 if depth < 3 else 2):
        case 0:
            return random.choice([*PLAIN, str(uuid4())])
        case 1:
            return "".join(random.choices(LETTERS, k=random.randrange(9)))
        case 2:
            return [any_value(random, depth + 1) for _ in range(random.randrange(4))]
        case _:
            return {str(any_value(random, 3)): any_value(random, depth + 1) for _ in range(random.randrange(4))}


def any_frame(random: Random) -> str:
    """A command with something wrong in it, or bytes that were never one."""
    if random.random() < 0.3:
        return bytes(random.randrange(256) for _ in range(random.randrange(60))).decode("latin1")
    command = random.choice([*commands_about(1, 1), {"type": "resume", "conversations": {"1": 1}}, {"type": "ping"}])
    for _ in range(random.randint(1, 2)):
        key = random.choice([*command, "ref", "x"])
        if random.random() < 0.2:
            command.pop(key, None)
        else:
            command[key] = any_value(random)
    return json.dumps(command, ensure_ascii=random.random() < 0.5)


async def test_two_thousand_random_frames_get_two_thousand_answers(site: Site) -> None:
    """Twenty people, a hundred frames each: so many that one person would be asked to wait."""
    random = Random(SEED)
    for _ in range(20):
        person = await database_sync_to_async(newcomer)("Eve")
        async with line_to(site.addresses[2], await database_sync_to_async(session_of)(person)) as line:
            for _ in range(100):
                text = any_frame(random)
                await line.socket.send(text)
                frame = await line.hear("refused", "rate_limited", "pong", "resumed", "done", "posted")
                assert frame["type"] in ("refused", "pong", "resumed"), text


WORDS = {
    "right to left": "\u202eevil\u202c and \u200f\u0645\u0631\u062d\u0628\u0627\u200f",
    "zalgo": "".join(letter + "\u0351\u034b\u0363\u0335\u031e\u0349" * 8 for letter in "ZALGO"),
    "families": "\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f3f3\ufe0f\u200d\U0001f308 \U0001f1ec\U0001f1e7",
    "markup": "<script>alert(1)</script> & \"quotes\" 'single' {{ seven }} %s \\u0041",
    "controls": "one\ttwo\u0085three\u2028four\u2029five\u0007",
    "a byte order mark inside": "one\ufefftwo",
    "not characters": "one\uffff\U0010ffff two",
    "composed": "e\u0301 is not \u00e9",
    "long": "\U0001f600" * 10_000,
}
NO_WORDS = {
    "NUL": ("one\0two", "unreadable"),
    "a lone surrogate": ("one\ud800two", "unreadable"),
    "two in the wrong order": ("\udc00\ud800", "unreadable"),
    "spaces": (" \t\n\u00a0\u2003", "empty"),
    "what does not show": ("\u200b\u200d\ufeff\u202e", "empty"),
    "too long": ("x" * 10_001, "too_long"),
}


@pytest_asyncio.fixture(loop_scope="session")
async def pair(site: Site) -> AsyncIterator[tuple[Line, Line, int]]:
    """Ada's line, Ben's on another server, and their talk."""
    ada, ben = [await database_sync_to_async(newcomer)(name) for name in ("Ada", "Ben")]
    talk = await database_sync_to_async(talk_of)(ada, ben)
    sessions = [await database_sync_to_async(session_of)(person) for person in (ada, ben)]
    async with line_to(site.addresses[0], sessions[0]) as adas, line_to(site.addresses[1], sessions[1]) as bens:
        yield adas, bens, talk


@pytest.mark.parametrize("case", WORDS)
async def test_words_arrive_as_they_were_said(case: str, pair: tuple[Line, Line, int]) -> None:
    adas, bens, talk = pair
    posted = await adas.ask("post", client_id=str(uuid4()), conversation=talk, body=WORDS[case])
    arrived = (await bens.hear("message.posted"))["message"]
    (row,) = (await database_sync_to_async(table_of)([talk]))[talk]
    assert posted["type"] == "posted"
    assert arrived["body"] == row.body == WORDS[case]


@pytest.mark.parametrize("case", NO_WORDS)
async def test_what_are_no_words_is_refused(case: str, pair: tuple[Line, Line, int]) -> None:
    adas, _, talk = pair
    body, code = NO_WORDS[case]
    client_id = str(uuid4())
    # Escaped, because a lone surrogate is no UTF-8.
    await adas.socket.send(json.dumps({"type": "post", "client_id": client_id, "conversation": talk, "body": body}))
    frame = await adas.hear("refused", "posted")
    assert (frame["type"], frame.get("code"), frame["client_id"]) == ("refused", code, client_id)
    assert (await database_sync_to_async(table_of)([talk]))[talk] == []
