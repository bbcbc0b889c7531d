"""The member's offers: what is kept for them, and what happens when a further choice has gone."""

from http import HTTPStatus

import pytest
from django.test import Client

from matching.models import Proposal
from matching.operations.rounds import run_round
from people.models import Person, Role
from tests.fixtures import NOW, make_person
from tests.matching.making import active_helper, approve_all, offered, sent_request

pytestmark = pytest.mark.django_db

KEPT = "This place is kept for you while you decide."


@pytest.fixture
def choices(ada: Person, ben: Person, cleo: Person, dev: Person) -> list[Proposal]:
    """Ada may choose between two helpers with one place each; the first is kept for her."""
    active_helper(ben, dev)
    active_helper(cleo, dev)
    sent_request(ada)
    return offered(dev, ada)


def test_each_offer_says_whether_its_place_is_kept(client: Client, ada: Person, choices: list[Proposal]) -> None:
    client.force_login(ada)
    page = client.get("/offers/").content.decode()
    kept, further = page.split("</article>")[:2]
    assert KEPT in kept
    assert KEPT not in further
    assert f"Somebody else may choose {choices[1].helper} before you." in further


def test_a_further_choice_taken_by_a_later_round(
    client: Client, ada: Person, dev: Person, choices: list[Proposal]
) -> None:
    kept, further = choices
    sent_request(make_person("Fay", Role.Kind.MEMBER, area=dev.area))
    approve_all(by=dev, round=run_round(by=dev, area=dev.area, at=NOW), at=NOW)
    client.force_login(ada)
    answer = client.post(f"/offers/{further.pk}/acceptance/")
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "Your other choices are still open." in answer.content.decode()
    page = client.get("/offers/").content.decode()
    assert f"Choose {kept.helper}" in page
    assert f"Choose {further.helper}" not in page
