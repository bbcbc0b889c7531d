"""Pence as people read and write them."""

import pytest

from support.money import in_pence, in_pounds


@pytest.mark.parametrize(
    ("pence", "words"), [(0, "£0"), (1, "£0.01"), (1250, "£12.50"), (1200, "£12"), (123_456_789, "£1,234,567.89")]
)
def test_read(pence: int, words: str) -> None:
    assert in_pounds(pence) == words


@pytest.mark.parametrize(
    ("words", "pence"),
    [("12", 1200), ("12.50", 1250), ("£12.50", 1250), ("£ 0.01", 1), (" 12,50 ", 1250), ("0", 0)],
)
def test_written(words: str, pence: int) -> None:
    assert in_pence(words) == pence


@pytest.mark.parametrize("words", ["", "-5", "12.5", "12.505", "1e5", "ten", "٣", "12345678"])
def test_what_is_no_sum(words: str) -> None:
    assert in_pence(words) is None
