"""The hard rules as truth tables, and the points of each part."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.engine import Fit, Helper, Obstacle, Part, Ranking, Reason, Score, Seeker, Weights, obstacles, score
from matching.engine.fit.vocabulary import AGE_GROUPS

from ..worlds import TODAY, ada, ben, cleo, people, words

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def test_ada_may_be_paired_with_ben_and_with_cleo() -> None:
    assert obstacles(ada(), ben(), on=TODAY) == ()
    assert obstacles(ada(), cleo(), on=TODAY) == ()


@pytest.mark.parametrize(
    ("wants", "helper", "found"),
    [
        ("either", ben(), ()),
        ("either", cleo(), ()),
        ("adviser", ben(), ()),
        ("adviser", cleo(), (Obstacle.KIND,)),
        ("peer", ben(), (Obstacle.KIND,)),
        ("peer", cleo(), ()),
    ],
)
def test_kind(wants: str, helper: Helper, found: tuple[Obstacle, ...]) -> None:
    assert obstacles(ada(wants=wants), helper, on=TODAY) == found


@pytest.mark.parametrize(
    ("until", "found"),
    [(None, (Obstacle.VETTING,)), (YESTERDAY, (Obstacle.VETTING,)), (TODAY, ()), (TOMORROW, ())],
)
def test_vetting(until: Any, found: tuple[Obstacle, ...]) -> None:
    assert obstacles(ada(), ben(vetted_until=until), on=TODAY) == found


@pytest.mark.parametrize(
    ("name", "obstacle"),
    [
        ("blocked", Obstacle.BLOCKED),
        ("conflicts", Obstacle.CONFLICT),
        ("avoids", Obstacle.AVOIDED),
        ("declined_before", Obstacle.DECLINED_BEFORE),
    ],
)
def test_helpers_kept_away_by_name(name: str, obstacle: Obstacle) -> None:
    kept_away = {name: frozenset({2})}
    assert obstacles(ada(**kept_away), ben(), on=TODAY) == (obstacle,)
    assert obstacles(ada(**kept_away), cleo(), on=TODAY) == ()


@pytest.mark.parametrize("seeker_age", ["", *AGE_GROUPS])
@pytest.mark.parametrize("peer_age", ["", *AGE_GROUPS])
def test_peers_of_an_age(seeker_age: str, peer_age: str) -> None:
    both_young = seeker_age == peer_age == "under_18"
    both_adult = {seeker_age, peer_age} <= {"18_25", "26_64", "65_over"}
    found = () if both_young or both_adult else (Obstacle.AGE_GROUP,)
    assert obstacles(ada(age_group=seeker_age), cleo(age_group=peer_age), on=TODAY) == found


@pytest.mark.parametrize(
    ("seeker_age", "taken", "found"),
    [
        ("", words(), ()),
        ("under_18", words(), ()),
        ("26_64", words(), ()),
        ("", words("26_64"), (Obstacle.AGE_GROUP,)),
        ("under_18", words("26_64"), (Obstacle.AGE_GROUP,)),
        ("under_18", words("under_18", "18_25"), ()),
        ("26_64", words("26_64"), ()),
        ("", words(*AGE_GROUPS), (Obstacle.AGE_GROUP,)),
    ],
)
@pytest.mark.parametrize("own_age", ["", "under_18", "65_over"])
def test_advisers_who_name_age_groups(
    seeker_age: str, taken: frozenset[str], found: tuple[Obstacle, ...], own_age: str
) -> None:
    helper = ben(age_groups=taken, age_group=own_age)
    assert obstacles(ada(age_group=seeker_age), helper, on=TODAY) == found


def test_peers_who_name_age_groups_take_only_those() -> None:
    young = cleo(age_groups=words("18_25"))
    assert obstacles(ada(age_group="18_25"), young, on=TODAY) == ()
    assert obstacles(ada(age_group="26_64"), young, on=TODAY) == (Obstacle.AGE_GROUP,)


@pytest.mark.parametrize(
    ("name", "obstacle", "asked", "offered", "forbidden"),
    [
        (name, obstacle, frozenset(asked), frozenset(offered), forbidden)
        for name, obstacle, one, other in [
            ("languages", Obstacle.LANGUAGE, "cy", "en"),
            ("hours", Obstacle.HOURS, "mon-morning", "sat-evening"),
            ("topics", Obstacle.TOPIC, "debt", "grief"),
        ]
        for asked, offered, forbidden in [
            ([], [], False),
            ([one], [], False),
            ([], [one], False),
            ([one], [other], True),
            ([one], [one], False),
            ([one, other], [other], False),
        ]
    ],
)
def test_nothing_in_common(
    name: str, obstacle: Obstacle, asked: frozenset[str], offered: frozenset[str], forbidden: bool
) -> None:
    found = obstacles(ada(**{name: asked}), ben(**{name: offered}), on=TODAY)
    assert found == ((obstacle,) if forbidden else ())


@pytest.mark.parametrize(
    ("asked", "offered", "area", "forbidden"),
    [
        (words(), words(), "north", False),
        (words("chat"), words(), "south", False),
        (words(), words("in_person"), "south", False),
        (words("chat"), words("phone"), "north", True),
        (words("chat"), words("chat"), "south", False),
        (words("in_person"), words("in_person"), "north", False),
        (words("in_person"), words("in_person"), "south", True),
        (words("in_person"), words("in_person"), None, True),
        (words("in_person", "chat"), words("in_person", "chat"), None, False),
        (words("in_person", "chat"), words("in_person", "phone"), "south", True),
    ],
)
def test_ways(asked: frozenset[str], offered: frozenset[str], area: str | None, forbidden: bool) -> None:
    found = obstacles(ada(ways=asked), ben(ways=offered, area=area), on=TODAY)
    assert found == ((Obstacle.WAY,) if forbidden else ())


def test_two_unknown_areas_are_not_one_area() -> None:
    here = words("in_person")
    assert obstacles(ada(ways=here, area=None), ben(ways=here, area=None), on=TODAY) == (Obstacle.WAY,)


@pytest.mark.parametrize(
    ("asked", "required", "gender", "forbidden"),
    [
        ("", False, "man", False),
        ("", True, "man", False),
        ("woman", False, "man", False),
        ("woman", True, "man", True),
        ("woman", True, "", True),
        ("woman", True, "woman", False),
        ("man", True, "non-binary", True),
    ],
)
def test_gender(asked: str, required: bool, gender: str, forbidden: bool) -> None:
    found = obstacles(ada(prefers_gender=asked, gender_required=required), ben(gender=gender), on=TODAY)
    assert found == ((Obstacle.GENDER,) if forbidden else ())


def test_all_obstacles_are_told_in_the_order_of_the_rules() -> None:
    nobody = frozenset({3})
    seeker = Seeker(
        id=1,
        topics=words("debt"),
        languages=words("cy"),
        hours=words("mon-morning"),
        ways=words("chat"),
        wants="adviser",
        prefers_gender="man",
        gender_required=True,
        avoids=nobody,
        blocked=nobody,
        declined_before=nobody,
        conflicts=nobody,
    )
    helper = cleo(
        topics=words("grief"), languages=words("en"), hours=words("sat-evening"), ways=words("phone"), vetted_until=None
    )
    assert obstacles(seeker, helper, on=TODAY) == tuple(Obstacle)


def test_a_perfect_fit_has_full_marks_and_every_reason() -> None:
    seeker = ada(waited_days=14)
    helper = ben(topics=words("anxiety"), languages=words("en", "cy"))
    assert score(ada(topics=words("anxiety"), waited_days=14), helper) == Score(
        points=990,
        fit=Fit.VERY_GOOD,
        reasons=(
            Reason(Part.TOPICS, 400, ("anxiety",)),
            Reason(Part.LIVED_EXPERIENCE, 100),
            Reason(Part.LANGUAGES, 100, ("cy", "en")),
            Reason(Part.HOURS, 150, ("mon-morning", "mon-evening")),
            Reason(Part.WAYS, 60, ("chat", "in_person")),
            Reason(Part.PLACE, 40, ("north",)),
            Reason(Part.PREFERENCES, 100, ("woman",)),
            Reason(Part.WAITING, 40, ("14",)),
        ),
    )
    assert score(seeker, helper).points < 990


def test_what_was_not_said_counts_half_and_is_no_reason() -> None:
    silent = Seeker(id=1)
    assert score(silent, ben()) == Score(points=475, fit=Fit.POSSIBLE, reasons=())
    assert score(silent, Helper(id=2, kind="adviser", capacity=1)) == Score(points=475, fit=Fit.POSSIBLE, reasons=())


def part(name: Part, seeker: Seeker, helper: Helper) -> int:
    """The points of one part alone."""
    return score(seeker, helper, weights=only(name)).points


def only(name: Part) -> Weights:
    return Weights(version="x", **{**dict.fromkeys(Part, 0), name: 1000})


@pytest.mark.parametrize(
    ("asked", "offered", "points"),
    [
        ("a", "a", 1000),
        ("a", "ab", 8500 // 9),
        ("ab", "a", 9000 // 17),
        ("ab", "ab", 1000),
        ("abcd", "abc", 25000 // 33),
        ("a", "", 500),
        ("", "a", 500),
        ("a", "b", 0),
    ],
)
def test_topics(asked: str, offered: str, points: int) -> None:
    assert part(Part.TOPICS, ada(topics=frozenset(asked)), ben(topics=frozenset(offered))) == points


def test_the_share_of_the_topics_asked_for_comes_before_a_helpers_devotion() -> None:
    seeker = ada(topics=frozenset("abcdefgh"))
    devoted_to_two = ben(topics=frozenset("ab"))
    three_among_many = ben(topics=frozenset("abc0123456789"))
    assert part(Part.TOPICS, seeker, three_among_many) > part(Part.TOPICS, seeker, devoted_to_two)


@pytest.mark.parametrize(
    ("wanted", "lived", "points"), [(False, False, 500), (False, True, 500), (True, False, 0), (True, True, 1000)]
)
def test_lived_experience(wanted: bool, lived: bool, points: int) -> None:
    assert part(Part.LIVED_EXPERIENCE, ada(wants_lived_experience=wanted), ben(lived_experience=lived)) == points


@pytest.mark.parametrize(
    ("asked", "offered", "points"),
    [
        ("mon", "mon", 1000),
        ("mon tue", "mon", 500),
        ("mon tue wed thu fri", "mon tue wed", 750),
        ("mon tue wed thu fri", "mon tue wed thu", 1000),
        ("mon", "", 500),
        ("", "mon", 500),
        ("mon", "tue", 0),
    ],
)
def test_hours(asked: str, offered: str, points: int) -> None:
    mornings = [frozenset(f"{day}-morning" for day in days.split()) for days in (asked, offered)]
    assert part(Part.HOURS, ada(hours=mornings[0]), ben(hours=mornings[1])) == points


@pytest.mark.parametrize(
    ("asked", "area", "points"),
    [
        (words("chat", "in_person"), "north", 1000),
        (words("chat", "in_person"), "south", 500),
        (words("chat", "phone", "video"), "south", 333),
        (words(), "north", 500),
    ],
)
def test_ways_of_meeting(asked: frozenset[str], area: str, points: int) -> None:
    assert part(Part.WAYS, ada(ways=asked), ben(area=area)) == points


@pytest.mark.parametrize(
    ("one", "other", "points"),
    [("north", "north", 1000), ("north", "south", 0), ("north", None, 500), (None, None, 500)],
)
def test_place(one: str | None, other: str | None, points: int) -> None:
    assert part(Part.PLACE, ada(area=one), ben(area=other)) == points


@pytest.mark.parametrize(
    ("asked", "gender", "points"), [("", "man", 500), ("woman", "", 500), ("woman", "man", 0), ("woman", "woman", 1000)]
)
def test_preferences(asked: str, gender: str, points: int) -> None:
    seeker = ada(prefers_gender=asked, gender_required=False)
    assert part(Part.PREFERENCES, seeker, ben(gender=gender)) == points


@pytest.mark.parametrize(
    ("ranked", "points"),
    [
        ((people(2),), 1000),
        ((people(2), people(3)), 1000),
        ((people(3), people(2)), 750),
        ((people(3), people(4), people(2)), 666),
        ((people(3, 2), people(4)), 1000),
        # Who is not in the list is neither liked nor disliked.
        ((people(3), people(4)), 500),
        ((), 500),
    ],
)
def test_whom_the_seeker_would_like(ranked: Ranking, points: int) -> None:
    nothing_else = ada(prefers_gender="", gender_required=False, ranked=ranked)
    assert part(Part.PREFERENCES, nothing_else, ben(id=2)) == points
    assert part(Part.PREFERENCES, ada(prefers_gender="", id=2), ben(id=5, ranked=ranked)) == points


@pytest.mark.parametrize(
    ("gender", "seekers", "helpers", "points", "values"),
    [
        ("woman", (people(2),), (people(1),), 1000, ("woman", "chosen_by_seeker", "chosen_by_helper")),
        ("woman", (people(3),), (), 750, ("woman",)),
        ("woman", (people(3), people(2)), (people(7),), 750, ("woman", "chosen_by_seeker")),
        ("man", (people(2),), (), 500, ("chosen_by_seeker",)),
        ("man", (people(3), people(4), people(2)), (people(1),), 555, ("chosen_by_seeker", "chosen_by_helper")),
        ("", (), (people(1),), 1000, ("chosen_by_helper",)),
        ("", (people(3),), (people(7),), 500, None),
        ("man", (people(3),), (people(7),), 333, None),
    ],
)
def test_wishes_of_both_sides_are_the_mean_of_those_that_are_known(
    gender: str, seekers: Ranking, helpers: Ranking, points: int, values: tuple[str, ...] | None
) -> None:
    seeker = ada(prefers_gender="woman", gender_required=False, ranked=seekers)
    found = score(seeker, ben(gender=gender, ranked=helpers), weights=only(Part.PREFERENCES))
    reasons = () if values is None else (Reason(Part.PREFERENCES, points, values),)
    assert (found.points, found.reasons) == (points, reasons)


@given(st.integers(1, 40), st.sampled_from(["", "woman", "man"]))
def test_a_place_in_a_list_is_better_than_none_and_an_earlier_one_is_better(places: int, gender: str) -> None:
    seeker = ada(gender_required=False, ranked=tuple(people(place) for place in range(places)))
    found = [part(Part.PREFERENCES, seeker, ben(id=place, gender=gender)) for place in range(places + 1)]
    assert found == sorted(set(found), reverse=True)


def test_a_list_takes_nothing_from_those_who_are_not_in_it() -> None:
    silent = ada(prefers_gender="", gender_required=False)
    for other in (ben(), ben(ranked=(people(9),))):
        assert score(replace(silent, ranked=(people(8),)), other).points == score(silent, ben()).points


@pytest.mark.parametrize(("days", "points"), [(0, 0), (6, 857), (7, 1000), (5000, 714_285)])
def test_waiting_brings_points_for_each_week_without_end(days: int, points: int) -> None:
    assert part(Part.WAITING, ada(waited_days=days), ben()) == points


def test_waiting_says_nothing_about_the_fit() -> None:
    much_waiting = Weights(version="x", topics=100, waiting=350)
    found = [score(Seeker(id=1, waited_days=days), ben(), weights=much_waiting) for days in (0, 90)]
    assert [(each.points, each.fit) for each in found] == [(325, Fit.POSSIBLE), (4825, Fit.POSSIBLE)]
