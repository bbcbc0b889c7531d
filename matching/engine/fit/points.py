"""The scores of compatibility.py, worked out for many pairs at once."""

from dataclasses import dataclass

import numpy as np

from .barriers import Overlap
from .columns import NONE, Columns, Flags, Whole, Words, given
from .compatibility import TOPICS_BEFORE_FOCUS
from .rankings import MET
from .weights import Weights


@dataclass(frozen=True, slots=True)
class Pairs:
    """Some pairs of a block of seekers, in order: the place in the block, the seeker's row, the helper's column."""

    place: Whole
    row: Whole
    column: Whole


def points(table: Columns, pairs: Pairs, shared: Overlap, weights: Weights) -> Whole:
    """All points of each pair."""
    total = _topics(table, pairs, shared, weights.topics)
    total += _lived_experience(table, pairs, weights.lived_experience)
    total += _languages(table, pairs, shared, weights.languages)
    total += _hours(table, pairs, shared, weights.hours, weights.enough_hours)
    total += _ways(table, pairs, shared, weights.ways)
    total += _place(table, pairs, shared, weights.place)
    total += _preferences(table, pairs, weights.preferences)
    total += _waiting(table, pairs, weights.waiting)
    return total


def _or_half(known: Flags, found: Whole, most: int) -> Whole:
    return np.where(known, found, most // 2)


def _shared(words: Words, pairs: Pairs) -> Whole:
    return words[pairs.place, pairs.column].astype(np.int64)


def _said(words: Words) -> Whole:
    return np.asarray(words.sum(axis=1), dtype=np.int64)


def _topics(table: Columns, pairs: Pairs, shared: Overlap, most: int) -> Whole:
    asked = _said(table.seekers.topics)[pairs.row]
    offered = _said(table.helpers.topics)[pairs.column]
    met = _shared(shared.topics, pairs) * (TOPICS_BEFORE_FOCUS * offered + 1)
    in_all = np.maximum((TOPICS_BEFORE_FOCUS * asked + 1) * offered, 1)
    return _or_half((asked > 0) & (offered > 0), most * met // in_all, most)


def _lived_experience(table: Columns, pairs: Pairs, most: int) -> Whole:
    lived = table.offers.lived_experience[pairs.column]
    return _or_half(table.asks.lived_experience[pairs.row], most * lived, most)


def _languages(table: Columns, pairs: Pairs, shared: Overlap, most: int) -> Whole:
    known = given(table.seekers.languages)[pairs.row] & given(table.helpers.languages)[pairs.column]
    return _or_half(known, most * (_shared(shared.languages, pairs) > 0), most)


def _hours(table: Columns, pairs: Pairs, shared: Overlap, most: int, enough: int) -> Whole:
    asked = _said(table.seekers.hours)[pairs.row]
    known = (asked > 0) & given(table.helpers.hours)[pairs.column]
    needed = np.clip(asked, 1, enough)
    return _or_half(known, most * np.minimum(_shared(shared.hours, pairs), needed) // needed, most)


def _ways(table: Columns, pairs: Pairs, shared: Overlap, most: int) -> Whole:
    asked = _said(table.seekers.ways)[pairs.row]
    known = (asked > 0) & given(table.helpers.ways)[pairs.column]
    return _or_half(known, most * _shared(shared.ways, pairs) // np.maximum(asked, 1), most)


def _place(table: Columns, pairs: Pairs, shared: Overlap, most: int) -> Whole:
    known = (table.seekers.areas[pairs.row] != NONE) & (table.helpers.areas[pairs.column] != NONE)
    return _or_half(known, most * shared.same_area[pairs.place, pairs.column], most)


def _preferences(table: Columns, pairs: Pairs, most: int) -> Whole:
    wished, gender = table.asks.gender[pairs.row], table.offers.gender[pairs.column]
    known = ((wished != NONE) & table.offers.gender_known[pairs.column]).astype(np.int64)
    met = MET * known * (wished == gender)
    keys = pairs.row * len(table.helpers.ids) + pairs.column
    for ranks, writer in ((table.asks.ranks, pairs.row), (table.offers.ranks, pairs.column)):
        if ranks.given.any():
            known += ranks.given[writer]
            met += ranks.given[writer] * ranks.of(keys)
    return _or_half(known > 0, most * met // np.maximum(MET * known, 1), most)


def _waiting(table: Columns, pairs: Pairs, a_week: int) -> Whole:
    return (a_week * table.asks.waited_days // 7)[pairs.row]
