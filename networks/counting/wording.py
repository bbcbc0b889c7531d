"""Numbers, lists and sums of money in words."""

from collections.abc import Iterable
from fractions import Fraction


def listed(titles: Iterable[str]) -> str:
    """ "A", "A and B", "A, B and C", each in quotation marks."""
    quoted = [f"“{title}”" for title in titles]
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)


def number_of(count: int, noun: str) -> str:
    """ "1 ballot", "2 ballots"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def in_pounds(pence: Fraction | int) -> str:
    """ "£12" or "£12.50"; what is no whole number of pence is said to be about so much."""
    whole = round(pence)
    about = "" if whole == pence else "about "
    pounds, rest = divmod(whole, 100)
    return f"{about}£{pounds:,}.{rest:02}" if rest or about else f"£{pounds:,}"
