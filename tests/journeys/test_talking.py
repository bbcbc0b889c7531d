"""What people do with messages besides saying them: reply, react, edit, withdraw; live, and without scripts."""

import pytest
from playwright.sync_api import Page, expect

from messaging.models import Conversation
from messaging.operations import open_conversation
from people.models import Person
from tests.fixtures import NOW
from tests.journeys.cast import alongside, said
from tests.journeys.conftest import PageFor
from tests.journeys.looking import PHONE, Grumbles, faults
from tests.journeys.steps import bubble, bubbles, choose_from_menu, connected, has_only, press, reads, say
from tests.journeys.test_keyboard import tab_to

ASKED = "How was your night?"
ANSWERED = "Better than the one before."
REACTIONS = ["Thank you", "Heart", "Smile", "Hug", "Yes"]


@pytest.fixture
def talk(ada: Person, ben: Person, dev: Person) -> Conversation:
    """Ada and Ben talk; Ben has asked, and Ada has answered."""
    conversation = alongside(ada, ben, dev).conversation
    said(conversation, (ben, ASKED), (ada, ANSWERED))
    return conversation


def opened(page: Page, talk: Conversation) -> Page:
    page.goto(f"/messages/{talk.pk}/")
    connected(page)
    return page


def quote_in(page: Page, words: str) -> str:
    """Whom and what this message answers."""
    return " ".join(bubble(page, words).locator(".bubble__quote").inner_text().split())


def test_two_people_and_two_windows_of_one_agree(
    page_for: PageFor, talk: Conversation, ada: Person, ben: Person
) -> None:
    hers, his = opened(page_for(ada), talk), opened(page_for(ben), talk)
    hers_too = opened(hers.context.new_page(), talk)
    everywhere = [hers, hers_too, his]

    choose_from_menu(his, ANSWERED, "Reply")
    expect(his.get_by_label("Your message")).to_be_focused()
    say(his, "I am glad.")
    for page in everywhere:
        expect(bubble(page, "I am glad.")).to_have_count(1)
        assert quote_in(page, "I am glad.") == f"Ada {ANSWERED}"

    # With scripts the reactions are in the menu, in place of the way to their page.
    choose_from_menu(hers, ASKED, "Hug")
    for page, pressed in ((hers, "true"), (hers_too, "true"), (his, "false")):
        expect(bubble(page, ASKED).get_by_role("button", name="Hug from")).to_have_attribute("aria-pressed", pressed)

    choose_from_menu(hers_too, ANSWERED, "Edit")
    expect(hers_too.get_by_label("Your message")).to_have_value(ANSWERED)
    say(hers_too, "Not so well, to be honest.")
    for page in everywhere:
        expect(bubble(page, "Not so well")).to_contain_text("edited")
        expect(bubble(page, ANSWERED)).to_have_count(0)
        assert quote_in(page, "I am glad.") == "Ada Not so well, to be honest."
    expect(hers_too.get_by_label("Your message")).to_have_value("")

    choose_from_menu(hers, "Not so well", "Withdraw")
    expect(bubble(hers, "Not so well")).to_contain_text("This cannot be undone.")
    bubble(hers, "Not so well").get_by_role("button", name="Withdraw").click()
    has_only(hers, ASKED, "You withdrew this message.", "I am glad.")
    has_only(hers_too, ASKED, "You withdrew this message.", "I am glad.")
    has_only(his, ASKED, "Ada withdrew this message.", "I am glad.")
    for page in everywhere:
        expect(page.get_by_text("Not so well")).to_have_count(0)
        expect(page.locator("summary:visible", has_text="More about this message")).to_have_count(2)


def test_what_came_live_looks_as_what_comes_with_the_page(
    page_for: PageFor, talk: Conversation, ada: Person, ben: Person
) -> None:
    hers, his = opened(page_for(ada), talk), opened(page_for(ben), talk)
    choose_from_menu(hers, ASKED, "Reply")
    say(hers, 'Two\nlines <b> & "quotes", see https://www.example.org/a?b=1&c=2.')
    expect(bubble(his, "Two")).to_have_count(1)
    choose_from_menu(his, "Two", "Heart")
    expect(bubble(hers, "Two").get_by_role("button", name="Heart from Ben")).to_have_count(1)
    for page in (hers, his):
        live = page.evaluate(AS_DRAWN)
        page.reload()
        connected(page)
        assert page.evaluate(AS_DRAWN) == live


# Everything in the list that somebody sees, hears or follows; not open menus, nor how far others have read by now.
AS_DRAWN = """() => [...document.querySelectorAll("[data-conversation] > li:not(.new)")].map((item) => {
  const copy = item.cloneNode(true);
  for (const part of copy.querySelectorAll("[hidden], details, .bubble__state")) part.remove();
  const facts = [...copy.querySelectorAll("*")].map((one) => [
    one.localName, ...["href", "title", "aria-pressed", "rel"].map((name) => one.getAttribute(name)),
  ]);
  return [copy.className, copy.id, copy.textContent.split(/\\s+/).join(" "), facts];
})"""


