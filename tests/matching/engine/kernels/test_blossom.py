"""At the end all that the kernel promises of its prices holds, whatever the graph."""

from collections.abc import Callable
from random import Random

import numpy as np
import pytest

from matching.engine.kernels.blossom import best_pairs
from matching.engine.kernels.rings import RESTING, blossoms_in

from ..peers.circles import Scored, odd_pairs, some_pairs
from .test_cardinality import graph_with


def shared(people: int, found: list[tuple[list[int], int, tuple[int, ...]]]) -> dict[int, int]:
    """What the blossoms around both cost, by person times `people` plus person."""
    prices: dict[int, int] = {}
    members: list[list[int]] = []
    for own, price, inside in found:
        members.append(own + [each for inner in inside for each in members[inner]])
        assert len(members[-1]) % 2 == 1
        for one in members[-1]:
            for other in members[-1]:
                prices[one * people + other] = prices.get(one * people + other, 0) + price
    return prices


def hold(people: int, pairs: list[Scored]) -> int:
    """Check everything; how many blossoms there were."""
    partner, alone, forest = best_pairs(graph_with(people, pairs))
    price = forest.nodes["price"][:people].tolist()
    found = [(own.tolist(), cost, inside) for own, cost, inside in blossoms_in(forest)]
    around = shared(people, found)
    for one, other, value in pairs:
        v, u = one - 1, other - 1
        over = price[v] + price[u] + around.get(v * people + u, 0) - 2 * value
        assert over >= 0
        assert over == 0 or partner[v] != u
    assert all(partner[partner[v]] == v for v in np.flatnonzero(partner >= 0))
    assert all(cost >= alone for cost in price)
    assert all(price[v] == alone for v in np.flatnonzero(partner < 0))
    assert (forest.nodes["side"] == RESTING).all()
    return len(found)


@pytest.mark.parametrize("make", [some_pairs, odd_pairs])
def test_prices_prove_the_pairs(make: Callable[[Random, int, int], list[Scored]]) -> None:
    blossoms = 0
    for seed in range(200):
        chance = Random(seed)
        people = chance.randint(0, 40)
        blossoms += hold(people, make(chance, people, chance.choice((1, 8, 60))))
    assert blossoms > 100


@pytest.mark.parametrize("seed", range(6))
def test_prices_prove_the_pairs_where_many_blossoms_open_and_close(seed: int) -> None:
    assert hold(240, odd_pairs(Random(seed), 240, 50)) > 5


def test_a_flower_finds_its_stem() -> None:
    # A circle of five whose one way out is worth little, and at its end somebody with a better partner.
    circle = [(1, 2, 9), (2, 3, 9), (3, 4, 9), (4, 5, 9), (1, 5, 9)]
    partner, _, _ = best_pairs(graph_with(8, [*circle, (3, 6, 1), (6, 7, 8), (7, 8, 1)]))
    assert partner.tolist() == [1, 0, 5, 4, 3, 2, 7, 6]
