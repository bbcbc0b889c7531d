"""The name a file is shown under: readable, short, and ending as what the file now is."""

import re
import unicodedata

from messaging.files.kinds import Kind

LONGEST = 100
ENDINGS = {Kind.PICTURE: ".jpg", Kind.PDF: ".pdf"}
UNNAMED = {Kind.PICTURE: "picture", Kind.PDF: "document"}

# An ending that says what the file was; any other stays, so that "letter.exe" becomes "letter.exe.jpg".
WAS = re.compile(r"\.(jpe?g|jfif|png|gif|webp|pdf)$", re.IGNORECASE)


def clean_name(name: str, kind: Kind) -> str:
    """Return `name` without folders, without what does not show or turns the text round, and with the right ending."""
    stem = readable(WAS.sub("", _without_folders(name))) or UNNAMED[kind]
    return stem[: LONGEST - len(ENDINGS[kind])].rstrip(" .") + ENDINGS[kind]


def named(name: str) -> str:
    """How a refusal speaks of a file: by the name its owner knows."""
    shown = _without_folders(name)[:LONGEST]
    return f"“{shown}”" if shown else "The file"


def _without_folders(name: str) -> str:
    return readable(re.split(r"[/\\]", name)[-1])


def readable(text: str) -> str:
    """Only characters that show, one space between words; a line break or a bidi control would lie about the rest."""
    normal = unicodedata.normalize("NFC", text)
    shown = (character if unicodedata.category(character)[0] not in "CZ" else _gap(character) for character in normal)
    return " ".join("".join(shown).split()).strip(" .")


def _gap(character: str) -> str:
    return " " if unicodedata.category(character)[0] == "Z" else ""
