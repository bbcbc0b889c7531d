"""The answer: who is paired with whom, why the others are not, and what proves that there is no better plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from .problem import Id, Objective


class Status(StrEnum):
    """What came of it; that nobody could be placed is an answer too."""

    OPTIMAL = "optimal"
    # As good as was found; what is proven of it, the certificate says.
    FEASIBLE = "feasible"
    EMPTY = "empty"


class WhyUnplaced(StrEnum):
    """Why someone has nobody yet."""

    NO_HELPER_AT_ALL = "no_helper_at_all"
    NOBODY_FITS = "nobody_fits"
    BELOW_FLOOR = "below_floor"
    ALL_PLACES_TAKEN = "all_places_taken"


@dataclass(frozen=True, slots=True)
class Cover:
    """A proof that no plan places more people: every pair has an end in it, and it is only as large as the plan.

    It weighs one for each seeker and the places of each helper in it (Kőnig's theorem, with places).
    """

    seekers: tuple[Id, ...]
    helpers: tuple[Id, ...]


@dataclass(frozen=True, slots=True)
class Prices:
    """A proof that no plan of as many people has a better total: the dual prices of the flow.

    A pair is worth its score times `factor` less its tie, made coarser by `coarser` bits. No pair is worth more
    than its two prices together, and the pairs of the plan exactly as much; who has no place has the price
    `unplaced`, and nobody a lower one; a helper's price lies between the costs of the last place taken and the next.
    """

    factor: int
    coarser: int
    seekers: Mapping[Id, int]
    helpers: Mapping[Id, int]
    # None where everybody has a place.
    unplaced: int | None


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a third party needs to check a plan of seekers and helpers in one pass over its pairs."""

    placed: Cover | None = None
    # That fewer people would be placed if the worst-off scored one point more; None where the floor was no aim.
    floor: Cover | None = None
    prices: Prices | None = None


@dataclass(frozen=True)
class Plan:
    """The best pairs there are for a problem, in order of seeker."""

    status: Status
    pairs: tuple[tuple[Id, Id], ...]
    placed: int
    # The scores of all pairs together, with what waiting adds; the cost of load is told apart.
    total: int
    # The lowest score of a pair that was not locked; None where there is none.
    floor: int | None
    load_cost: int
    unplaced: tuple[tuple[Id, WhyUnplaced], ...]
    order: tuple[Objective, ...]
    # Pairs who would both rather have each other than whom they have.
    blocking_pairs: int
    certificate: Certificate
    # The fingerprint of the problem, and what solved it.
    problem: str
    solver: str
    seed: int
