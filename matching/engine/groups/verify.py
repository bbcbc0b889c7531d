"""Checks groups against the problem without solving anything; it shares nothing with the solver but the data."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, permutations, product

from matching.engine.plan import Status
from matching.engine.problem import Id

from .plan import Group, GroupPlan, Proof, WhyNoGroup
from .problem import GroupPerson, GroupProblem


def verify_groups(problem: GroupProblem, plan: GroupPlan) -> list[str]:
    """What is wrong with a plan, one sentence each; empty where every rule is kept and every figure is right.

    A bound below the counted one is the solver's word and cannot be checked here; `plan.proof` says so.
    """
    people = {person.id: person for person in problem.people}
    able = _able(problem)
    strangers = sorted({str(each) for group in plan.groups for each in group.members if each not in people})
    if strangers:
        return [f"There is no person {each} in the problem." for each in strangers]
    return [
        *(fault for group in plan.groups for fault in _group_faults(problem, people, group)),
        *_apart_faults(problem, plan),
        *_people_faults(plan, people, able),
        *_figure_faults(plan),
        *_bound_faults(plan, len(able)),
    ]


def _group_faults(problem: GroupProblem, people: dict[Id, GroupPerson], group: Group) -> Iterator[str]:
    name = f"The group about {group.topic} at {group.slot}"
    if not problem.smallest <= len(group.members) <= problem.largest:
        yield f"{name} has {len(group.members)} members; {problem.smallest} to {problem.largest} are allowed."
    for each in group.members:
        if group.topic not in people[each].topics:
            yield f"{name}: {each} does not share the topic."
        if group.slot not in people[each].slots:
            yield f"{name}: {each} is not free then."


def _apart_faults(problem: GroupProblem, plan: GroupPlan) -> Iterator[str]:
    together = {frozenset(pair) for group in plan.groups for pair in combinations(group.members, 2)}
    for one, other in problem.apart:
        if frozenset((one, other)) in together:
            yield f"{one} and {other} must not share a group."


def _people_faults(plan: GroupPlan, people: dict[Id, GroupPerson], able: set[Id]) -> Iterator[str]:
    seats = Counter(each for group in plan.groups for each in group.members)
    for each, times in seats.items():
        if times > 1:
            yield f"{each} is in a group {times} times."
    if plan.unplaced != tuple((each, _why(people[each], able)) for each in people if each not in seats):
        yield "The people without a group, or the reasons given, are not those of these groups."


def _figure_faults(plan: GroupPlan) -> Iterator[str]:
    sizes = [len(group.members) for group in plan.groups]
    if plan.placed != sum(sizes):
        yield f"{plan.placed} are said to be placed; {sum(sizes)} are."
    if plan.floor != min(sizes, default=None):
        yield f"The smallest group is said to have {plan.floor} members; it has {min(sizes, default=None)}."


def _bound_faults(plan: GroupPlan, able: int) -> Iterator[str]:
    if not plan.placed <= plan.bound <= able:
        yield f"The bound is {plan.bound}; it lies between the {plan.placed} placed and the {able} who could be."
    proof = Proof.COUNTED if plan.placed == able else Proof.SOLVER if plan.placed == plan.bound else Proof.NONE
    if plan.proof is not proof:
        yield f"The proof is said to be {plan.proof}; it is {proof}."
    if (plan.status is Status.EMPTY) != (plan.bound == 0) or (plan.status is Status.OPTIMAL and proof is Proof.NONE):
        yield f"The status cannot be {plan.status}."


def _why(person: GroupPerson, able: set[Id]) -> WhyNoGroup:
    if not (person.topics and person.slots):
        return WhyNoGroup.NOTHING_GIVEN
    return WhyNoGroup.NO_GROUP_LEFT if person.id in able else WhyNoGroup.TOO_FEW_SHARE


def _able(problem: GroupProblem) -> set[Id]:
    """For whom, in some topic and slot, enough are there whom they may be with: one pass over what everybody gave."""
    people = {person.id: person for person in problem.people}
    there = Counter(place for person in problem.people for place in product(person.topics, person.slots))
    kept_away = Counter(
        (one, place)
        for pair in problem.apart
        for one, other in permutations(pair)
        for place in product(people[other].topics, people[other].slots)
    )
    return {
        person.id
        for person in problem.people
        for place in product(person.topics, person.slots)
        if there[place] - kept_away[person.id, place] >= problem.smallest
    }
