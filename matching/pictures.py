"""The pictures of a round's result: which there are, and what each one draws."""

from collections.abc import Callable, Mapping

from matching.charts import Bar, Look, Part, picture
from matching.models import Round
from matching.queries.comparisons import comparisons_of
from matching.queries.results import coverage_of, first_of, fits_of, loads_of
from matching.words.results import ATTRIBUTES
from people.models import Person

# None where there is nothing to compare.
Drawer = Callable[[Round, Person], bytes | None]

PLACED_OR_NOT = (Part(Look.MAIN), Part(Look.NEW))
# The legend has room for short words only.
HAD_NEW_FREE = (Part(Look.MAIN, "Had"), Part(Look.NEW, "New"), Part(Look.EMPTY, "Free"))


def coverage(round: Round, viewer: Person) -> bytes:
    """Who has a place in one tone, who has none in another, by reason."""
    placed, *left = coverage_of(round)
    bars = [Bar(placed.words, (placed.people, 0)), *(Bar(tally.words, (0, tally.people)) for tally in left)]
    return picture(bars, PLACED_OR_NOT)


def load(round: Round, viewer: Person) -> bytes:
    """Whom each helper had, gets, and could still take; several together would dwarf them, so they are not drawn."""
    shown = [load for load in first_of(loads_of(round, viewer)) if load.person]
    return picture([Bar(load.words, (load.had, load.new, load.free)) for load in shown], HAD_NEW_FREE)


def fit(round: Round, viewer: Person) -> bytes:
    return picture([Bar(tally.words, (tally.people,)) for tally in fits_of(round)], [Part(Look.MAIN)])


def comparison_by(attribute: str) -> Drawer:
    """The picture that compares the groups of one attribute: how many of a hundred have a place."""

    def draw(round: Round, viewer: Person) -> bytes | None:
        groups = next((each.groups for each in comparisons_of(round) if each.attribute == attribute), [])
        bars = [Bar(group.words, (group.share,)) for group in groups]
        return picture(bars, [Part(Look.MAIN)], unit="%", most=100) if bars else None

    return draw


PICTURES: Mapping[str, Drawer] = {
    "coverage": coverage,
    "load": load,
    "fit": fit,
    **{attribute: comparison_by(attribute) for attribute in ATTRIBUTES},
}
