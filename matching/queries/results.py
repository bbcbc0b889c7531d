"""What came of a round, in the numbers that its pictures and tables show."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from matching import engine
from matching.models import Helper, Round
from matching.queries.comparisons import Comparison, comparisons_of
from matching.queries.rounds import record_of
from matching.words import results as words
from people.models import Person

MOST_LOADS = 12


@dataclass(frozen=True)
class Tally:
    """How many people one word stands for."""

    words: str
    people: int


@dataclass(frozen=True)
class Load:
    """How many people a helper had, gets, and could still take; of `helpers` together where it is not one."""

    words: str
    had: int
    new: int
    free: int
    person: Person | None = None
    helpers: int = 1
    # How many of these helpers have no place left.
    full: int = 0

    @property
    def places(self) -> int:
        return self.had + self.new + self.free


@dataclass(frozen=True)
class Result:
    """What came of a round, and each picture's finding in a sentence."""

    coverage: list[Tally]
    loads: list[Load]
    fits: list[Tally]
    comparisons: list[Comparison]
    coverage_finding: str
    load_finding: str
    fit_finding: str
    worst: str
    swaps: str
    # What is proven, in three words and in full.
    proven: str
    proof: str


def result_of(round: Round, viewer: Person) -> Result:
    """Everything the page of a round that is done shows; a fixed number of queries."""
    coverage, fits, loads = coverage_of(round), fits_of(round), loads_of(round, viewer)
    left = [(tally.words, tally.people) for tally in coverage[1:]]
    placed_by_fit = [(tally.words, tally.people) for tally in fits]
    return Result(
        coverage=coverage,
        loads=first_of(loads),
        fits=fits,
        comparisons=comparisons_of(round),
        coverage_finding=words.coverage(round.placed, round.waiting, left),
        load_finding=load_finding(loads),
        fit_finding=words.fits(placed_by_fit),
        worst=next((said for said, people in reversed(placed_by_fit) if people), ""),
        swaps=words.swaps(round.blocking_pairs),
        proven="Checked to be stable" if round.order == Round.Order.STABLE else "Proven to be the best plan",
        proof=words.PROOF[Round.Order(round.order)],
    )


def load_finding(loads: Iterable[Load]) -> str:
    several = list(loads)
    full = sum(load.full for load in several)
    return words.load(full, sum(load.helpers for load in several), sum(load.new for load in several))


def coverage_of(round: Round) -> list[Tally]:
    """Who has a place, then who has none, by reason."""
    counted = dict(round.unplaced.order_by().values_list("reason").annotate(Count("pk")))
    left = [Tally(said, counted[why]) for why, said in words.UNPLACED.items() if why in counted]
    return [Tally("Placed", round.placed), *left]


def fits_of(round: Round) -> list[Tally]:
    """How well those who have a place fit, from very good to possible."""
    found = round.proposals.filter(position=1).order_by().values_list("fit")
    counted = dict(found.annotate(Count("pk")))
    return [Tally(said, counted.get(fit, 0)) for fit, said in words.FITS.items()]


def loads_of(round: Round, viewer: Person) -> list[Load]:
    """Everybody who has places: those with the most new people first, and whom the viewer may not see in one line."""
    if not hasattr(round, "record"):
        return []
    problem, _ = record_of(round)
    rows = {helper.id: helper for helper in problem.helpers if helper.load + helper.capacity}
    # Counted by what was proposed: between two rounds the plan holds more people than that.
    new = Counter[int | str](round.proposals.filter(position=1).order_by().values_list("helper", flat=True))
    visible = Helper.objects.visible_to(viewer).filter(pk__in=rows).select_related("person")
    named = [load_of(rows[helper.pk], new[helper.pk], helper.person) for helper in visible]
    named.sort(key=lambda load: (-load.new, load.free, load.words))
    seen = {helper.pk for helper in visible}
    hidden = [load_of(row, new[pk]) for pk, row in rows.items() if pk not in seen]
    return [*named, *([together(hidden)] if hidden else [])]


def load_of(row: engine.HelperRow, new: int, person: Person | None = None) -> Load:
    free = row.capacity - new
    return Load(str(person or ""), row.load, new, free, person, full=int(free == 0))


def together(loads: Iterable[Load]) -> Load:
    """Several lines as one."""
    several = list(loads)
    helpers = sum(load.helpers for load in several)
    said = "1 other" if helpers == 1 else f"{helpers} others"
    had, new, free, full = (sum(getattr(load, name) for load in several) for name in ("had", "new", "free", "full"))
    return Load(said, had, new, free, helpers=helpers, full=full)


def first_of(loads: list[Load]) -> list[Load]:
    """As many as can be taken in at a glance; the rest in one line."""
    if len(loads) <= MOST_LOADS:
        return loads
    return [*loads[: MOST_LOADS - 1], together(loads[MOST_LOADS - 1 :])]
