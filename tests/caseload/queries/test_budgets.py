"""Which budgets wait on whose desk, for how long, and for an answer to what."""

from datetime import timedelta

from caseload.queries import Filters, desk_of
from caseload.queries.budgets import BudgetToDecide
from matching.models import Helper, Pairing
from people.models import Area, Person, Role
from people.operations import grant_role
from support.models import Budget
from support.operations import agree_to_budget, approve_spending, enter_spending, propose_budget
from tests.fixtures import NOW, make_person

LATER = NOW + timedelta(days=3)


def on_the_desk_of(coordinator: Person) -> list[tuple[str, str, str]]:
    desk = desk_of(coordinator, at=LATER, filters=Filters())
    [section] = [one for one in desk.sections if one.kind.slug == "budgets"]
    rows = [row for row in section.rows if isinstance(row, BudgetToDecide)]
    assert len(rows) == section.figure
    return [(str(row.budget), row.waits_for, row.how_long.replace("\N{NO-BREAK SPACE}", " ")) for row in rows]


def a_bicycle(by: Person, pairing: Pairing) -> Budget:
    return propose_budget(by=by, pairing=pairing, purpose="A bicycle", plan="To the clinic.", pence=20_000, at=NOW)


def test_first_the_sum_waits_and_then_what_was_spent(ada: Person, dev: Person, pairing: Pairing) -> None:
    budget = a_bicycle(ada, pairing)
    assert on_the_desk_of(dev) == [("A bicycle", "The sum", "3 days")]
    agree_to_budget(by=dev, budget=budget, pence=20_000, approves_itself_up_to=0, at=NOW)
    assert on_the_desk_of(dev) == []
    budget.refresh_from_db()
    a_day_on = NOW + timedelta(days=1)
    entered = [
        enter_spending(by=ada, budget=budget, words=words, pence=500, on=NOW.date(), receipts=[], at=at)
        for words, at in (("A bell", a_day_on), ("A lamp", LATER))
    ]
    assert on_the_desk_of(dev) == [("A bicycle", "What was spent", "2 days")]
    approve_spending(by=dev, spending=entered[0], at=LATER)
    assert on_the_desk_of(dev) == [("A bicycle", "What was spent", "today")]


def test_not_for_whoever_is_in_it_nor_for_another_area(
    ada: Person, ben: Person, dev: Person, pairing: Pairing, north: Area, south: Area
) -> None:
    """Ben coordinates as well; what he is alongside of is for somebody else to decide."""
    grant_role(person=ben, kind=Role.Kind.COORDINATOR, by=None, at=NOW, area=north)
    sid = make_person("Sid", Role.Kind.COORDINATOR, area=south)
    a_bicycle(ada, pairing)
    assert (on_the_desk_of(ben), on_the_desk_of(sid)) == ([], [])
    assert len(on_the_desk_of(dev)) == 1


def test_what_somebody_proposed_is_for_somebody_else_to_decide(
    ada: Person, ben: Person, dev: Person, cora: Helper, pairing: Pairing, north: Area
) -> None:
    """Ben coordinates now, and Cora goes on with her."""
    budget = a_bicycle(ben, pairing)
    Pairing.objects.filter(pk=pairing.pk).update(helper=cora)
    grant_role(person=ben, kind=Role.Kind.COORDINATOR, by=None, at=NOW, area=north)
    assert (on_the_desk_of(ben), len(on_the_desk_of(dev))) == ([], 1)
    assert budget.proposed_by == ben
