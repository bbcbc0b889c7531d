"""Polls, consent and petitions: counted, and told in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networks.counting import count_consent, count_poll, count_signatures
from tests.networks.counting.making import Ballots, named


@pytest.mark.parametrize(
    ("ballots", "chosen", "outcome"),
    [
        ([(1,), (2,), (2,)], [2], "“B” has the most votes: 2."),
        ([(1, 2), (2, 3), (3,)], [2, 3], "A tie: “B” and “C” have 2 votes each."),
        ([(1, 2, 3)], [1, 2, 3], "A tie: “A”, “B” and “C” have 1 vote each."),
        ([], [], "Nobody voted."),
    ],
)
def test_the_most_votes_and_ties_as_ties(ballots: Ballots, chosen: list[int], outcome: str) -> None:
    result = count_poll(named(3), ballots)
    assert (result.chosen, result.outcome, result.ballots) == (chosen, outcome, len(ballots))


def test_the_words_of_a_poll_begin_with_the_most_votes() -> None:
    words = count_poll(named(3), [(3,), (3,), (2,)]).words
    assert words == ["“C” has 2 votes.", "“B” has 1 vote.", "“A” has 0 votes."]


@given(st.lists(st.sets(st.integers(1, 3), min_size=1).map(tuple), min_size=1))
def test_one_more_vote_for_what_is_chosen_keeps_it_and_makes_it_the_only_one(ballots: Ballots) -> None:
    for number in count_poll(named(3), ballots).chosen:
        assert count_poll(named(3), [*ballots, (number,)]).chosen == [number]


@pytest.mark.parametrize(
    ("answers", "objections", "electorate", "stands", "outcome"),
    [
        (3, 0, 20, True, "It stands: nobody objects any more."),
        (2, 0, 20, False, "It does not stand: 2 answers came in, and it needs 3."),
        (2, 0, 2, True, "It stands: nobody objects any more."),
        (0, 0, 0, False, "It does not stand: 0 answers came in, and it needs 1."),
        (9, 1, 20, False, "It does not stand: 1 objection could not be met."),
        (0, 2, 20, False, "It does not stand: 2 objections could not be met."),
    ],
)
def test_consent(answers: int, objections: int, electorate: int, stands: bool, outcome: str) -> None:
    ballots: Ballots = [(1,)] * answers
    result = count_consent(named(2), ballots, objections=objections, electorate=electorate)

    assert (result.stands, result.outcome) == (stands, outcome)
    assert result.chosen == ([1] if stands else [])


def test_standing_aside_is_an_answer() -> None:
    result = count_consent(named(2), [(2,), (2,), (1,)], objections=0, electorate=9)
    assert result.stands is True
    assert [(tally.title, tally.votes) for tally in result.tallies] == [("A", 1), ("B", 2)]


@pytest.mark.parametrize(("signatures", "reached"), [(0, False), (9, False), (10, True), (11, True)])
def test_signatures(signatures: int, reached: bool) -> None:
    result = count_signatures(signatures, needed=10)
    assert (result.reached, result.signatures, result.needed) == (reached, signatures, 10)
    assert result.outcome.endswith(f": {signatures} of 10 signatures.")
