"""What could not be delivered: to the coordinators of the area, in plain words, with nothing private."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from messaging.models import Channel, Dispatch
from people.models import Person
from tests.fixtures import NOW
from tests.messaging.making import tell
from tests.people.making import words_of

PAGE = "/notices/undelivered/"
WHY = "The mail server refused it. The address may no longer exist."


@pytest.fixture
def devs(client: Client, dev: Person) -> Client:
    client.force_login(dev)
    return client


def failed(person: Person, **facts: object) -> Dispatch:
    return Dispatch.objects.create(
        notice=tell(person),
        channel=Channel.EMAIL,
        outcome=Dispatch.Outcome.FAILED,
        tries=8,
        next_try_at=NOW,
        ended_at=NOW,
        why=WHY,
        **facts,
    )


def test_it_says_who_what_how_when_how_often_and_why(devs: Client, ada: Person) -> None:
    failed(ada)
    page = words_of(devs.get(PAGE))
    assert (
        "Ada Offers, and who is alongside whom By e-mail November 22, 12:00 8 times, last November 22, 12:00 "
        f"{WHY} Try again Ada Settled Ada"
    ) in page.replace("22 November", "November 22")
    assert "ada@example.org" not in page


def test_a_daily_mail_is_one_line(devs: Client, ada: Person) -> None:
    first = failed(ada)
    failed(ada, goes_with=first)
    Dispatch.objects.filter(pk=first.pk).update(goes_with=first)
    assert words_of(devs.get(PAGE)).count("Try again") == 1
    devs.post(f"{PAGE}{first.pk}/settled/")
    assert not Dispatch.objects.filter(outcome=Dispatch.Outcome.FAILED).exists()


def test_only_of_ones_own_areas(devs: Client, eve: Person) -> None:
    other = failed(eve)
    assert "Everything has been delivered" in words_of(devs.get(PAGE))
    for press in ("another-try", "settled"):
        assert devs.post(f"{PAGE}{other.pk}/{press}/").status_code == 404


@pytest.mark.parametrize(
    ("press", "outcome", "words"),
    [("another-try", "", "It is tried again now."), ("settled", "settled", "Settled.")],
)
def test_a_press_takes_it_off_the_list(press: str, outcome: str, words: str, devs: Client, ada: Person) -> None:
    row = failed(ada)
    page = devs.post(f"{PAGE}{row.pk}/{press}/", follow=True)
    assert words in words_of(page)
    row.refresh_from_db()
    assert row.outcome == outcome
    assert devs.post(f"{PAGE}{row.pk}/{press}/").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_asks_the_same_questions_however_long(
    rows: int, devs: Client, ada: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(rows):
        failed(ada)
    # Session, person and roles; how many and which; the crisis lines, and what is unread in the navigation.
    with django_assert_num_queries(7):
        devs.get(PAGE)
