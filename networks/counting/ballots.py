"""What is counted and what every result says; a result can be written as JSON as it is."""

from collections.abc import Sequence
from dataclasses import dataclass

# Numbers of options; in the order of choice where there is one.
Ballot = Sequence[int]


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose; `cost` in pence, of a project."""

    number: int
    title: str
    cost: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """How many ballots an option has."""

    option: int
    title: str
    votes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What was chosen and by which rule; `words` tell how, a sentence a step."""

    rule: str
    version: int
    ballots: int
    chosen: list[int]
    outcome: str
    words: list[str]
