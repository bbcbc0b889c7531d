"""Reads long lists of ids, with what stands beside them; millions of pairs quickly where nothing is wrong with them."""

from collections.abc import Collection, Mapping
from itertools import chain
from typing import Any

from matching.engine.problem import Id

from .reading import Word, each_of, identity, listed, one_of, refuse, sized, sound, whole


def pairs_of_ids(found: Any, where: str, names: tuple[str, str]) -> list[tuple[Id, Id]]:
    """A list of pairs of ids, quickly where nothing is wrong with it."""
    rows = listed(found, where)
    if not (_lists(rows) and set(map(len, rows)) <= {2} and sound_ids(chain.from_iterable(rows))):
        for place, row in enumerate(rows):
            for name, each in zip(names, sized(row, f"{where}[{place}]", names), strict=True):
                identity(each, f"{where}[{place}]: {name}")
    return [(one, other) for one, other in rows]


def reasons_of_ids(words: type[Word], found: Any, where: str) -> tuple[tuple[Id, Word], ...]:
    """A list of ids, each with a word of a closed list."""

    def reason(row: Any, here: str) -> tuple[Id, Word]:
        each, why = sized(row, here, ("id", "reason"))
        return identity(each, f"{here}: id"), one_of(words, why, f"{here}: reason")

    return tuple(each_of(found, where, reason))


def numbers_of_ids(found: Any, where: str, name: str) -> dict[Id, int]:
    """A list of ids that are all different, each with a number."""

    def numbered(row: Any, here: str) -> tuple[Id, int]:
        each, number = sized(row, here, ("id", name))
        return identity(each, f"{here}: id"), whole(number, f"{here}: {name}")

    numbers: dict[Id, int] = {}
    for place, (each, number) in enumerate(each_of(found, where, numbered)):
        if each in numbers:
            refuse(f"{where}[{place}]: id", "one that is not there yet", each)
        numbers[each] = number
    return numbers


def scored_pairs(found: Any, where: str, names: tuple[str, str], lengths: Collection[int] = (3,)) -> list[list[Any]]:
    """A list of rows that begin with two ids and a score, quickly where nothing is wrong with it."""
    rows = listed(found, where)
    if not (_lists(rows) and set(map(len, rows)) <= set(lengths) and _scored(rows)):
        for place, row in enumerate(rows):
            here = f"{where}[{place}]"
            if len(listed(row, here)) not in lengths:
                refuse(here, f"[{names[0]}, {names[1]}, score]", row)
            identity(row[0], f"{here}: {names[0]}")
            identity(row[1], f"{here}: {names[1]}")
            whole(row[2], f"{here}: score")
    return rows


def numbers_out(numbers: Mapping[Id, int]) -> list[tuple[Id, int]]:
    """The same list again; rows, because a key of a JSON object cannot be a number."""
    return list(numbers.items())


def sound_ids(found: Any) -> bool:
    """Whether all of these can be ids."""
    ids = list(found)
    return set(map(type, ids)) <= {int, str} and sound("".join(each for each in set(ids) if isinstance(each, str)))


def _lists(rows: list[Any]) -> bool:
    return set(map(type, rows)) <= {list}


def _scored(rows: list[list[Any]]) -> bool:
    return all(sound_ids(row[end] for row in rows) for end in (0, 1)) and {type(row[2]) for row in rows} <= {int}
