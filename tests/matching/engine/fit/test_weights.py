"""What a configuration of weights refuses, and that the default one is whole."""

from collections.abc import Callable

import pytest

from matching.engine import DEFAULT, Part, ProblemError, Weights


def test_the_default_weights_name_every_part() -> None:
    assert list(DEFAULT.parts()) == [part for part in Part if part is not Part.WAITING]
    assert (DEFAULT.attainable, DEFAULT.waiting) == (950, 20)


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: Weights(version="x", topics=-1), "Weights x: topics cannot be -1."),
        (lambda: Weights(version="x", topics=451), "Weights x: together 1001, more than 1000."),
        (lambda: Weights(version="x", enough_hours=0), "Weights x: enough_hours cannot be 0."),
        (lambda: Weights(version="x", waiting=1001), "Weights x: waiting cannot be 1001."),
    ],
)
def test_impossible_weights_are_refused_and_named(make: Callable[[], object], told: str) -> None:
    with pytest.raises(ProblemError) as refused:
        make()
    assert str(refused.value) == told
