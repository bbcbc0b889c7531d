"""Instant runoff: rounds, ties by the published rule, an independent counting, and what must hold of every result."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networks.counting import count_ranked
from tests.networks.counting.making import Ballots, named, ranked_votes, runoff


def outs(count: int, ballots: Ballots) -> list[int | None]:
    return [one.out for one in count_ranked(named(count), ballots).rounds]


def test_the_weakest_goes_and_its_ballots_count_for_the_next() -> None:
    """Most like A first, but more than half would rather have B than A."""
    result = count_ranked(named(3), [(1,)] * 4 + [(2, 3)] * 3 + [(3, 2)] * 2)

    assert result.chosen == [2]
    assert [[(one.title, one.votes) for one in each.tallies] for each in result.rounds] == [
        [("A", 4), ("B", 3), ("C", 2)],
        [("A", 4), ("B", 5)],
    ]
    assert result.outcome == "“B” is chosen after 2 rounds."
    assert result.words == [
        "Round 1: “A” 4, “B” 3, “C” 2. “C” has the fewest, and goes.",
        "Round 2: “A” 4, “B” 5. “B” has more than half of the 9 ballots that count.",
    ]


def test_ballots_that_name_nobody_left_count_no_more() -> None:
    result = count_ranked(named(3), [(1,)] * 4 + [(2,)] * 2 + [(3,)] * 3)

    assert [(one.out, one.spent) for one in result.rounds] == [(2, 0), (None, 2)]
    assert "2 ballots named nobody who is left." in result.words[1]


@pytest.mark.parametrize(
    ("ballots", "gone"),
    [
        # All alike throughout: whichever is listed last.
        ([(1,), (2,)], [2, None]),
        ([(1,), (2,), (3,)], [3, 2, None]),
        # B and C have three each once D has gone, but C had fewer in the round before.
        ([(1,)] * 4 + [(2,)] * 3 + [(3,)] * 2 + [(4, 3)], [4, 3, None]),
        # B and C have five each at the end: C had fewer in the round before, though B had fewer in the first.
        ([(1,)] * 6 + [(2,)] * 3 + [(3,)] * 4 + [(4, 2)] * 2 + [(5, 3)] + [(5,)] * 2, [4, 5, 3, None]),
        # Of those who go, C and D, both had one: D is listed last; then B is listed after A.
        ([(1,)] * 2 + [(2,)] * 2 + [(3,), (4,)], [4, 3, 2, None]),
    ],
)
def test_ties_are_broken_backwards_and_then_by_the_list(ballots: Ballots, gone: list[int | None]) -> None:
    count = max(number for ballot in ballots for number in ballot)
    assert outs(count, ballots) == gone


def test_half_is_not_more_than_half() -> None:
    assert len(count_ranked(named(3), [(1,)] * 2 + [(2,), (3,)]).rounds) == 2


def test_without_ballots_nothing_is_chosen() -> None:
    result = count_ranked(named(2), [])
    assert (result.chosen, result.rounds, result.outcome) == ([], [], "Nobody voted.")


@given(ranked_votes())
def test_another_counting_comes_to_the_same(vote: tuple[int, Ballots]) -> None:
    count, ballots = vote
    winner = runoff(*vote)
    assert count_ranked(named(count), ballots).chosen == ([winner] if winner else [])


@given(ranked_votes(), st.randoms(use_true_random=False))
def test_the_order_of_ballots_changes_nothing(vote: tuple[int, Ballots], rng: Random) -> None:
    count, ballots = vote
    shuffled = list(ballots)
    rng.shuffle(shuffled)
    assert count_ranked(named(count), shuffled) == count_ranked(named(count), ballots)


@given(ranked_votes())
def test_more_than_half_wins_and_one_more_first_place_at_once_does_not_unseat(vote: tuple[int, Ballots]) -> None:
    """A runoff need not be monotonic; with a majority of first places it is."""
    count, ballots = vote
    for number in range(1, count + 1):
        if 2 * sum(ballot[0] == number for ballot in ballots) > len(ballots):
            assert count_ranked(named(count), ballots).chosen == [number]
            assert count_ranked(named(count), [*ballots, (number,)]).chosen == [number]


@given(ranked_votes())
def test_every_round_adds_up(vote: tuple[int, Ballots]) -> None:
    count, ballots = vote
    for one in count_ranked(named(count), ballots).rounds:
        assert sum(tally.votes for tally in one.tallies) + one.spent == len(ballots)
