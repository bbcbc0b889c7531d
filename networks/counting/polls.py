"""Polls in which each ballot names one option, or any number: whichever has the most ballots is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from networks.counting.ballots import Ballot, Option, Result, Tally
from networks.counting.wording import listed, number_of

RULE = "Most votes"
VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PollResult(Result):
    tallies: list[Tally]


def count_poll(options: Sequence[Option], ballots: Sequence[Ballot]) -> PollResult:
    """Count each option's ballots. A tie is told as a tie: chance decides nothing that people can decide."""
    tallies = [Tally(one.number, one.title, sum(one.number in ballot for ballot in ballots)) for one in options]
    most = max(tally.votes for tally in tallies)
    first = [tally for tally in tallies if tally.votes == most] if ballots else []
    in_order = sorted(tallies, key=lambda tally: (-tally.votes, tally.option))
    return PollResult(
        rule=RULE,
        version=VERSION,
        ballots=len(ballots),
        chosen=[tally.option for tally in first],
        outcome=_outcome(first, most),
        words=[f"“{tally.title}” has {number_of(tally.votes, 'vote')}." for tally in in_order],
        tallies=tallies,
    )


def _outcome(first: list[Tally], most: int) -> str:
    titles = listed(tally.title for tally in first)
    match len(first):
        case 0:
            return "Nobody voted."
        case 1:
            return f"{titles} has the most votes: {most}."
    return f"A tie: {titles} have {number_of(most, 'vote')} each."
