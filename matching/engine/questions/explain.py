"""What a plan means for one seeker, in plain sentences for the command line."""

from collections.abc import Iterator

from matching.engine.errors import ProblemError
from matching.engine.fit.reasons import Reason
from matching.engine.plan import Plan, WhyUnplaced
from matching.engine.problem import Id, Problem

from .difference import Change, Difference
from .opening import Opening, opening
from .summary import summary
from .why_not import Because, WhyNot, nearest, why_not

UNPLACED = {
    WhyUnplaced.NO_HELPER_AT_ALL: "there is no helper at all",
    WhyUnplaced.NOBODY_FITS: "nobody fits",
    WhyUnplaced.BELOW_FLOOR: "every helper who fits is worth less than a pair must be",
    WhyUnplaced.ALL_PLACES_TAKEN: "all places of helpers who fit are taken",
}
# Where many people would change, so many are named.
MOST_NAMED = 5


def explain(problem: Problem, plan: Plan, seeker: Id) -> str:
    """Whom this seeker has and why, or why nobody and what would open a place; then who came closest, and why not.

    Raises ProblemError where there is no such seeker.
    """
    if seeker not in problem.seeker_row:
        raise ProblemError(f"There is no seeker {seeker!r}.")
    helper = dict(plan.pairs).get(seeker)
    lines = list(_without(problem, plan, seeker) if helper is None else _with(problem, plan, seeker, helper))
    others = nearest(problem, plan, seeker)
    if others:
        lines.append("Who came closest otherwise, and why not:")
    lines += [f"- {why_not_in_words(problem, why_not(problem, plan, seeker, each.helper))}" for each in others]
    return "\n".join(lines)


def why_not_in_words(problem: Problem, answer: WhyNot) -> str:
    """An answer to *why not* as one or two plain sentences."""
    seeker, helper = answer.seeker, answer.helper
    edge = problem.edge_of(seeker, helper)
    who = f"Helper {helper}" if edge is None else f"Helper {helper} is worth {problem.worth[edge]} to {seeker}"
    if answer.difference is not None:
        return f"{who}. {_lost(answer, answer.difference)}"
    rules = ", ".join(answer.obstacles)
    return {
        Because.THEY_ARE_PAIRED: f"{who}, and they are a pair.",
        Because.NO_SUCH_PAIR: f"{who} may not be with {seeker}" + (f"; forbidden by: {rules}." if rules else "."),
        Because.LOCKED_WITH_ANOTHER: f"{who}, but {seeker} is locked with another helper.",
        Because.HELPER_HAS_NO_PLACE: f"{who}, but has no place to give.",
        Because.BELOW_SET_FLOOR: f"{who}, less than the {problem.aim.at_least} that every pair must be worth.",
        Because.SOMEBODY_FITS_BETTER: f"{who}, but one of the two has somebody they fit better.",
    }[answer.because]


def opening_in_words(found: Opening) -> Iterator[str]:
    """What would open a place, one sentence for each way."""
    if found.places:
        helpers = _named(found.places)
        yield f"One more place with any of these helpers would be enough, and nobody would lose theirs: {helpers}."
    if found.at_least is not None:
        yield f"If pairs had to be worth {found.at_least} only, that would be enough."
    for one in found.relaxations:
        rules, number = " and ".join(one.obstacles), len(one.helpers)
        yield f"If {rules} did not count, that would be enough (helpers who then fit and can take them: {number})."


def _with(problem: Problem, plan: Plan, seeker: Id, helper: Id) -> Iterator[str]:
    edge = problem.edge_of(seeker, helper)
    assert edge is not None, "A plan's pairs are among the problem's."
    why = "; ".join(_reason(reason) for reason in problem.reasons.get(edge, ()))
    locked = ", and this pair is locked" if edge in problem.locked else ""
    yield f"{seeker} is with helper {helper}, worth {problem.worth[edge]}{locked}." + (
        f" What fits: {why}." if why else ""
    )
    figures = summary(problem, plan.pairs)
    mean = round(figures.total / figures.placed, 1)
    worst = "" if figures.floor is None else f"the worst-off has {figures.floor}, "
    yield f"Of the {figures.placed} people with a place, {worst}the mean is {mean}."


def _without(problem: Problem, plan: Plan, seeker: Id) -> Iterator[str]:
    yield f"{seeker} has no place: {UNPLACED[dict(plan.unplaced)[seeker]]}."
    ways = list(opening_in_words(opening(problem, plan, seeker)))
    yield from ways or ["No further place, and no lower floor, would be enough."]


def _reason(reason: Reason) -> str:
    values = f" ({', '.join(reason.values)})" if reason.values else ""
    return f"{reason.name} {reason.points}{values}"


def _lost(answer: WhyNot, found: Difference) -> str:
    before, after = found.before, found.after
    who = _changed(tuple(change for change in found.changes if change.seeker != answer.seeker))
    if answer.because is Because.FEWER_PLACED:
        return f"With this pair {after.placed} people would have a place and not {before.placed}: {who}."
    if answer.because is Because.LOWER_FLOOR:
        worse = f"{_named(answer.worse_off)} would be worth {after.floor}, the worst-off of all"
        return f"With this pair the floor would fall from {before.floor} to {after.floor}: {who or worse}."
    if answer.because is Because.JUST_AS_GOOD:
        return "With this pair the plan would be just as good; a draw decided."
    return f"With this pair the plan would lose {before.net - after.net} points" + (f": {who}." if who else ".")


def _changed(changes: tuple[Change, ...]) -> str:
    named = ", ".join(_moved(change) for change in changes[:MOST_NAMED])
    further = len(changes) - MOST_NAMED
    return f"{named} and {further} more" if further > 0 else named


def _moved(change: Change) -> str:
    if change.after is None:
        return f"{change.seeker} would lose their place with {change.before}"
    if change.before is None:
        return f"{change.seeker} would be placed with {change.after}"
    return f"{change.seeker} would go from {change.before} to {change.after}"


def _named(ids: tuple[Id, ...]) -> str:
    named = ", ".join(str(each) for each in ids[:MOST_NAMED])
    return f"{named} and {len(ids) - MOST_NAMED} more" if len(ids) > MOST_NAMED else named
