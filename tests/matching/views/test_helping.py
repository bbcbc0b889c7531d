"""A helper's pages: who may choose them, what those wrote, places and pauses."""

import pytest
from django.test import Client
from django.urls import reverse

from matching.models import Helper, Proposal
from people.models import Consent, Person
from people.operations import give_consent, withdraw_consent
from tests.fixtures import NOW
from tests.matching.making import active_helper, fresh, offered, sent_request


@pytest.fixture
def offer(ada: Person, ben: Person, dev: Person) -> Proposal:
    """Ada may choose Ben."""
    sent_request(ada, story="Not for all", consents=[Consent.Purpose.STORY])
    active_helper(ben, dev)
    [proposal] = offered(dev, ada)
    return proposal


def test_a_story_is_read_on_its_own_page_and_the_member_sees_by_whom(
    offer: Proposal, ada: Person, ben: Person, client: Client
) -> None:
    client.force_login(ben)
    listed = client.get("/helping/").content.decode()
    assert "What Ada wrote" in listed
    assert "Not for all" not in listed
    assert not ada.record_reads.exists()
    assert "Not for all" in client.get(reverse("story", args=[offer.pk])).content.decode()
    assert list(ada.record_reads.values_list("reader", "why")) == [(ben.pk, "as somebody suggested to you")]


def test_without_consent_there_is_no_story(offer: Proposal, ada: Person, ben: Person, client: Client) -> None:
    withdraw_consent(by=ada, purpose=Consent.Purpose.STORY, at=NOW)
    client.force_login(ben)
    assert "What Ada wrote" not in client.get("/helping/").content.decode()
    assert client.get(reverse("story", args=[offer.pk])).status_code == 403
    give_consent(by=ada, purpose=Consent.Purpose.STORY, at=NOW)
    assert client.get(reverse("story", args=[offer.pk])).status_code == 200


def test_a_declined_offer_shows_no_story(offer: Proposal, ben: Person, client: Client) -> None:
    client.force_login(ben)
    client.post(reverse("decline_as_helper", args=[offer.pk]))
    assert client.get(reverse("story", args=[offer.pk])).status_code == 403


def test_a_coordinator_who_opens_a_check_leaves_a_trace(ben: Person, dev: Person, client: Client) -> None:
    helper = active_helper(ben, dev)
    client.force_login(dev)
    client.get(reverse("confirm_helper", args=[helper.pk]))
    assert list(ben.record_reads.values_list("reader", "why")) == [(dev.pk, "to check your offer of help")]


def test_pausing_and_places(ben: Person, dev: Person, client: Client) -> None:
    helper = active_helper(ben, dev)
    client.force_login(ben)
    client.post(reverse("pause_help"))
    assert fresh(helper).state == Helper.State.PAUSED
    client.post(reverse("resume_help"))
    client.post(reverse("helping"), {"capacity": "4"})
    assert (fresh(helper).state, fresh(helper).capacity) == (Helper.State.ACTIVE, 4)
    assert "Give a number, 1 or more." in client.post(reverse("helping")).content.decode()


def test_whom_a_helper_would_like_is_asked_beside_the_ages_and_shown_with_the_answers(
    ben: Person, dev: Person, client: Client
) -> None:
    helper = active_helper(ben, dev)
    client.force_login(ben)
    assert "Is there anybody you would like to be alongside?" in client.get("/offer-support/ages/").content.decode()
    client.post("/offer-support/ages/?change", {"wish_names": "Ada\nNobody At All"})
    assert fresh(helper).wish_names.splitlines() == ["Ada", "Nobody At All"]
    page = client.get("/offer-support/check/").content.decode()
    assert "I would like to be alongside: Ada, Nobody At All" in page
    client.force_login(dev)
    page = client.get(reverse("confirm_helper", args=[helper.pk])).content.decode()
    assert "<dt>Would like to be alongside</dt><dd>Ada<br>Nobody At All</dd>" in page
