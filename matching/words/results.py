"""What came of a round, said to a coordinator in one sentence for each picture."""

from collections.abc import Sequence

from matching.engine import Fit, WhyUnplaced
from people.vocabulary import AgeGroup, Gender

UNPLACED = {
    WhyUnplaced.NOBODY_FITS: "Nobody fits yet",
    WhyUnplaced.ALL_PLACES_TAKEN: "Places are taken",
    WhyUnplaced.BELOW_FLOOR: "Fit too little",
    WhyUnplaced.NO_HELPER_AT_ALL: "No helper at all",
}
FITS = {Fit.VERY_GOOD: "Very good", Fit.GOOD: "Good", Fit.FAIR: "Fair", Fit.POSSIBLE: "Possible"}
# By what comes first in a round; its certificate holds the numbers that prove it.
PROOF = {
    "fair": "No. It is proven that no plan places more people, that none that places as many is better for the "
    "worst-off, and that none of those has a higher total.",
    "best": "No. It is proven that no plan places more people, and that none that places as many has a higher total.",
    "stable": "It is checked that no two would both rather have each other. Other plans may place more people.",
}
ATTRIBUTES = {"age_group": "Age", "gender": "Gender", "area": "Area"}
GROUPS = {
    "age_group": {str(value): str(label) for value, label in AgeGroup.choices},
    "gender": {str(value): str(label) for value, label in Gender.choices},
}


def coverage(placed: int, waited: int, left: Sequence[tuple[str, int]]) -> str:
    """How many have a place, and why the others have none; `left` are the reasons with their numbers."""
    if not waited:
        return "Nobody was waiting."
    if placed == waited:
        return f"Everybody has a place: {placed} of {waited}."
    others = ", ".join(f"{words.lower()} for {number}" for words, number in left if number)
    # Between two rounds nobody writes down why others have none: they wait for the next one.
    return f"{placed} of {waited} people have a place." + (f" Without one: {others}." if others else "")


def load(full: int, helpers: int, new: int) -> str:
    """How the new people are spread over the helpers who have places at all."""
    if not helpers:
        return "No helper had a place to give."
    spread = f"{_counted(new, 'new person', 'new people')} among {_counted(helpers, 'helper', 'helpers')}"
    return f"{spread}; {full or 'none'} of them {'is' if full == 1 else 'are'} full after this round."


def fits(tallies: Sequence[tuple[str, int]]) -> str:
    """How well people fit, from the best word to the least good one."""
    found = [(words, number) for words, number in tallies if number]
    if not found:
        return "Nobody has a place."
    placed = sum(number for _, number in found)
    words, number = found[-1]
    if len(found) == 1:
        return f"The fit is {words.lower()} for everybody who has a place."
    return f"The least good fit is {words.lower()}, for {number} of {placed}. The best is {found[0][0].lower()}."


def comparison(shares: Sequence[tuple[str, int]]) -> str:
    """Who has a place most and least often; `shares` are groups with how many of a hundred have one."""
    if not shares:
        return "Too few people to compare."
    most, least = max(shares, key=lambda one: one[1]), min(shares, key=lambda one: one[1])
    if most[1] == least[1]:
        return f"Every group is placed equally often: {most[1]}%."
    return f"Placed most often: {most[0]}, {most[1]}%. Least often: {least[0]}, {least[1]}%."


def swaps(pairs: int) -> str:
    if not pairs:
        return "No two people would both rather have each other."
    both = "1 member and a helper" if pairs == 1 else f"{pairs} pairs of a member and a helper"
    return f"{both} would both rather have each other than whom they have; others would lose by it."


def _counted(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
