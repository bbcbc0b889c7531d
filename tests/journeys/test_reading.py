"""Reading: where one left off, what was said before, what is new, and that every window and device agrees on it."""

import re

import pytest
from playwright.sync_api import Page, expect

from messaging.models import Conversation
from messaging.operations import mark_read
from people.models import Person
from tests.journeys.cast import alongside, said
from tests.journeys.conftest import PageFor
from tests.journeys.looking import PHONE
from tests.journeys.steps import bubble, bubbles, connected, main_part, say

MANY = 130


@pytest.fixture
def talk(ada: Person, ben: Person, dev: Person) -> Conversation:
    return alongside(ada, ben, dev).conversation


def opened(page: Page, talk: Conversation) -> Page:
    page.goto(f"/messages/{talk.pk}/")
    connected(page)
    return page


def numbered(talk: Conversation, ada: Person, ben: Person, count: int = MANY) -> None:
    said(talk, *(((ada, ben)[number % 2], f"Number {number}.") for number in range(count)))


def has_read_all(person: Person, talk: Conversation) -> None:
    talk.refresh_from_db()
    mark_read(by=person, conversation=talk, seq=talk.last_seq)


def at_the_end(page: Page) -> bool:
    found: bool = page.evaluate("innerHeight + scrollY > document.documentElement.scrollHeight - 50")
    return found


def test_earlier_messages_come_as_one_scrolls_up_and_nothing_moves(
    page_for: PageFor, talk: Conversation, ada: Person, ben: Person
) -> None:
    numbered(talk, ada, ben)
    has_read_all(ada, talk)
    page = opened(page_for(ada, viewport=PHONE), talk)
    expect(bubbles(page)).to_have_count(50)
    assert at_the_end(page)
    first = bubble(page, "Number 80.")
    page.evaluate("scrollTo(0, 400)")
    top = first.bounding_box()
    expect(bubbles(page)).to_have_count(100)
    after = first.bounding_box()
    assert top is not None
    assert after is not None
    assert abs(top["y"] - after["y"]) < 2
    page.evaluate("scrollTo(0, 0)")
    expect(bubbles(page)).to_have_count(MANY)
    expect(page.get_by_role("link", name="Show earlier messages")).to_be_hidden()
    assert bubbles(page).locator(".bubble__text").all_inner_texts() == [f"Number {number}." for number in range(MANY)]


def test_earlier_and_later_messages_are_pages_without_javascript(
    page_for: PageFor, talk: Conversation, ada: Person, ben: Person
) -> None:
    numbered(talk, ada, ben)
    has_read_all(ada, talk)
    page = page_for(ada, java_script_enabled=False)
    page.goto(f"/messages/{talk.pk}/")
    main_part(page).get_by_role("link", name="Show earlier messages").click()
    expect(bubble(page, "Number 79.")).to_have_count(1)
    main_part(page).get_by_role("link", name="Show later messages").click()
    expect(bubble(page, f"Number {MANY - 1}.")).to_have_count(1)
    expect(page.get_by_label("Your message")).to_be_visible()


def test_one_begins_where_one_left_off(page_for: PageFor, talk: Conversation, ada: Person, ben: Person) -> None:
    """Eighty are unread, more than a page usually has; all are there, and the first of them is before one's eyes."""
    numbered(talk, ada, ben, 40)
    has_read_all(ada, talk)
    said(talk, *((ben, f"New {number}.") for number in range(80)))
    page = opened(page_for(ada), talk)
    expect(page.get_by_text("New messages", exact=True)).to_be_in_viewport()
    expect(bubble(page, "New 0.")).to_be_in_viewport()
    expect(bubble(page, "New 79.")).not_to_be_in_viewport()
    page.get_by_role("button", name="Latest messages").click()
    expect(bubble(page, "New 79.")).to_be_in_viewport()


def test_the_first_unread_is_a_link_away_without_javascript(
    page_for: PageFor, talk: Conversation, ada: Person, ben: Person
) -> None:
    said(talk, *((ben, f"New {number}.") for number in range(260)))
    page = page_for(ada, java_script_enabled=False)
    page.goto(f"/messages/{talk.pk}/")
    expect(bubble(page, "New 0.")).to_have_count(0)
    main_part(page).get_by_role("link", name="260 new messages").click()
    expect(bubble(page, "New 0.")).to_be_in_viewport()


def test_reading_on_one_device_clears_the_number_on_all(
    page_for: PageFor, talk: Conversation, ada: Person, ben: Person
) -> None:
    phone, laptop = page_for(ada, viewport=PHONE), page_for(ada)
    laptop.goto("/record/")
    expect(laptop).to_have_title(re.compile("^My record"))
    his = opened(page_for(ben), talk)
    say(his, "Hello")
    say(his, "Are you there?")
    expect(laptop).to_have_title(re.compile(r"^\(2\) My record"))
    opened(phone, talk)
    expect(bubble(phone, "Are you there?")).to_be_in_viewport()
    expect(laptop).to_have_title(re.compile("^My record"))
    expect(bubble(his, "Are you there?").get_by_text("Seen")).to_be_visible()
    # While it is before her eyes, the number does not even flicker.
    say(his, "Good")
    expect(bubble(phone, "Good")).to_be_in_viewport()
    expect(phone).to_have_title(re.compile("^Ben"))


def test_whoever_reads_further_up_is_not_moved_and_has_not_read_what_is_new(
    page_for: PageFor, talk: Conversation, ada: Person, ben: Person
) -> None:
    numbered(talk, ada, ben, 40)
    has_read_all(ada, talk)
    hers, his = opened(page_for(ada, viewport=PHONE), talk), opened(page_for(ben), talk)
    hers.evaluate("scrollTo(0, 300)")
    expect(hers.get_by_role("button", name="Latest messages")).to_be_visible()
    say(his, "News")
    say(his, "More news")
    expect(hers.get_by_role("button", name="2 new messages")).to_be_visible()
    assert hers.evaluate("scrollY") == 300
    expect(bubble(his, "More news").get_by_text("Seen")).to_be_hidden()
    hers.get_by_role("button", name="2 new messages").click()
    expect(bubble(hers, "News").first).to_be_in_viewport()
    expect(hers.locator("[data-below]")).to_be_hidden()
    expect(bubble(his, "More news").get_by_text("Seen")).to_be_visible()


def test_who_is_here(page_for: PageFor, talk: Conversation, ada: Person, ben: Person) -> None:
    opened(page_for(ben), talk)
    hers = opened(page_for(ada), talk)
    expect(hers.get_by_text("Ben is here now")).to_be_visible(timeout=60_000)
