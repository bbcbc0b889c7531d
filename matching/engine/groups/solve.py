"""Small groups about a topic at one weekly slot, for as many people as possible.

Everybody in a group shares its topic, and all of them can at its slot. Two aims, one after the other:

1. As many people as possible are in a group.
2. The smallest group is as large as it can be while as many have one, so that no group only just exists and one
   absence ends it. Inside a topic and slot people are dealt evenly.

Among groups that are equally good one set is chosen; the ids and the seed decide, never the order of rows. Another
release of the solver may choose another set that is as good.

Method: an integer programme (`programme`) solved by HiGHS (branch and cut) for the first aim; the second is the same
programme with the smallest size raised and the number of people held, by halving the sizes there may be.

What is proven: that the groups keep to every rule can be checked again by anyone (`verify_groups`). That no plan places
more people is proven by counting where everybody is placed for whom enough others share a topic and a slot; else it
rests on HiGHS' bound, which a third party can only obtain by solving again. So does the second aim, unless the smallest
group is as large as if all were dealt evenly into the fewest groups there could be. HiGHS works with floating-point
numbers, but every number of the programme is a small whole one.
"""

import math

import scipy

from matching.engine.plan import Status
from matching.engine.problem import Id

from .cells import Table, cells_of, could_join, table_of
from .dealing import dealt
from .plan import Group, GroupPlan, Proof, WhyNoGroup
from .problem import GroupPerson, GroupProblem, id_order
from .programme import Answer, Programme, programme_of

SOLVER = f"HiGHS of scipy {scipy.__version__}"

# A solver's bound may lie this far below the whole number that it means.
TOLERANCE = 1e-6

Found = tuple[list[Group], Answer]


def solve_groups(problem: GroupProblem, *, seconds: float = 60) -> GroupPlan:
    """The best groups for these people; `seconds` bounds each integer programme, of which there are a few.

    The same problem gives the same plan wherever the solver finishes in time; a plan that says FEASIBLE may depend on
    how fast the machine was.
    """
    table = table_of(problem)
    able = could_join(table, cells_of(table, problem.smallest), problem.smallest)
    groups, answer = _solved(problem, table, problem.smallest, seconds=seconds)
    bound = min(len(able), math.floor(min(answer.bound, len(able)) + TOLERANCE))
    groups, settled = _evened(problem, table, groups, seconds)
    placed = _people(groups)
    proof = _proof(placed, bound, len(able))
    return GroupPlan(
        status=_status(bound, proven=settled and proof is not Proof.NONE),
        groups=tuple(groups),
        placed=placed,
        unplaced=_unplaced(problem, {table.people[row].id for row in able}, groups),
        bound=bound,
        proof=proof,
        floor=_floor(groups),
        solver=SOLVER,
        seed=problem.seed,
    )


def _solved(problem: GroupProblem, table: Table, smallest: int, *, seconds: float, placed: int | None = None) -> Found:
    """Groups of at least this size for as many people as possible, or for so many; and what the solver said."""
    cells = cells_of(table, smallest)
    if len(could_join(table, cells, smallest)) < (placed or 1):
        return [], Answer(None, 0, finished=True)
    made = programme_of(table, cells, smallest, problem.largest)
    if placed is not None:
        made.hold(placed)
    answer = made.draft.solve(made.everybody() if placed is None else [], seconds)
    return _groups(table, made, answer), answer


def _evened(problem: GroupProblem, table: Table, groups: list[Group], seconds: float) -> tuple[list[Group], bool]:
    """The same number of people with the smallest group as large as can be; and whether that is proven."""
    if not groups:
        return groups, True
    settled, placed = True, _people(groups)
    # Even the fewest groups that so many people need are no larger than this when all are alike.
    low, high = _floor(groups) or 0, placed // math.ceil(placed / problem.largest) + 1
    while high - low > 1:
        size = (low + high) // 2
        found, answer = _solved(problem, table, size, seconds=seconds, placed=placed)
        if found:
            groups, low = found, max(size, _floor(found) or 0)
        else:
            high, settled = size, settled and answer.finished
    return groups, settled


def _groups(table: Table, made: Programme, answer: Answer) -> list[Group]:
    if answer.values is None:
        return []
    found = [group for seats in made.seats for group in dealt(table, seats, answer.values)]
    return sorted(found, key=lambda group: (group.topic, group.slot, [id_order(each) for each in group.members]))


def _people(groups: list[Group]) -> int:
    return sum(len(group.members) for group in groups)


def _floor(groups: list[Group]) -> int | None:
    return min((len(group.members) for group in groups), default=None)


def _proof(placed: int, bound: int, able: int) -> Proof:
    if placed == able:
        return Proof.COUNTED
    return Proof.SOLVER if placed == bound else Proof.NONE


def _status(bound: int, *, proven: bool) -> Status:
    if not bound:
        return Status.EMPTY
    return Status.OPTIMAL if proven else Status.FEASIBLE


def _unplaced(problem: GroupProblem, able: set[Id], groups: list[Group]) -> tuple[tuple[Id, WhyNoGroup], ...]:
    placed = {each for group in groups for each in group.members}
    return tuple((person.id, _why(person, able)) for person in problem.people if person.id not in placed)


def _why(person: GroupPerson, able: set[Id]) -> WhyNoGroup:
    if not person.topics or not person.slots:
        return WhyNoGroup.NOTHING_GIVEN
    return WhyNoGroup.NO_GROUP_LEFT if person.id in able else WhyNoGroup.TOO_FEW_SHARE
