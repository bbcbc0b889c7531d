"""The versions of the weights, and what changed from one to the next."""

from dataclasses import dataclass
from itertools import pairwise

from matching import words
from matching.models import Configuration


@dataclass(frozen=True)
class Change:
    """One part that counts differently than in the version before; `before` is None in the first version."""

    name: str
    before: str | None
    after: str


@dataclass(frozen=True)
class Version:
    """A configuration in words, and what changed with it."""

    configuration: Configuration
    parts: list[words.PartInWords]
    changes: list[Change]
    is_current: bool


def current_configuration() -> Configuration:
    """The newest: the one that rounds use from now on."""
    return Configuration.objects.newest()


def configurations() -> list[Version]:
    """Every version, the newest first."""
    rows: list[Configuration | None] = [*Configuration.objects.select_related("by"), None]
    return [
        Version(one, words.parts_in_words(one), changes_between(before, one), is_current=place == 0)
        for place, (one, before) in enumerate(pairwise(rows))
        if one is not None
    ]


def changes_between(before: Configuration | None, after: Configuration) -> list[Change]:
    if before is None:
        return []
    return [
        Change(now.name, then.value, now.value)
        for then, now in zip(words.parts_in_words(before), words.parts_in_words(after), strict=True)
        if then.value != now.value
    ]
