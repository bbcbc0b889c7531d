"""Help is one press away on every page, for everybody, also when the page is not there."""

import re

import pytest
from django.http import HttpResponseBase
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from people.models import Person
from safeguarding.models import CrisisLine

LINES = ["tel:999", "tel:116123", "sms:85258?body=SHOUT", "tel:111"]

pytestmark = pytest.mark.django_db


def lines_in(page: str) -> list[str]:
    """Where the lines of help lead, in the panel that is on every page."""
    panels = re.findall(r'(?s)<details class="crisis".*?</details>', page)
    return [href for panel in panels for href in re.findall(r'crisis-lines__how" href="(.*?)"', panel)]


def of(answer: HttpResponseBase) -> list[str]:
    return lines_in(getattr(answer, "content", b"").decode())


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/", 200),
        ("/accounts/login/", 200),
        ("/accounts/signup/", 200),
        ("/accounts/login/code/", 200),
        ("/accounts/password/reset/", 200),
        ("/safety/help/", 200),
        ("/nothing/here/", 404),
    ],
)
def test_on_every_page_for_whoever_is_not_signed_in(client: Client, address: str, status: int) -> None:
    answer = client.get(address)
    assert (answer.status_code, of(answer)) == (status, LINES)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/home/", 200),
        ("/record/", 200),
        ("/record/details/", 200),
        ("/safety/blocks/", 200),
        ("/safety/help/", 200),
        ("/messages/", 200),
        ("/networks/", 200),
        ("/safety/concerns/", 403),
        ("/nothing/here/", 404),
    ],
)
def test_on_every_page_for_whoever_is_signed_in(client: Client, ada: Person, address: str, status: int) -> None:
    client.force_login(ada)
    answer = client.get(address)
    assert (answer.status_code, of(answer)) == (status, LINES)


def test_on_a_form_that_was_refused(ada: Person) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(ada)
    answer = client.post(reverse("give_consent"))
    assert (answer.status_code, of(answer)) == (403, LINES)


def test_the_page_itself_needs_no_sign_in_and_shows_each_line(client: Client) -> None:
    main = client.get(reverse("crisis_help")).content.decode().split("<main")[1]
    assert re.findall(r'crisis-lines__how" href="(.*?)"', main) == LINES


def test_a_service_changes_its_lines(client: Client) -> None:
    CrisisLine.objects.exclude(href="tel:999").delete()
    CrisisLine.objects.create(name="Ours", how="Call 01234", href="tel:01234", when="Weekdays", position=9)
    assert of(client.get("/")) == ["tel:999", "tel:01234"]


def test_without_any_line_the_page_still_helps(client: Client) -> None:
    CrisisLine.objects.all().delete()
    assert of(client.get("/")) == LINES


def test_the_page_for_when_nothing_works_names_them_too() -> None:
    assert re.findall(r'href="((?:tel|sms):.*?)"', render_to_string("500.html")) == LINES
