"""Goals are chosen by two and belong to one: agreed to, reached, let go, taken up, and brought to the next helper."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from matching.models import Pairing
from matching.operations import accept_offer, end_pairing
from people.errors import HasMovedOn
from people.models import Person, Role
from support.models import Goal
from support.operations import (
    agree_to_goal,
    bring_goal,
    change_goal,
    let_go_of_goal,
    put_goal_back,
    reach_goal,
    take_up_goal,
)
from tests.fixtures import NOW, make_person
from tests.matching.making import active_helper, fresh, offered
from tests.support.making import a_step, goal_of_both, proposed_goal

LATER = NOW + timedelta(days=1)


def told(person: Person) -> list[str]:
    return list(person.notices.filter(kind="support").order_by("pk").values_list("subject", flat=True))


def seen_by(person: Person) -> list[Goal]:
    return list(Goal.objects.visible_to(person))


@pytest.mark.parametrize("who", ["ada", "ben"])
def test_one_proposes_and_the_other_agrees(who: str, ada: Person, ben: Person, pairing: Pairing) -> None:
    by, other = (ada, ben) if who == "ada" else (ben, ada)
    goal = proposed_goal(by, pairing)
    assert (goal.member, goal.state, told(other)) == (ada, "proposed", ["A goal is proposed"])
    with pytest.raises(PermissionDenied):
        agree_to_goal(by=by, goal=fresh(goal), at=NOW)
    agree_to_goal(by=other, goal=goal, at=NOW)
    agree_to_goal(by=other, goal=goal, at=NOW)
    assert (fresh(goal).state, told(by)) == ("active", ["You both want to work on a goal"])


def test_reached_let_go_and_taken_up_again(ada: Person, ben: Person, pairing: Pairing) -> None:
    goal = goal_of_both(pairing)
    before = told(ben)
    let_go_of_goal(by=ada, goal=goal, at=LATER)
    assert (fresh(goal).state, fresh(goal).closed_at, told(ben)) == ("let_go", LATER, before)
    take_up_goal(by=ada, goal=fresh(goal), at=LATER)
    assert (fresh(goal).state, fresh(goal).closed_at) == ("active", None)
    reach_goal(by=ada, goal=fresh(goal), at=LATER)
    reach_goal(by=ada, goal=fresh(goal), at=LATER)
    assert (fresh(goal).state, fresh(goal).closed_at) == ("reached", LATER)
    assert told(ben) == [*before, "A goal is reached"]


def test_it_is_the_members_and_nobody_elses(ada: Person, ben: Person, eve: Person, pairing: Pairing) -> None:
    goal = goal_of_both(pairing)
    for person in (ben, eve):
        for press in (
            lambda by=person: reach_goal(by=by, goal=fresh(goal), at=NOW),
            lambda by=person: let_go_of_goal(by=by, goal=fresh(goal), at=NOW),
            lambda by=person: take_up_goal(by=by, goal=fresh(goal), at=NOW),
            lambda by=person: bring_goal(by=by, goal=fresh(goal), pairing=pairing),
            lambda by=person: change_goal(by=by, goal=goal, words="x", sign="", going="", shown_as="bar"),
        ):
            with pytest.raises(PermissionDenied):
                press()  # type: ignore[no-untyped-call]
    assert fresh(goal).state == "active"


def test_who_proposed_it_can_take_it_back_until_it_has_begun(ada: Person, ben: Person, pairing: Pairing) -> None:
    goal = proposed_goal(ben, pairing)
    let_go_of_goal(by=ben, goal=goal, at=NOW)
    assert fresh(goal).state == "let_go"
    theirs = proposed_goal(ada, pairing)
    with pytest.raises(PermissionDenied):
        let_go_of_goal(by=ben, goal=theirs, at=NOW)


@pytest.mark.parametrize("name", ["cleo", "dev", "eve"])
def test_nobody_else_proposes_or_sees_one(name: str, pairing: Pairing, request: pytest.FixtureRequest) -> None:
    other = request.getfixturevalue(name)
    goal_of_both(pairing)
    assert seen_by(other) == []
    with pytest.raises(PermissionDenied):
        proposed_goal(other, pairing)


def test_whoever_is_alongside_sees_it_only_while_they_are(ada: Person, ben: Person, pairing: Pairing) -> None:
    goal = goal_of_both(pairing)
    assert seen_by(ben) == [goal]
    end_pairing(by=ada, pairing=fresh(pairing), look_again=False, at=NOW)
    assert (seen_by(ben), seen_by(ada)) == ([], [goal])
    with pytest.raises(PermissionDenied):
        a_step(ben, fresh(goal))
    with pytest.raises(HasMovedOn):
        proposed_goal(ada, fresh(pairing))


def test_the_member_goes_on_alone(ada: Person, ben: Person, pairing: Pairing) -> None:
    goal = proposed_goal(ada, pairing)
    end_pairing(by=ada, pairing=fresh(pairing), look_again=False, at=NOW)
    before = told(ben)
    agree_to_goal(by=ada, goal=fresh(goal), at=NOW)
    a_step(ada, fresh(goal))
    reach_goal(by=ada, goal=fresh(goal), at=NOW)
    assert (fresh(goal).state, told(ben)) == ("reached", before)


def test_the_next_helper_sees_what_the_member_brings_along(ada: Person, pairing: Pairing, dev: Person) -> None:
    goal, kept = goal_of_both(pairing), goal_of_both(pairing, "Mine alone")
    bea = make_person("Bea", Role.Kind.ADVISER, area=ada.area, age_group="26_64", languages=["en"])
    active_helper(bea, dev, capacity=2)
    end_pairing(by=ada, pairing=fresh(pairing), look_again=True, at=NOW)
    offers = {offer.helper.person: offer for offer in offered(dev, ada, at=LATER)}
    new = accept_offer(by=ada, proposal=fresh(offers[bea]), at=LATER)
    assert seen_by(bea) == []

    bring_goal(by=ada, goal=fresh(goal), pairing=new)
    assert (seen_by(bea), seen_by(ada)) == ([goal], [goal, kept])
    a_step(bea, fresh(goal))
    assert seen_by(pairing.helper.person) == []


def test_it_is_not_brought_to_other_peoples_pairing(ada: Person, eve: Person, pairing: Pairing) -> None:
    goal = Goal.objects.create(member=eve, words="Mine", proposed_by=eve, proposed_at=NOW)
    with pytest.raises(PermissionDenied):
        bring_goal(by=eve, goal=goal, pairing=pairing)
    with pytest.raises(PermissionDenied):
        put_goal_back(by=eve, goal=goal, pairing=pairing)
    assert fresh(goal).pairing is None
