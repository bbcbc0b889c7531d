"""People to match: three we know by name, small worlds for hypothesis, and larger ones from a seed."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from random import Random
from typing import Any

import numpy as np
from hypothesis import strategies as st

from matching.engine import Graph, Helper, Problem, Seeker, obstacles, score
from matching.engine.vocabulary import AGE_GROUPS, KINDS, WANTS, WAYS

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
    )


def problems() -> st.SearchStrategy[Problem]:
    """Problems small enough to try every plan there is."""
    return st.builds(
        lambda asking, offering: Problem(tuple(asking), tuple(offering), on=TODAY),
        st.lists(seekers(), max_size=5, unique_by=lambda one: one.id),
        st.lists(helpers(), max_size=4, unique_by=lambda one: one.id),
    )


def world(seed: int, *, asking: int, offering: int) -> Problem:
    """A larger problem in which people said much, little or nothing."""
    chance = Random(seed)

    def some(values: tuple[str, ...]) -> frozenset[str]:
        return frozenset(chance.sample(values, chance.randint(0, len(values))))

    def few() -> frozenset[int]:
        return frozenset(chance.sample(range(offering + 3), chance.choice((0, 0, 1))))

    return Problem(
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
            )
            for number in range(offering)
        ),
        on=TODAY,
    )


def reshuffled(problem: Problem, seed: int) -> Problem:
    """The same problem with its rows in another order."""
    chance = Random(seed)
    asking, offering = list(problem.seekers), list(problem.helpers)
    chance.shuffle(asking)
    chance.shuffle(offering)
    return Problem(tuple(asking), tuple(offering), on=problem.on)


def fitting(problem: Problem) -> dict[tuple[int, int], int]:
    """The score of every pair that may be, by the reference, one pair at a time."""
    return {
        (seeker.id, helper.id): score(seeker, helper).points
        for seeker, helper in product(problem.seekers, problem.helpers)
        if not obstacles(seeker, helper, on=problem.on)
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


def random_graph(seed: int, *, asking: int, offering: int, highest: int = 1000) -> Graph:
    """A graph of its own, from thin to full, with scores up to the highest."""
    chance = np.random.default_rng(seed)
    there = chance.random((asking, offering)) < chance.uniform(0.05, 1)
    rows, columns = np.nonzero(there)
    return Graph(
        seeker_ids=np.sort(chance.choice(10 * asking, asking, replace=False)),
        helper_ids=np.sort(chance.choice(10 * offering, offering, replace=False)),
        capacity=chance.integers(0, max(2, asking // offering + 2), offering),
        seekers=rows,
        helpers=columns,
        scores=chance.integers(0, highest + 1, len(rows)),
    )
