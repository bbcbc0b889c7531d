"""What counts as the words of a message, wherever they come from."""

import unicodedata

from django.core.exceptions import ValidationError

LONGEST = 10_000


class NotAMessage(ValidationError):
    """These words cannot be a message; the text says why."""


def clean_words(text: str) -> str:
    """Return the words as they are kept: without blank ends, every line ending in a plain newline."""
    words = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if "\0" in words or any("\ud800" <= character <= "\udfff" for character in words):
        raise NotAMessage("This contains a character that cannot be sent. Please type it again.", code="unreadable")
    if not any(_shows(character) for character in words):
        raise NotAMessage("Write something first.", code="empty")
    if len(words) > LONGEST:
        raise NotAMessage(
            f"This is {len(words):,} characters long. A message can have {LONGEST:,}: please send it in parts.",
            code="too_long",
        )
    return words


def _shows(character: str) -> bool:
    """Spaces, control characters and invisible joiners alone would be an empty bubble."""
    return unicodedata.category(character)[0] not in "CZ"
