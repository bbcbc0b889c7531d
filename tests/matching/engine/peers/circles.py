"""People to pair: small circles from a seed, odd shapes that need blossoms, and the best found by trying everything."""

from collections.abc import Iterator
from random import Random

from matching.engine import Aim
from matching.engine.peers import PeerProblem, PersonRow, peer_problem_of
from matching.engine.problem import ORDERS, Id, Objective

Scored = tuple[int, int, int]


def circle(seed: int, most: int = 9, *, order: tuple[Objective, ...] | None = None) -> PeerProblem:
    """The same problem for the same seed; small enough to try everything."""
    chance = Random(seed)
    people = chance.randrange(most)
    highest = chance.choice((0, 1, 4, 20))
    aim = Aim(
        order=order or ORDERS[seed % 2],
        at_least=chance.choice((None, None, 0)),
        seed=chance.randrange(3),
    )
    pairs = odd_pairs(chance, people, highest) if seed % 3 else some_pairs(chance, people, highest)
    return problem_with(people, pairs, aim)


def problem_with(people: int, pairs: list[Scored], aim: Aim | None = None) -> PeerProblem:
    """People 1 to `people`, so that the number after one of them is mostly another of them."""
    return peer_problem_of([PersonRow(each) for each in range(1, people + 1)], pairs, aim=aim)


def some_pairs(chance: Random, people: int, highest: int) -> list[Scored]:
    """Each pair with the same chance."""
    share = chance.choice((0.2, 0.4, 0.8))
    return [
        (one, other, chance.randint(-highest // 2, highest))
        for one in range(1, people + 1)
        for other in range(one + 1, people + 1)
        if chance.random() < share
    ]


def odd_pairs(chance: Random, people: int, highest: int) -> list[Scored]:
    """Circles of three and five who score high among themselves, and a few pairs between them: many blossoms."""
    found: dict[tuple[int, int], int] = {}
    at = 1
    while at <= people:
        size = min(chance.choice((1, 3, 3, 5)), people + 1 - at)
        ring = range(at, at + size)
        for place in range(size if size > 1 else 0):
            one, other = sorted((ring[place], ring[(place + 1) % size]))
            found[one, other] = highest + chance.randint(0, highest)
        at += size
    for _ in range(int(people * chance.choice((0.3, 0.6, 1.2)))):
        one, other = sorted((chance.randint(1, people), chance.randint(1, people)))
        if one != other:
            found.setdefault((one, other), chance.randint(-highest // 2, highest))
    return [(one, other, score) for (one, other), score in found.items()]


def best_by_trying(problem: PeerProblem) -> tuple[int, ...]:
    """What the best of all plans reaches, in the order of the aim: pairs, floor if it is one, total."""
    usable = problem.usable().tolist()
    pairs = [(int(problem.first[e]), int(problem.second[e]), int(problem.scores[e])) for e in usable]
    floors = Objective.FLOOR in problem.aim.order
    reached = []
    for scores in _all_plans(pairs, frozenset()):
        floor = (min(scores, default=0),) if floors else ()
        reached.append((len(scores), *floor, sum(scores)))
    return max(reached)


def _all_plans(pairs: list[Scored], taken: frozenset[Id]) -> Iterator[tuple[int, ...]]:
    yield ()
    for place, (one, other, score) in enumerate(pairs):
        if one not in taken and other not in taken:
            for rest in _all_plans(pairs[place + 1 :], taken | {one, other}):
                yield (score, *rest)
