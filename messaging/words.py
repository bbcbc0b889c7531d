"""What counts as the words of a message, and as the title of a group, wherever they come from."""

import unicodedata

from django.core.exceptions import ValidationError

LONGEST = 10_000
LONGEST_TITLE = 60
# Characters that control, lone surrogates, and line ends of other alphabets; joiners stay, for some scripts need them.
HIDDEN = {"Cc", "Cs", "Zl", "Zp"}


class NotAMessage(ValidationError):
    """These words cannot be a message; the text says why."""


class NotATitle(ValidationError):
    """This cannot be the title of a group; the text says why."""


def clean_words(text: str, *, may_be_empty: bool = False) -> str:
    """Return the words as they are kept: without blank ends, every line ending in a plain newline.

    They may be empty where files speak for themselves.
    """
    words = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if "\0" in words or any("\ud800" <= character <= "\udfff" for character in words):
        raise NotAMessage("This contains a character that cannot be sent. Please type it again.", code="unreadable")
    if not any(_shows(character) for character in words):
        if may_be_empty:
            return ""
        raise NotAMessage("Write something first.", code="empty")
    if len(words) > LONGEST:
        raise NotAMessage(
            f"This is {len(words):,} characters long. A message can have {LONGEST:,}: please send it in parts.",
            code="too_long",
        )
    return words


def clean_title(text: str) -> str:
    """Return the title of a group as it is kept: one line that shows something, without doubled or odd spaces."""
    title = " ".join("".join(" " if unicodedata.category(one) in HIDDEN else one for one in text).split())
    if not any(_shows(character) for character in title):
        raise NotATitle({"title": "Give it a name, in a few words."})
    if len(title) > LONGEST_TITLE:
        raise NotATitle({"title": f"A name can have {LONGEST_TITLE} characters. This one has {len(title)}."})
    return title


def _shows(character: str) -> bool:
    """Spaces, control characters and invisible joiners alone would be an empty bubble."""
    return unicodedata.category(character)[0] not in "CZ"
