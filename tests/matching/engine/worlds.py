"""People to match: three we know by name, small worlds for hypothesis, and larger ones from a seed."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from random import Random
from typing import Any

import numpy as np
from hypothesis import strategies as st

from matching.engine import (
    Aim,
    Cohort,
    Helper,
    HelperRow,
    Problem,
    Ranking,
    Seeker,
    SeekerRow,
    obstacles,
    problem_of,
    score,
)
from matching.engine.fit.vocabulary import AGE_GROUPS, KINDS, WANTS, WAYS

TODAY = date(2026, 11, 22)

# Few words, so that two random people often share one and often share none.
TOPICS = ("anxiety", "debt", "grief")
LANGUAGES = ("cy", "en")
HOURS = ("mon-morning", "mon-evening", "sat-afternoon")
AREAS = (None, "north", "south")
DATES = (None, TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=1))
GENDERS = ("", "woman", "man", "non-binary")


def words(*values: str) -> frozenset[str]:
    return frozenset(values)


def people(*ids: int) -> frozenset[int]:
    return frozenset(ids)


def ada(**changes: Any) -> Seeker:
    """Ada asks, and says everything."""
    said: dict[str, Any] = {
        "id": 1,
        "topics": words("anxiety", "debt"),
        "languages": words("en", "cy"),
        "hours": words("mon-morning", "mon-evening"),
        "area": "north",
        "ways": words("chat", "in_person"),
        "wants": "either",
        "age_group": "26_64",
        "prefers_gender": "woman",
        "gender_required": True,
        "wants_lived_experience": True,
    }
    return Seeker(**(said | changes))


def ben(**changes: Any) -> Helper:
    """Ben advises, and fits Ada in everything."""
    said: dict[str, Any] = {
        "id": 2,
        "kind": "adviser",
        "capacity": 1,
        "topics": words("anxiety", "debt"),
        "languages": words("en"),
        "hours": words("mon-morning", "mon-evening"),
        "area": "north",
        "ways": words("chat", "in_person"),
        "gender": "woman",
        "age_group": "65_over",
        "lived_experience": True,
        "vetted_until": TODAY,
    }
    return Helper(**(said | changes))


def cleo(**changes: Any) -> Helper:
    """Cleo is a peer, and fits Ada in everything."""
    return ben(**({"id": 3, "kind": "peer", "age_group": "26_64"} | changes))


def _some(values: tuple[str, ...]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(values))


def _nobody_or_few() -> st.SearchStrategy[frozenset[int]]:
    return st.just(frozenset()) | st.frozensets(st.integers(1, 5), max_size=2)


def _ranking() -> st.SearchStrategy[Ranking]:
    """Nobody, or a few of the people of a small cohort and a stranger; some share a place."""
    places = st.lists(st.integers(1, 10), unique=True, max_size=4).map(lambda ids: tuple(map(frozenset, _by_two(ids))))
    return st.just(()) | places


def _by_two(ids: list[int]) -> list[list[int]]:
    return [ids[:2], *([each] for each in ids[2:])] if ids else []


def seekers() -> st.SearchStrategy[Seeker]:
    return st.builds(
        Seeker,
        id=st.integers(1, 9),
        topics=_some(TOPICS),
        languages=_some(LANGUAGES),
        hours=_some(HOURS),
        area=st.sampled_from(AREAS),
        ways=_some(WAYS),
        wants=st.sampled_from(WANTS),
        age_group=st.sampled_from(("", *AGE_GROUPS)),
        prefers_gender=st.sampled_from(("", "woman", "man")),
        gender_required=st.booleans(),
        wants_lived_experience=st.booleans(),
        waited_days=st.integers(0, 200),
        avoids=_nobody_or_few(),
        blocked=_nobody_or_few(),
        declined_before=_nobody_or_few(),
        conflicts=_nobody_or_few(),
        ranked=_ranking(),
    )


def helpers() -> st.SearchStrategy[Helper]:
    return st.builds(
        Helper,
        id=st.integers(1, 5),
        kind=st.sampled_from(KINDS),
        capacity=st.integers(0, 2),
        topics=_some(TOPICS),
        languages=_some(LANGUAGES),
        hours=_some(HOURS),
        area=st.sampled_from(AREAS),
        ways=_some(WAYS),
        gender=st.sampled_from(GENDERS),
        age_groups=st.just(frozenset()) | _some(AGE_GROUPS),
        age_group=st.sampled_from(("", *AGE_GROUPS)),
        lived_experience=st.booleans(),
        vetted_until=st.sampled_from((*DATES, TODAY, TODAY)),
        ranked=_ranking(),
    )


def cohorts() -> st.SearchStrategy[Cohort]:
    """Cohorts small enough to try every plan there is."""
    return st.builds(
        lambda asking, offering: Cohort(tuple(asking), tuple(offering), on=TODAY),
        st.lists(seekers(), max_size=5, unique_by=lambda one: one.id),
        st.lists(helpers(), max_size=4, unique_by=lambda one: one.id),
    )


def world(seed: int, *, asking: int, offering: int) -> Cohort:
    """A larger cohort in which people said much, little or nothing."""
    chance = Random(seed)
    # Wishes have a chance of their own.
    wishing = Random(~seed)

    def some(values: tuple[str, ...]) -> frozenset[str]:
        return frozenset(chance.sample(values, chance.randint(0, len(values))))

    def few() -> frozenset[int]:
        return frozenset(chance.sample(range(offering + 3), chance.choice((0, 0, 1))))

    def wishes(ids: range, most: int) -> Ranking:
        return tuple(map(frozenset, _by_two(wishing.sample(ids, wishing.choice((0, 1, most))))))

    return Cohort(
        tuple(
            Seeker(
                id=number,
                topics=some(TOPICS),
                languages=some(LANGUAGES),
                hours=some(HOURS),
                area=chance.choice(AREAS),
                ways=some(WAYS),
                wants=chance.choice((*WANTS, "either")),
                age_group=chance.choice(("", *AGE_GROUPS)),
                prefers_gender=chance.choice(("", "", "woman", "man")),
                gender_required=chance.random() < 0.3,
                wants_lived_experience=chance.random() < 0.3,
                waited_days=chance.randint(0, 120),
                avoids=few(),
                blocked=few(),
                declined_before=few(),
                conflicts=few(),
                ranked=wishes(range(offering + 3), 6),
            )
            for number in chance.sample(range(10 * asking), asking)
        ),
        tuple(
            Helper(
                id=number,
                kind=chance.choice(KINDS),
                capacity=chance.choice((0, 1, 2, 3)),
                topics=some(TOPICS),
                languages=some(LANGUAGES),
                hours=some(HOURS),
                area=chance.choice(AREAS),
                ways=some(WAYS),
                gender=chance.choice(GENDERS),
                age_groups=some(AGE_GROUPS) if chance.random() < 0.2 else frozenset(),
                age_group=chance.choice(("", *AGE_GROUPS)),
                lived_experience=chance.random() < 0.5,
                vetted_until=chance.choice((*DATES, TODAY, TODAY, TODAY)),
                ranked=wishes(range(10 * asking), 20),
            )
            for number in range(offering)
        ),
        on=TODAY,
    )


def reshuffled(cohort: Cohort, seed: int) -> Cohort:
    """The same cohort with its rows in another order."""
    chance = Random(seed)
    asking, offering = list(cohort.seekers), list(cohort.helpers)
    chance.shuffle(asking)
    chance.shuffle(offering)
    return Cohort(tuple(asking), tuple(offering), on=cohort.on)


def fitting(cohort: Cohort) -> dict[tuple[int, int], int]:
    """The score of every pair that may be, by the reference, one pair at a time."""
    return {
        (seeker.id, helper.id): score(seeker, helper).points
        for seeker, helper in product(cohort.seekers, cohort.helpers)
        if not obstacles(seeker, helper, on=cohort.on)
    }


def every_plan(
    seeker_ids: list[int], capacity: dict[int, int], scores: dict[tuple[int, int], int]
) -> Iterator[list[tuple[int, int]]]:
    """Every plan that keeps to the places there are, by trying them all."""
    choices = [[None, *(helper for one, helper in scores if one == seeker)] for seeker in seeker_ids]
    for chosen in product(*choices):
        taken = [helper for helper in chosen if helper is not None]
        if all(taken.count(helper) <= capacity[helper] for helper in set(taken)):
            yield [(one, helper) for one, helper in zip(seeker_ids, chosen, strict=True) if helper is not None]


def random_problem(
    seed: int, *, asking: int, offering: int, highest: int = 1000, lowest: int = 0, aim: Aim | None = None
) -> Problem:
    """A problem of scored pairs, from thin to full, whose people have waited and helped for a while."""
    chance = np.random.default_rng(seed)
    seekers = [SeekerRow(number, int(chance.integers(0, 60))) for number in _ids(chance, asking)]
    helpers = [
        HelperRow(number, *(int(chance.integers(0, most)) for most in (max(2, asking // offering + 2), 3, 3)))
        for number in _ids(chance, offering)
    ]
    share = chance.uniform(0.05, 1)
    pairs = [
        (seeker.id, helper.id, int(chance.integers(lowest, highest + 1)))
        for seeker, helper in product(seekers, helpers)
        if chance.random() < share
    ]
    return problem_of(seekers, helpers, pairs, aim=aim)


def _ids(chance: np.random.Generator, number: int) -> list[int]:
    return sorted(chance.choice(10 * number, number, replace=False).tolist())
