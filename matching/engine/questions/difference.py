"""What differs between two plans: figures side by side, and who has somebody else."""

from dataclasses import dataclass
from typing import NamedTuple

from matching.engine.plan import Plan
from matching.engine.problem import Id, Pairs, Problem

from .summary import Share, Summary, summary

Number = int | float | None


class Row(NamedTuple):
    """One line of the table; `change` is None where one side has no such figure."""

    name: str
    before: Number
    after: Number
    change: Number


@dataclass(frozen=True, slots=True)
class Change:
    """Someone who has somebody else than before; None stands for nobody."""

    seeker: Id
    before: Id | None
    after: Id | None


@dataclass(frozen=True, slots=True)
class Difference:
    """Two plans beside each other, and who changes, in order of seeker."""

    before: Summary
    after: Summary
    changes: tuple[Change, ...]

    @property
    def lost(self) -> tuple[Id, ...]:
        """Who had a place and then has none."""
        return tuple(change.seeker for change in self.changes if change.after is None)

    def rows(self) -> tuple[Row, ...]:
        """The table, in one order: what a plan is for, the load, each group, and how many people change."""
        before, after = self.before, self.after
        return (
            _row("placed", before.placed, after.placed),
            _row("worst-off", before.floor, after.floor),
            _row("total", before.total, after.total),
            _row("cost of load", before.load_cost, after.load_cost),
            _row("most people with one helper", before.load.most, after.load.most),
            _row("fewest people with one helper", before.load.least, after.load.least),
            _row("mean distance from the mean load", before.load.unevenness, after.load.unevenness),
            *_group_rows(before.shares, after.shares),
            Row("people who change", None, len(self.changes), None),
        )


def difference(before: tuple[Problem, Plan], after: tuple[Problem, Plan]) -> Difference:
    """What differs from the one plan to the other; their problems need not be the same."""
    return between((before[0], before[1].pairs), (after[0], after[1].pairs))


def between(before: tuple[Problem, Pairs], after: tuple[Problem, Pairs]) -> Difference:
    """The same for pairs that no solver need have made."""
    return Difference(summary(*before), summary(*after), changes(before[1], after[1]))


def changes(before: Pairs, after: Pairs) -> tuple[Change, ...]:
    """Who has somebody else in the second list of pairs than in the first."""
    had, has = dict(before), dict(after)
    seekers = sorted(had.keys() | has.keys(), key=lambda one: (isinstance(one, str), one))
    return tuple(Change(one, had.get(one), has.get(one)) for one in seekers if had.get(one) != has.get(one))


def _row(name: str, before: Number, after: Number) -> Row:
    change = None if before is None or after is None else round(after - before, 3)
    return Row(name, before, after, change)


def _group_rows(before: tuple[Share, ...], after: tuple[Share, ...]) -> list[Row]:
    was = {(share.attribute, share.group): share.percent for share in before}
    now = {(share.attribute, share.group): share.percent for share in after}
    return [
        _row(f"percent placed: {attribute} {group}", was.get((attribute, group)), now.get((attribute, group)))
        for attribute, group in sorted(was.keys() | now.keys())
    ]
