"""May these two be a pair, and how well do they fit: the readable reference that the array version must agree with."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from .cohort import Helper, Seeker
from .rankings import HALF_MET, MET, Ranking, share_in
from .reasons import CHOSEN_BY_HELPER, CHOSEN_BY_SEEKER, Fit, Obstacle, Part, Reason, fit_of
from .vocabulary import EITHER, IN_PERSON, PEER, SLOTS, UNDER_18
from .weights import DEFAULT, Weights

# How strongly one more of the seeker's topics outweighs a helper who is devoted
# to few: above 1, so that the seeker's topics always come first.
TOPICS_BEFORE_FOCUS = 8

Rule = Callable[[Seeker, Helper, date], bool]

# The points of one part and what was shared; None where it is not known.
Points = tuple[int, tuple[str, ...] | None]


def _age_group_forbids(seeker: Seeker, helper: Helper, on: date) -> bool:
    if helper.age_groups and seeker.age_group not in helper.age_groups:
        return True
    if helper.kind != PEER:
        return False
    # Adults and under-18s are never peers; where an age is unknown we cannot tell.
    if not seeker.age_group or not helper.age_group:
        return True
    return (seeker.age_group == UNDER_18) != (helper.age_group == UNDER_18)


def same_area(seeker: Seeker, helper: Helper) -> bool:
    """Whether both are known to be in one area."""
    return bool(seeker.area) and seeker.area == helper.area


def ways_open(seeker: Seeker, helper: Helper) -> frozenset[str]:
    """The ways of meeting that both gave and that can be; in person only within one area."""
    shared = seeker.ways & helper.ways
    return shared if same_area(seeker, helper) else shared - {IN_PERSON}


RULES: Mapping[Obstacle, Rule] = {
    Obstacle.KIND: lambda s, h, on: s.wants not in (EITHER, h.kind),
    Obstacle.VETTING: lambda s, h, on: h.vetted_until is None or h.vetted_until < on,
    Obstacle.BLOCKED: lambda s, h, on: h.id in s.blocked,
    Obstacle.CONFLICT: lambda s, h, on: h.id in s.conflicts,
    Obstacle.AVOIDED: lambda s, h, on: h.id in s.avoids,
    Obstacle.DECLINED_BEFORE: lambda s, h, on: h.id in s.declined_before,
    Obstacle.AGE_GROUP: _age_group_forbids,
    Obstacle.LANGUAGE: lambda s, h, on: _nothing_shared(s.languages, h.languages),
    Obstacle.HOURS: lambda s, h, on: _nothing_shared(s.hours, h.hours),
    Obstacle.WAY: lambda s, h, on: bool(s.ways and h.ways) and not ways_open(s, h),
    Obstacle.GENDER: lambda s, h, on: s.gender_required and bool(s.prefers_gender) and h.gender != s.prefers_gender,
    Obstacle.TOPIC: lambda s, h, on: _nothing_shared(s.topics, h.topics),
}


def _nothing_shared(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and not one & other


def obstacles(seeker: Seeker, helper: Helper, *, on: date) -> tuple[Obstacle, ...]:
    """Every rule that forbids this pair, in the order of the rules; empty when they may be paired."""
    return tuple(obstacle for obstacle, forbids in RULES.items() if forbids(seeker, helper, on))


@dataclass(frozen=True, slots=True)
class Score:
    """How well two people fit: all points, the word for them, and the reasons that brought most of them."""

    points: int
    fit: Fit
    reasons: tuple[Reason, ...]


def score(seeker: Seeker, helper: Helper, *, weights: Weights = DEFAULT) -> Score:
    """The fit of a pair; what one of the two did not say counts half and is never a reason."""
    total = without_waiting = 0
    reasons = []
    for part, points, values in _parts(seeker, helper, weights):
        total += points
        without_waiting += points if part is not Part.WAITING else 0
        if values is not None and points:
            reasons.append(Reason(part, points, values))
    return Score(total, fit_of(without_waiting, weights.attainable), tuple(reasons))


def _parts(seeker: Seeker, helper: Helper, weights: Weights) -> Iterator[tuple[Part, int, tuple[str, ...] | None]]:
    yield Part.TOPICS, *_topics(seeker, helper, weights.topics)
    yield Part.LIVED_EXPERIENCE, *_lived_experience(seeker, helper, weights.lived_experience)
    yield Part.LANGUAGES, *_languages(seeker, helper, weights.languages)
    yield Part.HOURS, *_hours(seeker, helper, weights.hours, weights.enough_hours)
    yield Part.WAYS, *_ways(seeker, helper, weights.ways)
    yield Part.PLACE, *_place(seeker, helper, weights.place)
    yield Part.PREFERENCES, *_preferences(seeker, helper, weights.preferences)
    yield Part.WAITING, *_waiting(seeker, weights.waiting)


def _unknown(most: int) -> Points:
    return most // 2, None


def _topics(seeker: Seeker, helper: Helper, most: int) -> Points:
    if not seeker.topics or not helper.topics:
        return _unknown(most)
    shared = seeker.topics & helper.topics
    asked, offered = len(seeker.topics), len(helper.topics)
    # The share of what was asked for comes first; between helpers who meet the
    # same share, the one devoted to fewer topics is a little closer.
    met = len(shared) * (TOPICS_BEFORE_FOCUS * offered + 1)
    return most * met // ((TOPICS_BEFORE_FOCUS * asked + 1) * offered), tuple(sorted(shared))


def _lived_experience(seeker: Seeker, helper: Helper, most: int) -> Points:
    if not seeker.wants_lived_experience:
        return _unknown(most)
    return (most, ()) if helper.lived_experience else (0, ())


def _languages(seeker: Seeker, helper: Helper, most: int) -> Points:
    if not seeker.languages or not helper.languages:
        return _unknown(most)
    shared = seeker.languages & helper.languages
    return most if shared else 0, tuple(sorted(shared))


def _hours(seeker: Seeker, helper: Helper, most: int, enough: int) -> Points:
    if not seeker.hours or not helper.hours:
        return _unknown(most)
    shared = seeker.hours & helper.hours
    # Someone with one free morning a week can have no more than that morning.
    needed = min(enough, len(seeker.hours))
    return most * min(len(shared), needed) // needed, tuple(sorted(shared, key=SLOTS.index))


def _ways(seeker: Seeker, helper: Helper, most: int) -> Points:
    if not seeker.ways or not helper.ways:
        return _unknown(most)
    shared = ways_open(seeker, helper)
    return most * len(shared) // len(seeker.ways), tuple(sorted(shared))


def _place(seeker: Seeker, helper: Helper, most: int) -> Points:
    if not seeker.area or not helper.area:
        return _unknown(most)
    return (most, (seeker.area,)) if same_area(seeker, helper) else (0, ())


def _preferences(seeker: Seeker, helper: Helper, most: int) -> Points:
    wishes = list(_wishes(seeker, helper))
    if not wishes:
        return _unknown(most)
    met = tuple(word for _, word in wishes if word)
    return most * sum(share for share, _ in wishes) // (MET * len(wishes)), met or None


def _wishes(seeker: Seeker, helper: Helper) -> Iterator[tuple[int, str]]:
    """Each wish that is known: how far it is met, and the word for it where it is."""
    if seeker.prefers_gender and helper.gender:
        yield (MET, helper.gender) if helper.gender == seeker.prefers_gender else (0, "")
    if seeker.ranked:
        yield _ranked(seeker.ranked, helper.id, CHOSEN_BY_SEEKER)
    if helper.ranked:
        yield _ranked(helper.ranked, seeker.id, CHOSEN_BY_HELPER)


def _ranked(ranking: Ranking, one: int, word: str) -> tuple[int, str]:
    share = share_in(ranking, one)
    return (HALF_MET, "") if share is None else (share, word)


def _waiting(seeker: Seeker, a_week: int) -> Points:
    return a_week * seeker.waited_days // 7, (str(seeker.waited_days),)
