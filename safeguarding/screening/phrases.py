"""A small language for phrases, made to be read aloud: `<want> to die`, `no food in|left`, `bruises .. <child>`.

`a|b` is either word, `<name>` any word of that group, `word?` may be left out, `..` stands for up to three words in
between, and `$` for the end of the clause. Every phrase is as short as it looks, so looking for all of them at every
word takes time in proportion to the text.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from safeguarding.screening.reading import Sentence

MOST_BETWEEN = 3
BETWEEN, END = frozenset([".."]), frozenset(["$"])

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Found(Generic[T_co]):
    """`what` the phrase stands for, and where it is: the words from `start` up to, not with, `end`."""

    what: T_co
    start: int
    end: int


class Phrases(Generic[T]):
    """Finds many phrases at once, each standing for something."""

    def __init__(self, tables: Iterable[tuple[T, str]], groups: dict[str, str]) -> None:
        self.groups = {name: frozenset(words.split()) for name, words in groups.items()}
        self.by_first_word: dict[str, list[tuple[T, list[frozenset[str]]]]] = {}
        for what, table in tables:
            for line in filter(None, map(str.strip, table.split("\n"))):
                for steps in self._readings(line.split()):
                    for word in steps[0]:
                        self.by_first_word.setdefault(word, []).append((what, steps))

    @property
    def words(self) -> frozenset[str]:
        phrases = (steps for several in self.by_first_word.values() for _, steps in several)
        return frozenset(word for steps in phrases for step in steps for word in step) - BETWEEN - END

    def find(self, sentence: Sentence) -> Iterator[Found[T]]:
        for start, word in enumerate(sentence.words):
            for what, steps in self.by_first_word.get(word, ()):
                if (end := _end_of(steps, sentence, start)) is not None:
                    yield Found(what, start, end)

    def _readings(self, parts: list[str]) -> Iterator[list[frozenset[str]]]:
        """A phrase with a part that may be left out is two phrases."""
        if not parts:
            yield []
            return
        for rest in self._readings(parts[1:]):
            yield [self._step(parts[0].removesuffix("?")), *rest]
            if parts[0].endswith("?"):
                yield rest

    def _step(self, part: str) -> frozenset[str]:
        words: set[str] = set()
        for one in part.split("|"):
            words |= self.groups[one[1:-1]] if one.startswith("<") else {one}
        return frozenset(words)


def _end_of(steps: list[frozenset[str]], sentence: Sentence, at: int) -> int | None:
    """Where a phrase that begins at the word `at` ends, if it is there."""
    words = sentence.words
    for number, step in enumerate(steps):
        if step == BETWEEN:
            ways = (_end_of(steps[number + 1 :], sentence, at + more) for more in range(MOST_BETWEEN + 1))
            return next((end for end in ways if end is not None), None)
        if step == END:
            return at if at == len(words) or sentence.clauses[at] != sentence.clauses[at - 1] else None
        if at >= len(words) or words[at] not in step:
            return None
        at += 1
    return at
