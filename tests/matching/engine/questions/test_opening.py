"""What would open a place does open one, nobody else loses theirs, and where nothing is told nothing would."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations
from typing import Any

import networkx as nx
import numpy as np
import pytest

from matching.engine import (
    Aim,
    Cohort,
    Helper,
    HelperRow,
    Matching,
    Obstacle,
    Plan,
    Problem,
    ProblemError,
    match,
    obstacles,
    score,
    solve,
)
from matching.engine.questions.opening import WISHES, Opening, Relaxation, opening, opening_in

from ..test_assigning import every_choice, small_problem
from ..worlds import TODAY, ada, ben, cleo, words, world
from .village import village


def unplaced(problem: Problem, plan: Plan) -> Iterator[tuple[Any, set[Any]]]:
    """Everybody without a place, with all who would have to have one if this person had one too."""
    for seeker, _ in plan.unplaced:
        yield seeker, {seeker, *(one for one, _ in plan.pairs)}


def could_all_be_placed(problem: Problem, people: set[Any]) -> bool:
    """Whether some plan places all of these, by trying every plan."""
    return any(
        people <= {problem.seekers[row].id for row in problem.rows[edges].tolist()} for edges in every_choice(problem)
    )


def with_one_more_place(problem: Problem, helper: HelperRow) -> Problem:
    helpers = [one._replace(capacity=one.capacity + (one == helper)) for one in problem.helpers]
    return replace(problem, helpers=tuple(helpers))


def test_one_more_place_opens_one_exactly_with_these_helpers() -> None:
    told = 0
    for seed in range(80):
        problem = small_problem(seed)
        plan = solve(problem)
        for seeker, people in unplaced(problem, plan):
            found = opening(problem, plan, seeker).places
            assert found == tuple(
                helper.id
                for helper in problem.helpers
                if could_all_be_placed(with_one_more_place(problem, helper), people)
            )
            told += len(found) > 0
    assert told > 20


def test_the_lower_floor_is_the_highest_that_opens_a_place() -> None:
    told = silent = 0
    for seed in range(400):
        problem = small_problem(seed)
        if problem.aim.at_least is None:
            continue
        plan = solve(problem)
        levels = [level for level in np.unique(problem.worth).tolist() if level < problem.aim.at_least]
        for seeker, people in unplaced(problem, plan):
            enough = [
                level
                for level in levels
                if could_all_be_placed(replace(problem, aim=replace(problem.aim, at_least=level)), people)
            ]
            assert opening(problem, plan, seeker).at_least == max(enough, default=None)
            told, silent = told + bool(enough), silent + (not enough)
    assert told > 5
    assert silent > 5


def all_placed(matching: Matching, more: Iterable[tuple[int, int]], people: set[int]) -> bool:
    """Whether these people can all be placed if these pairs could be made too, by networkx."""
    problem = matching.problem
    pairs = [(problem.seekers[row].id, int(problem.helpers[column].id)) for row, column in _open_pairs(problem)]
    graph: nx.Graph[Any] = nx.Graph()
    graph.add_nodes_from(("seeker", one) for one in people)
    for seeker, helper in (*pairs, *more):
        if seeker in people:
            places = matching.cohort.helper_by_id[helper].capacity
            graph.add_edges_from((("seeker", seeker), (helper, place)) for place in range(places))
    seats = nx.bipartite.maximum_matching(graph, top_nodes=[("seeker", one) for one in people])
    return all(("seeker", one) in seats for one in people)


def _open_pairs(problem: Problem) -> Iterator[tuple[int, int]]:
    enough = np.ones_like(problem.rows) if problem.aim.at_least is None else problem.worth >= problem.aim.at_least
    edges = np.flatnonzero(enough)
    return zip(problem.rows[edges].tolist(), problem.columns[edges].tolist(), strict=True)


def opened(matching: Matching, seeker: int, wishes: frozenset[Obstacle]) -> list[Helper]:
    """The helpers who may be with this seeker once these wishes do not count, and are worth enough."""
    cohort, one = matching.cohort, matching.cohort.seeker_by_id[seeker]
    least = matching.problem.aim.at_least or 0
    return [
        helper
        for helper in cohort.helpers
        if set(obstacles(one, helper, on=cohort.on)) <= wishes and score(one, helper).points >= least
    ]


def smallest_sets(matching: Matching, seeker: int, people: set[int]) -> set[frozenset[Obstacle]]:
    """The smallest sets of wishes that place everybody when they are set aside, by trying every set."""
    enough: list[frozenset[Obstacle]] = []
    for number in range(1, len(WISHES) + 1):
        for wishes in map(frozenset, combinations(sorted(WISHES), number)):
            more = [(seeker, helper.id) for helper in opened(matching, seeker, wishes)]
            if not any(fewer <= wishes for fewer in enough) and all_placed(matching, more, people):
                enough.append(wishes)
    return set(enough)


@pytest.mark.parametrize("aim", [Aim(), Aim(at_least=450)])
def test_the_smallest_sets_of_wishes_open_a_place_and_no_other_does(aim: Aim) -> None:
    told = silent = 0
    for seed in range(12):
        matching = match(world(seed, asking=9, offering=8), aim=aim)
        for seeker, people in unplaced(matching.problem, matching.plan):
            found = opening_in(matching, seeker).relaxations
            assert {frozenset(one.obstacles) for one in found} == smallest_sets(matching, seeker, people)
            assert list(found) == sorted(found, key=lambda one: (len(one.obstacles), -len(one.helpers)))
            for one in found:
                assert one.helpers == tuple(
                    helper.id
                    for helper in opened(matching, seeker, frozenset(one.obstacles))
                    if all_placed(matching, [(seeker, helper.id)], people)
                )
            told, silent = told + len(found), silent + (not found)
    assert told > 20
    assert silent > 5


Words = dict[str, Any]
NEW_WISHES: dict[Obstacle, tuple[Words, Words]] = {
    Obstacle.KIND: ({"wants": "peer"}, {"wants": "either"}),
    Obstacle.AVOIDED: ({"avoids": frozenset({2})}, {"avoids": frozenset()}),
    Obstacle.DECLINED_BEFORE: ({"declined_before": frozenset({2})}, {"declined_before": frozenset()}),
    Obstacle.LANGUAGE: ({"languages": words("cy")}, {"languages": words("cy", "en")}),
    Obstacle.HOURS: ({"hours": words("sat-afternoon")}, {"hours": words("sat-afternoon", "mon-morning")}),
    Obstacle.WAY: ({"ways": words("phone")}, {"ways": words("phone", "chat")}),
    Obstacle.GENDER: ({"prefers_gender": "man"}, {"gender_required": False}),
    Obstacle.TOPIC: ({"topics": words("grief")}, {"topics": words("grief", "debt")}),
}


@pytest.mark.parametrize("wish", NEW_WISHES)
def test_setting_a_wish_aside_places_ada(wish: Obstacle) -> None:
    said, instead = NEW_WISHES[wish]
    matching = match(Cohort((ada(**said),), (ben(),), on=TODAY))
    assert opening_in(matching, 1).relaxations == (Relaxation((wish,), (2,)),)
    assert match(Cohort((ada(**(said | instead)),), (ben(),), on=TODAY)).plan.pairs == ((1, 2),)


def test_every_wish_is_tried() -> None:
    assert set(NEW_WISHES) == WISHES


@pytest.mark.parametrize(
    ("said", "helper"),
    [
        ({}, ben(vetted_until=None)),
        ({"blocked": frozenset({2})}, ben()),
        ({"conflicts": frozenset({2})}, ben()),
        ({"age_group": "18_25"}, ben(age_groups=words("65_over"))),
        # A wish does not help where a rule that keeps people safe stands in the way as well.
        ({"blocked": frozenset({2}), "topics": words("grief")}, ben()),
    ],
)
def test_rules_that_keep_people_safe_are_never_set_aside(said: dict[str, Any], helper: Helper) -> None:
    matching = match(Cohort((ada(**said),), (helper,), on=TODAY))
    assert opening_in(matching, 1) == Opening((), None, ())


def test_a_helper_opens_by_somebody_moving_on() -> None:
    # Ben's only place is Eve's, who could go to Cleo; so a man's place opens for Ada without Eve losing hers.
    eve = ada(id=9, gender_required=False, prefers_gender="man")
    matching = match(Cohort((ada(), eve), (ben(gender="man"), cleo(gender="man")), on=TODAY))
    assert [pair.seeker for pair in matching.pairs] == [9]
    assert opening_in(matching, 1).relaxations == (Relaxation((Obstacle.GENDER,), (2, 3)),)


def test_fewest_wishes_come_first_and_then_those_that_open_most() -> None:
    helpers = (
        ben(id=2, gender="man"),
        ben(id=4, gender="man"),
        ben(id=5, languages=words("cy", "fr")),
        ben(id=6, hours=words("sat-afternoon"), topics=words("grief")),
        ben(id=7, gender="man", topics=words("grief")),
    )
    matching = match(Cohort((ada(languages=words("en")),), helpers, on=TODAY))
    assert opening_in(matching, 1).relaxations == (
        Relaxation((Obstacle.GENDER,), (2, 4)),
        Relaxation((Obstacle.LANGUAGE,), (5,)),
        Relaxation((Obstacle.HOURS, Obstacle.TOPIC), (6,)),
    )


def test_a_full_helper_opens_nothing() -> None:
    matching = match(Cohort((ada(prefers_gender="man"),), (ben(capacity=0),), on=TODAY))
    assert opening_in(matching, 1) == Opening((), None, ())


def test_named_people() -> None:
    problem = village(aim=Aim(at_least=55))
    plan = solve(problem)
    assert plan.pairs == (("eve", "ben"),)
    assert opening(problem, plan, "ada") == Opening(places=("ben",), at_least=50)
    assert opening(problem, plan, "dev") == Opening(places=(), at_least=30)


@pytest.mark.parametrize(
    ("seeker", "message"), [("ada", "Seeker 'ada' has a place."), ("bob", "There is no seeker 'bob'.")]
)
def test_only_for_those_without_a_place(seeker: str, message: str) -> None:
    with pytest.raises(ProblemError) as refused:
        opening(village(), solve(village()), seeker)
    assert str(refused.value) == message
