"""What may be told of how many people: too few is never told, nor can it be worked out from two figures."""

import pytest

from people.disclosure import in_words, of_enough, published, rate


@pytest.mark.parametrize(
    ("count", "told"),
    [(0, None), (1, None), (7, None), (8, 10), (12, 10), (13, 15), (42, 40), (43, 45), (1002, 1000)],
)
def test_a_count_of_seven_or_fewer_is_not_told_and_others_go_to_the_nearest_five(count: int, told: int | None) -> None:
    assert published(count) == told


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [(43, 101, 45), (8, 8, 100), (12, 13, 67), (7, 100, None), (0, 100, None), (3, 4, None)],
)
def test_a_rate_is_made_of_the_rounded_counts(part: int, whole: int, told: int | None) -> None:
    assert rate(part, whole) == told


@pytest.mark.parametrize(("people", "told"), [(7, None), (8, 512)])
def test_what_describes_a_group_is_told_only_of_enough_people(people: int, told: int | None) -> None:
    assert of_enough(512, people) == told


def test_from_a_whole_and_its_other_part_a_hidden_count_cannot_be_worked_out() -> None:
    """Two hidden counts at least look alike, whatever is told of the whole and of the other part."""
    behind: dict[tuple[int | None, int | None], set[int]] = {}
    for other in range(8, 60):
        for hidden in range(8):
            behind.setdefault((published(other + hidden), published(other)), set()).add(hidden)
    assert min(len(counts) for counts in behind.values()) == 2


def test_words_of_a_figure() -> None:
    assert (in_words(None), in_words(15)) == ("7 or fewer", "15")
