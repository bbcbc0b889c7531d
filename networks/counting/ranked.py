"""Ballots that put options in order, counted by instant runoff: the weakest goes until one has more than half."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from networks.counting.ballots import Ballot, Option, Result, Tally
from networks.counting.wording import number_of

RULE = "Instant runoff"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Round:
    """What each option left had, how many ballots name none of these, and which went out and why."""

    number: int
    tallies: list[Tally]
    spent: int
    out: int | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedResult(Result):
    rounds: list[Round]


def count_ranked(options: Sequence[Option], ballots: Sequence[Ballot]) -> RankedResult:
    """Each ballot counts for its first option that is still there; whichever has fewest goes, until one has over half.

    Of several with fewest, the one that had fewer in the round before goes, then the round before that, back to the
    first; if they were alike throughout, the one listed later. Ballots that name nobody left count no more.
    """
    left, rounds = list(options), list[Round]()
    while ballots:
        votes = _first_choices(left, ballots)
        standing = _round(len(rounds) + 1, left, votes, len(ballots))
        best = max(votes.values())
        if 2 * best > sum(votes.values()):
            winner = next(one for one in left if votes[one.number] == best)
            why = f"“{winner.title}” has more than half of the {number_of(sum(votes.values()), 'ballot')} that count."
            rounds.append(Round(*standing, out=None, why=why))
            return _result(ballots, rounds, winner)
        weakest, why = _weakest(left, votes, rounds)
        rounds.append(Round(*standing, out=weakest.number, why=why))
        left.remove(weakest)
    return _result(ballots, rounds, None)


def _first_choices(left: Sequence[Option], ballots: Sequence[Ballot]) -> dict[int, int]:
    numbers = [one.number for one in left]
    firsts = Counter(next((number for number in ballot if number in numbers), None) for ballot in ballots)
    return {number: firsts[number] for number in numbers}


def _round(number: int, left: Sequence[Option], votes: dict[int, int], ballots: int) -> tuple[int, list[Tally], int]:
    tallies = [Tally(one.number, one.title, votes[one.number]) for one in left]
    return number, tallies, ballots - sum(votes.values())


def _weakest(left: Sequence[Option], votes: dict[int, int], rounds: Sequence[Round]) -> tuple[Option, str]:
    """Who goes, and why this one."""
    fewest = min(votes.values())
    tied = [one for one in left if votes[one.number] == fewest]
    if len(tied) == 1:
        return tied[0], f"“{tied[0].title}” has the fewest, and goes."
    for earlier in reversed(rounds):
        had = {tally.option: tally.votes for tally in earlier.tallies}
        fewest = min(had[one.number] for one in tied)
        tied = [one for one in tied if had[one.number] == fewest]
        if len(tied) == 1:
            why = f"Several have the fewest; “{tied[0].title}” had fewer in round {earlier.number}, and goes."
            return tied[0], why
    last = max(tied, key=lambda one: one.number)
    return last, f"Several have the fewest, in earlier rounds too; “{last.title}” is listed last of them, and goes."


def _result(ballots: Sequence[Ballot], rounds: list[Round], winner: Option | None) -> RankedResult:
    outcome = "Nobody voted."
    if winner:
        how = "at once" if len(rounds) == 1 else f"after {len(rounds)} rounds"
        outcome = f"“{winner.title}” is chosen {how}."
    return RankedResult(
        rule=RULE,
        version=VERSION,
        ballots=len(ballots),
        chosen=[winner.number] if winner else [],
        outcome=outcome,
        words=[f"Round {one.number}: {_standing(one)} {one.why}" for one in rounds],
        rounds=rounds,
    )


def _standing(one: Round) -> str:
    tallies = ", ".join(f"“{tally.title}” {tally.votes}" for tally in one.tallies)
    spent = f" {number_of(one.spent, 'ballot')} named nobody who is left." if one.spent else ""
    return f"{tallies}.{spent}"
