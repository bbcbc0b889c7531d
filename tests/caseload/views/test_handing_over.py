"""The pages about who goes on with a member."""

from collections.abc import Iterator

import pytest
import time_machine

from caseload.models import Handover
from caseload.operations import ask_handover
from matching.models import Helper, Pairing
from people.models import Person
from support.operations import agree_to_budget, begin_block, check_in, propose_budget
from tests.fixtures import NOW, As
from tests.matching.making import fresh
from tests.support.making import signed_agreement


@pytest.fixture(autouse=True)
def the_same_day() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def asked(pairing: Pairing, cora: Helper, dev: Person) -> Handover:
    return ask_handover(by=dev, pairing=pairing, helper=cora, words="Ben leaves us.", at=NOW)


def test_from_asking_to_going_on(
    ada: Person, ben: Person, dev: Person, pairing: Pairing, cora: Helper, signed_in_as: As
) -> None:
    said = {"helper": cora.pk, "words": "Ben leaves us."}
    assert signed_in_as(dev).post(f"/desk/pairings/{pairing.pk}/handover/", said).status_code == 302
    path = f"/handovers/{Handover.objects.get().pk}/"
    assert "Would you go on with Cora?" in signed_in_as(ada).get("/home/").content.decode()
    for person in (ada, ben, cora.person, dev):
        assert "Ben leaves us." in signed_in_as(person).get(path).content.decode()
    signed_in_as(ben).post(f"{path}summary/", {"words": "Mornings are good."})
    assert "Mornings are good." in signed_in_as(ada).get(path).content.decode()
    assert "Mornings are good." not in signed_in_as(cora.person).get(path).content.decode()
    signed_in_as(ada).post(f"{path}answer/", {"parts": ["summary"], "words": "Call me A."})
    for person, reads in ((ada, True), (ben, True), (cora.person, True), (dev, False)):
        page = signed_in_as(person).get(path).content.decode()
        assert ("Mornings are good." in page) is reads
    assert "Call me A." in signed_in_as(cora.person).get(path).content.decode()
    # Later less is handed on.
    signed_in_as(ada).post(f"{path}answer/", {"words": ""})
    assert "Mornings are good." not in signed_in_as(cora.person).get(path).content.decode()


def test_a_no_has_a_page_that_says_what_happens(ada: Person, asked: Handover, signed_in_as: As) -> None:
    page = signed_in_as(ada).get(f"/handovers/{asked.pk}/no/").content.decode()
    assert "You stay with Ben." in page
    signed_in_as(ada).post(f"/handovers/{asked.pk}/no/")
    assert fresh(asked).state == "refused"
    assert signed_in_as(ada).post(f"/handovers/{asked.pk}/answer/", {}).status_code == 302


def test_who_is_full_is_not_offered(dev: Person, pairing: Pairing, cora: Helper, signed_in_as: As) -> None:
    Helper.objects.filter(pk=cora.pk).update(capacity=1, places_taken=1)
    page = signed_in_as(dev).get(f"/desk/pairings/{pairing.pk}/handover/").content.decode()
    assert "Nobody has a place just now" in page


def test_what_is_missing_is_said(dev: Person, pairing: Pairing, cora: Helper, signed_in_as: As) -> None:
    answer = signed_in_as(dev).post(f"/desk/pairings/{pairing.pk}/handover/", {})
    assert answer.status_code == 422
    for words in ("Choose who goes on.", "Say in a sentence why"):
        assert words in answer.content.decode()


def test_pages_of_others_are_not_there(ben: Person, eve: Person, asked: Handover, signed_in_as: As) -> None:
    for path in ("", "answer/", "summary/", "no/"):
        assert signed_in_as(eve).get(f"/handovers/{asked.pk}/{path}").status_code == 404
    assert signed_in_as(ben).get(f"/handovers/{asked.pk}/answer/").status_code == 404


def test_check_ins_are_drawn_and_the_next_agreement_begins_with_the_last(
    ada: Person, pairing: Pairing, cora: Helper, asked: Handover, signed_in_as: As
) -> None:
    signed_agreement(pairing)
    check_in(by=ada, pairing=pairing, confidence=4, wellbeing=None, wish="", words="", at=NOW)
    page = signed_in_as(ada).get(f"/handovers/{asked.pk}/answer/").content.decode()
    assert 'aria-label="Confidence to manage: 4 of 10."' in page
    parts = ["agreement", "check-ins"]
    signed_in_as(ada).post(f"/handovers/{asked.pk}/answer/", {"parts": parts, "words": ""})
    after = fresh(asked).after
    assert (
        "Confidence to manage: 4 of 10 on 22 November."
        in signed_in_as(cora.person).get(f"/handovers/{asked.pk}/").content.decode()
    )
    for person in (ada, cora.person):
        client = signed_in_as(person)
        assert "You can begin with what was agreed with Ben." in client.get(f"/together/{after.pk}/").content.decode()
        page = client.get(f"/together/{after.pk}/agreement/proposal/").content.decode()
        assert "They are what was agreed with Ben" in page


def test_the_member_reads_what_goes_on_with_them(
    ada: Person, ben: Person, dev: Person, pairing: Pairing, asked: Handover, signed_in_as: As
) -> None:
    begin_block(by=ben, pairing=pairing, title="Tuition", minutes=600, at=NOW)
    made = propose_budget(by=ada, pairing=pairing, purpose="A bicycle", plan="P", pence=20_000, at=NOW)
    path, words = f"/handovers/{asked.pk}/", ["Tuition: 10 hours left", "A bicycle: proposed"]
    page = signed_in_as(ada).get(path).content.decode()
    assert all(word in page for word in words)
    agree_to_budget(by=dev, budget=made, pence=10_000, approves_itself_up_to=0, at=NOW)
    signed_in_as(ada).post(f"{path}answer/", {"words": ""})
    assert "A bicycle: £100 of £100 left" in signed_in_as(ada).get(path).content.decode()
    assert "Tuition" not in signed_in_as(dev).get(path).content.decode()
