"""Searches what was said in one's own conversations: by full text on PostgreSQL, word for word elsewhere.

What is searched for is kept nowhere. PostgreSQL knows "sleeping" when one looks for "sleep", by the index that
a migration makes; the rules of English are applied to every language, which finds whole words in each. Where these
rules leave nothing to look for, as with "Will", and on SQLite, every word is looked for as it stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from secrets import token_hex
from typing import Any

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchVector
from django.core.paginator import Page, Paginator
from django.db import connection
from django.db.models import F, Prefetch, QuerySet

from messaging.models import Message, Participant
from people.models import Person
from safeguarding.queries import blocked_ids

FOUND_A_PAGE = 20
# How much is shown around the first word found.
BEFORE, AROUND = 60, 240
RULES = "english"


@dataclass(frozen=True)
class Part:
    """A piece of what was said, marked where it is what was looked for."""

    words: str
    is_marked: bool


@dataclass(frozen=True)
class Found:
    """A message that was looked for, with the conversation and the words around what was found in it."""

    message: Message
    others: list[Person]
    parts: list[Part]

    @property
    def shown_from(self) -> int:
        """After which seq its conversation is to be opened, so that a little of what led to it is seen too."""
        return max(0, self.message.seq - 6)


def found_by(viewer: Person, words: str, number: str | int | None = 1) -> "Page[Found]":
    """One page of what the viewer may see and searches for, the latest first."""
    present = Participant.objects.current().select_related("person").order_by("pk")
    mine = (
        Message.objects.visible_to(viewer)
        .waiting()
        # A block hides each from the other here too.
        .exclude(author__in=blocked_ids(viewer))
        .select_related("author", "conversation")
        .prefetch_related(Prefetch("conversation__participants", present, to_attr="present"))
        .order_by("-sent_at", "-pk")
    )
    mark = f"\ue000{token_hex(8)}\ue001"
    found = _by_rules(mine, words, mark) if _knows_rules() and _says_something(words) else _word_for_word(mine, words)
    paginator: Any = Paginator(found, FOUND_A_PAGE)
    page = paginator.get_page(number)
    return Page([_found(message, viewer, words, mark) for message in page], page.number, paginator)


def _knows_rules() -> bool:
    return connection.vendor == "postgresql"


def _says_something(words: str) -> bool:
    """Whether the rules leave a word to look for."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT numnode(websearch_to_tsquery(%s::regconfig, %s))", [RULES, words])
        [(number,)] = cursor.fetchall()
    return bool(number)


def _by_rules(messages: QuerySet[Message], words: str, mark: str) -> QuerySet[Any]:
    query = SearchQuery(words, config=RULES, search_type="websearch")
    headline = SearchHeadline("body", query, config=RULES, start_sel=mark, stop_sel=mark, highlight_all=True)
    return messages.alias(vector=SearchVector("body", config=RULES)).filter(vector=query).annotate(marked=headline)


def _word_for_word(messages: QuerySet[Message], words: str) -> QuerySet[Any]:
    """Every word somewhere in it, in capitals or not; SQLite's own LIKE knows no capitals but those of English."""
    for word in single_words(words):
        has_it = {"body__icontains": word} if connection.vendor == "postgresql" else {"body__iregex": re.escape(word)}
        messages = messages.filter(**has_it)
    return messages.annotate(marked=F("body"))


def single_words(words: str) -> list[str]:
    """The words looked for, without the signs that bind them together."""
    return words.replace('"', " ").split()


def _found(message: Any, viewer: Person, words: str, mark: str) -> Found:
    """`message` is a Message with what found_by adds to it."""
    others = [place.person for place in message.conversation.present if place.person_id != viewer.pk]
    if mark in message.marked:
        pieces = message.marked.split(mark)
    else:
        pieces = re.split(f"({'|'.join(map(re.escape, single_words(words)))})", message.body, flags=re.IGNORECASE)
    return Found(message, others, list(_around_the_first(pieces)))


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
