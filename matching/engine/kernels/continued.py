"""More seekers for an assignment that is solved already: each costs one shortest path, as in `assignment`."""

import numpy as np

from .assignment import NOBODY, Market, Standing, Whole, no_trail, place
from .compiled import compiled


@compiled
def one_more(market: Market, standing: Standing, columns: Whole, costs: Whole) -> tuple[Market, Standing]:
    """The cheapest assignment with one more seeker, who has these edges; what was given stays as it is.

    The new seeker's price is what they add to the cost of the whole.
    """
    i, nobody = len(standing.mate), np.full(1, NOBODY)
    market = Market(
        np.append(market.starts, market.starts[i] + len(columns)),
        np.append(market.columns, columns),
        np.append(market.costs, costs),
        market.capacity,
        market.beyond,
        market.rise,
        market.no_place,
    )
    standing = Standing(
        np.append(standing.mate, nobody),
        np.append(standing.asks, nobody),
        standing.taken.copy(),
        standing.prices.copy(),
        standing.first.copy(),
        np.append(standing.after, nobody),
        np.append(standing.before, nobody),
    )
    place(market, standing, no_trail(len(market.capacity)), i)
    return market, standing
