"""What one writes is not lost: drafts and unsent messages outlive a reload and an outage, and are said exactly once."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from messaging.models import Conversation, Message
from messaging.operations import close_conversation
from people.models import Person
from tests.journeys.cast import alongside, said
from tests.journeys.conftest import PageFor
from tests.journeys.steps import bubble, bubbles, choose_from_menu, connected, eventually, has_only, press, say
from tests.journeys.test_resilience import UNTIL_BACK, kept
from tests.journeys.wire import Wire


@pytest.fixture
def talk(ada: Person, ben: Person, dev: Person) -> Conversation:
    return alongside(ada, ben, dev).conversation


def opened(page: Page, talk: Conversation) -> Page:
    # Leaving with something unsent asks whether one is sure; they are.
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"/messages/{talk.pk}/")
    connected(page)
    return page


def kept_in(window: BrowserContext) -> list[str]:
    """The names of all that the browser keeps of ours."""
    names: list[str] = window.pages[0].evaluate("Object.keys(localStorage)")
    return names


def test_a_draft_outlives_a_reload_and_is_the_same_in_every_window(
    page_for: PageFor, talk: Conversation, ada: Person
) -> None:
    page = opened(page_for(ada), talk)
    other = opened(page.context.new_page(), talk)
    page.get_by_label("Your message").press_sequentially("I have begun to")
    expect(other.get_by_label("Your message")).to_have_value("I have begun to")
    page.reload()
    expect(page.get_by_label("Your message")).to_have_value("I have begun to")
    connected(page)
    press(page, "Send")
    has_only(page, "I have begun to")
    for window in (page, other):
        expect(window.get_by_label("Your message")).to_have_value("")
    page.reload()
    expect(page.get_by_label("Your message")).to_have_value("")


def test_editing_leaves_the_draft_alone(page_for: PageFor, talk: Conversation, ada: Person) -> None:
    said(talk, (ada, "Hello"))
    page = opened(page_for(ada), talk)
    page.get_by_label("Your message").press_sequentially("Another thing")
    choose_from_menu(page, "Hello", "Edit")
    say(page, "Hello Ben")
    expect(bubble(page, "Hello Ben")).to_contain_text("edited")
    expect(page.get_by_label("Your message")).to_have_value("Another thing")
    choose_from_menu(page, "Hello Ben", "Edit")
    page.get_by_label("Your message").fill("Not this")
    page.locator("[data-about]").get_by_role("link", name="Cancel").click()
    expect(page.get_by_label("Your message")).to_have_value("Another thing")
    has_only(page, "Hello Ben")


def test_what_was_written_off_line_is_sent_once_by_whichever_page_is_open_next(
    page_for: PageFor, wire: Wire, talk: Conversation, ada: Person, ben: Person
) -> None:
    """Written in the tunnel, in two windows; both are closed; later another page of the site is opened."""
    hers, his = opened(page_for(ada, base_url=wire.address), talk), opened(page_for(ben), talk)
    hers_too = opened(hers.context.new_page(), talk)
    said_before = said(talk, (ben, "Are you on the train?"))[0]
    expect(bubble(hers, said_before.body)).to_have_count(1, timeout=UNTIL_BACK)
    hers.context.set_offline(True)
    wire.cut()
    choose_from_menu(hers, "Are you on the train?", "Reply")
    say(hers, "Yes, in a tunnel")
    expect(bubble(hers, "Yes, in a tunnel")).to_contain_text("Not sent yet")
    expect(hers.get_by_role("status").filter(has_text="You are off-line. Not sent yet.")).to_be_visible()
    # The other window knows of it too.
    expect(bubble(hers_too, "Yes, in a tunnel")).to_contain_text("Not sent yet")
    say(hers_too, "And one more")
    elsewhere = hers.context.new_page()
    for page in (hers, hers_too):
        page.close()

    wire.mend()
    elsewhere.context.set_offline(False)
    elsewhere.goto("/record/")
    has_only_soon = "Are you on the train?", "Yes, in a tunnel", "And one more"
    expect(bubble(his, "And one more")).to_have_count(1, timeout=UNTIL_BACK)
    has_only(his, *has_only_soon)
    assert kept() == list(has_only_soon)
    assert Message.objects.get(body="Yes, in a tunnel").reply_to == said_before
    eventually(lambda: kept_in(elsewhere.context) == [], "nothing left to send")


def test_a_lost_answer_and_a_reload_do_not_double(
    page_for: PageFor, wire: Wire, talk: Conversation, ada: Person, ben: Person
) -> None:
    """The service has it and the browser does not know, not even after a reload in two windows."""
    hers, his = opened(page_for(ada, base_url=wire.address), talk), opened(page_for(ben), talk)
    wire.lose_answers()
    say(hers, "Did this arrive?")
    has_only(his, "Did this arrive?")
    expect(bubble(hers, "Did this arrive?")).to_contain_text("Not sent yet")
    wire.cut()
    wire.mend()
    hers.reload()
    opened(hers.context.new_page(), talk)
    expect(bubble(hers, "Did this arrive?").get_by_text("Seen")).to_be_visible(timeout=UNTIL_BACK)
    eventually(lambda: kept_in(hers.context) == [], "nothing left to send")
    for page in (*hers.context.pages, his):
        has_only(page, "Did this arrive?")
    assert kept() == ["Did this arrive?"]


def test_what_cannot_be_said_any_more_is_given_back(
    page_for: PageFor, wire: Wire, talk: Conversation, ada: Person, ben: Person
) -> None:
    hers = opened(page_for(ada, base_url=wire.address), talk)
    wire.cut()
    say(hers, "Wait for me")
    expect(bubble(hers, "Wait for me")).to_contain_text("Not sent yet")
    close_conversation(conversation=talk, at=said(talk, (ben, "Goodbye"))[0].sent_at)
    wire.mend()
    expect(hers.get_by_role("alert")).to_contain_text("This conversation has ended.", timeout=UNTIL_BACK)
    expect(hers.get_by_label("Your message")).to_have_value("Wait for me")
    has_only(hers, "Goodbye")
    expect(bubbles(hers).filter(has_text="Not sent yet")).to_have_count(0)
