"""A cohort as arrays: one row for each seeker and helper, words as columns of noughts and ones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .cohort import Cohort, Helper, Seeker
from .rankings import Ranks, ranks_of_helpers, ranks_of_seekers
from .reasons import Obstacle
from .vocabulary import AGE_GROUPS, GENDERS_ASKED_FOR, KINDS, SLOTS, WAYS

Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]
# Noughts and ones are kept as floats, because only float matrices are multiplied
# fast; counts of shared words stay far below 2**24 and so are exact.
Words = NDArray[np.float32]

# The code of a word that was not given, or that nobody can ask for.
NONE = -1


@dataclass(frozen=True, slots=True)
class Side:
    """What seekers and helpers both say; rows in order of id."""

    ids: Whole
    topics: Words
    languages: Words
    hours: Words
    ways: Words
    areas: Whole
    age_group: Whole


@dataclass(frozen=True, slots=True)
class Asks:
    """What only seekers say."""

    kind: Whole
    gender: Whole
    required_gender: Whole
    lived_experience: Flags
    waited_days: Whole
    # For each row: which rule keeps which helpers away from this person by name.
    kept_away: tuple[tuple[tuple[Obstacle, Whole], ...], ...]
    ranks: Ranks


@dataclass(frozen=True, slots=True)
class Offers:
    """What only helpers say."""

    kind: Whole
    gender: Whole
    gender_known: Flags
    lived_experience: Flags
    vetted: Flags
    # Whether each takes each age group; the last column is for an unknown one.
    takes: Flags
    capacity: Whole
    ranks: Ranks


@dataclass(frozen=True, slots=True)
class Columns:
    """Both sides of a cohort, with the words of the one coded like those of the other."""

    seekers: Side
    asks: Asks
    helpers: Side
    offers: Offers


def given(words: Words) -> Flags:
    """Which rows said anything at all."""
    return np.asarray(words.any(axis=1), dtype=np.bool_)


def columns(cohort: Cohort) -> Columns:
    """The arrays of a cohort."""
    people: tuple[Seeker | Helper, ...] = (*cohort.seekers, *cohort.helpers)
    codes = (
        _codes(topic for one in people for topic in one.topics),
        _codes(language for one in people for language in one.languages),
        _codes(one.area for one in people if one.area),
    )
    return Columns(
        seekers=_side(cohort.seekers, *codes),
        asks=_asks(cohort),
        helpers=_side(cohort.helpers, *codes),
        offers=_offers(cohort),
    )


def _side(
    people: Sequence[Seeker] | Sequence[Helper],
    topics: dict[str, int],
    languages: dict[str, int],
    areas: dict[str, int],
) -> Side:
    return Side(
        ids=_whole(one.id for one in people),
        topics=_words([one.topics for one in people], topics),
        languages=_words([one.languages for one in people], languages),
        hours=_words([one.hours for one in people], _places(SLOTS)),
        ways=_words([one.ways for one in people], _places(WAYS)),
        areas=_whole(areas[one.area] if one.area else NONE for one in people),
        age_group=_coded((one.age_group for one in people), AGE_GROUPS),
    )


def _asks(cohort: Cohort) -> Asks:
    seekers = cohort.seekers
    required = (one.prefers_gender if one.gender_required else "" for one in seekers)
    column = {helper.id: place for place, helper in enumerate(cohort.helpers)}
    return Asks(
        # Someone who takes either kind asks for none, and is coded so.
        kind=_coded((one.wants for one in seekers), KINDS),
        gender=_coded((one.prefers_gender for one in seekers), GENDERS_ASKED_FOR),
        required_gender=_coded(required, GENDERS_ASKED_FOR),
        lived_experience=_flags(one.wants_lived_experience for one in seekers),
        waited_days=_whole(one.waited_days for one in seekers),
        kept_away=tuple(_kept_away(seeker, column) for seeker in seekers),
        ranks=ranks_of_seekers([one.ranked for one in seekers], column),
    )


def _offers(cohort: Cohort) -> Offers:
    helpers, on = cohort.helpers, cohort.on
    row = {seeker.id: place for place, seeker in enumerate(cohort.seekers)}
    vetted = (one.vetted_until is not None and one.vetted_until >= on for one in helpers)
    groups = (*AGE_GROUPS, "")
    takes = [not one.age_groups or group in one.age_groups for one in helpers for group in groups]
    return Offers(
        kind=_coded((one.kind for one in helpers), KINDS),
        gender=_coded((one.gender for one in helpers), GENDERS_ASKED_FOR),
        gender_known=_flags(bool(one.gender) for one in helpers),
        lived_experience=_flags(one.lived_experience for one in helpers),
        vetted=_flags(vetted),
        takes=_flags(takes).reshape(len(helpers), len(groups)),
        capacity=_whole(one.capacity for one in helpers),
        ranks=ranks_of_helpers([one.ranked for one in helpers], row),
    )


def _kept_away(seeker: Seeker, column: dict[int, int]) -> tuple[tuple[Obstacle, Whole], ...]:
    named = (
        (Obstacle.BLOCKED, seeker.blocked),
        (Obstacle.CONFLICT, seeker.conflicts),
        (Obstacle.AVOIDED, seeker.avoids),
        (Obstacle.DECLINED_BEFORE, seeker.declined_before),
    )
    return tuple((obstacle, _whole(column[each] for each in ids if each in column)) for obstacle, ids in named if ids)


def _codes(words: Iterable[str]) -> dict[str, int]:
    return _places(sorted(set(words)))


def _places(words: Sequence[str]) -> dict[str, int]:
    return {word: place for place, word in enumerate(words)}


def _coded(values: Iterable[str], known: Sequence[str]) -> Whole:
    code = _places(known)
    return _whole(code.get(value, NONE) for value in values)


def _whole(values: Iterable[int]) -> Whole:
    return np.array(list(values), dtype=np.int64)


def _flags(values: Iterable[bool]) -> Flags:
    return np.array(list(values), dtype=np.bool_)


def _words(rows: Sequence[frozenset[str]], codes: dict[str, int]) -> Words:
    table = np.zeros((len(rows), len(codes)), dtype=np.float32)
    for place, words in enumerate(rows):
        table[place, [codes[word] for word in words]] = 1
    return table
