"""What the command line tells one person of a plan for peers is exact."""

from itertools import combinations
from random import Random

import pytest

from matching.engine import Aim, ProblemError
from matching.engine.peers import PeerProblem, PersonRow, peer_problem_of, solve_peers
from matching.engine.problem import ORDERS
from matching.engine.questions.explain_peers import explain_peer, scores_of, without


def village(aim: Aim | None = None) -> PeerProblem:
    pairs = [("ada", "ben", 5), ("ben", "cleo", 9), ("cleo", "dev", 1), ("ada", "dev", 1), ("ada", "cleo", 2)]
    return peer_problem_of([PersonRow(name) for name in ("ada", "ben", "cleo", "dev", "eve")], pairs, aim=aim)


def told(person: str, aim: Aim | None = None) -> str:
    problem = village(aim)
    return explain_peer(problem, solve_peers(problem), person)


def test_whom_a_person_has_and_what_the_others_would_cost() -> None:
    assert told("ben") == (
        "ben is with cleo, worth 9.\n"
        "Who would fit best otherwise, and why not:\n"
        "- ada is worth 5 to ben. With this pair the plan would lose 4 points."
    )
    assert told("ada") == (
        "ada is with dev, worth 1.\n"
        "Who would fit best otherwise, and why not:\n"
        "- ben is worth 5 to ada. With this pair the plan would lose 4 points.\n"
        "- cleo is worth 2 to ada. With this pair 2 people would have a partner and not 4."
    )


def test_who_has_nobody_is_told_why() -> None:
    assert told("eve") == "eve has no partner: nobody fits."


def test_pairs_below_the_set_floor_are_nobodys() -> None:
    assert told("dev", Aim(at_least=2)) == "dev has no partner: nobody fits."
    assert told("ada", Aim(at_least=2)) == (
        "ada has no partner: everybody who fits has somebody else.\n"
        "Who would fit best otherwise, and why not:\n"
        "- ben is worth 5 to ada. With this pair the plan would lose 4 points.\n"
        "- cleo is worth 2 to ada. With this pair the plan would lose 7 points."
    )


def test_a_lower_floor_and_a_draw_are_said() -> None:
    pairs = [("ada", "ben", 3), ("cleo", "dev", 3), ("ada", "cleo", 9), ("ben", "dev", 1)]
    problem = peer_problem_of(
        [PersonRow(name) for name in ("ada", "ben", "cleo", "dev")], pairs, aim=Aim(order=ORDERS[1])
    )
    assert explain_peer(problem, solve_peers(problem), "ada").splitlines()[2] == (
        "- cleo is worth 9 to ada. With this pair the floor would fall from 3 to 1."
    )
    ring = [("ada", "ben", 3), ("cleo", "dev", 3), ("ada", "cleo", 3), ("ben", "dev", 3)]
    alike = peer_problem_of([PersonRow(name) for name in ("ada", "ben", "cleo", "dev")], ring)
    assert explain_peer(alike, solve_peers(alike), "ada").endswith("the plan would be just as good; a draw decided.")


def test_nobody_of_that_name() -> None:
    with pytest.raises(ProblemError, match=r"There is nobody with the id 'bob'\."):
        told("bob")


def test_the_problem_without_two_people_is_that_of_the_others() -> None:
    for seed in range(40):
        chance = Random(seed)
        people = [PersonRow(number) for number in range(8)]
        pairs = [
            (one, other, chance.randint(0, 9)) for one, other in combinations(range(8), 2) if chance.random() < 0.5
        ]
        left = without(peer_problem_of(people, pairs), 2, 5)
        anew = peer_problem_of(
            [one for one in people if one.id not in (2, 5)], [pair for pair in pairs if not {2, 5} & set(pair[:2])]
        )
        assert left.people == anew.people
        assert [scores_of(left, one.id) for one in anew.people] == [scores_of(anew, one.id) for one in anew.people]
