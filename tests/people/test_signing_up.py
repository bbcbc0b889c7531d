"""Making an account: a chosen name, an e-mail, a password; a code by mail; then home."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from people.models import Person
from tests.people.making import PASSWORD, code_in, who_is_in

SIGN_UP = reverse("account_signup")
CONFIRM = reverse("account_email_verification_sent")
HOME = reverse("home")
ADA = {"chosen_name": "Ada", "email": "Ada@Example.org", "password1": PASSWORD}

pytestmark = pytest.mark.django_db


def test_from_a_name_to_home(client: Client) -> None:
    asked = client.get(SIGN_UP)
    assertContains(asked, "What shall we call you?")
    assertContains(asked, 'name="chosen_name"')

    assertRedirects(client.post(SIGN_UP, ADA), CONFIRM)
    assert who_is_in(client) == ""
    [letter] = mail.outbox
    assert letter.to == ["ada@example.org"]

    confirmed = client.post(CONFIRM, {"code": code_in(str(letter.body))}, follow=True)
    assertRedirects(confirmed, HOME)
    assertContains(confirmed, "<h1>Hello, Ada</h1>", html=True)
    person = Person.objects.get()
    assert (person.chosen_name, person.email, person.check_password(PASSWORD)) == ("Ada", "ada@example.org", True)
    assert person.current_roles == []


def test_a_wrong_code_is_told_and_the_right_one_still_works(client: Client) -> None:
    client.post(SIGN_UP, ADA)
    wrong = client.post(CONFIRM, {"code": "WRONG-CODE"})
    assert (wrong.status_code, who_is_in(client)) == (200, "")
    assertContains(wrong, "<h1>Check your e-mail</h1>", html=True)
    assertContains(wrong, "That is not the code we sent.")

    client.post(CONFIRM, {"code": code_in(str(mail.outbox[0].body))})
    assert who_is_in(client) == "Ada"


def test_codes_cannot_be_tried_without_end(client: Client) -> None:
    client.post(SIGN_UP, ADA)
    for _ in range(5):
        client.post(CONFIRM, {"code": "WRONG-CODE"})
    client.post(CONFIRM, {"code": code_in(str(mail.outbox[0].body))})
    assert who_is_in(client) == ""


def test_a_new_code_takes_the_place_of_the_first(client: Client) -> None:
    client.post(SIGN_UP, ADA)
    client.post(CONFIRM, {"action": "resend"})
    first, second = (code_in(str(letter.body)) for letter in mail.outbox)
    client.post(CONFIRM, {"code": first})
    assert who_is_in(client) == ""
    client.post(CONFIRM, {"code": second})
    assert who_is_in(client) == "Ada"


def test_until_confirmed_a_password_alone_opens_nothing(client: Client) -> None:
    client.post(SIGN_UP, ADA)
    another = Client()
    answer = another.post(reverse("account_login"), {"login": "ada@example.org", "password": PASSWORD})
    assertRedirects(answer, CONFIRM)
    assert who_is_in(another) == ""


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"chosen_name": " "}, "Choose a name. It can be any name you like."),
        ({"chosen_name": "x" * 61}, "Ensure this value has at most 60 characters (it has 61)."),
        ({"email": "ada"}, "This does not look like an e-mail address."),
        ({"password1": "short"}, "This password is too short. It must contain at least 10 characters."),
        ({"password1": "1928374655"}, "This password is entirely numeric."),
        ({"password1": "Ada@Example.org"}, "The password is too similar to the email."),
    ],
)
def test_what_does_not_do(client: Client, wrong: dict[str, str], words: str) -> None:
    answer = client.post(SIGN_UP, ADA | wrong)
    assertContains(answer, words)
    assert (Person.objects.count(), len(mail.outbox)) == (0, 0)


def test_whoever_is_in_needs_no_second_account(client: Client, ada: Person) -> None:
    client.force_login(ada)
    assertRedirects(client.get(SIGN_UP), HOME)
