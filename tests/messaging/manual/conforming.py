"""Whether a value is as a schema says: as much of JSON Schema as our documents use, and a fault for any other."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

KINDS = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}
FORMATS: Mapping[str, Callable[[str], object]] = {"uuid": UUID, "date-time": datetime.fromisoformat}
SILENT = {"title", "description", "default"}
NEVER = {"never": True}

# What holds of a value by itself, by keyword.
HOLDS: Mapping[str, Callable[[Any, Any], bool]] = {
    "type": lambda said, value: type(value) is KINDS[said],
    "const": lambda said, value: bool(value == said),
    "enum": lambda said, value: value in said,
    "required": lambda said, value: set(said) <= value.keys(),
    "minimum": lambda said, value: bool(value >= said),
    "maximum": lambda said, value: bool(value <= said),
    "maxLength": lambda said, value: len(value) <= said,
    "pattern": lambda said, value: re.search(said, value) is not None,
    "format": lambda said, value: FORMATS[said](value) is not None,
    "never": lambda said, value: False,
}


def resolve(document: Any, reference: str) -> Any:
    """What `#/a/b` leads to in this document; KeyError when it leads nowhere."""
    found = document
    for step in reference.removeprefix("#/").split("/"):
        found = found[step]
    return found


def faults(value: Any, schema: Any, document: Any) -> Iterator[str]:
    if "type" in schema and not HOLDS["type"](schema["type"], value):
        yield f"{value!r} is no {schema['type']}"
        return
    for keyword, said in schema.items():
        if keyword in HOLDS:
            if not HOLDS[keyword](said, value):
                yield f"{keyword} is {said!r}, and not {value!r}"
        elif keyword == "anyOf":
            if all(any(faults(value, choice, document)) for choice in said):
                yield f"{value!r} is none of the choices"
        elif keyword not in SILENT:
            for inner, inner_schema in _inside(keyword, said, value, schema, document):
                yield from faults(inner, inner_schema, document)


def _inside(keyword: str, said: Any, value: Any, schema: Any, document: Any) -> Iterator[tuple[Any, Any]]:
    """The parts of a value with what is said of each."""
    if keyword == "$ref":
        yield value, resolve(document, said)
    elif keyword == "items":
        yield from ((one, said) for one in value)
    elif keyword == "propertyNames":
        yield from ((name, said) for name in value)
    elif keyword == "properties":
        yield from ((value[name], said[name]) for name in value.keys() & said.keys())
    elif keyword == "additionalProperties":
        others = value.keys() - schema.get("properties", {}).keys()
        yield from ((value[name], said or NEVER) for name in others)
    else:
        yield value, NEVER
