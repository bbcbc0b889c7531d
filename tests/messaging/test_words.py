"""What counts as the words of a message."""

import pytest

from messaging.words import LONGEST, NotAMessage, clean_words


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Hello \n", "Hello"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("\u202eabc", "\u202eabc"),
        ("👩‍👩‍👧", "👩‍👩‍👧"),
        ("x" * LONGEST, "x" * LONGEST),
        ("😀" * LONGEST, "😀" * LONGEST),
    ],
)
def test_words_are_kept_as_typed_but_for_their_ends_and_newlines(typed: str, kept: str) -> None:
    assert clean_words(typed) == kept


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "empty"),
        (" \n\t ", "empty"),
        ("\u200b\u200d", "empty"),
        ("a\0b", "unreadable"),
        ("a\ud800b", "unreadable"),
        ("x" * (LONGEST + 1), "too_long"),
    ],
)
def test_what_cannot_be_a_message_is_refused_with_its_reason(typed: str, code: str) -> None:
    with pytest.raises(NotAMessage) as refusal:
        clean_words(typed)
    assert refusal.value.code == code
