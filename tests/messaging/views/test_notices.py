"""The list of what somebody was told, and the way from a notice to what it is about."""

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from messaging.models import Channel, Notice
from people.models import Person
from tests.fixtures import NOW
from tests.messaging.making import choose, tell
from tests.people.making import words_of


@pytest.fixture
def adas(client: Client, ada: Person) -> Client:
    client.force_login(ada)
    return client


def test_what_is_new_comes_first_and_then_the_latest(adas: Client, ada: Person) -> None:
    for days in range(3):
        notice = tell(ada, at=NOW + timedelta(days=days))
        Notice.objects.filter(pk=notice.pk).update(subject=f"Notice {days}", read_at=NOW if days == 2 else None)
    page = words_of(adas.get("/notices/"))
    places = [page.index(f"Notice {days}") for days in (1, 0, 2)]
    assert places == sorted(places)
    assert page.count("New") == 2


def test_nothing_yet_says_what_will_be_here(adas: Client) -> None:
    assert "When something is waiting for you, it says so here." in words_of(adas.get("/notices/"))


def test_what_somebody_does_not_want_here_is_not_listed(adas: Client, ada: Person) -> None:
    choose(ada, Channel.APP, is_wanted=False)
    tell(ada)
    assert "Someone for you" not in words_of(adas.get("/notices/"))


def test_opening_a_notice_leads_to_what_it_is_about_and_is_reading_it(adas: Client, ada: Person) -> None:
    notice = tell(ada, path="/offers/")
    response = adas.get(notice.link)
    assert (response.status_code, response["Location"]) == (302, "/offers/")
    assert not Notice.objects.unread().exists()


def test_all_can_be_marked_as_read(adas: Client, ada: Person) -> None:
    tell(ada)
    assert "Mark all as read" in words_of(adas.get("/notices/"))
    page = adas.post("/notices/read/", follow=True)
    assert "All are marked as read." in words_of(page)
    assert "New" not in words_of(page)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_questions_however_long(
    rows: int, adas: Client, ada: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(rows):
        tell(ada)
    # Session, person and roles; how many and which; the crisis lines, and what is unread in the navigation.
    with django_assert_num_queries(7):
        adas.get("/notices/")
