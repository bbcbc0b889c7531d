"""Whether prices prove that no plan of as many people has a better total: weak duality, condition by condition.

For any plan of as many people over these pairs, its value is at most the prices of all its ends. Those of seekers add
up to no more than in this plan, because who has no place has the lowest price; those of helpers less what their places
cost neither, because costs only rise and each price lies between the last cost paid and the next. This plan reaches
that bound. `factor` is so large that ties do not touch the total (docs/matching-engine.md has it in full).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matching.engine.plan import Prices
from matching.engine.problem import Id, Whole
from matching.engine.ties import TIE_BITS, ties

from .books import Books, Flags, ids, told

# Two such numbers still add up inside 64 bits.
LARGEST = 2**61


@dataclass(frozen=True)
class Ledger:
    """The prices beside what they are held against; only pairs that are worth `floor` or more count."""

    books: Books
    prices: Prices
    floor: int | None

    @cached_property
    def edges(self) -> Whole:
        """The places of all pairs that the plan might have made."""
        usable, worth = self.books.usable, self.books.problem.worth
        return np.flatnonzero(usable if self.floor is None else usable & (worth >= self.floor))

    @cached_property
    def worth(self) -> Whole:
        return self.books.problem.worth[self.edges]

    @cached_property
    def tie(self) -> Whole:
        return ties(self.books.problem)[self.edges] >> self.prices.coarser

    @cached_property
    def made(self) -> Flags:
        """Which of those pairs are in the plan."""
        return np.isin(self.edges, self.books.chosen, assume_unique=True)

    @cached_property
    def beyond(self) -> Whole:
        """How far each helper is beyond the number they wish for, with their locked pairs."""
        return self.books.problem.beyond + self.books.by_helper(self.books.problem.locked)

    @cached_property
    def priced_seekers(self) -> list[Id]:
        return [
            one.id for one, settled in zip(self.books.problem.seekers, self.books.settled, strict=True) if not settled
        ]

    @cached_property
    def priced_helpers(self) -> list[Id]:
        return [one.id for one, room in zip(self.books.problem.helpers, self.books.room, strict=True) if room > 0]

    @cached_property
    def asks(self) -> Whole:
        """The price of each seeker who takes part."""
        return np.array([self.prices.seekers.get(one.id, 0) for one in self.books.problem.seekers], dtype=np.int64)

    @cached_property
    def offers(self) -> Whole:
        """The price of each helper who takes part."""
        return np.array([self.prices.helpers.get(one.id, 0) for one in self.books.problem.helpers], dtype=np.int64)

    def cost(self, place: Whole) -> Whole:
        """What each helper's place of this number costs, beside locked ones, as a part of a value."""
        rise = self.books.problem.aim.spread * self.prices.factor
        cost: Whole = rise * np.maximum(0, self.beyond + place)
        return cost


def wrong_prices(books: Books, prices: Prices | None, floor: int | None) -> list[str]:
    """What keeps prices from proving that the total is the best."""
    if prices is None:
        return ["That no plan has a better total is not proven: the prices are missing."]
    ledger = Ledger(books, prices, floor)
    # What follows presupposes what comes before: a scale, then everybody's price, then the conditions.
    return wrong_scale(ledger) or wrong_ids(ledger) or [*wrong_seekers(ledger), *wrong_helpers(ledger)]


def wrong_scale(ledger: Ledger) -> list[str]:
    """Whether ties stay below one point of the total, and every number inside 64 bits."""
    books, prices, problem = ledger.books, ledger.prices, ledger.books.problem
    if not 0 <= prices.coarser <= TIE_BITS:
        return [f"coarser is {prices.coarser}; it is a number of bits from 0 to {TIE_BITS}."]
    people = len(problem.seekers)
    if prices.factor <= people * int(ledger.tie.max(initial=0)):
        return [f"The factor {prices.factor} is so small that the ties of {people} people might outweigh a point."]
    worth = int(np.abs(ledger.worth).max(initial=0))
    load = problem.aim.spread * (int(np.maximum(0, ledger.beyond).max(initial=0)) + int(books.taken.max(initial=0)) + 1)
    largest = (worth + load + 1) * prices.factor
    given = [prices.unplaced or 0, *prices.seekers.values(), *prices.helpers.values()]
    if largest > LARGEST or any(abs(price) > LARGEST for price in given):
        return ["The factor or a price is too large to reckon exactly."]
    return []


def wrong_ids(ledger: Ledger) -> list[str]:
    """Whether exactly those have a price who take part."""
    return [
        *_wrong_side("seekers", ledger.priced_seekers, ledger.prices.seekers),
        *_wrong_side("helpers", ledger.priced_helpers, ledger.prices.helpers),
    ]


def _wrong_side(name: str, wanted: list[Id], given: Mapping[Id, int]) -> Iterator[str]:
    missing = [each for each in wanted if each not in given]
    needed = set(wanted)
    extra = [each for each in given if each not in needed]
    if missing:
        yield f"Some {name} have no price: {ids(missing)}."
    if extra:
        yield f"Some {name} have a price and take no part: {ids(extra)}."


def wrong_seekers(ledger: Ledger) -> list[str]:
    """No pair is worth more than its two prices, those of the plan as much; who has no place has the lowest price."""
    books, prices = ledger.books, ledger.prices
    problem = books.problem
    asks, offers = ledger.asks, ledger.offers
    values = ledger.worth * prices.factor - ledger.tie
    slack = asks[problem.rows[ledger.edges]] + offers[problem.columns[ledger.edges]] - values
    over, off = ledger.edges[slack < 0], ledger.edges[ledger.made & (slack > 0)]
    return [
        *told(over, lambda e: f"{books.pair(e)} is worth more than its two prices"),
        *told(off, lambda e: f"{books.pair(e)} is in the plan and worth less than its two prices"),
        *wrong_lowest(ledger),
    ]


def wrong_lowest(ledger: Ledger) -> list[str]:
    """Who has no place has the price `unplaced`, and nobody a lower one."""
    books, lowest = ledger.books, ledger.prices.unplaced
    left = ~books.settled & (books.by_seeker(books.chosen) == 0)
    if lowest is None or not left.any():
        fault = "The price of those without a place is missing, or there is nobody without one."
        return [fault] if (lowest is None) == bool(left.any()) else []
    below = np.flatnonzero(~books.settled & (ledger.asks < lowest))
    above = np.flatnonzero(left & (ledger.asks > lowest))
    return [
        *told(below, lambda i: f"the price of {books.seeker(i)} is below that of those without a place"),
        *told(above, lambda i: f"the price of {books.seeker(i)}, who has no place, is above the common one"),
    ]


def wrong_helpers(ledger: Ledger) -> list[str]:
    """Each helper's price is from the cost of the last place taken to that of the next; with none taken, the latter."""
    books, offers = ledger.books, ledger.offers
    taken, part = books.taken, books.room > 0
    last, following = ledger.cost(taken), ledger.cost(taken + 1)
    # Who has none of the plan's pairs has one price that is right, so that no price can be changed unseen.
    low = part & (offers < np.where(taken > 0, last, following))
    high = part & (taken < books.room) & (offers > following)
    return [
        *told(np.flatnonzero(low), lambda j: f"the price of {books.helper(j)} is below what their place costs"),
        *told(np.flatnonzero(high), lambda j: f"the price of {books.helper(j)} is above what their next place costs"),
    ]
