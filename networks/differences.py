"""Compares two versions of a text word by word, so that a reader sees what was changed. Plain Python."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

# Every character belongs to one of these, so that nothing is lost between them.
WORDS = re.compile(r"\w+|[^\w\s]|\s+")


@dataclass(frozen=True)
class Stretch:
    """A piece of the text as it was and as it is; where nothing was changed, both are the same."""

    before: str
    after: str

    @property
    def is_same(self) -> bool:
        return self.before == self.after


def stretches(before: str, after: str) -> list[Stretch]:
    """The two texts in turn: joined, the one side is all of the first, the other all of the second.

    Lines are compared first, then the words of lines that are not the same, which keeps long pages quick.
    """
    found: list[Stretch] = []
    for lines in _apart(before.splitlines(keepends=True), after.splitlines(keepends=True)):
        if lines.is_same or not (lines.before and lines.after):
            found.append(lines)
        else:
            found += _apart(WORDS.findall(lines.before), WORDS.findall(lines.after))
    return _in_readable_pieces(found)


def _apart(before: list[str], after: list[str]) -> Iterator[Stretch]:
    for _, begin, end, new_begin, new_end in SequenceMatcher(None, before, after).get_opcodes():
        yield Stretch("".join(before[begin:end]), "".join(after[new_begin:new_end]))


def _in_readable_pieces(found: Iterable[Stretch]) -> list[Stretch]:
    """One change is easier to read than two with nothing but a space between them."""
    joined: list[Stretch] = []
    for one in found:
        if joined and joined[-1].is_same == one.is_same:
            joined.append(_one_after_the_other(joined.pop(), one))
        elif len(joined) > 1 and not one.is_same and joined[-1].before.isspace() and "\n" not in joined[-1].before:
            space, change = joined.pop(), joined.pop()
            joined.append(_one_after_the_other(change, space, one))
        else:
            joined.append(one)
    return joined


def _one_after_the_other(*pieces: Stretch) -> Stretch:
    return Stretch("".join(one.before for one in pieces), "".join(one.after for one in pieces))
