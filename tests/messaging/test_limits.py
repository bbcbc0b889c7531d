"""How often is too often."""

from datetime import timedelta

from messaging.limits import Allowance
from tests.fixtures import NOW

SECOND = timedelta(seconds=1)


def test_over_the_limit_one_learns_until_when() -> None:
    allowance = Allowance(most=2, within=10 * SECOND)
    answers = [allowance.until(1, NOW + seconds * SECOND) for seconds in (0, 4, 5, 9, 10, 11, 14)]
    ten, fourteen, twenty = NOW + 10 * SECOND, NOW + 14 * SECOND, NOW + 20 * SECOND
    assert answers == [None, None, ten, ten, None, fourteen, None]
    assert allowance.until(1, NOW + 15 * SECOND) == twenty


def test_each_person_counts_alone() -> None:
    allowance = Allowance(most=1, within=10 * SECOND)
    assert [allowance.until(person, NOW) for person in (1, 2)] == [None, None]


def test_those_who_are_quiet_are_forgotten() -> None:
    allowance = Allowance(most=1, within=10 * SECOND)
    for person in range(10_001):
        allowance.until(person, NOW)
    allowance.until(-1, NOW + 10 * SECOND)
    assert list(allowance.times) == [-1]
