"""The instances that every engine is given: seekers with helpers, or peers among themselves, from a fixed seed."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]

SEED = 20261122
HIGHEST_SCORE = 1000


@dataclass(frozen=True)
class Instance:
    """Pairs side by side, in order of row, then column; for peers both ends are people and `capacity` is all ones."""

    family: str
    people: int
    capacity: Whole
    rows: Whole
    columns: Whole
    scores: Whole

    @property
    def two_sides(self) -> bool:
        """Whether seekers meet helpers; else both ends of a pair are people of one kind."""
        return self.family != PEERS.name

    @property
    def bonus(self) -> int:
        """More than one more placed person can cost all others: a path visits each helper once at most."""
        return (len(self.capacity) + 3) * (HIGHEST_SCORE + 1)

    def edges(self, rows: Whole, columns: Whole) -> Whole:
        """The places of these pairs in the list of pairs."""
        width = len(self.capacity)
        return np.searchsorted(self.rows * width + self.columns, np.sort(rows * width + columns))


@dataclass(frozen=True, slots=True)
class Family:
    """Instances that differ in size only; None as candidates means that everybody fits with everybody."""

    name: str
    candidates: int | None
    places: int
    sizes: tuple[int, ...]


SIZES = (200, 1_000, 10_000, 100_000)
ADVISERS = (
    Family("about 10 candidates each", 10, 12, SIZES),
    Family("about 30 candidates each", 30, 12, SIZES),
    Family("scarce places", 10, 5, SIZES),
    Family("everybody fits", None, 12, (1_000,)),
)
PEERS = Family("peers", 20, 1, (200, 1_000, 5_000, 20_000))


def instance_of(name: str, people: int) -> Instance:
    """The instance of the family with this name at this size."""
    if name == PEERS.name:
        return peers(people)
    return advisers(next(family for family in ADVISERS if family.name == name), people)


def advisers(family: Family, seekers: int) -> Instance:
    """So many seekers, a tenth of helpers; who is drawn twice counts once, so candidates are about as many."""
    helpers = seekers // 10
    chance = np.random.default_rng([SEED, seekers, family.candidates or 0, family.places])
    if family.candidates is None:
        pairs = np.arange(seekers * helpers)
    else:
        each = np.repeat(np.arange(seekers), family.candidates)
        pairs = np.unique(each * helpers + chance.integers(0, helpers, len(each)))
    capacity = chance.integers(family.places - 2, family.places + 3, helpers)
    scores = chance.integers(0, HIGHEST_SCORE + 1, len(pairs))
    return Instance(family.name, seekers, capacity, pairs // helpers, pairs % helpers, scores)


def peers(people: int) -> Instance:
    """So many people who can each be a peer of about twenty others."""
    chance = np.random.default_rng([SEED, people])
    ends = np.sort(chance.integers(0, people, (people * 10, 2)), axis=1)
    ends = ends[ends[:, 0] < ends[:, 1]]
    pairs = np.unique(ends[:, 0] * people + ends[:, 1])
    scores = chance.integers(0, HIGHEST_SCORE + 1, len(pairs))
    return Instance(PEERS.name, people, np.ones(people, dtype=np.int64), pairs // people, pairs % people, scores)
