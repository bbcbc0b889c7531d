"""Reads JSON strictly: whatever cannot be is refused in one line that names its place."""

import json
from collections.abc import Callable, Collection, Sequence
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from matching.engine.errors import ProblemError
from matching.engine.problem import Id

Made = TypeVar("Made")
Word = TypeVar("Word", bound=StrEnum)
Table = dict[str, Any]

# Longer values are cut where an error shows them.
SHOWN = 40


class Doubled(dict[str, Any]):
    """An object that has a key twice; kept until it is known where it stands."""

    key: str


def parse(text: str) -> Table:
    """The one JSON object that a text holds; raises ProblemError where it is none."""
    try:
        found = json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        raise ProblemError(f"Not JSON: {error.msg} at line {error.lineno}, column {error.colno}.") from None
    except RecursionError:
        raise ProblemError("Not a document of ours: lists or objects are nested too deep.") from None
    except ValueError:
        # Python reads no number of more than some thousand digits.
        raise ProblemError("Not a document of ours: a number has too many digits.") from None
    return table(found, "The document")


def table(found: Any, where: str) -> Table:
    """An object whose keys are all different."""
    if isinstance(found, Doubled):
        raise ProblemError(f"{where}: the key {shown(found.key)} is there twice.")
    if not isinstance(found, dict):
        refuse(where, "an object", found)
    return found


def keyed(found: Any, where: str, needed: Collection[str], allowed: Collection[str] = ()) -> Table:
    """An object with all of the needed keys, perhaps some of the others that are allowed, and none besides."""
    read = table(found, where)
    for key in needed:
        if key not in read:
            raise ProblemError(f'{where}: the key "{key}" is missing.')
    for key in read:
        if key not in needed and key not in allowed:
            near = get_close_matches(key, [*needed, *allowed], n=1)
            raise ProblemError(f"{where}: there is no key {shown(key)}{f'; did you mean {near[0]}?' if near else '.'}")
    return read


def listed(found: Any, where: str) -> list[Any]:
    """A list."""
    return found if isinstance(found, list) else refuse(where, "a list", found)


def each_of(found: Any, where: str, reader: Callable[[Any, str], Made]) -> list[Made]:
    """A list of things that are all read in the same way."""
    return [reader(each, f"{where}[{place}]") for place, each in enumerate(listed(found, where))]


def sized(found: Any, where: str, names: Sequence[str]) -> list[Any]:
    """A list of exactly these things."""
    read = listed(found, where)
    return read if len(read) == len(names) else refuse(where, f"[{', '.join(names)}]", found)


def whole(found: Any, where: str) -> int:
    """A whole number; true, false and 1.0 are none."""
    return found if type(found) is int else refuse(where, "a whole number", found)


def word(found: Any, where: str) -> str:
    """A string whose characters are whole."""
    if not isinstance(found, str):
        refuse(where, "a string", found)
    if not sound(found):
        refuse(where, "a string of whole characters", found)
    return found


def identity(found: Any, where: str) -> Id:
    """The id of a person."""
    if type(found) is int:
        return found
    return word(found, where) if isinstance(found, str) else refuse(where, "a whole number or a string", found)


def one_of(words: type[Word], found: Any, where: str) -> Word:
    """One word of a closed list."""
    if not isinstance(found, str) or found not in set(words):
        refuse(where, f"one of {', '.join(words)}", found)
    return words(found)


def optional(read: Table, key: str, reader: Callable[[Any, str], Made]) -> Made | None:
    """What stands under a key, read by `reader`; None where nothing or null does."""
    return None if read.get(key) is None else reader(read[key], key)


def refuse(where: str, wanted: str, found: Any) -> NoReturn:
    """Say what has to stand at a place, and what does."""
    raise ProblemError(f"{where} must be {wanted}, not {shown(found)}.")


def shown(found: Any) -> str:
    """A value as it stands in the document, on one line and not too much of it."""
    if isinstance(found, list):
        return f"a list of {len(found)}"
    if isinstance(found, dict):
        return "an object"
    text = json.dumps(found)
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 3]}..."


def sound(text: str) -> bool:
    """Whether every character of a text is whole."""
    # JSON can spell half of a character, which no file can hold.
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _object(pairs: list[tuple[str, Any]]) -> Table:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    keys = [key for key, _ in pairs]
    doubled = Doubled(found)
    doubled.key = next(key for place, key in enumerate(keys) if key in keys[:place])
    return doubled
