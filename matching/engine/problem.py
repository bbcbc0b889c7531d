"""What is to be solved: seekers, helpers with places, scored pairs and the aim; impossible values are refused.

Nothing here knows what a score stands for. `fit` makes such a problem of people described in words; a file
brings its own pairs. Rows are kept in order of id and pairs in order of their rows, so that the order in
which they were given cannot matter.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .errors import ProblemError
from .fit.reasons import Reason

Id = int | str
Pairs = Sequence[tuple[Id, Id]]
Whole = NDArray[np.int64]

# Sums of this many scores of this size stay inside 64 bits.
LARGEST_SCORE = 10**12
LARGEST_COUNT = 10**9


class Objective(StrEnum):
    """What a plan is to reach; earlier ones come before later ones, whatever it costs the later."""

    PLACED = "placed"
    FLOOR = "floor"
    TOTAL = "total"
    STABLE = "stable"


ORDERS: tuple[tuple[Objective, ...], ...] = (
    (Objective.PLACED, Objective.TOTAL),
    (Objective.PLACED, Objective.FLOOR, Objective.TOTAL),
    (Objective.STABLE,),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What the best plan is: the order of objectives, and what else counts."""

    order: tuple[Objective, ...] = ORDERS[0]
    # Pairs that score less are never made, even if somebody has no place for it.
    at_least: int | None = None
    # Points that the total loses with each person a helper takes beyond the number they wish for: the first
    # costs this much, the second twice as much, and so on; a convex cost, so that load spreads.
    spread: int = 0
    # Points that every pair of a seeker gains with each week of waiting; without end, so that nobody waits for ever.
    waiting: int = 0
    # Decides between plans that are equally good, and nothing else.
    seed: int = 0

    def __post_init__(self) -> None:
        if self.order not in ORDERS:
            known = "; ".join(", ".join(order) for order in ORDERS)
            raise ProblemError(f"objective cannot be {', '.join(self.order) or 'empty'}; it is one of: {known}.")
        for name, value in (("spread", self.spread), ("waiting", self.waiting)):
            _within(f"{name}", value, 0, 10**6)
        _within("seed", self.seed, -(2**63), 2**63 - 1)
        if self.at_least is not None:
            _within("at_least", self.at_least, -LARGEST_SCORE, LARGEST_SCORE)


class SeekerRow(NamedTuple):
    """One who asks; `groups` are for measuring fairness only and never reach a score."""

    id: Id
    waited_days: int = 0
    groups: Mapping[str, str] = {}


class HelperRow(NamedTuple):
    """One who offers: free places, how many people they wish to have at least, and how many they have."""

    id: Id
    capacity: int
    minimum: int = 0
    load: int = 0


