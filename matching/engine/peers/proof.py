"""Checks the two kinds of proof of a plan for peers, barriers and prices, in one pass over the pairs each."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from matching.engine.problem import Id, Whole
from matching.engine.ties import Scale

from .nest import Nest
from .plan import Barrier, PeerPrices
from .problem import PeerProblem
from .ties import scale_of, values_of

# Two prices below this, and what blossoms add, can be compared in 64 bits.
PRICES_BELOW = 2**61


def barrier_wrong(problem: PeerProblem, barrier: Barrier, places: Whole, allowed: range) -> Iterator[str]:
    """What is wrong with a proof that the pairs at these places make no more than `allowed` at once."""
    named = Counter(chain(barrier.people, *barrier.parts))
    if not problem.row.keys() >= named.keys() or max(named.values(), default=1) > 1:
        yield "A barrier names somebody twice, or somebody who is not there."
        return
    first, second = problem.first[places], problem.second[places]
    without = np.zeros(len(problem.people), dtype=np.bool_)
    without[[problem.row[each] for each in barrier.people]] = True
    outward = np.zeros(len(problem.people), dtype=np.bool_)
    outward[first[~without[second]]] = outward[second[~without[first]]] = True
    if (without & ~outward).any():
        yield "A barrier names somebody who keeps nobody apart."
    if {frozenset(part) for part in barrier.parts} != _parts(problem, first, second, without):
        yield "The parts of a barrier are not what hangs together without its people."
    most = len(barrier.people) + sum(len(part) // 2 for part in barrier.parts)
    if most not in allowed:
        yield f"A barrier allows {most} pairs, which is not what it has to prove."


def _parts(problem: PeerProblem, first: Whole, second: Whole, without: NDArray[np.bool_]) -> set[frozenset[Id]]:
    """The people who hang together by these pairs without those who are taken out, where it is two or more."""
    size = len(problem.people)
    left = ~without[first] & ~without[second]
    joined = coo_array((np.ones(np.count_nonzero(left)), (first[left], second[left])), shape=(size, size))
    number, part = connected_components(joined, directed=False)
    members: list[list[Id]] = [[] for _ in range(number)]
    for person, place in zip(problem.people, part.tolist(), strict=True):
        members[place].append(person.id)
    return {frozenset(each) for each in members if len(each) > 1}


def prices_wrong(problem: PeerProblem, prices: PeerPrices, places: Whole, made: Whole) -> Iterator[str]:
    """What is wrong with a proof that no pairs at these places have a better total than the pairs at `made`."""
    scale = scale_of(problem)
    if Scale(prices.factor, prices.coarser) != scale:
        yield f"Values are scores times {scale.factor}, and ties are coarser by {scale.coarser} bits."
        return
    numbers = [*prices.people.values(), prices.unplaced or 0]
    if prices.people.keys() != problem.row.keys() or max(map(abs, numbers)) >= PRICES_BELOW:
        yield "The prices are not one for each person, or too large to add up exactly."
        return
    price = np.array([prices.people[person.id] for person in problem.people], dtype=np.int64)
    yield from _alone_wrong(problem, prices, price, made)
    try:
        nest = Nest(prices.blossoms, problem.row)
    except ValueError as found:
        yield str(found)
        return
    if any(each.price <= 0 for each in prices.blossoms) or max(nest.prices) >= PRICES_BELOW:
        yield "The price of a blossom is not above nought, or too large to add up exactly."
        return
    values = values_of(problem, scale)
    lacking = 2 * values - price[problem.first] - price[problem.second] - nest.shared(problem.first, problem.second)
    if (lacking[places] > 0).any():
        yield f"{_named(problem, places[lacking[places] > 0][0])} is worth more than the prices of both."
    if (lacking[made] != 0).any():
        yield f"{_named(problem, made[lacking[made] != 0][0])} is not worth exactly the prices of both."
    if not nest.is_full(problem.first[made], problem.second[made]):
        yield "A blossom is not of odd size or does not hold as many pairs of the plan as fit."


def _alone_wrong(problem: PeerProblem, prices: PeerPrices, price: Whole, made: Whole) -> Iterator[str]:
    alone = np.ones(len(problem.people), dtype=np.bool_)
    alone[problem.first[made]] = alone[problem.second[made]] = False
    if (prices.unplaced is None) != (not alone.any()):
        yield "There is a price for being alone exactly where somebody is."
    elif prices.unplaced is not None and ((price < prices.unplaced).any() or (price[alone] != prices.unplaced).any()):
        yield "Not everybody alone has the price of being alone, or somebody has a lower one."


def _named(problem: PeerProblem, place: int) -> str:
    one, other = problem.people[problem.first[place]].id, problem.people[problem.second[place]].id
    return f"The pair of {one!r} and {other!r}"
