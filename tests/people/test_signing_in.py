"""Signing in by password or by a code in a mail, choosing a new password, and signing out."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from people.models import Person
from tests.people.making import PASSWORD, code_in, give_account, who_is_in

SIGN_IN = reverse("account_login")
ASK_FOR_CODE = reverse("account_request_login_code")
ENTER_CODE = reverse("account_confirm_login_code")
RESET = reverse("account_reset_password")
HOME = reverse("home")


@pytest.fixture(autouse=True)
def account(ada: Person) -> Person:
    return give_account(ada)


# -- By password


@pytest.mark.parametrize("email", ["ada@example.org", " ADA@Example.org "])
def test_by_password(client: Client, email: str) -> None:
    assertContains(client.get(SIGN_IN), "E-mail me a code")
    assertRedirects(client.post(SIGN_IN, {"login": email, "password": PASSWORD}), HOME)
    assert who_is_in(client) == "Ada"


def test_one_comes_to_the_page_one_asked_for(client: Client) -> None:
    there = client.post(f"{SIGN_IN}?next=/record/", {"login": "ada@example.org", "password": PASSWORD})
    assertRedirects(there, "/record/")


def test_but_never_to_another_site(client: Client) -> None:
    there = client.post(
        f"{SIGN_IN}?next=https://elsewhere.example/", {"login": "ada@example.org", "password": PASSWORD}
    )
    assertRedirects(there, HOME)


def test_a_closed_account_stays_closed(client: Client, account: Person) -> None:
    Person.objects.filter(pk=account.pk).update(is_active=False)
    client.post(SIGN_IN, {"login": "ada@example.org", "password": PASSWORD})
    assert who_is_in(client) == ""


def test_an_account_closed_meanwhile_is_out_at_once(client: Client, account: Person) -> None:
    client.force_login(account)
    Person.objects.filter(pk=account.pk).update(is_active=False)
    assert who_is_in(client) == ""


# -- By a code


def test_by_a_code(client: Client) -> None:
    assertRedirects(client.post(ASK_FOR_CODE, {"email": "Ada@example.org"}), ENTER_CODE)
    [letter] = mail.outbox
    assert letter.to == ["ada@example.org"]

    assertRedirects(client.post(ENTER_CODE, {"code": code_in(str(letter.body))}), HOME)
    assert who_is_in(client) == "Ada"


def test_a_code_works_only_where_it_was_asked_for_and_once(client: Client) -> None:
    client.post(ASK_FOR_CODE, {"email": "ada@example.org"})
    code = code_in(str(mail.outbox[0].body))
    thief = Client()
    thief.post(ENTER_CODE, {"code": code})
    assert who_is_in(thief) == ""

    client.post(ENTER_CODE, {"code": code})
    client.post(reverse("account_logout"))
    client.post(ENTER_CODE, {"code": code})
    assert who_is_in(client) == ""


def test_codes_cannot_be_tried_without_end(client: Client) -> None:
    client.post(ASK_FOR_CODE, {"email": "ada@example.org"})
    for _ in range(5):
        client.post(ENTER_CODE, {"code": "WRONG-CODE"})
    client.post(ENTER_CODE, {"code": code_in(str(mail.outbox[0].body))})
    assert who_is_in(client) == ""


def test_whoever_was_imported_comes_in_by_a_code_without_ever_having_had_a_password(client: Client) -> None:
    """One code is enough: it signs in and confirms the address."""
    Person.objects.create_user("gwen@example.org", chosen_name="Gwen")
    client.post(ASK_FOR_CODE, {"email": "gwen@example.org"})
    client.post(ENTER_CODE, {"code": code_in(str(mail.outbox[0].body))})
    assert (who_is_in(client), len(mail.outbox)) == ("Gwen", 1)


# -- A new password


def test_a_new_password(client: Client) -> None:
    client.post(RESET, {"email": "ada@example.org"})
    [letter] = mail.outbox
    link = re.findall(r"https?://testserver(/\S+)", str(letter.body))[0]
    page = client.get(link, follow=True)
    assert page.status_code == 200

    changed = client.post(page.redirect_chain[-1][0], {"password1": "another horse", "password2": "another horse"})
    assert changed.status_code == 302
    another = Client()
    another.post(SIGN_IN, {"login": "ada@example.org", "password": PASSWORD})
    assert who_is_in(another) == ""
    another.post(SIGN_IN, {"login": "ada@example.org", "password": "another horse"})
    assert who_is_in(another) == "Ada"


# -- Out


def test_signing_out(client: Client, account: Person) -> None:
    client.force_login(account)
    assertContains(client.get(reverse("account_logout")), "<h1>Sign out?</h1>", html=True)
    assert who_is_in(client) == "Ada"
    assertRedirects(client.post(reverse("account_logout")), "/")
    assert (who_is_in(client), client.get("/record/").status_code) == ("", 302)


def test_on_signing_out_and_only_then_the_browser_is_told_to_forget(client: Client, account: Person) -> None:
    client.force_login(account)
    answers = [client.get("/record/"), client.get(reverse("account_logout")), client.post(reverse("account_logout"))]
    assert [answer.get("Clear-Site-Data") for answer in answers] == [None, None, '"cache", "storage"']
