"""Consent, which asks whether anybody objects, and petitions, which ask whether enough people sign."""

from collections.abc import Sequence
from dataclasses import dataclass

from networks.counting.ballots import Ballot, Option, Result, Tally
from networks.counting.wording import number_of

CONSENT = "Consent: no standing objection"
PETITION = "Petition: enough signatures"
VERSION = 1
# Silence alone carries nothing: so many must have said that they can live with it or stand aside.
QUORUM = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentResult(Result):
    stands: bool
    tallies: list[Tally]
    objections: int
    needed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PetitionResult(Result):
    signatures: int
    needed: int
    reached: bool


def count_consent(
    options: Sequence[Option], ballots: Sequence[Ballot], *, objections: int, electorate: int
) -> ConsentResult:
    """It stands without an objection that still stands, once enough have answered: three, or all where fewer may.

    The first option is consent, the second standing aside; both are answers.
    """
    needed = max(1, min(QUORUM, electorate))
    tallies = [Tally(one.number, one.title, sum(one.number in ballot for ballot in ballots)) for one in options]
    stands = objections == 0 and len(ballots) >= needed
    return ConsentResult(
        rule=CONSENT,
        version=VERSION,
        ballots=len(ballots),
        chosen=[options[0].number] if stands else [],
        outcome=_outcome(objections, len(ballots), needed),
        words=[
            *(f"“{tally.title}”: {tally.votes}." for tally in tallies),
            f"{number_of(objections, 'objection')} stood at the end, and the proposal stands only with none.",
            f"{number_of(len(ballots), 'answer')} came in, and it needs at least {needed}.",
        ],
        stands=stands,
        tallies=tallies,
        objections=objections,
        needed=needed,
    )


def count_signatures(signatures: int, *, needed: int) -> PetitionResult:
    """Each person signs once; with enough signatures it goes to the service, which answers by a day it has promised."""
    reached = signatures >= needed
    outcome = "It goes to the service" if reached else "It does not go to the service"
    return PetitionResult(
        rule=PETITION,
        version=VERSION,
        ballots=signatures,
        chosen=[],
        outcome=f"{outcome}: {signatures} of {needed} signatures.",
        words=[],
        signatures=signatures,
        needed=needed,
        reached=reached,
    )


def _outcome(objections: int, answers: int, needed: int) -> str:
    if objections:
        return f"It does not stand: {number_of(objections, 'objection')} could not be met."
    if answers < needed:
        return f"It does not stand: {number_of(answers, 'answer')} came in, and it needs {needed}."
    return "It stands: nobody objects any more."
