"""Steps: both add them and say what is done; whoever does one is reminded of it once."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from matching.models import Pairing
from matching.operations import end_pairing
from people.errors import HasMovedOn
from people.models import Person
from support.models import Step
from support.operations import TooManySteps, change_step, let_go_of_goal, mark_step, remind_of_steps
from support.operations.steps import MOST_STEPS
from tests.fixtures import NOW
from tests.matching.making import fresh
from tests.support.making import a_step, goal_of_both

DAY = timedelta(days=1)
TODAY = NOW.date()


def told(person: Person) -> int:
    return person.notices.filter(subject="A small step you wanted to take about now").count()


@pytest.mark.parametrize("who", ["ada", "ben"])
def test_both_add_steps_and_say_what_is_done(who: str, ada: Person, ben: Person, pairing: Pairing) -> None:
    goal, by = goal_of_both(pairing), {"ada": ada, "ben": ben}[who]
    step = a_step(by, goal)
    mark_step(by=by, step=step, state="done", at=NOW + DAY)
    mark_step(by=by, step=fresh(step), state="done", at=NOW + 2 * DAY)
    now = fresh(step)
    assert (now.state, now.done_at, now.done_by) == ("done", NOW + DAY, by)
    mark_step(by=ada, step=now, state="open", at=NOW)
    now = fresh(step)
    assert (now.state, now.done_at, now.done_by) == ("open", None, None)


def test_a_step_is_let_go_and_taken_up(ada: Person, pairing: Pairing) -> None:
    step = a_step(ada, goal_of_both(pairing))
    mark_step(by=ada, step=step, state="let_go", at=NOW)
    with pytest.raises(HasMovedOn):
        mark_step(by=ada, step=fresh(step), state="done", at=NOW)
    mark_step(by=ada, step=fresh(step), state="open", at=NOW)
    assert fresh(step).state == "open"


def test_nobody_else_does(eve: Person, ada: Person, pairing: Pairing) -> None:
    goal = goal_of_both(pairing)
    step = a_step(ada, goal)
    for press in (
        lambda: a_step(eve, goal),
        lambda: mark_step(by=eve, step=step, state="done", at=NOW),
        lambda: change_step(by=eve, step=step, words="x", whose="both", by_when=None),
    ):
        with pytest.raises(PermissionDenied):
            press()


def test_there_are_no_steps_to_what_was_let_go_and_not_too_many(ada: Person, pairing: Pairing) -> None:
    goal = goal_of_both(pairing)
    for _ in range(MOST_STEPS):
        a_step(ada, goal)
    with pytest.raises(TooManySteps):
        a_step(ada, goal)
    let_go_of_goal(by=ada, goal=goal, at=NOW)
    with pytest.raises(HasMovedOn):
        a_step(ada, fresh(goal))


@pytest.mark.parametrize(("whose", "hers", "his"), [("member", 1, 0), ("helper", 0, 1), ("both", 1, 1)])
def test_whoever_does_it_is_reminded_the_day_before_once(
    whose: str, hers: int, his: int, ada: Person, ben: Person, pairing: Pairing
) -> None:
    a_step(ben, goal_of_both(pairing), whose=whose, by_when=TODAY + 5 * DAY)
    days = [day for day in range(10) if remind_of_steps(at=NOW + day * DAY)]
    assert (days, told(ada), told(ben)) == ([4], hers, his)


def test_another_day_has_another_reminder(ada: Person, pairing: Pairing) -> None:
    step = a_step(ada, goal_of_both(pairing), by_when=TODAY + DAY)
    remind_of_steps(at=NOW)
    change_step(by=ada, step=fresh(step), words="Later", whose="member", by_when=TODAY + 9 * DAY)
    assert [day for day in range(20) if remind_of_steps(at=NOW + day * DAY)] == [8]


def test_nobody_is_reminded_of_what_is_over(ada: Person, ben: Person, pairing: Pairing) -> None:
    goal = goal_of_both(pairing)
    done = a_step(ada, goal, by_when=TODAY + DAY)
    mark_step(by=ada, step=done, state="done", at=NOW)
    a_step(ben, goal, whose="helper", by_when=TODAY + DAY)
    end_pairing(by=ada, pairing=fresh(pairing), look_again=False, at=NOW)
    assert remind_of_steps(at=NOW) == 0
    assert Step.objects.filter(reminded_at=None).count() == 1
