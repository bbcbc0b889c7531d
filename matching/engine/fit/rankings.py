"""Lists of whom somebody would like: how much a place in one counts, for one pair and for many at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# First choice first, by id; a place may be shared, where it is not known who was meant.
Ranking = tuple[frozenset[int], ...]

# How far a wish is met, in thousandths.
MET = 1000
HALF_MET = 500


def share_of(place: int, places: int) -> int:
    """How far the wish is met by whoever stands at `place` (from nought) of so many: from all down to above a half.

    Whoever is not in the list stands at a half, like somebody of whom nothing is known. To name a few says nothing
    against all others, and a list that took points from them would leave its writer with a worse place than silence.
    """
    return HALF_MET + HALF_MET * (places - place) // places


def share_in(ranking: Ranking, one: int) -> int | None:
    """How far being with `one` meets the wish; None where they are not in the list."""
    return next((share_of(place, len(ranking)) for place, ids in enumerate(ranking) if one in ids), None)


@dataclass(frozen=True, slots=True)
class Ranks:
    """The lists of one side: who gave one, and the pairs in them with their shares, by ascending key."""

    given: NDArray[np.bool_]
    keys: NDArray[np.int64]
    shares: NDArray[np.int64]

    def of(self, keys: NDArray[np.int64]) -> NDArray[np.int64]:
        """The share of each of these pairs, whose keys ascend; a half where it is in no list."""
        found = np.full(len(keys), HALF_MET, dtype=np.int64)
        # The pairs in lists are few, so they are looked for among all others and not the other way round.
        places = np.searchsorted(keys, self.keys)
        there = np.isin(self.keys, keys[places[places < len(keys)]])
        found[places[there]] = self.shares[there]
        return found


def ranks_of_seekers(rankings: Sequence[Ranking], column: Mapping[int, int]) -> Ranks:
    """The seekers' lists, by row; a pair's key is its row times the number of helpers, and its column."""
    return _ranks(rankings, ((row * len(column) + other, share) for row, other, share in _listed(rankings, column)))


def ranks_of_helpers(rankings: Sequence[Ranking], row: Mapping[int, int]) -> Ranks:
    """The helpers' lists, by column, with the same keys."""
    helpers = len(rankings)
    return _ranks(rankings, ((other * helpers + column, share) for column, other, share in _listed(rankings, row)))


def _listed(rankings: Sequence[Ranking], where: Mapping[int, int]) -> Iterator[tuple[int, int, int]]:
    """Each writer, whom they named, where that one is among the others, and the share."""
    for writer, ranking in enumerate(rankings):
        for place, ids in enumerate(ranking):
            for one in ids & where.keys():
                yield writer, where[one], share_of(place, len(ranking))


def _ranks(rankings: Sequence[Ranking], pairs: Iterable[tuple[int, int]]) -> Ranks:
    keyed = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)
    given = np.array([bool(ranking) for ranking in rankings], dtype=np.bool_)
    return Ranks(given, keyed[:, 0], keyed[:, 1])