@dataclass(frozen=True, eq=False)
class Problem:
    """One matching of seekers with helpers; `rows`, `columns` and `scores` are its pairs, side by side."""

    seekers: tuple[SeekerRow, ...]
    helpers: tuple[HelperRow, ...]
    rows: Whole
    columns: Whole
    # Points of each pair as given; `worth` adds what waiting brings.
    scores: Whole
    aim: Aim = field(default_factory=Aim)
    # Places in the list of pairs that every plan must hold.
    locked: Whole = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    # Why a pair fits, by its place in the list of pairs, where that is known.
    reasons: Mapping[int, tuple[Reason, ...]] = field(default_factory=dict)

    @cached_property
    def seeker_row(self) -> dict[Id, int]:
        return {seeker.id: row for row, seeker in enumerate(self.seekers)}

    @cached_property
    def helper_column(self) -> dict[Id, int]:
        return {helper.id: column for column, helper in enumerate(self.helpers)}

    @cached_property
    def capacity(self) -> Whole:
        return np.array([helper.capacity for helper in self.helpers], dtype=np.int64)

    @cached_property
    def waited_days(self) -> Whole:
        return np.array([seeker.waited_days for seeker in self.seekers], dtype=np.int64)

    @cached_property
    def beyond(self) -> Whole:
        """How far each helper already is beyond the number they wish for; less than nought below it."""
        return np.array([helper.load - helper.minimum for helper in self.helpers], dtype=np.int64)

    @cached_property
    def worth(self) -> Whole:
        """What each pair counts: its score, and what the seeker's waiting adds."""
        if not self.aim.waiting:
            return self.scores
        return self.scores + (self.aim.waiting * self.waited_days // 7)[self.rows]

    def edges_of(self) -> Whole:
        """Where each seeker's pairs begin, and where the last one's end."""
        return np.searchsorted(self.rows, np.arange(len(self.seekers) + 1))

    def edge_of(self, seeker: Id, helper: Id) -> int | None:
        """The place of a pair in the list of pairs, or None where it is not among them."""
        row, column = self.seeker_row[seeker], self.helper_column[helper]
        start, end = np.searchsorted(self.rows, [row, row + 1])
        place = start + np.searchsorted(self.columns[start:end], column)
        return int(place) if place < end and self.columns[place] == column else None


def problem_of(
    seekers: Iterable[SeekerRow],
    helpers: Iterable[HelperRow],
    pairs: Sequence[tuple[Id, Id, int]],
    *,
    aim: Aim | None = None,
    locked: Iterable[tuple[Id, Id]] = (),
    reasons: Mapping[tuple[Id, Id], tuple[Reason, ...]] | None = None,
) -> Problem:
    """The problem of these rows in any order; a value that cannot be is refused with a ProblemError that names it."""
    seekers, helpers = sorted(seekers, key=_by_id), sorted(helpers, key=_by_id)
    _distinct("seekers", [seeker.id for seeker in seekers])
    _distinct("helpers", [helper.id for helper in helpers])
    row = {seeker.id: place for place, seeker in enumerate(seekers)}
    column = {helper.id: place for place, helper in enumerate(helpers)}
    for seeker in seekers:
        _within(f"Seeker {seeker.id!r}: waited_days", seeker.waited_days, 0, 36_500)
    for helper in helpers:
        for name in ("capacity", "minimum", "load"):
            _within(f"Helper {helper.id!r}: {name}", getattr(helper, name), 0, LARGEST_COUNT)
    seeker_ids, helper_ids, points = zip(*pairs, strict=True) if pairs else ((), (), ())
    if not (row.keys() >= set(seeker_ids) and column.keys() >= set(helper_ids) and _scores(points)):
        _refuse_pair(row, column, pairs)
    rows = np.array([row[each] for each in seeker_ids], dtype=np.int64)
    columns = np.array([column[each] for each in helper_ids], dtype=np.int64)
    scores = np.array(points, dtype=np.int64)
    order = np.lexsort((columns, rows))
    rows, columns, scores = rows[order], columns[order], scores[order]
    again = np.flatnonzero((np.diff(rows) == 0) & (np.diff(columns) == 0))
    if len(again):
        twice = seekers[rows[again[0]]].id, helpers[columns[again[0]]].id
        raise ProblemError(f"The pair of seeker {twice[0]!r} and helper {twice[1]!r} is there twice.")
    made = Problem(tuple(seekers), tuple(helpers), rows, columns, scores, aim or Aim())
    known = {made.edge_of(*pair): why for pair, why in (reasons or {}).items()}
    object.__setattr__(made, "reasons", {place: why for place, why in known.items() if place is not None})
    object.__setattr__(made, "locked", _locked(made, locked))
    return made


def _scores(points: Sequence[int]) -> bool:
    if not set(map(type, points)) <= {int}:
        return False
    return min(points, default=0) >= -LARGEST_SCORE and max(points, default=0) <= LARGEST_SCORE


def _refuse_pair(row: Mapping[Id, int], column: Mapping[Id, int], pairs: Iterable[tuple[Id, Id, int]]) -> None:
    """Name the first pair that cannot be; millions of pairs are not looked at one by one where all are in order."""
    for place, (seeker_id, helper_id, points) in enumerate(pairs):
        if seeker_id not in row:
            raise ProblemError(f"pairs[{place}]: there is no seeker {seeker_id!r}.")
        if helper_id not in column:
            raise ProblemError(f"pairs[{place}]: there is no helper {helper_id!r}.")
        _within(f"pairs[{place}]: score", points, -LARGEST_SCORE, LARGEST_SCORE)


def places_of(problem: Problem, pairs: Pairs) -> Whole:
    """Where these pairs stand in the problem's list of pairs, ascending; a ProblemError for one that does not."""
    try:
        rows = np.array([problem.seeker_row[seeker] for seeker, _ in pairs], dtype=np.int64)
        columns = np.array([problem.helper_column[helper] for _, helper in pairs], dtype=np.int64)
    except KeyError as error:
        raise ProblemError(f"There is nobody with the id {error.args[0]!r}.") from error
    width = max(1, len(problem.helpers))
    known, asked = problem.rows * width + problem.columns, np.sort(rows * width + columns)
    places = np.searchsorted(known, asked)
    missing = asked[np.append(known, -1)[places] != asked]
    if len(missing):
        row, column = divmod(int(missing[0]), width)
        seeker, helper = problem.seekers[row].id, problem.helpers[column].id
        raise ProblemError(f"The pair of {seeker!r} and {helper!r} is not among the pairs.")
    return places


def _locked(problem: Problem, pairs: Iterable[tuple[Id, Id]]) -> Whole:
    places = []
    for seeker, helper in pairs:
        known = seeker in problem.seeker_row and helper in problem.helper_column
        place = problem.edge_of(seeker, helper) if known else None
        if place is None:
            raise ProblemError(f"The locked pair of {seeker!r} and {helper!r} is not among the pairs.")
        places.append(place)
    found = np.array(sorted(set(places)), dtype=np.int64)
    twice = np.flatnonzero(np.bincount(problem.rows[found], minlength=len(problem.seekers)) > 1)
    if len(twice):
        raise ProblemError(f"Seeker {problem.seekers[twice[0]].id!r}: more than one locked pair.")
    over = np.flatnonzero(np.bincount(problem.columns[found], minlength=len(problem.helpers)) > problem.capacity)
    if len(over):
        raise ProblemError(f"Helper {problem.helpers[over[0]].id!r}: more locked pairs than capacity.")
    return found


def _by_id(row: SeekerRow | HelperRow) -> tuple[bool, Id]:
    # Numbers before words, because Python does not compare the two.
    return isinstance(row.id, str), row.id


def _within(name: str, value: int, least: int, most: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise ProblemError(f"{name} cannot be {value!r}; it is a whole number from {least} to {most}.")


def _distinct(name: str, ids: Iterable[Id]) -> None:
    seen: set[Id] = set()
    for each in ids:
        if each in seen:
            raise ProblemError(f"Two {name} with the id {each!r}.")
        seen.add(each)
