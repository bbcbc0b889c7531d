"""Turns a text into sentences of plain words: one spelling for what people type in many ways."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from safeguarding.screening.spellings import LOOSELY_SPELLED, MEANS_ITSELF, SPELLINGS

WORD_OR_SIGN = re.compile(r"[^\W_]+(?:['’‘`´][^\W_]+)*|[.!?…\n,;:()\"“”–—]")
SENTENCE_ENDS = frozenset(".!?…\n")
APOSTROPHES = str.maketrans("’‘`´", "''''")
HIDDEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
# At least four letters, each alone: "d i e" could be anything, "k.i.l.l" is not. No two parts of it can match the same
# character, so it never goes back.
SPACED_OUT = re.compile(r"(?<![^\W_])[^\W\d_](?:[ .*_-]{1,2}[^\W\d_](?![^\W_])){3,}")
DRAWN_OUT = re.compile(r"(.)\1{2,}")
DIGITS_FOR_LETTERS = str.maketrans("013457", "oieast")
ALPHABET = "abcdefghijklmnopqrstuvwxyz"


@dataclass(slots=True)
class Sentence:
    """Its words, where each begins and ends in the text, and in which clause of the sentence it stands."""

    words: list[str]
    places: list[tuple[int, int]]
    clauses: list[int]
    asks: bool = False


class Reader:
    """Reads texts, knowing the words that matter (`known`), so that only those are looked for in odd spellings."""

    def __init__(self, known: frozenset[str]) -> None:
        self.known = known
        self.loose = {
            typo: word for word in LOOSELY_SPELLED for typo in one_slip_from(word) if typo not in known | MEANS_ITSELF
        }
        # Most words of a message are among a few thousand.
        self.plain = lru_cache(maxsize=4096)(self._plain)

    def clean(self, text: str) -> str:
        """The same text without hidden or fancy characters, and with spaced-out letters put together."""
        if not text.isascii():
            text = unicodedata.normalize("NFKC", text.translate(HIDDEN))
        return SPACED_OUT.sub(self._put_together, text)

    def sentences(self, text: str) -> Iterator[Sentence]:
        sentence, clause = Sentence([], [], []), 0
        for found in WORD_OR_SIGN.finditer(text):
            written = found.group()
            if written in SENTENCE_ENDS:
                sentence.asks = written == "?"
                if sentence.words:
                    yield sentence
                sentence, clause = Sentence([], [], []), 0
            elif not written[0].isalnum():
                clause += 1
            else:
                for word in self.plain(written):
                    sentence.words.append(word)
                    sentence.places.append(found.span())
                    sentence.clauses.append(clause)
        if sentence.words:
            yield sentence

    def _plain(self, written: str) -> tuple[str, ...]:
        """The plain word or words of what stands between two spaces: "I'm" is two."""
        word = written.casefold()
        if word in self.known:
            return (word,)
        return self._unusual(word)

    def _unusual(self, word: str) -> tuple[str, ...]:
        word = word.translate(APOSTROPHES)
        if word in SPELLINGS:
            return SPELLINGS[word]
        if word in self.loose:
            return (self.loose[word],)
        if not word.isascii():
            return (without_accents(word),)
        if "'" in word:
            return expanded(word)
        for other in other_readings(word):
            if other in self.known or other in SPELLINGS:
                return SPELLINGS.get(other, (other,))
        return (word,)

    def _put_together(self, found: re.Match[str]) -> str:
        letters = "".join(filter(str.isalpha, found.group())).casefold()
        words = split_up(letters, self.known)
        # As long as before, so that what stood around it is still where it was.
        return " ".join(words) if words else found.group()


def without_accents(word: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFKD", word) if not unicodedata.combining(one))


def expanded(word: str) -> tuple[str, ...]:
    """Write a contraction out: "shouldn't" is "should not"; a possessive loses its s."""
    start, _, end = word.rpartition("'")
    if end == "t" and start.endswith("n"):
        return (start[:-1], "not")
    endings = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would"}
    if end == "s":
        return (start, "is") if start in ("he", "she", "it", "that", "there", "who", "what", "everyone") else (start,)
    return (start, endings[end]) if end in endings else (word,)


def other_readings(word: str) -> Iterator[str]:
    """What a word may be when letters were held down ("dieeee") or swapped for digits ("k1ll")."""
    if len(word) > 20 or word.isdigit():
        return
    if DRAWN_OUT.search(word):
        yield DRAWN_OUT.sub(r"\1\1", word)
        yield DRAWN_OUT.sub(r"\1", word)
    if not word.isalpha():
        yield word.translate(DIGITS_FOR_LETTERS)


def split_up(letters: str, known: frozenset[str], longest: int = 60) -> list[str]:
    """Cut a run of letters into known words, the longest word last; nothing if that cannot be done."""
    if len(letters) > longest:
        return []
    ways: list[list[str] | None] = [[]]
    for end in range(1, len(letters) + 1):
        starts = (start for start in range(max(0, end - 12), end) if ways[start] is not None)
        ways.append(
            next(([*(ways[start] or []), letters[start:end]] for start in starts if letters[start:end] in known), None)
        )
    return ways[-1] or []


@cache
def one_slip_from(word: str) -> frozenset[str]:
    """Every spelling with one letter missing, one too many, one wrong, or two changed over."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    missing = {left + right[1:] for left, right in cuts if right}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    wrong = {left + letter + right[1:] for left, right in cuts if right for letter in ALPHABET}
    extra = {left + letter + right for left, right in cuts for letter in ALPHABET}
    return frozenset(missing | swapped | wrong | extra) - {word}
