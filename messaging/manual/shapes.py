"""What a class of the protocol looks like as JSON: its schema, and its parts in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, fields
from datetime import datetime
from inspect import cleandoc
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints
from uuid import UUID

from messaging.manual.words import PARTS
from messaging.protocol.reading import LARGEST_NUMBER, LONGEST_REF

Schema = dict[str, Any]

# Where the document keeps what is used more than once.
SCHEMAS = "#/components/schemas/"
MESSAGE: Schema = {"$ref": f"{SCHEMAS}ShownMessage"}
KINDS: Mapping[Any, tuple[str, Schema]] = {
    str: ("text", {"type": "string"}),
    bool: ("true or false", {"type": "boolean"}),
    int: ("whole number", {"type": "integer", "minimum": 0, "maximum": LARGEST_NUMBER}),
    UUID: ("UUID", {"type": "string", "format": "uuid"}),
    datetime: ("moment", {"type": "string", "format": "date-time"}),
    Mapping[str, Any]: ("message", MESSAGE),
}


@dataclass(frozen=True)
class Part:
    """One part of a frame, in words."""

    name: str
    kind: str
    is_needed: bool
    words: str


def parts_of(kind: type) -> list[Part]:
    """All parts but `ref`, of which the page speaks once."""
    return [
        Part(one.name, _kind_words(hint), _is_needed(one), PARTS[one.name])
        for one, hint in _hinted(kind)
        if one.name != "ref"
    ]


def words_of(kind: type) -> str:
    return cleandoc(kind.__doc__ or "")


def schema_of(kind: type, **constants: str) -> Schema:
    """The object that this class is in JSON, with further keys that always have one value."""
    parts = {one.name: _described(one.name, _schema_of_hint(hint)) for one, hint in _hinted(kind)}
    return {
        "type": "object",
        "description": words_of(kind),
        "properties": {name: {"const": value} for name, value in constants.items()} | parts,
        "required": [*constants, *(one.name for one in fields(kind) if _is_needed(one))],
        "additionalProperties": False,
    }


def _hinted(kind: type) -> Iterator[tuple["Field[Any]", Any]]:
    hints = get_type_hints(kind)
    return ((one, _without_none(hints[one.name])) for one in fields(kind))


def _without_none(hint: Any) -> Any:
    """What may be None is left out of a frame, so that no null is ever seen."""
    if get_origin(hint) is UnionType:
        [hint] = [one for one in get_args(hint) if one is not NoneType]
    return hint


def _is_needed(one: "Field[Any]") -> bool:
    return one.default is MISSING


def _kind_words(hint: Any) -> str:
    if hint in KINDS:
        return KINDS[hint][0]
    if isinstance(hint, type):
        return f"`{hint.__name__}`"
    *_, inner = get_args(hint)
    return f"list of {_kind_words(inner)}s" if get_origin(hint) is Sequence else f"{_kind_words(inner)} for each"


def _schema_of_hint(hint: Any) -> Schema:
    if hint in KINDS:
        return KINDS[hint][1]
    if isinstance(hint, type):
        return {"$ref": f"{SCHEMAS}{hint.__name__}"}
    *_, inner = get_args(hint)
    if get_origin(hint) is Sequence:
        return {"type": "array", "items": _schema_of_hint(inner)}
    numbers = {"type": "string", "pattern": "^[0-9]{1,16}$"}
    return {"type": "object", "propertyNames": numbers, "additionalProperties": _schema_of_hint(inner)}


def _described(name: str, schema: Schema) -> Schema:
    """Beside a reference nothing else may stand."""
    if "$ref" in schema:
        return schema
    limited = {"maxLength": LONGEST_REF} if name == "ref" else {}
    return {**schema, **limited, "description": PARTS[name]}
