"""Finds what has words in it: by full text on PostgreSQL, word for word elsewhere, and says where in it they are.

PostgreSQL knows "sleeping" when one looks for "sleep", by an index that a migration makes over
`to_tsvector('english', COALESCE(column, ''))`; the rules of English are applied to every language, which finds whole
words in each. Where these rules leave nothing to look for, as with "Will", and on SQLite, every word is looked for as
it stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from secrets import token_hex
from typing import Any

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchVector
from django.db import connection
from django.db.models import F, QuerySet

# How much is shown around the first word found.
BEFORE, AROUND = 60, 240
RULES = "english"


@dataclass(frozen=True)
class Part:
    """A piece of what was written, marked where it is what was looked for."""

    words: str
    is_marked: bool


class Looking:
    """Looks for some words; whoever looks in several places asks the same one."""

    def __init__(self, words: str) -> None:
        self.words = words
        # Between characters nobody types, and of chance, so that no words can pretend to be marked.
        self.mark = f"\ue000{token_hex(8)}\ue001"

    @cached_property
    def by_rules(self) -> bool:
        """Whether the rules are known and leave a word to look for."""
        if connection.vendor != "postgresql":
            return False
        with connection.cursor() as cursor:
            cursor.execute("SELECT numnode(websearch_to_tsquery(%s::regconfig, %s))", [RULES, self.words])
            [(number,)] = cursor.fetchall()
        return bool(number)

    def among(self, rows: QuerySet[Any], column: str) -> Any:
        """Those of `rows` that have the words in a column, each with `marked`, from which `parts_of` reads."""
        return self._by_rules(rows, column) if self.by_rules else self._word_for_word(rows, column)

    def _by_rules(self, rows: QuerySet[Any], column: str) -> Any:
        query = SearchQuery(self.words, config=RULES, search_type="websearch")
        headline = SearchHeadline(
            column, query, config=RULES, start_sel=self.mark, stop_sel=self.mark, highlight_all=True
        )
        found = rows.alias(vector=SearchVector(column, config=RULES)).filter(vector=query)
        return found.annotate(marked=headline)

    def _word_for_word(self, rows: QuerySet[Any], column: str) -> Any:
        """Every word somewhere in it, in capitals or not; SQLite's own LIKE knows no capitals but those of English."""
        like = connection.vendor == "postgresql"
        for word in single_words(self.words):
            has_it = {f"{column}__icontains": word} if like else {f"{column}__iregex": re.escape(word)}
            rows = rows.filter(**has_it)
        return rows.annotate(marked=F(column))

    def parts_of(self, marked: str, text: str) -> list[Part]:
        """The words around the first one found; `marked` is the text as the database marked it."""
        if self.mark in marked:
            pieces = marked.split(self.mark)
        else:
            pieces = re.split(f"({'|'.join(map(re.escape, single_words(self.words)))})", text, flags=re.IGNORECASE)
        return list(_around_the_first(pieces))


def single_words(words: str) -> list[str]:
    """The words looked for, without the signs that bind them together."""
    return words.replace('"', " ").split()


def _around_the_first(pieces: list[str]) -> Iterator[Part]:
    """`pieces` are turn about plain and found; as many of them as fit beside the first found one."""
    plain = pieces[0]
    yield Part(plain if len(plain) <= BEFORE else f"… {plain[-BEFORE:]}", is_marked=False)
    room = AROUND
    for place, piece in enumerate(pieces[1:], start=1):
        if len(piece) > room:
            yield Part(f"{piece[:room]} …", is_marked=bool(place % 2))
            return
        room -= len(piece)
        yield Part(piece, is_marked=bool(place % 2))
