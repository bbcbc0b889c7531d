"""How the groups that fairness is measured for came off in a round, told so that nobody in them can be made out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matching.engine.fit.reasons import fit_of
from matching.models import Round
from matching.words import results as words
from people.disclosure import LARGEST_HIDDEN
from people.models import Area

SEVERAL = "Other groups"


@dataclass(frozen=True)
class Group:
    """One group, or several small ones together, and what became of them; `fit` is empty where nobody has a place."""

    words: str
    people: int
    placed: int
    fit: str

    @property
    def share(self) -> int:
        return round(100 * self.placed / self.people)


@dataclass(frozen=True)
class Comparison:
    """The groups of one attribute; none where even together they are too few to tell apart from nobody."""

    attribute: str
    title: str
    groups: list[Group]

    @property
    def finding(self) -> str:
        return words.comparison([(group.words, group.share) for group in self.groups])


def comparisons_of(round: Round) -> list[Comparison]:
    """By each attribute that fairness is measured for, who is placed how often and how well."""
    attainable, names = round.configuration.as_weights().attainable, group_names()
    found = []
    for attribute, title in words.ATTRIBUTES.items():
        figures = {figure["value"]: figure for figure in round.figures if figure["attribute"] == attribute}
        together = told_apart({value: figure["people"] for value, figure in figures.items()}, names[attribute])
        groups = [as_group(values, figures, names[attribute], attainable) for values in together]
        found.append(Comparison(attribute, title, groups))
    # One group is everybody, and there is nothing to compare it with.
    return [comparison for comparison in found if len(comparison.groups) != 1]


def group_names() -> dict[str, Mapping[str, str]]:
    """What the groups of each attribute are called."""
    return {**words.GROUPS, "area": dict(Area.objects.values_list("slug", "name"))}


def told_apart(sizes: Mapping[str, int], names: Mapping[str, str]) -> list[list[str]]:
    """The groups that are shown, each a list of values: small ones stand together until nobody can be made out.

    Where all the small ones together are still too few, the next larger one joins them: otherwise they could be
    worked out from the whole. Nothing is shown of an attribute that so few people have. The order is that of `names`.
    """
    if sum(sizes.values()) <= LARGEST_HIDDEN:
        return []
    by_size = sorted(sizes, key=lambda value: sizes[value])
    small = [value for value in by_size if sizes[value] <= LARGEST_HIDDEN]
    for larger in by_size[len(small) :]:
        if not small or sum(sizes[value] for value in small) > LARGEST_HIDDEN:
            break
        small.append(larger)
    in_order = [value for value in names if value in sizes] + [value for value in sizes if value not in names]
    alone = [[value] for value in in_order if value not in small]
    return [*alone, *([small] if small else [])]


def called(values: Sequence[str], names: Mapping[str, str]) -> str:
    """The words for one group, or for several that are shown as one."""
    return names.get(values[0], "Not given") if len(values) == 1 else SEVERAL


def as_group(
    values: list[str], figures: Mapping[str, Mapping[str, Any]], names: Mapping[str, str], attainable: int
) -> Group:
    several = [figures[value] for value in values]
    people, placed = (sum(figure[name] for figure in several) for name in ("people", "placed"))
    points = sum(figure["placed"] * (figure["mean_score"] or 0) for figure in several)
    fit = words.FITS[fit_of(int(points / placed), attainable)] if placed else ""
    return Group(called(values, names), people, placed, fit)
