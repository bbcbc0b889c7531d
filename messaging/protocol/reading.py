"""Reads commands out of text frames, or says in words what is wrong with one."""

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from typing import Any, get_type_hints
from uuid import UUID

from messaging.protocol.answers import Refused
from messaging.protocol.commands import COMMANDS, Command

LONGEST_FRAME = 64 * 1024
LONGEST_REF = 64
# The largest whole number that JavaScript holds exactly; a database column holds it too.
LARGEST_NUMBER = 2**53 - 1
MOST_RESUMED = 500

Reader = Callable[[str, object], Any]


class ProtocolError(Exception):
    """A frame that is no command; `refusal` is what to answer."""

    def __init__(self, code: str, why: str, *, key: str = "") -> None:
        super().__init__(why)
        self.refusal = Refused(code=code, why=why, key=_sendable(key)[:LONGEST_REF])


def parse(text: str) -> Command:
    """Return the command in a text frame, or raise ProtocolError and nothing else."""
    if len(text) > LONGEST_FRAME or len(text.encode(errors="surrogatepass")) > LONGEST_FRAME:
        raise ProtocolError("too_big", "A frame can have 64 KiB.")
    given = read_object(text)
    try:
        return _command(given)
    except ProtocolError as error:
        raise _with_echo(error, given) from None


def read_object(text: str) -> dict[str, Any]:
    """Return the JSON object that a text is, read strictly, or raise ProtocolError and nothing else."""
    try:
        given = json.loads(text, object_pairs_hook=_without_doubles)
    except (ValueError, RecursionError):
        raise ProtocolError("not_json", "This is not JSON.") from None
    if not isinstance(given, dict):
        raise ProtocolError("not_an_object", "A frame is a JSON object.")
    return given


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Two values under one name mean two things to two readers, so neither is believed."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _with_echo(ProtocolError("double_key", "A key is there twice.", key=key), dict(pairs))
        found[key] = value
    return found


def _command(given: dict[str, Any]) -> Command:
    name = given.get("type")
    if not isinstance(name, str) or name not in COMMANDS:
        raise ProtocolError("unknown_type", "There is no such command.", key="type")
    kind = COMMANDS[name]
    known = {part.name: part for part in fields(kind)}
    for key in given:
        if key != "type" and key not in known:
            raise ProtocolError("unknown_key", "This command has no such key.", key=key)
    for key, part in known.items():
        if key not in given and part.default is MISSING:
            raise ProtocolError("missing_key", "This command needs this key.", key=key)
    return kind(**{key: READERS_OF[name][key](key, given[key]) for key in known if key in given})


def _read_text(key: str, value: object) -> str:
    if not isinstance(value, str) or (key == "ref" and (len(value) > LONGEST_REF or value != _sendable(value))):
        raise ProtocolError("wrong_type", "This must be a text.", key=key)
    return value


def _sendable(text: str) -> str:
    """JSON can hold half a character, which no frame can; an echo shows it as its number."""
    return text.encode(errors="backslashreplace").decode()


def _read_flag(key: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise ProtocolError("wrong_type", "This must be true or false.", key=key)
    return value


def _read_number(key: str, value: object) -> int:
    # True is a number to Python and not to anybody else; NaN and 1.0 are floats, which nothing here is.
    if type(value) is not int or not 0 <= value <= LARGEST_NUMBER:
        raise ProtocolError("wrong_type", "This must be a whole number.", key=key)
    return value


def _read_uuid(key: str, value: object) -> UUID:
    try:
        found = UUID(value) if isinstance(value, str) else None
    except ValueError:
        found = None
    # Python also reads braces and urn:uuid:, which would come back in another form than they were sent.
    if found is None or str(found) != str(value).lower():
        raise ProtocolError("wrong_type", "This must be a UUID.", key=key)
    return found


def _read_seqs(key: str, value: object) -> Mapping[int, int]:
    if not isinstance(value, dict) or len(value) > MOST_RESUMED:
        raise ProtocolError("wrong_type", "This must map conversations to their last seq.", key=key)
    return {_read_number(key, _number_in(name)): _read_number(key, seq) for name, seq in value.items()}


def _number_in(name: str) -> int | str:
    """JSON has only texts for keys; a longer one than this is no number of ours."""
    return int(name) if len(name) <= 16 and name.isascii() and name.isdigit() else name


READERS: Mapping[Any, Reader] = {
    str: _read_text,
    int: _read_number,
    bool: _read_flag,
    UUID: _read_uuid,
    Mapping[int, int]: _read_seqs,
}
READERS_OF: Mapping[str, Mapping[str, Reader]] = {
    name: {key: READERS[hint] for key, hint in get_type_hints(kind).items()} for name, kind in COMMANDS.items()
}


def _with_echo(error: ProtocolError, given: dict[str, Any]) -> ProtocolError:
    """Let the sender know which of its commands this is about, as far as that can be read."""
    refusal = error.refusal
    marks = {key: given[key] for key in ("client_id", "ref") if isinstance(given.get(key), str)}
    marked = {key: _sendable(mark)[:LONGEST_REF] for key, mark in marks.items()}
    error.refusal = Refused(code=refusal.code, why=refusal.why, key=refusal.key, **marked)
    return error
