"""The page on which one searches: calm about odd input, and it keeps nothing of what was looked for."""

import logging

import pytest
from django.test import Client
from django.urls import reverse

from messaging.models import Conversation
from people.models import Person
from tests.messaging.conftest import Say
from tests.people.making import words_of

SEARCH = reverse("search_messages")


@pytest.fixture
def adas(client: Client, ada: Person) -> Client:
    client.force_login(ada)
    return client


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (None, "Nobody sees what you search for, and it is not kept."),
        ("", "Nobody sees what you search for, and it is not kept."),
        ("hedgehog", "Nothing found"),
        ("h", "Type two letters or more."),
        ('"h"', "Type two letters or more."),
        ('""', "Type two letters or more."),
        ("a\0b", "Null characters are not allowed."),
        ("x" * 10_000, "That is very long. Search for a few words of it."),
    ],
)
def test_each_kind_of_input_is_answered_in_words(typed: str | None, told: str, adas: Client) -> None:
    answer = adas.get(SEARCH, {} if typed is None else {"q": typed})
    assert (answer.status_code, told in words_of(answer)) == (200, True)


def test_what_is_found_is_marked_and_leads_to_its_place(
    talk: Conversation, say: Say, adas: Client, ada: Person, ben: Person
) -> None:
    for _ in range(8):
        say(ben)
    message = say(ben, "Come <b>walk</b> with me")
    page = adas.get(SEARCH, {"q": "walk"}).content.decode()
    assert "Come &lt;b&gt;<mark>walk</mark>&lt;/b&gt; with me" in page
    assert f'href="{reverse("conversation", args=[talk.pk])}?after=3#message-{message.client_id}"' in page
    assert "1 message found" in page


def test_the_words_are_neither_logged_nor_handed_on(
    adas: Client, say: Say, ada: Person, caplog: pytest.LogCaptureFixture
) -> None:
    say(ada, "hedgehog")
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("django.db.backends").setLevel(logging.INFO)
        answer = adas.get(SEARCH, {"q": "hedgehog"})
    assert "hedgehog" not in caplog.text
    assert (answer["Cache-Control"], answer["Referrer-Policy"]) == ("no-store", "same-origin")


def test_the_pages_keep_what_was_looked_for(say: Say, adas: Client, ada: Person) -> None:
    for _ in range(21):
        say(ada, "walk")
    assert "?q=walk&amp;page=2" in adas.get(SEARCH, {"q": "walk"}).content.decode()


def test_the_list_of_messages_leads_there(adas: Client) -> None:
    assert SEARCH in adas.get(reverse("conversations")).content.decode()
