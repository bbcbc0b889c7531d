"""Two versions laid over each other: what is the same, what was taken out, what was put in."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networks.differences import Stretch, stretches

WORDY = st.text(alphabet="ab \n.,é\u2028", max_size=60)


def same(words: str) -> Stretch:
    return Stretch(words, words)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("", "", []),
        ("Hello.", "Hello.", [same("Hello.")]),
        ("", "Hello.", [Stretch("", "Hello.")]),
        ("Hello.", "", [Stretch("Hello.", "")]),
        ("Ring on Monday.", "Ring on Friday.", [same("Ring on "), Stretch("Monday", "Friday"), same(".")]),
        # Two words in a row are one change.
        ("a red hen ran", "a blue dog ran", [same("a "), Stretch("red hen", "blue dog"), same(" ran")]),
        # A new line between two changes keeps them apart.
        ("one\ntwo", "uno\ndue", [Stretch("one", "uno"), same("\n"), Stretch("two", "due")]),
        ("a\nb\nc\n", "a\nc\n", [same("a\n"), Stretch("b\n", ""), same("c\n")]),
        ("a\nc\n", "a\nb\nc\n", [same("a\n"), Stretch("", "b\n"), same("c\n")]),
    ],
)
def test_what_was_changed(before: str, after: str, told: list[Stretch]) -> None:
    assert stretches(before, after) == told


@given(WORDY, WORDY)
def test_nothing_is_lost_or_made_up(before: str, after: str) -> None:
    found = stretches(before, after)
    assert "".join(one.before for one in found) == before
    assert "".join(one.after for one in found) == after


@given(WORDY, WORDY)
def test_what_is_the_same_and_what_is_not_take_turns(before: str, after: str) -> None:
    found = stretches(before, after)
    assert all(one.is_same != other.is_same for one, other in pairwise(found))


@given(WORDY)
def test_nothing_was_changed_in_the_same_words(words: str) -> None:
    assert stretches(words, words) == ([same(words)] if words else [])


@pytest.mark.parametrize("word", ["a ", "a\n", "a.", "ab cd\n"])
def test_the_longest_pages_that_repeat_themselves_are_compared_too(word: str) -> None:
    before, after = word * (20_000 // len(word)), (word * (20_000 // len(word)))[:-9] + "x " + word
    # With every word looked for in every place this would not end.
    assert "".join(one.after for one in stretches(before, after)) == after
