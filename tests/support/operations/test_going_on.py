"""Hours and money were agreed for the member: what is left goes on with them, and is there once."""

from functools import partial
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from matching.models import Helper, Pairing
from matching.operations import accept_offer, end_pairing, hand_over_pairing
from people.errors import HasMovedOn
from people.models import Area, Person, Role
from people.operations import grant_role
from support.models import Appointment, Budget, SessionBlock, Spending
from support.operations import (
    MayNotSpend,
    agree_to_budget,
    approve_spending,
    begin_block,
    book_appointment,
    close_block,
    close_budget,
    enter_spending,
    note_how_it_went,
    propose_budget,
    take_back_spending,
)
from support.queries import block_for, block_line, blocks_of, budget_for, budget_page_of, budgets_of, sessions_of
from support.queries.budgets import receipts_for
from tests.fixtures import NOW, As, make_person
from tests.matching.making import active_helper, at_once, fresh, offered
from tests.matching.test_at_once import during, told
from tests.support.meeting import MONDAY, meeting, on

LATER = on(MONDAY, 12)


@pytest.fixture
def cora(north: Area, dev: Person, pairing: Pairing) -> Helper:
    person = make_person("Cora", Role.Kind.ADVISER, area=north, age_group="26_64", languages=["en"])
    active_helper(person, dev, capacity=3)
    return Helper.objects.get(person=person)


@pytest.fixture
def block(pairing: Pairing) -> SessionBlock:
    """Ten hours of tuition, one of them held with Ben, another one booked."""
    made = begin_block(by=pairing.helper.person, pairing=pairing, title="Tuition", minutes=600, at=NOW)
    from_block(made, 9)
    held = from_block(made, 10)
    note_how_it_went(by=pairing.helper.person, appointment=held, took_place=True, at=on(MONDAY, 11))
    from_block(made, 15)
    return made


@pytest.fixture
def budget(pairing: Pairing, dev: Person) -> Budget:
    """A hundred pounds, of which Ada and Ben have spent ten."""
    made = propose_budget(by=pairing.request.person, pairing=pairing, purpose="A bicycle", plan="P", pence=1, at=NOW)
    agree_to_budget(by=dev, budget=made, pence=10_000, approves_itself_up_to=1000, at=NOW)
    spend(pairing.helper.person, fresh(made), 1000)
    made.refresh_from_db()
    return made


def from_block(block: SessionBlock, hour: int) -> Appointment:
    by, pairing = block.pairing.helper.person, block.pairing
    return book_appointment(by=by, pairing=pairing, meeting=meeting(on(MONDAY, hour)), at=NOW, block=block)


def spend(by: Person, budget: Budget, pence: int) -> Spending:
    day = NOW.date()
    return enter_spending(by=by, budget=budget, words=f"By {by}", pence=pence, on=day, receipts=[], at=NOW)


def goes_on(pairing: Pairing, helper: Helper, dev: Person) -> Pairing:
    return hand_over_pairing(by=dev, pairing=fresh(pairing), helper=helper, at=LATER)


def counted(block: SessionBlock) -> tuple[int, int, int]:
    line = block_line(block)
    return line.held, line.booked, line.left


@pytest.mark.django_db
def test_what_is_left_of_a_block_is_counted_down_with_the_next(
    ada: Person, ben: Person, dev: Person, block: SessionBlock, cora: Helper
) -> None:
    assert counted(block) == (60, 120, 420)
    after = goes_on(block.pairing, cora, dev)
    # What was still to come with Ben was called off; of what nobody has noted yet, he may still say how it went.
    assert counted(block) == (60, 60, 480)
    early = block.appointments.get(begins_at=on(MONDAY, 9))
    note_how_it_went(by=ben, appointment=early, took_place=True, at=LATER)
    assert counted(block) == (120, 0, 480)
    [line] = blocks_of(after)
    assert line.block == block
    from_block(fresh(block), 15)
    assert counted(block) == (120, 60, 420)
    assert block_for(ben, block.pk) is None
    close_block(by=cora.person, block=fresh(block), at=LATER)
    assert fresh(block).closed_at == LATER


@pytest.mark.django_db
def test_who_goes_on_reads_how_much_is_left_and_not_when_the_others_met(
    ada: Person, dev: Person, block: SessionBlock, cora: Helper
) -> None:
    goes_on(block.pairing, cora, dev)
    from_block(fresh(block), 16)
    assert [one.helper for one in sessions_of(block, cora.person)] == [cora.person]
    assert len(sessions_of(block, ada)) == 3


@pytest.mark.django_db
def test_who_is_followed_neither_books_from_it_nor_closes_it(
    ben: Person, dev: Person, block: SessionBlock, cora: Helper
) -> None:
    before = block.pairing
    goes_on(before, cora, dev)
    with pytest.raises(HasMovedOn):
        book_appointment(by=ben, pairing=before, meeting=meeting(on(MONDAY, 16)), at=LATER, block=block)
    with pytest.raises(PermissionDenied):
        close_block(by=ben, block=block, at=LATER)
    assert fresh(block).closed_at is None


