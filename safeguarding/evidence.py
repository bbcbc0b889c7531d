"""What a report is about, frozen as it was when somebody reported it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Evidence:
    """`kind` and `reference` say what was reported ("message", "12"); `author` is the name it was shown under."""

    kind: str
    reference: str
    author: str
    text: str
    written_at: datetime
