"""Signing in and making an account: what is missing or wrong is said in plain words."""

import pytest
from django.test import Client

from people.models import Person


def said_to(client: Client, path: str, answers: dict[str, str]) -> str:
    return client.post(path, answers).content.decode()


@pytest.mark.django_db
def test_an_empty_form_is_told_what_to_give(client: Client) -> None:
    page = said_to(client, "/accounts/signup/", {})
    for words in ("Choose a name.", "Give your e-mail address.", "Choose a password."):
        assert words in page
    page = said_to(client, "/accounts/login/", {})
    for words in ("Give your e-mail address.", "Give your password."):
        assert words in page


@pytest.mark.django_db
def test_what_is_no_address_is_shown_what_one_looks_like(client: Client) -> None:
    page = said_to(client, "/accounts/login/", {"login": "ada", "password": "rather-a-long-one"})
    assert "One looks like name@example.org." in page


def test_a_wrong_password_names_the_way_without_one(client: Client, ada: Person) -> None:
    page = said_to(client, "/accounts/login/", {"login": str(ada.email), "password": "rather-a-long-one"})
    assert "have a code sent to you" in page
