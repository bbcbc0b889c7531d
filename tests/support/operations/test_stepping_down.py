"""A plan to be in touch less: proposed, agreed to, called off by either, and told of part by part."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from matching.models import Pairing
from matching.operations import end_pairing
from people.errors import HasMovedOn
from people.models import Person
from support.models import StepDown
from support.operations import (
    agree_to_step_down,
    call_off_step_down,
    propose_step_down,
    tell_of_step_downs,
)
from tests.fixtures import NOW
from tests.matching.making import fresh

DAY = timedelta(days=1)
TODAY = NOW.date()


def planned(by: Person, pairing: Pairing, **changes: Any) -> StepDown:
    stages = [(TODAY + 7 * DAY, "Every second week"), (TODAY + 30 * DAY, "Once a month")]
    said: dict[str, Any] = {"stages": stages, "until": TODAY + 90 * DAY, "words": "", "at": NOW} | changes
    return propose_step_down(by=by, pairing=pairing, **said)


def told(person: Person) -> list[str]:
    return list(person.notices.filter(kind="support").order_by("pk").values_list("subject", flat=True))


def states(pairing: Pairing) -> list[str]:
    return list(StepDown.objects.filter(pairing=pairing).order_by("pk").values_list("state", flat=True))


def test_one_proposes_the_other_agrees(ada: Person, ben: Person, pairing: Pairing) -> None:
    plan = planned(ben, pairing)
    with pytest.raises(PermissionDenied):
        agree_to_step_down(by=ben, step_down=plan, at=NOW)
    agree_to_step_down(by=ada, step_down=plan, at=NOW)
    agree_to_step_down(by=ada, step_down=fresh(plan), at=NOW)
    assert (states(pairing), told(ada), told(ben)) == (["agreed"], *[["A plan to be in touch less"]] * 2)


@pytest.mark.parametrize("who", ["ada", "ben"])
def test_either_calls_it_off_and_another_can_be_made(who: str, ada: Person, ben: Person, pairing: Pairing) -> None:
    plan = planned(ben, pairing)
    agree_to_step_down(by=ada, step_down=plan, at=NOW)
    with pytest.raises(HasMovedOn):
        planned(ada, pairing)
    call_off_step_down(by={"ada": ada, "ben": ben}[who], step_down=fresh(plan), at=NOW)
    planned(ada, pairing)
    assert states(pairing) == ["called_off", "proposed"]


def test_another_proposal_takes_the_place_of_the_first(ada: Person, ben: Person, pairing: Pairing) -> None:
    first = planned(ben, pairing)
    planned(ada, pairing)
    assert states(pairing) == ["called_off", "proposed"]
    with pytest.raises(HasMovedOn):
        agree_to_step_down(by=ada, step_down=first, at=NOW)


@pytest.mark.parametrize(
    ("stages", "until"),
    [
        ([], 90),
        ([-1], 90),
        ([7, 7], 90),
        ([30, 7], 90),
        ([7], 7),
        ([7], 731),
    ],
)
def test_days_are_in_order_and_to_come(stages: list[int], until: int, ben: Person, pairing: Pairing) -> None:
    days: list[tuple[date, str]] = [(TODAY + days * DAY, "Less") for days in stages]
    with pytest.raises(ValidationError):
        planned(ben, pairing, stages=days, until=TODAY + until * DAY)
    assert states(pairing) == []


def test_it_may_begin_today_and_last_two_years(ben: Person, pairing: Pairing) -> None:
    planned(ben, pairing, stages=[(TODAY, "Less")], until=TODAY + 730 * DAY)
    assert states(pairing) == ["proposed"]


def test_called_off_twice_it_is_told_once(ada: Person, ben: Person, pairing: Pairing) -> None:
    plan = planned(ben, pairing)
    for by in (ada, ben):
        call_off_step_down(by=by, step_down=fresh(plan), at=NOW)
    assert (told(ben), told(ada)) == (["The plan is called off"], ["A plan to be in touch less"])


@pytest.mark.parametrize("name", ["cleo", "dev", "eve"])
def test_it_is_nobody_elses(name: str, ben: Person, pairing: Pairing, request: pytest.FixtureRequest) -> None:
    other, plan = request.getfixturevalue(name), planned(ben, pairing)
    for press in (
        lambda: planned(other, pairing),
        lambda: agree_to_step_down(by=other, step_down=plan, at=NOW),
        lambda: call_off_step_down(by=other, step_down=plan, at=NOW),
    ):
        with pytest.raises(PermissionDenied):
            press()


def test_each_part_and_the_last_day_are_told_once_and_nothing_ends(ada: Person, ben: Person, pairing: Pairing) -> None:
    plan = planned(ben, pairing)
    assert tell_of_step_downs(at=NOW + 100 * DAY) == 0
    agree_to_step_down(by=ada, step_down=plan, at=NOW)
    days = [day for day in range(100) if tell_of_step_downs(at=NOW + day * DAY)]
    assert days == [7, 30, 90]
    assert told(ada)[-3:] == ["The next part of your plan"] * 2 + ["Looking back together"]
    assert (fresh(pairing).state, states(pairing)) == ("active", ["agreed"])


@pytest.mark.parametrize(("agreed", "after"), [(True, "done"), (False, "called_off")])
def test_however_it_ends_the_plan_is_over(agreed: bool, after: str, ada: Person, ben: Person, pairing: Pairing) -> None:
    plan = planned(ben, pairing)
    if agreed:
        agree_to_step_down(by=ada, step_down=plan, at=NOW)
    end_pairing(by=ada, pairing=fresh(pairing), look_again=False, at=NOW)
    assert states(pairing) == [after]
    assert tell_of_step_downs(at=NOW + 100 * DAY) == 0
