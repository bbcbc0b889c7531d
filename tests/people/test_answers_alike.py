"""A visitor cannot find out who has an account: every answer is the same for a known and an unknown address."""

from dataclasses import dataclass

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse

from people.models import Person
from tests.people.making import PASSWORD, give_account, words_of

UNKNOWN = "nobody@example.org"


@dataclass(frozen=True)
class Answer:
    """All that can be told from outside, with the typed address left out."""

    status: int
    redirects: list[tuple[str, int]]
    words: str
    cookies: list[str]
    stored: str | None


def ask(name: str, email: str, then: dict[str, str] | None = None, **more: str) -> Answer:
    """Send a form with this address, and on the page it leads to perhaps another form."""
    client = Client()
    answer = client.post(reverse(name), {"email": email, "login": email, **more}, follow=True)
    redirects = answer.redirect_chain
    if then:
        answer = client.post(redirects[-1][0], then, follow=True)
        redirects = [*redirects, *answer.redirect_chain]
    return Answer(
        status=answer.status_code,
        redirects=redirects,
        words=words_of(answer).replace(email, "(the address)"),
        cookies=sorted(client.cookies),
        stored=answer.get("Cache-Control"),
    )


@pytest.fixture(params=["confirmed", "not yet confirmed", "unknown to allauth", "closed"])
def known(request: pytest.FixtureRequest, ada: Person) -> str:
    """The address of somebody who has an account, in each of the ways one can have it."""
    if request.param in ("confirmed", "closed"):
        give_account(ada)
    if request.param == "unknown to allauth":
        EmailAddress.objects.all().delete()
    if request.param == "closed":
        Person.objects.filter(pk=ada.pk).update(is_active=False)
    return "ada@example.org"


def test_making_an_account(known: str) -> None:
    ours, theirs = (ask("account_signup", email, chosen_name="Ada", password1=PASSWORD) for email in (known, UNKNOWN))
    assert ours == theirs
    assert theirs.redirects == [(reverse("account_email_verification_sent"), 302)]
    assert [letter.to for letter in mail.outbox] == [[known], [UNKNOWN]]
    assert Person.objects.filter(email=known).count() == 1


def test_making_an_account_in_another_case(known: str) -> None:
    ours, theirs = (ask("account_signup", email, chosen_name="Ada", password1=PASSWORD) for email in (known, UNKNOWN))
    shouted = ask("account_signup", known.upper(), chosen_name="Ada", password1=PASSWORD)
    assert (shouted.status, shouted.redirects) == (ours.status, ours.redirects) == (theirs.status, theirs.redirects)
    assert Person.objects.filter(email__iexact=known).count() == 1


@pytest.mark.parametrize("then", [{"code": "WRONG-CODE"}, {"action": "resend"}, {"code": ""}])
def test_the_page_after_making_an_account(known: str, then: dict[str, str]) -> None:
    ours, theirs = (
        ask("account_signup", email, then, chosen_name="Ada", password1=PASSWORD) for email in (known, UNKNOWN)
    )
    assert ours == theirs


def test_asking_for_a_code(known: str) -> None:
    ours, theirs = (ask("account_request_login_code", email) for email in (known, UNKNOWN))
    assert ours == theirs
    assert theirs.redirects == [(reverse("account_confirm_login_code"), 302)]


@pytest.mark.parametrize("then", [{"code": "WRONG-CODE"}, {"code": ""}])
def test_the_page_after_asking_for_a_code(known: str, then: dict[str, str]) -> None:
    ours, theirs = (ask("account_request_login_code", email, then) for email in (known, UNKNOWN))
    assert ours == theirs


def test_choosing_a_new_password(known: str) -> None:
    ours, theirs = (ask("account_reset_password", email) for email in (known, UNKNOWN))
    assert ours == theirs
    assert theirs.redirects == [(reverse("account_reset_password_done"), 302)]


def test_a_wrong_password(known: str) -> None:
    ours, theirs = (ask("account_login", email, password="wrong horse battery") for email in (known, UNKNOWN))
    assert ours == theirs
    assert (theirs.status, theirs.redirects) == (200, [])
    assert theirs.words.count("This e-mail address and password do not go together.") == 1
