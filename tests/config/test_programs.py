"""What holds for every request of a program, whatever it asks for."""

import json
from datetime import timedelta
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest
import time_machine
from django.db import DatabaseError
from django.test import Client
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from config.api import openapi_document
from messaging.limits import COMMANDS, POSTS
from messaging.models import Conversation
from messaging.operations import post_message
from people.models import Person
from tests.fixtures import NOW
from tests.messaging.manual.conforming import faults, resolve
from tests.programs import Program, program

SAY = "conversations/1/messages"
HELLO = {"client_id": "0d1f1a2e-6c1b-4f0e-9a53-0a8f2f3c9b11", "body": "Hello"}


@pytest.fixture(autouse=True)
def forget_who_was_fast() -> None:
    POSTS.times.clear()
    COMMANDS.times.clear()


@pytest.mark.parametrize("method", ["get", "post", "put", "patch", "delete", "options"])
@pytest.mark.parametrize("address", ["", "nothing", "openapi.json", "conversations", SAY, "messages/1"])
def test_who_is_not_signed_in_is_told_so(address: str, method: str, db: None) -> None:
    assert program(None)(method, address) == (401, {"code": "signed_out", "why": "Please sign in first."})


def test_who_is_not_active_any_more_is_not_signed_in(ada: Person) -> None:
    asked = program(ada)
    Person.objects.filter(pk=ada.pk).update(is_active=False)
    assert asked("get", "conversations")[0] == 401


@pytest.mark.parametrize(
    "address", ["", "nothing", "conversations/", "conversations/x", "conversations/1/", "messages/-1"]
)
def test_there_is_nothing_at_other_addresses(address: str, ada: Person) -> None:
    assert program(ada)("get", address) == (
        404,
        {"code": "not_found", "why": "There is nothing here that you may see."},
    )


@pytest.mark.parametrize(
    ("method", "address", "allowed"),
    [
        ("delete", "conversations", {"GET"}),
        ("head", "conversations", {"GET"}),
        ("put", SAY, {"GET", "POST"}),
        ("get", "messages/1", {"PATCH", "DELETE"}),
        ("options", "messages/1/reactions/heart", {"PUT", "DELETE"}),
        ("post", "openapi.json", {"GET"}),
    ],
)
def test_a_method_that_an_address_does_not_know(method: str, address: str, allowed: set[str], ada: Person) -> None:
    answer = program(ada).ask(method, address)
    assert (answer.status_code, set(answer["Allow"].split(", "))) == (405, allowed)
    if method != "head":
        assert json.loads(answer.content)["code"] == "no_such_method"


def a_stranger(ada: Person, **headers: str) -> tuple[int, Any]:
    client = Client(enforce_csrf_checks=True, headers=headers)
    client.force_login(ada)
    return Program(client)("post", SAY, HELLO)


def test_another_page_cannot_say_something_in_ones_name(ada: Person) -> None:
    for headers in ({}, {"X-CSRFToken": "guessed"}):
        status, refusal = a_stranger(ada, **headers)
        assert (status, refusal["code"]) == (403, "from_another_page")


def test_with_the_token_of_our_pages_one_can(talk: Conversation, ada: Person) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(ada)
    client.get("/messages/preferences/")
    token = client.cookies["csrftoken"].value
    said = Program(client).ask("post", f"conversations/{talk.pk}/messages", HELLO, HTTP_X_CSRFTOKEN=token)
    assert said.status_code == 201


@pytest.mark.parametrize(
    ("body", "status", "code", "key"),
    [
        ("{", 400, "not_json", None),
        ("[]", 400, "not_an_object", None),
        ("null", 400, "not_an_object", None),
        ('{"body": "a", "body": "b"}', 400, "double_key", "body"),
        (b'{"body": "\xff"}', 400, "not_json", None),
        ("[" * 60_000, 400, "not_json", None),
        ('{"body": NaN}', 422, "wrong_type", "body"),
        ("x" * (64 * 1024 + 1), 413, "too_big", None),
        ("", 422, "missing_key", "posting"),
        ("{}", 422, "missing_key", "body"),
    ],
)
def test_a_body_that_is_not_understood(body: str | bytes, status: int, code: str, key: str | None, ada: Person) -> None:
    answered, refusal = program(ada)("post", SAY, body)
    assert (answered, refusal["code"], refusal.get("key")) == (status, code, key)


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_only_json_is_read(kind: str, ada: Person) -> None:
    status, refusal = program(ada)("post", SAY, json.dumps(HELLO), content_type=kind)
    assert (status, refusal["code"]) == (415, "not_json")


