"""What a round would be if something were otherwise: figures side by side, and who would have somebody else."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from matching import engine
from matching.engine.questions.difference import difference
from matching.engine.questions.summary import Summary
from matching.engine.questions.what_if import AddHelper, WhatIf, WhatIfChange, what_if
from matching.queries.comparisons import called, group_names, told_apart
from matching.queries.present import Present, WhoChanges, who_changes
from matching.words import results as words

FROM_WORST = tuple(reversed(words.FITS))


@dataclass(frozen=True)
class Cell:
    """One figure of one plan, and how it differs from now."""

    said: str
    change: str = ""


@dataclass(frozen=True)
class Line:
    """One figure of every plan, the present one first."""

    words: str
    cells: list[Cell]


def suppose(present: Present, changes: Sequence[WhatIfChange], aim: engine.Aim) -> WhatIf:
    """The matching as it would be with these changes, or with this other aim. Raises ProblemError."""
    matching = present.matching
    if aim == matching.problem.aim:
        return what_if(matching, changes)
    instead = engine.match(matching.cohort, matching.weights, aim)
    return WhatIf(difference((matching.problem, matching.plan), (instead.problem, instead.plan)), instead)


def side_by_side(present: Present, found: Sequence[WhatIf]) -> list[Line]:
    """The table: what a plan is for, the load, each group, and how many people would have somebody else."""
    matchings = [present.matching, *(one.matching for one in found)]
    summaries = [found[0].difference.before, *(one.difference.after for one in found)]
    moved = [Cell(""), *(Cell(str(len(one.difference.changes))) for one in found)]
    return [
        Line(f"People with a place, of {len(matchings[0].cohort.seekers)}", counted(each.placed for each in summaries)),
        Line("Least good fit", [Cell(worst(matching, present.matching.weights)) for matching in matchings]),
        Line("Points of the worst-off, with waiting", counted(each.floor for each in summaries)),
        Line("All points together", counted(each.total for each in summaries)),
        Line("Fewest and most with one helper", [Cell(f"{each.load.least} to {each.load.most}") for each in summaries]),
        Line("How far helpers are from the average", [Cell(f"{each.load.unevenness:.1f}") for each in summaries]),
        *groups(summaries),
        Line("People who would have somebody else", moved),
    ]


def who_moves(present: Present, found: WhatIf, changes: Sequence[WhatIfChange]) -> WhoChanges:
    """Who would have somebody else, by name where the coordinator may know."""
    added = next((change.helper.id for change in changes if isinstance(change, AddHelper)), None)
    return who_changes(found.difference.changes, present.names, added=added)


def counted(numbers: Iterable[int | None], *, unit: str = "") -> list[Cell]:
    """A figure of each plan, with its difference from the first."""
    now, *others = numbers
    differences = [0, *(0 if now is None or number is None else number - now for number in others)]
    said = ["None" if number is None else f"{number:,}{unit}" for number in (now, *others)]
    return [Cell(words, signed(more)) for words, more in zip(said, differences, strict=True)]


def signed(more: int) -> str:
    """A difference with its sign; empty where there is none."""
    return f"{more:+,}".replace("-", "−") if more else ""


def worst(matching: engine.Matching, weights: engine.Weights) -> str:
    """The word for the least good fit of all pairs, with these weights whatever the plan was made with."""
    cohort = matching.cohort
    fits = {
        engine.score(cohort.seeker_by_id[pair.seeker], cohort.helper_by_id[pair.helper], weights=weights).fit
        for pair in matching.pairs
    }
    return next((words.FITS[fit] for fit in FROM_WORST if fit in fits), "Nobody")


def groups(summaries: Sequence[Summary]) -> Iterator[Line]:
    """How many of a hundred have a place, for each group for whom it is not the same in all plans."""
    names = group_names()
    for attribute, title in words.ATTRIBUTES.items():
        by_plan = [of_attribute(summary, attribute) for summary in summaries]
        together = told_apart({value: people for value, (_, people) in by_plan[0].items()}, names[attribute])
        for values in together:
            shares = [share(values, counts) for counts in by_plan]
            # One group is everybody, of whom the first line tells.
            if len(together) > 1 and len(set(shares)) > 1:
                yield Line(f"Placed, {title.lower()}: {called(values, names[attribute])}", counted(shares, unit="%"))


def of_attribute(summary: Summary, attribute: str) -> dict[str, tuple[int, int]]:
    return {each.group: (each.placed, each.people) for each in summary.shares if each.attribute == attribute}


def share(values: Sequence[str], counts: Mapping[str, tuple[int, int]]) -> int:
    placed, people = (sum(counts[value][place] for value in values) for place in (0, 1))
    return round(100 * placed / people)
