"""Two people press at the same moment: a budget is never spent beyond its sum, and a question is answered once."""

from functools import partial

import pytest
from django.core.exceptions import ValidationError

from matching.models import Pairing
from people.models import Person
from support.models import Budget, CheckIn, Spending
from support.operations import agree_to_budget, check_in, enter_spending, propose_budget
from tests.fixtures import NOW
from tests.matching.making import at_once

pytestmark = [pytest.mark.servers, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
THREADS = 16


def test_a_budget_is_never_spent_beyond_its_sum(ada: Person, ben: Person, dev: Person, pairing: Pairing) -> None:
    budget = propose_budget(by=ada, pairing=pairing, purpose="A bicycle", plan="Parts", pence=1000, at=NOW)
    agree_to_budget(by=dev, budget=budget, pence=1000, approves_itself_up_to=300, at=NOW)
    agreed = Budget.objects.select_related("pairing__request__person", "pairing__helper__person").get(pk=budget.pk)

    def spend(by: Person) -> bool:
        try:
            enter_spending(by=by, budget=agreed, words="A part", pence=300, on=NOW.date(), receipts=[], at=NOW)
        except ValidationError:
            return False
        return True

    went = at_once([partial(spend, person) for person in (ada, ben) for _ in range(THREADS // 2)])
    assert sum(went) == 3
    assert Budget.objects.get(pk=budget.pk).spent_pence == 900
    assert Spending.objects.filter(state=Spending.State.APPROVED).count() == 3


def test_a_question_is_answered_once_and_no_words_are_lost(ada: Person, pairing: Pairing) -> None:
    CheckIn.objects.create(person=ada, asked_at=NOW)

    def say(number: int) -> None:
        said = {"confidence": None, "wellbeing": None, "wish": "", "words": f"Words {number}"}
        check_in(by=ada, pairing=pairing, at=NOW, **said)  # type: ignore[arg-type]

    at_once([partial(say, number) for number in range(THREADS)])
    assert set(CheckIn.objects.values_list("state", flat=True)) == {"answered"}
    assert {one.words for one in CheckIn.objects.all()} == {f"Words {number}" for number in range(THREADS)}
