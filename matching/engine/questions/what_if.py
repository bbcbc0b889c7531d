"""What a plan would be if something were otherwise; nothing is written anywhere."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from matching.engine.errors import ProblemError
from matching.engine.fit.candidates import problem_from
from matching.engine.fit.cohort import Cohort, Helper
from matching.engine.fit.reasons import Part
from matching.engine.fit.weights import Weights
from matching.engine.matchmaking import Matching, match

from .difference import Difference, difference


class WhatIfChange(Protocol):
    """One thing that is otherwise; refuses with a ProblemError what cannot be."""

    def apply(self, cohort: Cohort, weights: Weights) -> tuple[Cohort, Weights]: ...


@dataclass(frozen=True, slots=True)
class AddHelper:
    """Somebody more offers help."""

    helper: Helper

    def apply(self, cohort: Cohort, weights: Weights) -> tuple[Cohort, Weights]:
        if self.helper.id in cohort.helper_by_id:
            raise ProblemError(f"Helper {self.helper.id} cannot be added: they are there already.")
        return replace(cohort, helpers=(*cohort.helpers, self.helper)), weights


@dataclass(frozen=True, slots=True)
class ChangeCapacity:
    """A helper has another number of free places."""

    helper: int
    capacity: int

    def apply(self, cohort: Cohort, weights: Weights) -> tuple[Cohort, Weights]:
        changed = replace(_helper(cohort, self.helper), capacity=self.capacity)
        return replace(cohort, helpers=(*_without(cohort, self.helper), changed)), weights


@dataclass(frozen=True, slots=True)
class RemoveHelper:
    """A helper no longer offers help."""

    helper: int

    def apply(self, cohort: Cohort, weights: Weights) -> tuple[Cohort, Weights]:
        _helper(cohort, self.helper)
        return replace(cohort, helpers=_without(cohort, self.helper)), weights


@dataclass(frozen=True, slots=True)
class SetWeight:
    """A part of the fit counts more, or less, or with nought not at all."""

    part: Part
    points: int

    def apply(self, cohort: Cohort, weights: Weights) -> tuple[Cohort, Weights]:
        if self.part not in (*weights.parts(), Part.WAITING):
            raise ProblemError(f"There is no part {self.part!r} to give another weight.")
        version = f"{weights.version}, {self.part} {self.points}"
        return cohort, replace(weights, version=version, **{str(self.part): self.points})


@dataclass(frozen=True, slots=True)
class RequireLanguage:
    """Only helpers who say that they speak this language take anybody new."""

    language: str

    def apply(self, cohort: Cohort, weights: Weights) -> tuple[Cohort, Weights]:
        if not any(self.language in helper.languages for helper in cohort.helpers):
            raise ProblemError(f"No helper speaks {self.language!r}.")
        helpers = (
            helper if self.language in helper.languages else replace(helper, capacity=0) for helper in cohort.helpers
        )
        return replace(cohort, helpers=tuple(helpers)), weights


@dataclass(frozen=True)
class WhatIf:
    """How the plan would differ, and the whole matching that it would be."""

    difference: Difference
    matching: Matching


def what_if(matching: Matching, changes: Iterable[WhatIfChange]) -> WhatIf:
    """The matching as it would be with these changes made one after the other, beside the present one.

    Both are measured with the present weights, because points of different weights cannot be compared.
    Raises ProblemError, which names it, for a change that cannot be made.
    """
    cohort, weights, aim = matching.cohort, matching.weights, matching.problem.aim
    for change in changes:
        cohort, weights = change.apply(cohort, weights)
    instead = match(cohort, weights, aim)
    measured = instead.problem
    if weights != matching.weights:
        measured = problem_from(cohort, weights=matching.weights, aim=aim)
    return WhatIf(difference((matching.problem, matching.plan), (measured, instead.plan)), instead)


def _helper(cohort: Cohort, helper: int) -> Helper:
    if helper not in cohort.helper_by_id:
        raise ProblemError(f"There is no helper {helper}.")
    return cohort.helper_by_id[helper]


def _without(cohort: Cohort, helper: int) -> tuple[Helper, ...]:
    return tuple(one for one in cohort.helpers if one.id != helper)
