"""The engine's findings in plain words."""

from dataclasses import fields

import pytest

from matching.engine import CHOSEN_BY_HELPER, CHOSEN_BY_SEEKER, Helper, Objective, Obstacle, Part, Seeker, WhyUnplaced
from matching.steps import ASKING
from matching.words import (
    KEPT_FOR,
    OBSTACLES,
    TO_COORDINATOR,
    TO_HELPER,
    TO_MEMBER,
    UNSPOKEN,
    WISHES,
    listed,
    reasons_in_words,
    unplaced_in_words,
    would_open,
)
from matching.words.record import AIMS, OF_WHO_ASKS, OF_WHO_HELPS, RULES

BY_NAME = {CHOSEN_BY_SEEKER, CHOSEN_BY_HELPER}
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


def test_one_day_is_told_as_one() -> None:
    waited = [{"name": "waiting", "points": 2, "values": ["1"]}]
    assert reasons_in_words(waited, TO_COORDINATOR, {}) == ["Has waited 1 day."]


def test_every_part_of_a_fit_can_be_told_to_the_coordinator() -> None:
    assert TO_COORDINATOR.sentences.keys() == {part.value for part in Part} | BY_NAME
    assert TO_MEMBER.sentences.keys() == TO_COORDINATOR.sentences.keys() - {"waiting", CHOSEN_BY_HELPER}
    assert TO_HELPER.sentences.keys() == TO_MEMBER.sentences.keys() - {"preferences", CHOSEN_BY_SEEKER} | {
        CHOSEN_BY_HELPER
    }


HERS = "They go by a name that you wrote down as somebody you would like."
HIS = "They go by a name that you wrote down as somebody you would like to be alongside."


@pytest.mark.parametrize(
    ("values", "to_member", "to_helper", "to_coordinator"),
    [
        (["woman"], ["They are a woman, as you wished."], [], ["Wished for a woman."]),
        ([CHOSEN_BY_SEEKER], [HERS], [], ["The member wished for somebody of the helper’s name."]),
        ([CHOSEN_BY_HELPER], [], [HIS], ["The helper wished for somebody of the member’s name."]),
        (
            ["woman", CHOSEN_BY_SEEKER, CHOSEN_BY_HELPER],
            ["They are a woman, as you wished.", HERS],
            [HIS],
            [
                "Wished for a woman.",
                "The member wished for somebody of the helper’s name.",
                "The helper wished for somebody of the member’s name.",
            ],
        ),
    ],
)
def test_a_wish_by_name_is_told_to_who_wished_and_to_the_coordinator(
    values: list[str], to_member: list[str], to_helper: list[str], to_coordinator: list[str]
) -> None:
    reasons = [{"name": "preferences", "points": 100, "values": values}]
    told = [reasons_in_words(reasons, voice, {}) for voice in (TO_MEMBER, TO_HELPER, TO_COORDINATOR)]
    assert told == [to_member, to_helper, to_coordinator]


def test_every_obstacle_has_words() -> None:
    assert OBSTACLES.keys() == {obstacle.value for obstacle in Obstacle}


def test_every_rule_is_either_told_to_members_or_left_unspoken() -> None:
    assert WISHES.keys() | UNSPOKEN == set(Obstacle)
    assert not WISHES.keys() & UNSPOKEN


def test_what_a_member_can_change_is_a_question_they_were_asked() -> None:
    assert all(ASKING.find(wish.step) for wish in WISHES.values() if wish.step)
    assert all(bool(wish.step) == bool(wish.opens) for wish in WISHES.values())


def test_everything_the_engine_reads_forbids_and_aims_at_is_in_the_transparency_record() -> None:
    assert OF_WHO_ASKS.keys() == {field.name for field in fields(Seeker)}
    assert OF_WHO_HELPS.keys() == {field.name for field in fields(Helper)}
    assert RULES.keys() == {obstacle.value for obstacle in Obstacle}
    assert AIMS.keys() == KEPT_FOR.keys() == {objective.value for objective in Objective}


@pytest.mark.parametrize(
    ("obstacle", "count", "value", "words"),
    [
        (Obstacle.LANGUAGE, 3, "pl", "If you could also talk in Polish, 3 more people could be alongside you."),
        (Obstacle.WAY, 1, "phone", "If you could also talk by phone, 1 more person could be alongside you."),
        (Obstacle.TOPIC, 2, "", "If you named other topics too, 2 more people could be alongside you."),
    ],
)
def test_what_would_open_more(obstacle: Obstacle, count: int, value: str, words: str) -> None:
    assert would_open(obstacle, count, value) == words


def test_the_reason_that_counted_most_comes_first() -> None:
    assert reasons_in_words(reversed(REASONS), TO_COORDINATOR, {})[0] == "Shared topics: anxiety and unheard-of."


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
            ["1 helper would fit, but all their places went to others."],
        ),
        (
            "all_places_taken",
            {"fitting": 3, "full_before": 2},
            ["3 helpers would fit, but all their places went to others; 2 had none free before."],
        ),
        ("all_places_taken", {"fitting": 1, "full_before": 1}, ["1 helper would fit, but had no place free."]),
        ("all_places_taken", {"fitting": 2, "full_before": 2}, ["2 helpers would fit, but none had a place free."]),
        (
            "below_floor",
            {"fitting": 2},
            ["2 helpers would be possible, but fit less well than this round allowed."],
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


def test_every_reason_to_be_left_has_words() -> None:
    counts = {"fitting": 1, "full_before": 0, "obstacles": {}}
    said = [unplaced_in_words(why, counts)[0] for why in WhyUnplaced]
    assert len(set(said)) == len(WhyUnplaced)
