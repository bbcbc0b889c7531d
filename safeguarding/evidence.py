"""What a report is about, frozen as it was when somebody reported it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Earlier:
    """What it said until then."""

    words: str
    until: datetime


@dataclass(frozen=True)
class Said:
    """What somebody said before it, so that it is read as it was meant."""

    author: str
    words: str
    at: datetime


@dataclass(frozen=True)
class EvidenceOfFile:
    """A file that came with it, with its bytes."""

    name: str
    kind: str
    sha256: str
    content: bytes


@dataclass(frozen=True)
class Evidence:
    """`kind` and `reference` say what was reported ("message", "12"); `author` is the name it was shown under.

    `text` is empty where the words were withdrawn, and then `earlier` has them.
    """

    kind: str
    reference: str
    author: str
    text: str
    written_at: datetime
    earlier: tuple[Earlier, ...] = ()
    files: tuple[EvidenceOfFile, ...] = ()
    # What the place is called in which it was written.
    place: str = ""
    # What was said right before it, which not everybody who decides can look up.
    before: tuple[Said, ...] = ()

    def frozen(self) -> dict[str, Any]:
        """The columns of a concern that keep it."""
        return {
            "evidence_kind": self.kind,
            "evidence_reference": self.reference,
            "evidence_author": self.author,
            "evidence_place": self.place,
            "evidence_text": self.text,
            "evidence_written_at": self.written_at,
            "evidence_earlier": [{"words": one.words, "until": one.until.isoformat()} for one in self.earlier],
            "evidence_before": [
                {"author": one.author, "words": one.words, "at": one.at.isoformat()} for one in self.before
            ],
        }
