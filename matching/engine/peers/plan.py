"""The answer for peers: who is paired with whom, why the others are alone, and what proves that there is no better."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from matching.engine.plan import Status
from matching.engine.problem import Id, Objective


class WhyAlone(StrEnum):
    """Why somebody has no partner."""

    # They are in no pair that may be made.
    NOBODY_FITS = "nobody_fits"
    # Everybody who fits has somebody else.
    NO_PARTNER_LEFT = "no_partner_left"


@dataclass(frozen=True, slots=True)
class Barrier:
    """A proof that there are no more pairs: each one has an end among `people`, or both in the same one of `parts`.

    So there are at most as many pairs as `people`, and half of each part, rounded down, together (Tutte 1947, Berge
    1958). The parts are exactly what hangs together without `people`, where it is two or more.
    """

    people: tuple[Id, ...]
    parts: tuple[tuple[Id, ...], ...]


@dataclass(frozen=True, slots=True)
class Blossom:
    """An odd number of people, of whom one must look outside for a partner, and the price of that.

    It holds `people` and whoever is in other `blossoms`, which are named by their places in the list, before its own.
    """

    people: tuple[Id, ...]
    price: int
    blossoms: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PeerPrices:
    """A proof that no plan of as many pairs has a better total: the dual prices of the matching (Edmonds 1965).

    A pair's value is its score times `factor` less its tie, made coarser by `coarser` bits. Prices count halves,
    because they need not be whole: the prices of two people and of all blossoms that hold both are together at
    least twice the value of their pair, and exactly that for the pairs of the plan. Blossoms cost more than nought, and
    each holds as many pairs of the plan as fit. Who is alone has the price `unplaced`, and nobody a lower one.
    """

    factor: int
    coarser: int
    people: Mapping[Id, int]
    blossoms: tuple[Blossom, ...]
    # None where everybody has a partner.
    unplaced: int | None


@dataclass(frozen=True, slots=True)
class PeerCertificate:
    """What a third party needs to check a plan for peers in one pass over its pairs."""

    placed: Barrier
    prices: PeerPrices
    # That there would be fewer pairs if the worst scored one point more; None where the floor was no aim.
    floor: Barrier | None = None


@dataclass(frozen=True)
class PeerPlan:
    """The best pairs there are for a problem; of each pair the one who comes first in it, and pairs in order."""

    status: Status
    pairs: tuple[tuple[Id, Id], ...]
    # People, two for each pair.
    placed: int
    total: int
    # The lowest score of a pair; None where there is none.
    floor: int | None
    unplaced: tuple[tuple[Id, WhyAlone], ...]
    order: tuple[Objective, ...]
    certificate: PeerCertificate
    solver: str
    seed: int
    # The fingerprint of the problem.
    problem: str = ""
