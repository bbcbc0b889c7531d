"""Pence as people read and write them, in plain Python: no sum is ever a fraction of a penny."""

import re

POUNDS = re.compile(r"£?\s*([0-9]{1,7})(?:[.,]([0-9]{2}))?")


def in_pounds(pence: int) -> str:
    """1250 is £12.50, and 1200 is £12."""
    pounds, rest = divmod(pence, 100)
    return f"£{pounds:,}.{rest:02}" if rest else f"£{pounds:,}"


def in_pence(words: str) -> int | None:
    """What somebody wrote as a sum in pounds; None where it is none."""
    found = POUNDS.fullmatch(words.strip())
    return int(found[1]) * 100 + int(found[2] or 0) if found else None