def test_each_as_a_page_without_javascript(page_for: PageFor, talk: Conversation, ada: Person, ben: Person) -> None:
    hers, his = (page_for(person, java_script_enabled=False) for person in (ada, ben))
    for page in (hers, his):
        page.goto(f"/messages/{talk.pk}/")

    choose_from_menu(hers, ASKED, "Reply")
    expect(hers.locator("form", has_text="Reply to Ben")).to_contain_text(ASKED)
    say(hers, "I have thought about it.")
    assert quote_in(hers, "I have thought about it.") == f"Ben {ASKED}"

    choose_from_menu(hers, ASKED, "React")
    reads(hers, "React without words")
    press(hers, "🤗 Hug")
    reads(hers, "Ben")
    bubble(hers, ASKED).get_by_role("button", name="Hug from You").click()
    expect(bubble(hers, ASKED).get_by_role("button", name="Hug")).to_have_count(0)

    choose_from_menu(hers, ANSWERED, "Edit")
    reads(hers, "Edit your message")
    hers.get_by_label("Your message").fill(" ")
    press(hers, "Save")
    expect(hers.get_by_role("alert")).to_contain_text("Write something first.")
    hers.get_by_label("Your message").fill("Worse, to be honest.")
    press(hers, "Save")
    expect(bubble(hers, "Worse, to be honest.")).to_contain_text("edited")

    choose_from_menu(hers, "Worse, to be honest.", "Withdraw")
    reads(hers, "Withdraw your message?")
    press(hers, "Withdraw")
    his.reload()
    has_only(his, ASKED, "Ada withdrew this message.", "I have thought about it.")


def test_by_keyboard(page_for: PageFor, talk: Conversation, ada: Person) -> None:
    """From the box back to the last message of the other, react, and answer it."""
    page = opened(page_for(ada), talk)
    page.get_by_label("Your message").focus()
    menu = bubble(page, ASKED).locator("summary")
    tab_to(page, menu, key="Shift+Tab")
    page.keyboard.press("Enter")
    tab_to(page, bubble(page, ASKED).get_by_role("button", name="Heart"))
    page.keyboard.press("Enter")
    expect(bubble(page, ASKED).get_by_role("button", name="Heart from You")).to_be_visible()
    expect(menu).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, bubble(page, ASKED).get_by_role("link", name="Reply"))
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your message")).to_be_focused()
    page.keyboard.type("I slept")
    page.keyboard.press("Enter")
    expect(bubble(page, "I slept")).to_have_count(1)
    assert quote_in(page, "I slept") == f"Ben {ASKED}"


def test_only_what_others_have_just_said_is_read_out(
    page_for: PageFor, talk: Conversation, ada: Person, ben: Person
) -> None:
    hers, his = opened(page_for(ada), talk), opened(page_for(ben), talk)
    say(hers, "Mine")
    choose_from_menu(his, ASKED, "Edit")
    say(his, "How was last night?")
    expect(bubble(hers, "How was last night?")).to_have_count(1)
    say(his, "And today?")
    expect(bubble(hers, "And today?")).to_have_count(1)
    expect(hers.get_by_role("log", name="New messages").locator("p")).to_have_text(["Ben: And today?"])


def test_the_page_with_everything_on_it(page_for: PageFor, talk: Conversation, ada: Person, ben: Person) -> None:
    """At a desk and on a phone, in the dark too."""
    page = page_for(ada, viewport=PHONE)
    grumbles = Grumbles(page)
    opened(page, talk)
    his = opened(page_for(ben), talk)
    choose_from_menu(his, ANSWERED, "Reply")
    say(his, "x" * 300)
    say(page, "Not this")
    choose_from_menu(page, "Not this", "Withdraw")
    bubble(page, "Not this").get_by_role("button", name="Withdraw").click()
    choose_from_menu(page, ANSWERED, "Edit")
    say(page, "Better")
    for name in REACTIONS:
        choose_from_menu(page, ASKED, name)
    choose_from_menu(page, "x" * 300, "Reply")
    for menu in bubbles(page).locator("summary:visible").all():
        menu.click()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert faults(page) == []
    assert grumbles.heard == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_whoever_writes_of_despair_is_shown_where_to_turn(
    scripts: bool, page_for: PageFor, talk: Conversation, ada: Person, ben: Person
) -> None:
    hers, his = page_for(ada, java_script_enabled=scripts), page_for(ben)
    for page in (hers, his):
        page.goto(f"/messages/{talk.pk}/")
    if scripts:
        connected(hers)
    connected(his)
    say(hers, "I want to die.")
    expect(bubble(hers, "I want to die.")).to_have_count(1)
    expect(hers.get_by_role("region", name="You do not have to carry this alone")).to_be_visible()
    expect(hers.get_by_role("main")).to_contain_text("116 123")
    # It was sent as always, and nobody else is shown anything.
    expect(bubble(his, "I want to die.")).to_have_count(1)
    expect(his.get_by_role("region", name="You do not have to carry this alone")).to_be_hidden()


def test_contact_details_for_a_peer_are_sent_after_a_second_yes(page_for: PageFor, ada: Person, cleo: Person) -> None:
    talk = open_conversation(people=[ada, cleo], at=NOW)
    page = opened(page_for(ada), talk)
    say(page, "Ring me on 07700 900123")
    expect(page.get_by_text("This looks as if it has a telephone number in it.")).to_be_visible()
    page.get_by_role("button", name="Send anyway").click()
    expect(page.get_by_role("status").filter(has_text="Not sent yet")).to_have_count(0)
    expect(bubble(page, "Ring me on 07700 900123").get_by_text("Sent")).to_be_visible()
