"""Going on from a solved assignment reaches what solving anew with one more seeker reaches."""

import numpy as np
import pytest

from matching.engine.kernels.assignment import NOBODY, Market, Standing, assign, solved
from matching.engine.kernels.continued import one_more


def market(seed: int, seekers: int) -> Market:
    """A market of so many seekers; with one more, the others are the same."""
    chance = np.random.default_rng(seed)
    starts, columns, costs = [0], [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
    for _ in range(seekers):
        own = np.flatnonzero(chance.random(5) < 0.5)
        starts.append(starts[-1] + len(own))
        columns.append(own)
        costs.append(chance.integers(0, 30, len(own)))
    capacity = np.array([2, 1, 0, 3, 1])
    beyond = np.array([-1, 0, 0, 2, 0])
    return Market(np.array(starts), np.concatenate(columns), np.concatenate(costs), capacity, beyond, 3, 10_000)


def cost(given: Market, mate: np.ndarray) -> int:
    """What an assignment costs: its edges, its load, and everybody left without a place."""
    edges = mate[mate != NOBODY]
    taken = np.bincount(given.columns[edges], minlength=len(given.capacity))
    load = sum(max(0, int(given.beyond[j]) + k) for j in range(len(taken)) for k in range(1, taken[j] + 1))
    return int(given.costs[edges].sum()) + given.rise * load + given.no_place * int((mate == NOBODY).sum())


def copied(standing: Standing) -> list[list[int]]:
    return [each.tolist() for each in standing]


@pytest.mark.parametrize("seed", range(40))
def test_one_more_is_as_cheap_as_solving_anew(seed: int) -> None:
    for seekers in range(1, 10):
        before, after = market(seed, seekers - 1), market(seed, seekers)
        standing, last = solved(before), slice(after.starts[-2], after.starts[-1])
        was = copied(standing)
        grown, now = one_more(before, standing, after.columns[last], after.costs[last])
        assert [np.asarray(each).tolist() for each in grown] == [np.asarray(each).tolist() for each in after]
        anew = assign(after)[0]
        assert cost(after, now.mate) == cost(after, anew)
        # The newcomer's price is what they add to the cost of the whole.
        assert now.asks[-1] == cost(after, now.mate) - cost(before, standing.mate)
        assert copied(standing) == was


def test_what_is_solved_holds_who_is_with_whom() -> None:
    given = market(3, 8)
    standing = solved(given)
    for j in range(len(given.capacity)):
        members, i = set(), int(standing.first[j])
        while i != NOBODY:
            members.add(i)
            i = int(standing.after[i])
        placed = np.flatnonzero(standing.mate != NOBODY)
        assert members == set(placed[given.columns[standing.mate[placed]] == j].tolist())
        assert standing.taken[j] == len(members)
