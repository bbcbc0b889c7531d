"""The AsyncAPI document: built as its standard wants it, whole, and true of the frames we write and read."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from messaging.manual import examples
from messaging.manual.asyncapi import asyncapi_document
from messaging.protocol import ANSWERS, COMMANDS, EVENTS, encode, parse
from tests.messaging.manual.conforming import faults, resolve

DOCUMENT: Any = json.loads(json.dumps(asyncapi_document()))
MESSAGES = DOCUMENT["components"]["messages"]


def references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        yield from [part["$ref"]] if "$ref" in part else []
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    for one in inner:
        yield from references(one)


def test_it_has_the_parts_that_the_standard_asks_for() -> None:
    assert DOCUMENT["asyncapi"] == "3.0.0"
    assert DOCUMENT.keys() == {"asyncapi", "info", "defaultContentType", "channels", "operations", "components"}
    assert DOCUMENT["info"].keys() == {"title", "version", "description"}
    assert DOCUMENT["channels"]["socket"].keys() == {"address", "description", "messages", "bindings"}
    assert DOCUMENT["channels"]["socket"]["messages"].keys() == MESSAGES.keys()


def test_every_reference_leads_somewhere() -> None:
    found = set(references(DOCUMENT))
    assert found
    for reference in found:
        resolve(DOCUMENT, reference)


def test_operations_speak_only_of_messages_of_their_channel() -> None:
    for operation in DOCUMENT["operations"].values():
        assert operation["action"] in ("send", "receive")
        named = [*operation["messages"], *operation.get("reply", {}).get("messages", [])]
        assert all(one["$ref"].startswith("#/channels/socket/messages/") for one in named)
        assert operation["channel"] == {"$ref": "#/channels/socket"}


def test_everything_that_can_be_said_is_there_with_who_says_it() -> None:
    assert MESSAGES.keys() == {
        *(f"command.{name}" for name in COMMANDS),
        *(f"answer.{name}" for name in ANSWERS),
        *(f"event.{name}" for name in EVENTS),
    }
    assert {name: one["action"] for name, one in DOCUMENT["operations"].items()} == {
        **{f"obey.{name}": "receive" for name in COMMANDS},
        **{f"tell.{name}": "send" for name in EVENTS},
    }


@pytest.mark.parametrize("key", sorted(MESSAGES))
def test_its_examples_are_as_it_says(key: str) -> None:
    [example] = MESSAGES[key]["examples"]
    assert list(faults(example["payload"], MESSAGES[key]["payload"], DOCUMENT)) == []


@pytest.mark.parametrize("key", sorted(MESSAGES))
def test_what_it_does_not_say_is_a_fault(key: str) -> None:
    payload = MESSAGES[key]["examples"][0]["payload"]
    assert list(faults({**payload, "more": 1, "extra": 1}, MESSAGES[key]["payload"], DOCUMENT))
    for name in MESSAGES[key]["payload"]["required"]:
        less = {one: value for one, value in payload.items() if one != name}
        assert list(faults(less, MESSAGES[key]["payload"], DOCUMENT))


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_an_example_of_a_command_is_one(name: str) -> None:
    assert isinstance(parse(examples.COMMANDS[name]), COMMANDS[name])


def test_examples_of_answers_and_events_are_of_their_classes() -> None:
    assert {name: type(one) for name, one in examples.ANSWERS.items()} == ANSWERS
    assert {name: type(one) for name, one in examples.EVENTS.items()} == EVENTS
    assert json.loads(encode(examples.ANSWERS["done"])) == {"type": "done"}
