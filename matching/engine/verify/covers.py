"""Whether a cover proves that no plan places more people: it has an end of every pair, and is small enough.

Whoever is placed takes the weight of a member of the cover: a seeker of it weighs one, a helper of it their places
(Kőnig 1931, with places). So no plan over these pairs places more people than the cover weighs.
"""

import numpy as np

from matching.engine.plan import Cover
from matching.engine.problem import Id, Whole

from .books import Books, Flags, ids, told


def wrong_most(books: Books, cover: Cover | None) -> list[str]:
    """What keeps a cover from proving that nobody more can be placed."""
    if cover is None:
        return ["That nobody more can be placed is not proven: the cover is missing."]
    placed, weight = len(books.chosen), weight_of(books, cover)
    faults = [] if weight == placed else [f"The cover weighs {weight}, not as much as the {placed} people placed."]
    return faults + wrong_cover(books, cover, np.flatnonzero(books.usable), "The cover")


def wrong_floor(books: Books, cover: Cover | None, floor: int | None) -> list[str]:
    """What keeps a cover from proving that with a higher floor somebody would be left without a place."""
    if cover is None and floor is None:
        return []
    if cover is None or floor is None:
        return ["A floor that was raised and the cover that proves it belong together; one of them is missing."]
    placed, weight = len(books.chosen), weight_of(books, cover)
    enough = f"The cover above the floor weighs {weight}, not less than the {placed} people placed."
    above = np.flatnonzero(books.usable & (books.problem.worth > floor))
    return ([] if weight < placed else [enough]) + wrong_cover(books, cover, above, "The cover above the floor")


def weight_of(books: Books, cover: Cover) -> int:
    """One for each seeker, and the places of each helper; who is unknown weighs nothing."""
    column = books.problem.helper_column
    return len(cover.seekers) + sum(int(books.room[column[each]]) for each in cover.helpers if each in column)


def wrong_cover(books: Books, cover: Cover, edges: Whole, name: str) -> list[str]:
    """Pairs without an end in the cover, and members it does without; there are none of those in a smallest one."""
    problem = books.problem
    strangers = [each for each in cover.seekers if each not in problem.seeker_row]
    strangers += [each for each in cover.helpers if each not in problem.helper_column]
    if strangers:
        return [f"{name} has members who are not in the problem: {ids(strangers)}."]
    seekers = _flags(cover.seekers, problem.seeker_row)
    helpers = _flags(cover.helpers, problem.helper_column)
    by_seeker, by_helper = seekers[problem.rows[edges]], helpers[problem.columns[edges]]
    open_pairs = edges[~(by_seeker | by_helper)]
    idle = np.flatnonzero(seekers & (books.by_seeker(edges[~by_helper]) == 0))
    spare = np.flatnonzero(helpers & (books.by_helper(edges[~by_seeker]) == 0))
    twice = len(cover.seekers) + len(cover.helpers) - int(seekers.sum()) - int(helpers.sum())
    return [
        *told(open_pairs, lambda e: f"{name} leaves out {books.pair(e)}"),
        *told(idle, lambda i: f"{name} does not need {books.seeker(i)}"),
        *told(spare, lambda j: f"{name} does not need {books.helper(j)}"),
        *([f"{name} has somebody more than once."] if twice else []),
    ]


def _flags(members: tuple[Id, ...], places: dict[Id, int]) -> Flags:
    found = np.zeros(len(places), dtype=np.bool_)
    found[[places[each] for each in members]] = True
    return found
