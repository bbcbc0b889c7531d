"""The protocol as an AsyncAPI 3.0 document, for programs that read such documents; said from the server's side."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from json import loads
from typing import Any, get_args, get_type_hints

from messaging.manual import examples
from messaging.manual.shapes import SCHEMAS, Schema, schema_of, words_of
from messaging.manual.words import DONE_WITH, NOT_DONE_WITH
from messaging.protocol import ANSWERS, COMMANDS, EVENTS, VERSION, encode
from messaging.schemas import ShownMessage

CHANNEL = {"$ref": "#/channels/socket"}


def asyncapi_document() -> Mapping[str, Any]:
    messages = _messages()
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Alongside: the socket",
            "version": VERSION.rpartition(".v")[2] + ".0.0",
            "description": "One socket for each browser. docs/protocol.md tells it in words.",
        },
        "defaultContentType": "application/json",
        "channels": {
            "socket": {
                "address": "/ws/",
                "description": f"A WebSocket with the subprotocol {VERSION} and the cookie of a session.",
                "messages": {key: {"$ref": f"#/components/messages/{key}"} for key in messages},
                "bindings": {"ws": {"method": "GET"}},
            }
        },
        "operations": _commands() | _events(),
        "components": {"messages": messages, "schemas": _schemas()},
    }


def _messages() -> dict[str, Schema]:
    """Commands, answers and events may have the same type, so each has its family before it."""
    answers = {name: loads(encode(example)) for name, example in examples.ANSWERS.items()}
    events = {name: loads(encode(example)) for name, example in examples.EVENTS.items()}
    commands = {name: loads(example) for name, example in examples.COMMANDS.items()}
    families = (("command", COMMANDS, commands), ("answer", ANSWERS, answers), ("event", EVENTS, events))
    return {
        f"{family}.{name}": {
            "name": name,
            "summary": words_of(kind).partition("\n")[0],
            "payload": schema_of(kind, type=name),
            "examples": [{"payload": given[name]}],
        }
        for family, kinds, given in families
        for name, kind in kinds.items()
    }


def _commands() -> dict[str, Schema]:
    return {
        f"obey.{name}": {
            "action": "receive",
            "channel": CHANNEL,
            "messages": [_in_channel(f"command.{name}")],
            "reply": {
                "channel": CHANNEL,
                "messages": [_in_channel(f"answer.{answer}") for answer in (DONE_WITH[name], *NOT_DONE_WITH)],
            },
        }
        for name in COMMANDS
    }


def _events() -> dict[str, Schema]:
    return {
        f"tell.{name}": {"action": "send", "channel": CHANNEL, "messages": [_in_channel(f"event.{name}")]}
        for name in EVENTS
    }


def _in_channel(key: str) -> Schema:
    return {"$ref": f"{CHANNEL['$ref']}/messages/{key}"}


def _schemas() -> dict[str, Schema]:
    """What a message looks like, and whatever classes are inside of frames."""
    message = ShownMessage.model_json_schema(ref_template=SCHEMAS + "{model}")
    inner = message.pop("$defs")
    frames = [*COMMANDS.values(), *ANSWERS.values(), *EVENTS.values()]
    nested = {kind.__name__: schema_of(kind) for frame in frames for kind in _classes_in(frame)}
    return {"ShownMessage": message, **inner, **nested}


def _classes_in(frame: type) -> list[type]:
    hints = get_type_hints(frame)
    inside = [kind for one in fields(frame) for kind in get_args(hints[one.name])]
    return [kind for kind in inside if isinstance(kind, type) and is_dataclass(kind)]