def test_who_asks_very_often_is_asked_to_wait(ada: Person, ben: Person) -> None:
    asked = program(ada)
    with time_machine.travel(NOW, tick=False):
        answers = [asked.ask("get", "nothing") for _ in range(COMMANDS.most + 1)]
        others = program(ben)("get", "nothing")
    assert [one.status_code for one in answers] == [404] * COMMANDS.most + [429]
    assert json.loads(answers[-1].content) == {
        "code": "rate_limited",
        "why": "That was very fast. Please wait a little.",
        "until": (NOW + timedelta(seconds=10)).isoformat(),
    }
    assert (answers[-1]["Retry-After"], others[0]) == ("10", 404)


def test_what_goes_wrong_with_us_is_said_without_a_word_of_it(ada: Person, caplog: pytest.LogCaptureFixture) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise DatabaseError("Private words")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Conversation.objects, "visible_to", broken)
        status, refusal = program(ada)("get", "conversations/1")
    assert (status, refusal) == (
        500,
        {"code": "try_again", "why": "Something went wrong here. Please try again."},
    )
    assert "A request of a program went wrong" in caplog.text


def test_the_document_is_there_for_who_is_signed_in(ada: Person) -> None:
    status, document = program(ada)("get", "openapi.json")
    assert (status, document) == (200, json.loads(json.dumps(openapi_document())))


# -- Whatever is sent: never an error of ours, and what is answered is what the document says --------------------------

DOCUMENT = openapi_document()
OPERATIONS = [(method, template) for template, methods in DOCUMENT["paths"].items() for method in methods]
OTHERS = [("head", "/api/v1/conversations"), ("put", "/api/v1/conversations/{pk}"), ("get", "/api/v1/nothing/{pk}")]
WORDS = st.text(max_size=40)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)
SAID = {
    "client_id": st.uuids().map(str),
    "body": WORDS,
    "reply_to": st.integers(0, 3),
    "sure": st.booleans(),
    "seq": st.integers(0, 3),
}


def mostly(fitting: st.SearchStrategy[Any], other: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.integers(0, 4).flatmap(lambda number: fitting if number else other)


def body_for(method: str, template: str) -> st.SearchStrategy[str | bytes]:
    """Mostly with the keys that belong there and values that fit, so that much of it gets past the first look."""
    operation = DOCUMENT["paths"].get(template, {}).get(method, {})
    if "requestBody" not in operation:
        return mostly(st.just(""), WORDS)
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    keys = resolve(DOCUMENT, schema["$ref"])["properties"]
    fitting = st.fixed_dictionaries({key: mostly(SAID[key], ANYTHING) for key in keys})
    others = st.dictionaries(st.sampled_from([*SAID]) | WORDS, ANYTHING, max_size=5) | ANYTHING
    return mostly(fitting.map(json.dumps), others.map(json.dumps) | st.binary(max_size=60) | WORDS)


@st.composite
def requests(draw: st.DrawFn) -> tuple[str, str, str, str | bytes]:
    method, template = draw(mostly(st.sampled_from(OPERATIONS), st.sampled_from(OTHERS)))
    numbers = st.sampled_from(["0", str(2**31), str(2**53), str(2**63), "9" * 30])
    filled = template.format(
        pk=draw(mostly(st.just("OURS"), numbers)),
        kind=draw(mostly(st.just("heart"), st.sampled_from(["anger", "%00", "%ff", "a b"]))),
    )
    name = draw(st.sampled_from(["since", "before", "page", "since=0&before"]))
    query = f"?{name}={draw(st.integers(0, 3).map(str) | numbers | WORDS.map(quote))}"
    return method, template, filled + draw(st.sampled_from(["", query])), draw(body_for(method, template))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(requests())
def test_whatever_is_sent_is_answered_as_documented(
    talk: Conversation, ada: Person, asked: tuple[str, str, str, str | bytes]
) -> None:
    POSTS.times.clear()
    COMMANDS.times.clear()
    method, template, address, body = asked
    message = post_message(by=ada, conversation=talk, client_id=uuid4(), body="Hello", at=NOW)
    ours = talk.pk if "conversations" in template else message.pk
    sent = body if isinstance(body, bytes) else body.encode(errors="surrogatepass")
    answer = program(ada).ask(method, address.removeprefix("/api/v1/").replace("OURS", str(ours)), sent)
    assert answer.status_code < 500
    said: Any = json.loads(answer.content) if answer.content else None
    if answer.status_code < 400:
        [schema] = contents_of(DOCUMENT["paths"][template][method]["responses"][answer.status_code])
        assert list(faults(said, schema, DOCUMENT)) == []
        event(f"{method} {template}: {answer.status_code}")
    elif method != "head":
        assert {"code", "why"} <= said.keys() <= {"code", "why", "key", "until"}


def contents_of(response: Any) -> list[Any]:
    return [one["schema"] for one in response.get("content", {}).values()] or [{"type": "null"}]