@pytest.mark.django_db
def test_what_is_left_of_a_budget_is_spent_with_the_next(
    ada: Person, ben: Person, dev: Person, budget: Budget, cora: Helper
) -> None:
    page_of_ben = Budget.objects.select_related("pairing__request__person", "pairing__helper__person").get(pk=budget.pk)
    after = goes_on(budget.pairing, cora, dev)
    assert list(budgets_of(after)) == [budget]
    with pytest.raises(HasMovedOn):
        spend(ben, page_of_ben, 100)
    assert budget_for(ben, budget.pk) is None
    spend(cora.person, fresh(budget), 300)
    now = fresh(budget)
    assert (now.pairing, now.pence, now.spent_pence, now.left_pence) == (after, 10_000, 1300, 8700)
    # Of what was spent before, Cora reads the sum; Ada and coordinators read what for.
    found = {str(one): budget_page_of(now, one) for one in (ada, cora.person, dev)}
    read = {name: ([one.words for one in page.spendings], page.before_pence) for name, page in found.items()}
    both = (["By Cora", "By Ben"], 0)
    assert read == {"Ada": both, "Cora": (["By Cora"], 1000), "Dev": both}
    assert not receipts_for(cora.person).exists()


@pytest.mark.django_db
def test_it_goes_on_with_whoever_is_chosen_later_too(
    ada: Person, dev: Person, block: SessionBlock, budget: Budget, cora: Helper
) -> None:
    end_pairing(by=ada, pairing=fresh(budget.pairing), look_again=True, at=LATER)
    # Between two, nothing is spent, and it is still hers to read.
    assert budget_for(ada, budget.pk) == budget
    with pytest.raises(MayNotSpend):
        spend(ada, fresh(budget), 100)
    offer = next(one for one in offered(dev, ada, at=LATER) if one.helper == cora)
    after = accept_offer(by=ada, proposal=fresh(offer), at=LATER)
    assert (list(budgets_of(after)), [line.block for line in blocks_of(after)]) == ([budget], [block])


@pytest.mark.django_db
def test_what_is_over_stays_where_it_was(
    ada: Person, dev: Person, block: SessionBlock, budget: Budget, cora: Helper
) -> None:
    before = budget.pairing
    close_budget(by=dev, budget=budget, at=NOW)
    close_block(by=before.helper.person, block=block, at=NOW)
    goes_on(before, cora, dev)
    assert (fresh(budget).pairing, fresh(block).pairing) == (before, before)


@pytest.mark.django_db
def test_nobody_approves_what_they_entered_themselves_before(
    ada: Person, ben: Person, dev: Person, budget: Budget, cora: Helper
) -> None:
    large = spend(ben, budget, 2000)
    goes_on(budget.pairing, cora, dev)
    grant_role(person=ben, kind=Role.Kind.COORDINATOR, by=None, at=NOW, area=ben.area)
    with pytest.raises(MayNotSpend):
        approve_spending(by=fresh(ben), spending=fresh(large), at=LATER)
    approve_spending(by=dev, spending=fresh(large), at=LATER)
    with pytest.raises(MayNotSpend):
        take_back_spending(by=ben, spending=fresh(large), at=LATER)
    assert fresh(budget).spent_pence == 3000


@pytest.mark.django_db
def test_an_old_link_leads_to_where_it_is_spent_now(
    ada: Person, ben: Person, dev: Person, budget: Budget, cora: Helper, signed_in_as: As
) -> None:
    old = f"/together/{budget.pairing_id}/budgets/{budget.pk}/"
    after = goes_on(budget.pairing, cora, dev)
    answer = signed_in_as(ada).get(old)
    assert (answer.status_code, answer["Location"]) == (302, f"/together/{after.pk}/budgets/{budget.pk}/")
    assert "By Ben" in signed_in_as(ada).get(answer["Location"]).content.decode()
    page = signed_in_as(cora.person).get(answer["Location"]).content.decode()
    assert "By Ben" not in page
    assert "£10, of which only the member and coordinators read what for" in page
    assert [signed_in_as(person).get(old).status_code for person in (ben, cora.person)] == [404, 404]


@pytest.mark.servers
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_who_spends_while_the_member_goes_on_spends_it_once(
    ada: Person, ben: Person, dev: Person, budget: Budget, cora: Helper
) -> None:
    """Of two who spend nearly all of it, one before and one after, one is told that nothing is left for it."""
    seen = Budget.objects.select_related("pairing__request__person", "pairing__helper__person").get(pk=budget.pk)
    Budget.objects.filter(pk=budget.pk).update(approves_itself_up_to=10_000)
    between = partial(goes_on, budget.pairing, cora, dev)
    ends: list[str] = []
    during(between, lambda: ends.append(told(partial(spend, ben, seen, 9000))()))
    assert ends == ["told"]
    now = fresh(budget)
    assert (now.pairing.helper, now.spent_pence, now.spendings.count()) == (cora, 1000, 1)
    went = at_once([told(partial(spend, by, fresh(budget), 9000)) for by in (ada, cora.person) * 8])
    assert sorted(went) == ["done"] + ["told"] * 15
    assert fresh(budget).left_pence == 0


@pytest.mark.servers
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_what_is_agreed_while_the_member_goes_on_is_not_left_behind(
    ada: Person, ben: Person, dev: Person, pairing: Pairing, cora: Helper
) -> None:
    seen = fresh(pairing)
    said: dict[str, Any] = {"purpose": "A bicycle", "plan": "P", "pence": 100, "at": NOW}
    during(partial(goes_on, pairing, cora, dev), told(partial(propose_budget, by=ada, pairing=seen, **said)))
    assert not Budget.objects.exists()
