"""The stage before the matching, apart: from people in words to the pairs that may be, with their scores."""

import time
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from random import Random

from matching.engine import Cohort, Helper, Seeker, obstacles, problem_from, score
from matching.engine.fit.vocabulary import AGE_GROUPS, KINDS, SLOTS, WAYS

from .instances import SEED
from .processes import memory

TODAY = date(2026, 11, 22)
TOPICS = tuple(f"topic {number}" for number in range(24))
LANGUAGES = ("en", "en", "en", "en", "cy", "pl", "ur", "so")
AREAS = tuple(f"area {number}" for number in range(12))
# As many seekers are looked at with every helper, one pair at a time in Python, to know how long all would take.
SAMPLE = 50


@dataclass(frozen=True, slots=True)
class Scoring:
    """Seconds from people to scored pairs: arrays for all, and what a Python loop over all pairs would take."""

    seekers: int
    helpers: int
    pairs: int
    seconds: float
    loop_seconds: float
    # Of all pairs, how many the loop really went through; the rest is reckoned from them.
    looped: int
    memory: float


def scoring_of(seekers: int, helpers: int) -> Scoring:
    """Measure both ways on one cohort, and make sure that they find the same."""
    whole = cohort(seekers, helpers)
    problem_from(cohort(40, 4))
    began = time.process_time()
    problem = problem_from(whole)
    seconds, most = time.process_time() - began, memory()
    sample = Cohort(whole.seekers[:SAMPLE], whole.helpers, on=TODAY)
    began = time.process_time()
    found = one_by_one(sample)
    looped = len(sample.seekers) * helpers
    loop_seconds = (time.process_time() - began) * seekers * helpers / looped
    assert found == problem.scores[: len(found)].tolist()
    return Scoring(seekers, helpers, len(problem.scores), seconds, loop_seconds, looped, most)


def one_by_one(whole: Cohort) -> list[int]:
    """The scores of the pairs that may be, by the readable rules, one pair at a time."""
    return [
        score(seeker, helper).points
        for seeker, helper in product(whole.seekers, whole.helpers)
        if not obstacles(seeker, helper, on=whole.on)
    ]


def cohort(seekers: int, helpers: int) -> Cohort:
    """Made-up people who say about as much as people do."""
    chance = Random(SEED)
    return Cohort(
        tuple(_seeker(chance, number, helpers) for number in range(seekers)),
        tuple(_helper(chance, number) for number in range(helpers)),
        on=TODAY,
    )


def _some(chance: Random, words: tuple[str, ...], least: int, most: int) -> frozenset[str]:
    return frozenset(chance.sample(words, chance.randint(least, most)))


def _seeker(chance: Random, number: int, helpers: int) -> Seeker:
    return Seeker(
        id=number,
        topics=_some(chance, TOPICS, 1, 3),
        languages=_some(chance, LANGUAGES, 0, 2),
        hours=_some(chance, SLOTS, 1, 8),
        area=chance.choice(AREAS),
        ways=_some(chance, WAYS, 1, 4),
        wants=chance.choice((*KINDS, "either", "either")),
        age_group=chance.choice(AGE_GROUPS),
        prefers_gender=chance.choice(("", "", "woman", "man")),
        gender_required=chance.random() < 0.2,
        wants_lived_experience=chance.random() < 0.3,
        waited_days=chance.randint(0, 120),
        avoids=frozenset(chance.sample(range(helpers), chance.choice((0, 0, 0, 1)))),
    )


def _helper(chance: Random, number: int) -> Helper:
    return Helper(
        id=number,
        kind=chance.choice(KINDS),
        capacity=chance.randint(10, 14),
        topics=_some(chance, TOPICS, 3, 8),
        languages=_some(chance, LANGUAGES, 1, 3),
        hours=_some(chance, SLOTS, 3, 12),
        area=chance.choice(AREAS),
        ways=_some(chance, WAYS, 2, 4),
        gender=chance.choice(("woman", "man", "non-binary")),
        age_groups=_some(chance, AGE_GROUPS, 2, 4) if chance.random() < 0.3 else frozenset(),
        age_group=chance.choice(AGE_GROUPS[1:]),
        lived_experience=chance.random() < 0.5,
        vetted_until=TODAY + timedelta(days=chance.randint(-30, 700)),
    )
