"""Puts answers and events into text frames."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import Any

from messaging.protocol.answers import Answer
from messaging.protocol.events import Event


def encode(frame: Answer | Event) -> str:
    """Return an answer or an event as a text frame; parts that are left at their default stay out."""
    return encode_plain({"type": frame.type} | _parts_of(frame))


def encode_plain(frame: Mapping[str, Any]) -> str:
    """The same for a frame that is put together already: ours, or another app's."""
    return json.dumps(frame, default=_plain, ensure_ascii=False, separators=(",", ":"))


def _parts_of(value: Any) -> dict[str, Any]:
    parts = {part.name: getattr(value, part.name) for part in fields(value)}
    return {part.name: parts[part.name] for part in fields(value) if parts[part.name] != part.default}


def _plain(value: object) -> Any:
    if is_dataclass(value):
        return _parts_of(value)
    return value.isoformat() if isinstance(value, datetime) else str(value)
