"""The lines of a page: where days and news begin, how far one's words have come, and who took them how."""

from datetime import date
from typing import Any

import pytest

from messaging.drawing import Line, Reacted, lines_of
from messaging.models import Reaction

ADA, BEN = 1, 2


def message(number: int, author: int = BEN, sent_at: str = "2026-05-03T10:00:00+00:00", **parts: Any) -> dict[str, Any]:
    usual: dict[str, Any] = {"kind": "words", "withdrawn_at": None, "reactions": {}}
    return {"id": number, "seq": number, "author": author, "sent_at": sent_at, **usual, **parts}


def drawn(*messages: dict[str, Any], read: int = 0, seen: int = 0) -> list[Line]:
    return lines_of(messages, viewer=ADA, names={ADA: "Ada", BEN: "Ben"}, read=read, seen=seen)


def test_days_begin_where_they_begin_in_the_zone_of_the_service() -> None:
    """In May London is an hour ahead of the times that are kept."""
    moments = ["2026-05-02T22:59:59+00:00", "2026-05-02T23:00:00+00:00", "2026-05-03T22:00:00+00:00"]
    lines = drawn(*(message(number, sent_at=moment) for number, moment in enumerate(moments, start=1)))
    assert [(line.day, line.begins_day) for line in lines] == [
        (date(2026, 5, 2), True),
        (date(2026, 5, 3), True),
        (date(2026, 5, 3), False),
    ]


@pytest.mark.parametrize(
    ("messages", "read", "begins"),
    [
        ([message(1), message(2), message(3)], 1, [False, True, False]),
        ([message(1), message(2)], 2, [False, False]),
        ([message(1), message(2, ADA), message(3)], 1, [False, False, True]),
        ([message(1, withdrawn_at="then"), message(2, kind="joined"), message(3)], 0, [False, False, True]),
        ([message(1), message(2, ADA)], 1, [False, False]),
    ],
)
def test_news_begins_before_the_first_words_of_others_that_were_not_read(
    messages: list[dict[str, Any]], read: int, begins: list[bool]
) -> None:
    assert [line.begins_new for line in drawn(*messages, read=read)] == begins


@pytest.mark.parametrize(
    ("messages", "seen", "states"),
    [
        ([message(1, ADA), message(2, ADA), message(3, ADA)], 2, ["", "Seen", "Sent"]),
        ([message(1, ADA), message(2, ADA)], 2, ["", "Seen"]),
        ([message(1, ADA), message(2, ADA)], 0, ["", "Sent"]),
        ([message(1, ADA), message(2)], 2, ["Seen", ""]),
        ([message(1, ADA), message(2, ADA, withdrawn_at="then")], 2, ["Seen", ""]),
        ([message(1, ADA), message(2, ADA, kind="joined")], 0, ["Sent", ""]),
        ([message(1), message(2)], 2, ["", ""]),
    ],
)
def test_how_far_ones_words_have_come(messages: list[dict[str, Any]], seen: int, states: list[str]) -> None:
    assert [line.state for line in drawn(*messages, seen=seen)] == states


def test_who_took_it_how() -> None:
    [line] = drawn(message(1, reactions={"hug": [BEN, ADA], "yes": [3]}))
    assert line.reactions == [
        Reacted(Reaction.Kind.HUG, ["Ben", "You"], is_mine=True),
        Reacted(Reaction.Kind.YES, ["Somebody"], is_mine=False),
    ]
    assert [reacted.sign for reacted in line.reactions] == ["🤗", "👍"]
