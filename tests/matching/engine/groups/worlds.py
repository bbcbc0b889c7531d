"""People who would join groups: by name, and from a seed; and the best there is, found by trying everything."""

from functools import cache
from itertools import combinations, product
from random import Random

from matching.engine.groups import GroupPerson, GroupProblem, group_problem_of
from matching.engine.problem import Id

TOPICS = ("anxiety", "debt", "grief")
SLOTS = ("mon-morning", "tue-evening", "sat-afternoon")


def person(name: Id, topics: str = "grief", slots: str = "mon-morning") -> GroupPerson:
    return GroupPerson(name, frozenset(topics.split()), frozenset(slots.split()))


def small_world(seed: int, people: int = 7) -> GroupProblem:
    """A problem small enough to try every way of grouping its people."""
    chance = Random(seed)

    def some(words: tuple[str, ...]) -> frozenset[str]:
        return frozenset(chance.sample(words, chance.choice((0, 1, 1, 2, 2, 3))))

    smallest = chance.choice((2, 2, 3))
    return group_problem_of(
        [GroupPerson(name, some(TOPICS), some(SLOTS)) for name in chance.sample(range(100), people)]
        if seed % 2
        # One topic and slot for nearly everybody, so that only sizes and who is kept apart decide.
        else [person(name, slots=chance.choice(("mon-morning", "mon-morning", ""))) for name in range(people)],
        smallest=smallest,
        largest=smallest + chance.choice((0, 1, 2)),
        seed=seed,
    )


def kept_apart(problem: GroupProblem, seed: int, pairs: int) -> GroupProblem:
    """The same problem with some who must not share a group."""
    chance = Random(seed)
    ids = [each.id for each in problem.people]
    return group_problem_of(
        problem.people,
        smallest=problem.smallest,
        largest=problem.largest,
        apart=[(one, other) for one, other in (chance.sample(ids, 2) for _ in range(pairs))],
        seed=problem.seed,
    )


def reshuffled(problem: GroupProblem, seed: int) -> GroupProblem:
    """The same problem with everything in another order."""
    chance = Random(seed)
    return group_problem_of(
        chance.sample(problem.people, len(problem.people)),
        smallest=problem.smallest,
        largest=problem.largest,
        apart=[(other, one) for one, other in chance.sample(problem.apart, len(problem.apart))],
        seed=problem.seed,
    )


def best_by_trying(problem: GroupProblem) -> tuple[int, int | None]:
    """How many people can have a group, and how large the smallest group can be then."""
    possible = [
        frozenset(each.id for each in members)
        for size in range(problem.smallest, problem.largest + 1)
        for members in combinations(problem.people, size)
        if frozenset.intersection(*(each.topics for each in members))
        and frozenset.intersection(*(each.slots for each in members))
    ]
    allowed = [group for group in possible if not any(set(pair) <= group for pair in problem.apart)]

    @cache
    def best(left: frozenset[Id]) -> tuple[int, int]:
        if not left:
            return 0, problem.largest
        first = min(left, key=str)
        found = [best(left - {first})]
        for group in allowed:
            if first in group and group <= left:
                placed, floor = best(left - group)
                found.append((placed + len(group), min(floor, len(group))))
        return max(found)

    placed, floor = best(frozenset(each.id for each in problem.people))
    return placed, floor if placed else None


def larger_world(seed: int, people: int) -> GroupProblem:
    """A problem of a whole area, with a few who must not share a group."""
    chance = Random(seed)
    topics = [f"topic {number}" for number in range(6)]
    slots = [f"{day}-{part}" for day, part in product(("mon", "tue", "wed"), ("morning", "afternoon", "evening"))]
    rows = [
        GroupPerson(
            number,
            frozenset(chance.sample(topics, chance.randint(1, 3))),
            frozenset(chance.sample(slots, chance.randint(1, 3))),
        )
        for number in range(people)
    ]
    return kept_apart(group_problem_of(rows, smallest=3, largest=6), seed, people // 20)
