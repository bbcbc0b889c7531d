"""Small problems with a little of everything: both kinds of ids, locked pairs, floors, load, waiting, scarce places."""

from random import Random

from matching.engine import Aim, HelperRow, Problem, SeekerRow, problem_of
from matching.engine.problem import ORDERS, Id


def puzzle(seed: int) -> Problem:
    """The same problem for the same seed, small enough to change everything in its plan."""
    chance = Random(seed)
    seekers = [
        SeekerRow(_id(chance, "s", number), chance.randrange(60), chance.choice(({}, {"age": "18_25"})))
        for number in range(chance.randrange(9))
    ]
    helpers = [
        HelperRow(_id(chance, "h", number), chance.randrange(4), chance.randrange(3), chance.randrange(5))
        for number in range(chance.randrange(6))
    ]
    share = chance.choice((0.3, 0.6, 1))
    pairs = [
        (seeker.id, helper.id, chance.randrange(-3, 8))
        for seeker in seekers
        for helper in helpers
        if chance.random() < share
    ]
    aim = Aim(
        order=ORDERS[seed % len(ORDERS)],
        at_least=chance.choice((None, None, 0, 3)),
        spread=chance.choice((0, 0, 1, 5)),
        waiting=chance.choice((0, 0, 2)),
        seed=chance.randrange(5),
    )
    return problem_of(seekers, helpers, pairs, aim=aim, locked=_some(chance, helpers, pairs))


def _id(chance: Random, letter: str, number: int) -> Id:
    return number if chance.random() < 0.5 else f"{letter}{number}"


def _some(chance: Random, helpers: list[HelperRow], pairs: list[tuple[Id, Id, int]]) -> list[tuple[Id, Id]]:
    """A few pairs that can be held to together."""
    places = {helper.id: helper.capacity for helper in helpers}
    locked: dict[Id, Id] = {}
    for seeker, helper, _ in chance.sample(pairs, len(pairs)):
        if chance.random() < 0.2 and seeker not in locked and places[helper]:
            places[helper] -= 1
            locked[seeker] = helper
    return list(locked.items())
