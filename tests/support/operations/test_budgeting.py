"""Personal budgets: agreed before anything is spent, never beyond the sum, and small things approve themselves."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from matching.models import Pairing
from matching.operations import end_pairing
from messaging.models import Notice
from people.errors import HasMovedOn
from people.models import Area, Person, RecordRead, Role
from people.operations import grant_role
from support.models import Budget, Spending
from support.operations import (
    MayNotSpend,
    agree_to_budget,
    approve_spending,
    close_budget,
    decline_budget,
    enter_spending,
    go_on_with_budgets,
    propose_budget,
    refuse_spending,
    take_back_spending,
)
from tests.caseload.making import make_helper, make_request, pair
from tests.fixtures import NOW, As, make_person
from tests.matching.making import at_once, fresh


def propose(by: Person, pairing: Pairing) -> Budget:
    return propose_budget(by=by, pairing=pairing, purpose="A bicycle", plan="To the clinic.", pence=20_000, at=NOW)


def agreed(dev: Person, pairing: Pairing, pence: int = 10_000, limit: int = 500) -> Budget:
    budget = propose(pairing.request.person, pairing)
    agree_to_budget(by=dev, budget=budget, pence=pence, approves_itself_up_to=limit, at=NOW)
    return Budget.objects.get(pk=budget.pk)


def spend(by: Person, budget: Budget, pence: int, **facts: Any) -> Spending:
    told: dict[str, Any] = {"words": "A bell", "on": NOW.date(), "receipts": []} | facts
    return enter_spending(by=by, budget=budget, pence=pence, at=NOW, **told)


def test_agreed_to_a_sum_that_may_be_another(ada: Person, ben: Person, dev: Person, pairing: Pairing) -> None:
    budget = propose(ada, pairing)
    assert list(Budget.objects.to_decide()) == [budget]
    for person in (ada, ben):
        with pytest.raises(MayNotSpend):
            agree_to_budget(by=person, budget=budget, pence=1, approves_itself_up_to=0, at=NOW)
    agree_to_budget(by=dev, budget=budget, pence=10_000, approves_itself_up_to=500, at=NOW)
    now = fresh(budget)
    assert (now.state, now.pence, now.left_pence, now.decided_by) == ("agreed", 10_000, 10_000, dev)
    assert list(Budget.objects.to_decide()) == []
    with pytest.raises(HasMovedOn):
        decline_budget(by=dev, budget=budget, at=NOW)
    told = Notice.objects.get(person=ada, subject="A budget is agreed")
    assert "bicycle" not in told.body


def test_nobody_else_proposes_or_spends(cleo: Person, dev: Person, ada: Person, pairing: Pairing) -> None:
    for person in (cleo, dev):
        with pytest.raises(MayNotSpend):
            propose(person, pairing)
        with pytest.raises(MayNotSpend):
            spend(person, agreed(dev, pairing), 100)
    with pytest.raises(MayNotSpend):
        spend(ada, propose(ada, pairing), 100)


def test_small_things_approve_themselves_and_others_wait(ben: Person, dev: Person, pairing: Pairing) -> None:
    budget = agreed(dev, pairing)
    small, large = spend(ben, budget, 500), spend(ben, budget, 501)
    assert (small.state, small.decided_by, fresh(large).state) == ("approved", None, "waiting")
    assert fresh(budget).spent_pence == 500
    assert list(Budget.objects.to_decide()) == [budget]
    approve_spending(by=dev, spending=large, at=NOW)
    assert (fresh(large).state, fresh(budget).spent_pence) == ("approved", 1001)
    with pytest.raises(HasMovedOn):
        refuse_spending(by=dev, spending=large, at=NOW)


def test_never_more_than_the_sum(ben: Person, dev: Person, pairing: Pairing) -> None:
    budget = agreed(dev, pairing, pence=1000)
    with pytest.raises(ValidationError, match="There is £10 left"):
        spend(ben, budget, 1001)
    one, other, _whole = (spend(ben, budget, pence) for pence in (800, 800, 1000))
    approve_spending(by=dev, spending=one, at=NOW)
    with pytest.raises(ValidationError, match="only £2 left"):
        approve_spending(by=dev, spending=other, at=NOW)
    assert (fresh(other).state, fresh(budget).spent_pence) == ("waiting", 800)
    with pytest.raises(IntegrityError), transaction.atomic():
        Budget.objects.filter(pk=budget.pk).update(spent_pence=1001)


def test_what_is_taken_back_is_there_again(ada: Person, ben: Person, dev: Person, pairing: Pairing) -> None:
    budget = agreed(dev, pairing)
    one = spend(ben, budget, 400)
    with pytest.raises(MayNotSpend):
        take_back_spending(by=ada, spending=one, at=NOW)
    take_back_spending(by=ben, spending=one, at=NOW)
    assert (fresh(one).state, fresh(budget).left_pence) == ("taken_back", 10_000)


def test_what_nobody_approved_yet_gives_nothing_back(ben: Person, dev: Person, pairing: Pairing) -> None:
    budget = agreed(dev, pairing)
    spend(ben, budget, 400)
    waits = spend(ben, budget, 700)
    take_back_spending(by=ben, spending=waits, at=NOW)
    assert (fresh(waits).state, fresh(budget).spent_pence) == ("taken_back", 400)


def test_only_coordinators_decide_on_what_was_spent(
    ada: Person, ben: Person, cleo: Person, dev: Person, eve: Person, pairing: Pairing
) -> None:
    waits = spend(ben, agreed(dev, pairing), 700)
    for person in (ada, ben, cleo, eve):
        for decide in (approve_spending, refuse_spending):
            with pytest.raises(MayNotSpend):
                decide(by=person, spending=waits, at=NOW)
    assert fresh(waits).state == "waiting"


def test_closed_once_nothing_waits(ben: Person, dev: Person, pairing: Pairing) -> None:
    budget = agreed(dev, pairing)
    one = spend(ben, budget, 700)
    with pytest.raises(ValidationError, match="still waits"):
        close_budget(by=dev, budget=budget, at=NOW)
    refuse_spending(by=dev, spending=one, at=NOW)
    assert Notice.objects.filter(subject="Spending is not approved").count() == 2
    close_budget(by=dev, budget=budget, at=NOW)
    with pytest.raises(HasMovedOn):
        spend(ben, budget, 100)


def test_not_for_tomorrow_and_not_after_the_end(ada: Person, ben: Person, dev: Person, pairing: Pairing) -> None:
    budget = agreed(dev, pairing)
    with pytest.raises(ValidationError, match="still to come"):
        spend(ben, budget, 100, on=NOW.date() + timedelta(days=1))
    entered = spend(ben, budget, 100)
    end_pairing(by=ada, pairing=pairing, look_again=False, at=NOW)
    with pytest.raises(MayNotSpend):
        spend(ben, Budget.objects.get(pk=budget.pk), 100)
    with pytest.raises(MayNotSpend):
        take_back_spending(by=ben, spending=entered, at=NOW)
    with pytest.raises(MayNotSpend):
        propose(ada, fresh(pairing))


def test_what_is_open_goes_on_with_the_member_and_what_is_closed_stays(
    ada: Person, cleo: Person, dev: Person, pairing: Pairing
) -> None:
    closed, still_open = (agreed(dev, pairing) for _ in range(2))
    close_budget(by=dev, budget=closed, at=NOW)
    end_pairing(by=ada, pairing=fresh(pairing), look_again=False, at=NOW)
    after = pair(make_request(ada, state="paired"), make_helper(cleo, kind="peer"))
    go_on_with_budgets(pairing=after)
    assert (fresh(closed).pairing, fresh(still_open).pairing) == (pairing, after)


def test_the_pages(ada: Person, ben: Person, dev: Person, eve: Person, pairing: Pairing, signed_in_as: As) -> None:
    budget = agreed(dev, pairing)
    path = f"/together/{pairing.pk}/budgets/{budget.pk}/"
    said = {"words": "=A bell", "pence": "7.50", "on": "2026-11-01"}
    assert "such as 12 or 12.50" in signed_in_as(ben).post(path, said | {"pence": "7.5"}).content.decode()
    assert signed_in_as(ben).post(path, said).status_code == 302
    [entered] = fresh(budget).spendings.all()
    assert signed_in_as(ada).get(f"{path}spending/{entered.pk}/withdrawal/").status_code == 403
    assert signed_in_as(ben).get(f"{path}spending/{entered.pk}/withdrawal/").status_code == 200
    assert "£100" in signed_in_as(ada).get(path).content.decode()
    file = signed_in_as(ada).get(f"{path}csv/").content.decode()
    assert "2026-11-01,'=A bell,£7.50,Waiting for approval,Ben,0" in file
    assert [signed_in_as(person).get(path).status_code for person in (dev, eve)] == [404, 404]
    assert "Approve" in signed_in_as(dev).get(f"/desk/budgets/{budget.pk}/").content.decode()
    assert RecordRead.objects.get(reader=dev).why == "a budget, as your coordinator"


def test_who_proposed_it_does_not_decide_on_it_whatever_they_are_now(
    ben: Person, dev: Person, north: Area, pairing: Pairing
) -> None:
    """Ben proposed it as her adviser; now somebody else goes on with her, and he coordinates."""
    budget = propose(ben, pairing)
    Pairing.objects.filter(pk=pairing.pk).update(helper=make_helper(make_person("Cora", area=north)))
    grant_role(person=ben, kind=Role.Kind.COORDINATOR, by=None, at=NOW, area=north)
    with pytest.raises(MayNotSpend):
        agree_to_budget(by=fresh(ben), budget=fresh(budget), pence=1, approves_itself_up_to=0, at=NOW)
    agree_to_budget(by=dev, budget=fresh(budget), pence=1, approves_itself_up_to=0, at=NOW)


@pytest.mark.servers
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_what_is_approved_at_the_same_moment_is_all_counted(ada: Person, dev: Person, pairing: Pairing) -> None:
    budget = agreed(dev, pairing, limit=0)
    waiting = [fresh(spend(ada, budget, 100)) for _ in range(16)]
    at_once([partial(approve_spending, by=dev, spending=one, at=NOW) for one in waiting])
    assert fresh(budget).spent_pence == 1600
