"""Finds who is named in what somebody wrote: an @ and the name they have in the network, which may have spaces."""

import re
from collections.abc import Iterable
from functools import lru_cache


def names_in(words: str, names: Iterable[str]) -> frozenset[str]:
    """Those of `names` that stand behind an @, in any case; of two that fit at one place the longer."""
    if "@" not in words:
        return frozenset()
    known = {name.casefold(): name for name in names}
    found = (known.get(_as_name(match[1])) for match in pattern_of(frozenset(known.values())).finditer(words))
    return frozenset(name for name in found if name)


@lru_cache(maxsize=64)
def pattern_of(names: frozenset[str]) -> re.Pattern[str]:
    """Finds an @ with one of the names; neither in an e-mail address nor as the beginning of a longer word."""
    if not names:
        return re.compile(r"(?!)")
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    either = "|".join(r"\s".join(map(re.escape, name.split())) for name in longest_first)
    return re.compile(rf"(?<![\w.@])@({either})(?!\w)", re.IGNORECASE)


def _as_name(words: str) -> str:
    return " ".join(words.split()).casefold()
