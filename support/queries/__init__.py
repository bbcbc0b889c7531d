"""Questions about the work inside a pairing."""

from support.queries.together import Together, pairing_for, together_of

__all__ = [
    "Together",
    "pairing_for",
    "together_of",
]
