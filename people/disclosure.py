"""The one door through which counts of people leave the service: small ones stay inside, the others are rounded.

The rule is the one that hospitals publish by: a count of seven or fewer is not shown, every other goes to the
nearest five, and a rate is made of the rounded counts. Rounding alone hides what one count less another would tell,
so that nothing beyond the small counts has to be left out.
"""

LARGEST_HIDDEN = 7
STEP = 5
HIDDEN = f"{LARGEST_HIDDEN} or fewer"


def published(count: int) -> int | None:
    """The count as it may be told outside; None where it is too small, nought included."""
    return None if count <= LARGEST_HIDDEN else rounded(count)


def rounded(count: int) -> int:
    """To the nearest five."""
    return (count + STEP // 2) // STEP * STEP


def rate(part: int, whole: int) -> int | None:
    """How many of a hundred, to the nearest whole number; None where either count may not be told."""
    above, below = published(part), published(whole)
    if above is None or below is None:
        return None
    return (200 * above + below) // (2 * below)


def of_enough(value: int | None, people: int) -> int | None:
    """A value that describes so many people together, such as a mean; None where they are too few to hide among."""
    return value if people > LARGEST_HIDDEN else None


def in_words(figure: int | None) -> str:
    """A published figure for a page: the number, or that it is too small to tell."""
    return HIDDEN if figure is None else str(figure)
