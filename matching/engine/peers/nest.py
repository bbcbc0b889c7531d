"""Blossoms inside blossoms, as a forest of their numbers, so that what two people share is found without a search."""

from collections.abc import Iterable, Mapping

import numpy as np

from matching.engine.problem import Id, Whole

from .plan import Blossom


class Nest:
    """Blossoms whose number is their place in the list; the number after them stands for being outside of all."""

    def __init__(self, blossoms: Iterable[Blossom], row: Mapping[Id, int]) -> None:
        """Raises ValueError where somebody or a blossom is inside of two, or is not there, or comes too late."""
        blossoms = list(blossoms)
        self.outside = len(blossoms)
        # The smallest blossom around each person, and around each blossom.
        self.inner = np.full(len(row), self.outside, dtype=np.int64)
        self.around = np.full(len(blossoms) + 1, self.outside, dtype=np.int64)
        self.size = [0] * len(blossoms)
        for number, blossom in enumerate(blossoms):
            for each in blossom.people:
                self._put(self.inner, row.get(each, -1), number, len(row))
            for each in blossom.blossoms:
                self._put(self.around, each, number, number)
            self.size[number] = len(blossom.people) + sum(self.size[each] for each in blossom.blossoms)
        self.level = np.zeros(len(blossoms) + 1, dtype=np.int64)
        # What all blossoms around one cost together with it; whole numbers of any size until somebody has looked.
        self.prices = [0] * (len(blossoms) + 1)
        for number in reversed(range(len(blossoms))):
            around = self.around[number]
            self.level[number] = self.level[around] + 1
            self.prices[number] = self.prices[around] + blossoms[number].price

    def _put(self, place: Whole, one: int, number: int, below: int) -> None:
        if not 0 <= one < below or place[one] != self.outside:
            raise ValueError("A blossom holds what is not there or what another one holds.")
        place[one] = number

    def common(self, first: Whole, second: Whole) -> Whole:
        """The smallest blossom around both, for each of these pairs, by steps of powers of two."""
        steps = [self.around]
        while (steps[-1] != self.outside).any():
            steps.append(steps[-1][steps[-1]])
        one, other = self.inner[first], self.inner[second]
        for power, step in reversed(list(enumerate(steps))):
            ahead = self.level[one] - self.level[other]
            one = np.where(ahead >= 2**power, step[one], one)
            other = np.where(-ahead >= 2**power, step[other], other)
        for step in reversed(steps):
            differ = step[one] != step[other]
            one, other = np.where(differ, step[one], one), np.where(differ, step[other], other)
        return np.where(one == other, one, self.around[one])

    def shared(self, first: Whole, second: Whole) -> Whole:
        """What all blossoms around both cost together, for each of these pairs."""
        return np.array(self.prices, dtype=np.int64)[self.common(first, second)]

    def is_full(self, first: Whole, second: Whole) -> bool:
        """Whether every blossom is of odd size, three or more, and holds as many of these pairs as fit."""
        held = np.bincount(self.common(first, second), minlength=self.outside + 1).tolist()
        for number, around in enumerate(self.around[:-1].tolist()):
            held[around] += held[number]
        return all(pairs > 0 and 2 * pairs + 1 == size for size, pairs in zip(self.size, held, strict=False))
