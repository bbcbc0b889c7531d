"""How fair rounds and helpers have been to each group, as it may be published: through `people.disclosure` alone."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Q
from django.utils.timezone import localdate

from matching.gathering import NOT_GIVEN
from matching.models import Proposal, Round
from matching.words.results import ATTRIBUTES, GROUPS
from people.disclosure import of_enough, published, rate
from people.models import Area

ROUNDS_TOLD = 5
DECLINES_OF = timedelta(days=365)
# Where the value of each attribute is read of a proposal's member.
OF_MEMBER = {
    "age_group": "request__person__age_group",
    "area": "request__person__area__slug",
    "gender": "request__person__gender",
}

Names = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class GroupFigures:
    """What became of one group in one round; None for what too few people stand behind."""

    attribute: str
    group: str
    people: int | None
    placed: int | None
    percent: int | None
    # The percentage beside that of the best-off group of the same attribute, which is 100.
    compared: int | None
    mean_points: int | None
    days_waited: int | None

    @property
    def title(self) -> str:
        return ATTRIBUTES[self.attribute]


@dataclass(frozen=True)
class RoundFigures:
    """One round as it may be told."""

    on: date
    area: str
    order: str
    configuration: str
    people: int | None
    placed: int | None
    percent: int | None
    groups: tuple[GroupFigures, ...]


@dataclass(frozen=True)
class Declined:
    """How often helpers said no to members of one group within a year, of the offers they were told of."""

    attribute: str
    group: str
    offers: int | None
    declined: int | None
    percent: int | None

    @property
    def title(self) -> str:
        return ATTRIBUTES[self.attribute]


def figures_of_rounds() -> list[RoundFigures]:
    """The latest rounds that are done, the newest first; what came on arrival is too few people to tell of."""
    done = Round.objects.filter(state=Round.State.DONE, occasion=Round.Occasion.ROUND)
    names = names_of_groups()
    return [told(each, names) for each in done.select_related("area", "configuration")[:ROUNDS_TOLD]]


def told(round: Round, names: Names) -> RoundFigures:
    groups = [group_told(row, names) for row in round.figures if row["attribute"] in names]
    return RoundFigures(
        on=localdate(round.began_at),
        area=round.area.name if round.area else "All areas",
        order=str(Round.Order(round.order).label),
        configuration=round.configuration.version,
        people=published(round.waiting),
        placed=published(round.placed),
        percent=rate(round.placed, round.waiting),
        groups=tuple(compared(groups)),
    )


def group_told(row: Mapping[str, Any], names: Names) -> GroupFigures:
    people, placed = row["people"], row["placed"]
    return GroupFigures(
        attribute=row["attribute"],
        group=names[row["attribute"]].get(row["value"], row["value"]),
        people=published(people),
        placed=published(placed),
        percent=rate(placed, people),
        compared=None,
        mean_points=of_enough(whole(row["mean_score"]), placed),
        days_waited=of_enough(whole(row["mean_days_placed"]), placed),
    )


def compared(groups: list[GroupFigures]) -> Iterator[GroupFigures]:
    """Each group's percentage beside the best of its attribute."""
    best: dict[str, int] = defaultdict(int)
    for each in groups:
        best[each.attribute] = max(best[each.attribute], each.percent or 0)
    for each in groups:
        beside = best[each.attribute]
        yield replace(each, compared=100 * each.percent // beside if each.percent and beside else None)


def declines_by_group(*, at: datetime) -> list[Declined]:
    """Of everything offered within a year: what helpers declined, by the group of the member."""
    offered = Proposal.objects.filter(offered_at__gt=at - DECLINES_OF)
    names, no = names_of_groups(), Q(state=Proposal.State.HELPER_DECLINED)
    return [
        Declined(
            attribute=attribute,
            group=names[attribute].get(row[path] or NOT_GIVEN, row[path]),
            offers=published(row["offers"]),
            declined=published(row["declined"]),
            percent=rate(row["declined"], row["offers"]),
        )
        for attribute, path in OF_MEMBER.items()
        for row in offered.values(path).annotate(offers=Count("pk"), declined=Count("pk", filter=no)).order_by(path)
    ]


def names_of_groups() -> Names:
    """The words for each group of each attribute."""
    areas = dict(Area.objects.values_list("slug", "name"))
    return {attribute: {**known, NOT_GIVEN: "Not said"} for attribute, known in ({**GROUPS, "area": areas}).items()}


def whole(number: float | None) -> int | None:
    return None if number is None else round(number)
