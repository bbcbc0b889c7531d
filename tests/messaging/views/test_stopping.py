"""Stopping e-mails from the mail itself: opening changes nothing, one press does, and there is a way back."""

import pytest
from django.test import Client

from messaging.models import Channel, Notice
from messaging.queries import gets_mails
from messaging.stopping import ALL, DAILY, stop_path
from people.models import Person
from tests.messaging.making import agree_to_mail, choose
from tests.people.making import words_of

Kind = Notice.Kind


@pytest.fixture
def agreed(ada: Person) -> Person:
    agree_to_mail(ada)
    choose(ada, Channel.DIGEST)
    return ada


@pytest.fixture
def passer_by() -> Client:
    """Not signed in and without our cookies, as a mail program is."""
    return Client(enforce_csrf_checks=True)


@pytest.mark.parametrize("scope", [*Kind, DAILY, ALL])
def test_opening_or_crawling_changes_nothing(scope: str, passer_by: Client, agreed: Person) -> None:
    for method in ("get", "head", "options"):
        getattr(passer_by, method)(stop_path(agreed, scope))
    assert gets_mails(agreed, scope)


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        (Kind.MATCHING, "Stop e-mails about “Offers, and who is alongside whom”"),
        (DAILY, "Stop the one e-mail a day"),
        (ALL, "Stop all e-mails about what is waiting"),
    ],
)
def test_the_button_says_what_will_happen_and_not_whose_mails_they_are(
    scope: str, words: str, passer_by: Client, agreed: Person
) -> None:
    page = words_of(passer_by.get(stop_path(agreed, scope)))
    assert words in page
    assert "Ada" not in page
    assert "example.org" not in page


@pytest.mark.parametrize("scope", [Kind.MATCHING, DAILY, ALL])
def test_one_press_of_a_mail_program_stops_them(scope: str, passer_by: Client, agreed: Person) -> None:
    response = passer_by.post(stop_path(agreed, scope), {"List-Unsubscribe": "One-Click"})
    assert response.status_code == 200
    assert not gets_mails(agreed, scope)


def test_there_is_a_way_back_and_a_way_further(passer_by: Client, agreed: Person) -> None:
    where = stop_path(agreed, Kind.MATCHING)
    assert "Stopped" in words_of(passer_by.post(where, {"do": "stop"}))
    assert "You get these e-mails" in words_of(passer_by.post(where, {"do": "start"}))
    assert gets_mails(agreed, Kind.MATCHING)
    page = passer_by.post(where, {"do": "stop_all"})
    assert not gets_mails(agreed, ALL)
    assert "Stop all" not in words_of(page)


def test_a_link_that_was_not_made_by_us_leads_nowhere(passer_by: Client, agreed: Person) -> None:
    token = stop_path(agreed, ALL).split("/")[-2]
    for changed in ("nonsense", token[:-1], token[1:], f"x{token}"):
        assert passer_by.post(f"/notices/stop/{changed}/").status_code == 404
    assert gets_mails(agreed, ALL)


def test_a_link_of_somebody_who_is_gone_leads_nowhere(passer_by: Client, agreed: Person) -> None:
    Person.objects.filter(pk=agreed.pk).update(is_active=False)
    assert passer_by.get(stop_path(agreed, ALL)).status_code == 404


def test_the_page_is_kept_nowhere(passer_by: Client, agreed: Person) -> None:
    assert "no-store" in passer_by.get(stop_path(agreed, ALL))["Cache-Control"]
