"""How plans that are equally good are told apart, and how scores and ties become one exact whole number.

A pair's value is `score * scale - tie`. The tie is a small whole number made from the seed, both ids and the
days waited, and nothing else, so it favours neither low ids nor the order of rows. `scale` is larger than all
ties that one plan can hold, so ties only ever decide between plans of the same total. Where even the ties of two
plans add up to the same, which is rare, the order of ids decides.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from .errors import ProblemError
from .problem import Id, Problem, Whole

# Whoever waited longer comes first among equals: ten bits of a tie are days, the others are mixed from the ids.
TIE_BITS = 20
MIXED_BITS = 10
MOST_DAYS = 2 ** (TIE_BITS - MIXED_BITS) - 1
# Sums of values along any path of a solver stay below this, and twice this inside 64 bits.
LARGEST_SUM = 2**60

Keys = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Scale:
    """The factor of a score, and by how many bits ties are made coarser so that everything stays exact."""

    factor: int
    coarser: int


def ties(problem: Problem) -> Whole:
    """The tie of each pair, from 0 to 2**20 - 1; the smaller one is preferred."""
    seekers = keys((seeker.id for seeker in problem.seekers), seed=problem.aim.seed)
    helpers = keys((helper.id for helper in problem.helpers), seed=problem.aim.seed)
    return ties_between(seekers[problem.rows], helpers[problem.columns], problem.waited_days[problem.rows])


def ties_between(seekers: Keys, helpers: Keys, days: Whole) -> Whole:
    """The ties of pairs whose two keys and the seeker's days of waiting stand side by side."""
    mixed = mix(seekers + mix(helpers)) >> np.uint64(64 - MIXED_BITS)
    waited = MOST_DAYS - np.minimum(days, MOST_DAYS)
    found: Whole = (waited << MIXED_BITS) + mixed.astype(np.int64)
    return found


def scale_for(people: int, spread: int, hops: int) -> Scale:
    """The finest scale for plans of so many people, scores that differ by `spread`, and paths of so many pairs.

    Raises ProblemError where even the bare scores would not add up exactly in 64 bits.
    """
    for coarser in range(TIE_BITS + 1):
        ties_below = 1 << (TIE_BITS - coarser)
        factor = max(1, people) * ties_below
        if (spread * factor + ties_below) * hops <= LARGEST_SUM:
            return Scale(factor, coarser)
    raise ProblemError(f"Scores that differ by {spread} among {people} people are too large to add up exactly.")


def keys(ids: Iterable[Id], *, seed: int) -> Keys:
    """A 64-bit number for each id that depends on the id and the seed alone."""
    salt = str(seed).encode()
    found = (blake2b(str(each).encode(), digest_size=8, key=salt[:64]).digest() for each in ids)
    return np.frombuffer(b"".join(found), dtype="<u8").astype(np.uint64)


def mix(numbers: Keys) -> Keys:
    """Scatter 64-bit numbers evenly (the finishing steps of splitmix64); they wrap on purpose."""
    numbers = numbers + np.uint64(0x9E3779B97F4A7C15)
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))
