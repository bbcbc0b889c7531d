"""After signing out nothing private is left in the browser: not in its storage, and not on its screens."""

import re

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from messaging.models import Conversation
from people.models import Person
from tests.journeys.cast import alongside, said
from tests.journeys.conftest import PageFor
from tests.journeys.steps import bubble, connected, eventually, reads, say
from tests.journeys.test_resilience import UNTIL_BACK, kept
from tests.journeys.wire import Wire

PRIVATE = "Please tell nobody"
UNSENT = "I could not send this"


@pytest.fixture
def talk(ada: Person, ben: Person, dev: Person) -> Conversation:
    conversation = alongside(ada, ben, dev).conversation
    said(conversation, (ben, PRIVATE))
    return conversation


def with_much_to_hide(page: Page, wire: Wire, talk: Conversation) -> Page:
    """A page with private words on it, a message that could not be sent, and a draft."""
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"/messages/{talk.pk}/")
    connected(page)
    wire.cut()
    say(page, UNSENT)
    expect(bubble(page, UNSENT)).to_contain_text("Not sent yet")
    page.get_by_label("Your message").press_sequentially("And I have begun")
    assert len(storage_of(page)) == 2
    return page


def storage_of(page: Page) -> list[str]:
    found: list[str] = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    return found


def sign_out(page: Page) -> None:
    page.goto("/accounts/logout/")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    reads(page, "You do not have to do this on your own")


def test_signing_out_leaves_nothing_in_any_window(
    page_for: PageFor, wire: Wire, talk: Conversation, ada: Person
) -> None:
    hers = with_much_to_hide(page_for(ada, base_url=wire.address), wire, talk)
    wire.mend()
    # Before it has found the line again, so that something is left unsent.
    hers.route("**/api/**", lambda route: route.abort())
    other = hers.context.new_page()
    sign_out(other)
    reads(hers, "Sign in")
    expect(hers).to_have_url(re.compile(r"/accounts/login/\?next=(/|%2F)messages"))
    for page in (hers, other):
        expect(page.get_by_text(PRIVATE)).to_have_count(0)
        assert storage_of(page) == []
    hers.go_back()
    expect(hers.get_by_text(PRIVATE)).to_have_count(0)


def test_a_session_that_is_ended_elsewhere_leaves_nothing_either(
    page_for: PageFor, wire: Wire, talk: Conversation, ada: Person
) -> None:
    hers = with_much_to_hide(page_for(ada, base_url=wire.address), wire, talk)
    Session.objects.all().delete()
    wire.mend()
    expect(hers.get_by_role("heading", level=1)).to_have_text("Sign in", timeout=UNTIL_BACK)
    eventually(lambda: storage_of(hers) == [], "an empty storage")
    assert kept() == [PRIVATE]


def test_whoever_comes_next_neither_sees_nor_sends_it(
    page_for: PageFor, wire: Wire, talk: Conversation, ada: Person, cleo: Person
) -> None:
    """Ada closes the window without signing out, her session expires, and Cleo signs in at the same computer."""
    hers = with_much_to_hide(page_for(ada, base_url=wire.address), wire, talk)
    window = hers.context
    hers.close()
    wire.mend()
    cleos = page_for(cleo, base_url=wire.address).context.cookies()
    window.clear_cookies()
    window.add_cookies(cleos)  # type: ignore[arg-type]
    page = window.new_page()
    page.goto("/home/")
    connected(page)
    assert storage_of(page) == []
    page.wait_for_timeout(1500)
    assert kept() == [PRIVATE]


def test_a_stranger_at_the_same_computer_finds_nothing(
    page_for: PageFor, wire: Wire, talk: Conversation, ada: Person
) -> None:
    hers = with_much_to_hide(page_for(ada, base_url=wire.address), wire, talk)
    window = hers.context
    hers.close()
    wire.mend()
    window.clear_cookies()
    page = window.new_page()
    page.goto("/")
    eventually(lambda: storage_of(page) == [], "an empty storage")
