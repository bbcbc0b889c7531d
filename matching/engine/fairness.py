"""How a plan, and how advisers, treat each group; groups are given for measuring only and never reach a score.

Every ratio compares a group with the best-off value of the same attribute: 1 is as well off, less is worse off.
People who gave no value for an attribute are in none of its groups.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .plan import Plan
from .problem import Id, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFigures:
    """What became of everybody with one value of one attribute; None where there is nothing to measure."""

    attribute: str
    value: str
    people: int
    placed: int
    share_placed: float
    # The scores of their pairs as given: what waiting adds tells how long they waited, not how well they fit.
    mean_score: float | None
    worst_score: int | None
    mean_days_placed: float | None
    mean_days_unplaced: float | None
    share_ratio: float | None = None
    score_ratio: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineFigures:
    """How often advisers declined members of one group; the ratio compares the shares that were not declined."""

    value: str
    asked: int
    declined: int
    share_declined: float
    ratio: float | None


def figures(problem: Problem, plan: Plan) -> tuple[GroupFigures, ...]:
    """The figures of every group there is, in order of attribute and value; locked pairs count like all others."""
    score_of = _scores(problem, plan)
    by_value: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row, seeker in enumerate(problem.seekers):
        for attribute, value in seeker.groups.items():
            by_value[attribute][value].append(row)
    return tuple(
        found
        for attribute in sorted(by_value)
        for found in _of_attribute(problem, attribute, by_value[attribute], score_of)
    )


def declines(rows: Iterable[tuple[str, bool]]) -> tuple[DeclineFigures, ...]:
    """Advisers' answers by the group of the member asked for: each row is that group and whether it was a decline.

    Advisers who pick only the easy cases show as a group with a low ratio.
    """
    answers: dict[str, list[bool]] = defaultdict(list)
    for value, declined in rows:
        answers[value].append(declined)
    shares = {value: sum(given) / len(given) for value, given in answers.items()}
    best = 1 - min(shares.values(), default=0)
    return tuple(
        DeclineFigures(
            value=value,
            asked=len(answers[value]),
            declined=sum(answers[value]),
            share_declined=shares[value],
            ratio=_ratio(1 - shares[value], best),
        )
        for value in sorted(answers)
    )


def _of_attribute(
    problem: Problem, attribute: str, by_value: Mapping[str, Sequence[int]], score_of: Mapping[int, int]
) -> Iterator[GroupFigures]:
    found = [_of_group(problem, attribute, value, by_value[value], score_of) for value in sorted(by_value)]
    best_share = max(each.share_placed for each in found)
    best_score = max((each.mean_score for each in found if each.mean_score is not None), default=None)
    for each in found:
        yield replace(
            each,
            share_ratio=_ratio(each.share_placed, best_share),
            score_ratio=_ratio(each.mean_score, best_score),
        )


def _of_group(
    problem: Problem, attribute: str, value: str, rows: Sequence[int], score_of: Mapping[int, int]
) -> GroupFigures:
    placed = [row for row in rows if row in score_of]
    scores = [score_of[row] for row in placed]
    days = {row: problem.seekers[row].waited_days for row in rows}
    return GroupFigures(
        attribute=attribute,
        value=value,
        people=len(rows),
        placed=len(placed),
        share_placed=len(placed) / len(rows),
        mean_score=_mean(scores),
        worst_score=min(scores, default=None),
        mean_days_placed=_mean([days[row] for row in placed]),
        mean_days_unplaced=_mean([days[row] for row in rows if row not in score_of]),
    )


def _scores(problem: Problem, plan: Plan) -> dict[int, int]:
    """The score of each row that has a place."""
    places = ((problem.seeker_row[seeker], _place(problem, seeker, helper)) for seeker, helper in plan.pairs)
    return {row: int(problem.scores[place]) for row, place in places}


def _place(problem: Problem, seeker: Id, helper: Id) -> int:
    place = problem.edge_of(seeker, helper)
    assert place is not None, f"The plan's pair of {seeker!r} and {helper!r} is not among the pairs."
    return place


def _mean(numbers: Sequence[int]) -> float | None:
    return sum(numbers) / len(numbers) if numbers else None


def _ratio(mine: float | None, best: float | None) -> float | None:
    # Scores may be below nought, and then a ratio says nothing.
    return mine / best if mine is not None and best is not None and best > 0 else None
