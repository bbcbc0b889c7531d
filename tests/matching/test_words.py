"""The engine's findings in plain words."""

import pytest

from matching.engine import Obstacle, Part
from matching.words import (
    OBSTACLES,
    TO_COORDINATOR,
    TO_HELPER,
    TO_MEMBER,
    listed,
    reasons_in_words,
    unplaced_in_words,
)

REASONS = [
    {"name": "topics", "points": 300, "values": ["anxiety", "unheard-of"]},
    {"name": "hours", "points": 100, "values": ["mon-evening"]},
    {"name": "waiting", "points": 10, "values": ["12"]},
]


def test_each_reader_is_spoken_to_in_their_own_words() -> None:
    topics = {"anxiety": "Anxiety"}
    assert reasons_in_words(REASONS, TO_MEMBER, topics) == [
        "They can help with what you named: Anxiety and unheard-of.",
        "They are free when you are: Monday evening.",
    ]
    assert reasons_in_words(REASONS, TO_COORDINATOR, topics) == [
        "Shared topics: Anxiety and unheard-of.",
        "Both free: Monday evening.",
        "Has waited 12 days.",
    ]


def test_every_part_of_a_fit_can_be_told_to_the_coordinator() -> None:
    assert TO_COORDINATOR.sentences.keys() == {part.value for part in Part}
    assert TO_MEMBER.sentences.keys() | {"waiting"} == TO_COORDINATOR.sentences.keys()
    assert TO_HELPER.sentences.keys() <= TO_MEMBER.sentences.keys()


def test_every_obstacle_has_words() -> None:
    assert OBSTACLES.keys() == {obstacle.value for obstacle in Obstacle}


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c", "d"], "a, b, c and d"),
        (["a", "b", "c", "d", "e", "f"], "a, b, c, d and 2 more"),
    ],
)
def test_lists_end_with_and(names: list[str], words: str) -> None:
    assert listed(names) == words


@pytest.mark.parametrize(
    ("reason", "counts", "words"),
    [
        ("no_helper_at_all", {}, ["There is no active adviser or peer at all."]),
        (
            "all_places_taken",
            {"fitting": 1, "full_before": 0},
            ["1 helper would fit, but every place with them is taken."],
        ),
        (
            "all_places_taken",
            {"fitting": 3, "full_before": 2},
            ["3 helpers would fit, but every place with them is taken (2 had none free to begin with)."],
        ),
        (
            "nobody_fits",
            {"obstacles": {"hours": 2, "topic": 5}},
            ["Nobody fits yet.", "5 helpers know other topics.", "2 helpers are free at other times."],
        ),
    ],
)
def test_why_somebody_was_left(reason: str, counts: dict[str, object], words: list[str]) -> None:
    assert unplaced_in_words(reason, counts) == words
