"""The hard rules of compatibility.py, read for many pairs at once."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .columns import NONE, Columns, Flags, Whole, Words, given
from .reasons import Obstacle
from .vocabulary import AGE_GROUPS, IN_PERSON, KINDS, PEER, UNDER_18, WAYS

# One bit for each obstacle; nought where the two may be a pair.
Barriers = NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much some seekers (rows) share with every helper (columns)."""

    topics: Words
    languages: Words
    hours: Words
    ways: Words
    same_area: Flags


def overlap(table: Columns, rows: Whole) -> Overlap:
    """What the seekers in these rows share with every helper."""
    seekers, helpers = table.seekers, table.helpers
    same_area = (seekers.areas[rows, None] == helpers.areas) & (helpers.areas != NONE)
    in_person = WAYS.index(IN_PERSON)
    elsewhere = _both(seekers.ways[rows, in_person] > 0, helpers.ways[:, in_person] > 0) & ~same_area
    return Overlap(
        topics=seekers.topics[rows] @ helpers.topics.T,
        languages=seekers.languages[rows] @ helpers.languages.T,
        hours=seekers.hours[rows] @ helpers.hours.T,
        ways=seekers.ways[rows] @ helpers.ways.T - elsewhere,
        same_area=same_area,
    )


def barriers(table: Columns, rows: Whole, shared: Overlap) -> Barriers:
    """Which rules stand between the seekers in these rows and every helper."""
    seekers, helpers = table.seekers, table.helpers
    forbidden = {
        Obstacle.KIND: _asked_but_other(table.asks.kind[rows], table.offers.kind),
        Obstacle.VETTING: ~table.offers.vetted,
        Obstacle.AGE_GROUP: _age_group(table, rows),
        Obstacle.LANGUAGE: _none_shared(shared.languages, seekers.languages[rows], helpers.languages),
        Obstacle.HOURS: _none_shared(shared.hours, seekers.hours[rows], helpers.hours),
        Obstacle.WAY: _none_shared(shared.ways, seekers.ways[rows], helpers.ways),
        Obstacle.GENDER: _asked_but_other(table.asks.required_gender[rows], table.offers.gender),
        Obstacle.TOPIC: _none_shared(shared.topics, seekers.topics[rows], helpers.topics),
    }
    found = np.zeros((len(rows), len(helpers.ids)), dtype=np.uint16)
    for obstacle, pairs in forbidden.items():
        found |= pairs * np.uint16(obstacle.bit)
    for place, row in enumerate(rows.tolist()):
        for obstacle, named in table.asks.kept_away[row]:
            found[place, named] |= np.uint16(obstacle.bit)
    return found


def _both(seekers: Flags, helpers: Flags) -> Flags:
    return seekers[:, None] & helpers


def _none_shared(shared: Words, asked: Words, offered: Words) -> Flags:
    nothing: Flags = _both(given(asked), given(offered)) & (shared == 0)
    return nothing


def _asked_but_other(asked: Whole, offered: Whole) -> Flags:
    other: Flags = (asked[:, None] != NONE) & (asked[:, None] != offered)
    return other


def _age_group(table: Columns, rows: Whole) -> Flags:
    seekers, helpers = table.seekers.age_group[rows, None], table.helpers.age_group
    young = AGE_GROUPS.index(UNDER_18)
    unknown = (seekers == NONE) | (helpers == NONE)
    mixed = (seekers == young) != (helpers == young)
    peers = table.offers.kind == KINDS.index(PEER)
    # An unknown age group is coded -1 and so reads the last column.
    not_taken = ~table.offers.takes.T[table.seekers.age_group[rows]]
    forbidden: Flags = (peers & (unknown | mixed)) | not_taken
    return forbidden
