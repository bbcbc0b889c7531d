"""What the engine does and finds, said in plain words to whoever asks, helps, coordinates, or only wants to know."""

from matching.words.configuration import PARTS, PartInWords, parts_in_words
from matching.words.suggestions import (
    OBSTACLES,
    TO_COORDINATOR,
    TO_HELPER,
    TO_MEMBER,
    Voice,
    listed,
    people,
    reasons_in_words,
    unplaced_in_words,
)
from matching.words.why import KEPT_FOR, UNSPOKEN, WISHES, would_open

__all__ = [
    "KEPT_FOR",
    "OBSTACLES",
    "PARTS",
    "TO_COORDINATOR",
    "TO_HELPER",
    "TO_MEMBER",
    "UNSPOKEN",
    "WISHES",
    "PartInWords",
    "Voice",
    "listed",
    "parts_in_words",
    "people",
    "reasons_in_words",
    "unplaced_in_words",
    "would_open",
]
