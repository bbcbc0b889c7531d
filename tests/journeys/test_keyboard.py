"""A person with a keyboard and no mouse: signs in, asks, sends, talks, and leaves; always sees where they are."""

import re

import pytest
from allauth.account.models import EmailAddress
from playwright.sync_api import Dialog, Locator, Page, expect
from playwright.sync_api import TimeoutError as NotInTime

from people.models import Person
from tests.journeys.cast import alongside
from tests.journeys.conftest import PageFor, Service
from tests.journeys.steps import PASSWORD, STORY, bubble, connected, reads
from tests.journeys.wire import wire_to

# No way to anything is longer than this on any page.
MOST_PRESSES = 120

# Milliseconds: a page that has just come is drawn by then, on a busy machine too.
SOON = 3_000

# Whether one can see what has the focus: an outline or a ring, on it or on the row that stands for it.
FOCUS_IS_SEEN = """() => {
  const shown = (one) => {
    const style = getComputedStyle(one);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  };
  const one = document.activeElement, box = one.getBoundingClientRect();
  const onScreen = box.bottom > 0 && box.top < innerHeight;
  return onScreen && (shown(one) || (one.closest(".choice") !== null && shown(one.closest(".choice"))));
}"""
WHERE = "() => document.activeElement.outerHTML.slice(0, 200)"


def tab_to(page: Page, target: Locator, key: str = "Tab") -> None:
    """Press Tab until the target has the focus, and see the focus all the way."""
    for _ in range(MOST_PRESSES):
        if target.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press(key)
        if page.evaluate("document.activeElement !== document.body") and not is_seen(page):
            raise AssertionError(f"The focus is not to be seen on {page.evaluate(WHERE)}")
    raise AssertionError(f"{target} cannot be reached with the keyboard")


def is_seen(page: Page) -> bool:
    """Whether the focus can be seen, or can as soon as the page is drawn."""
    try:
        page.wait_for_function(FOCUS_IS_SEEN, timeout=SOON)
    except NotInTime:
        return False
    return True


def go_on(page: Page, words: str, key: str = "Enter") -> None:
    """Tab to the one button or link that says so, and press it."""
    button = page.get_by_role("button", name=words, exact=True)
    tab_to(page, page.get_by_role("main").get_by_role("link", name=words, exact=True).or_(button))
    page.keyboard.press(key)


def write(page: Page, label: str, words: str) -> None:
    tab_to(page, page.get_by_label(label))
    page.keyboard.type(words)


def tick(page: Page, label: str) -> None:
    tab_to(page, page.get_by_label(label, exact=True))
    page.keyboard.press("Space")
    expect(page.get_by_label(label, exact=True)).to_be_checked()


def test_asking_and_sending(page_for: PageFor, ada: Person) -> None:
    ada.set_password(PASSWORD)
    ada.save()
    EmailAddress.objects.filter(user=ada).update(verified=True)
    page = page_for()
    page.goto("/accounts/login/?next=/ask/")
    write(page, "E-mail address", "ada@example.org")
    write(page, "Password", PASSWORD)
    page.keyboard.press("Enter")
    answer_everything(page)
    tick(page, "Use my answers to find someone for me")
    go_on(page, "Send")
    reads(page, "Your request")
    expect(page.get_by_role("status")).to_contain_text("Your request is sent.")


def answer_everything(page: Page) -> None:
    """One question a page; each page is there before the next key is pressed."""
    reads(page, "Ask for support")
    go_on(page, "Start")
    reads(page, "What would you like support with?")
    tick(page, "Anxiety and worry")
    go_on(page, "Continue")
    reads(page, "What is going on for you? (optional)")
    write(page, "What is going on for you?", STORY)
    go_on(page, "Continue", key="Space")
    reads(page, "Who would you like alongside you?")
    # Nothing is chosen yet: Tab reaches the first of the choices, the arrows go on from there.
    tab_to(page, page.get_by_label("An adviser"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Either is fine")).to_be_checked()
    go_on(page, "Continue")
    reads(page, "Which languages would you like to talk in?")
    go_on(page, "Continue")
    reads(page, "When are you free in a usual week?")
    tick(page, "Tuesday evening")
    go_on(page, "Continue")
    reads(page, "Where and how")
    tick(page, "Messages on this site")
    go_on(page, "Continue")
    reads(page, "How old are you?")
    go_on(page, "Continue")
    reads(page, "Your wishes")
    go_on(page, "Continue")
    reads(page, "Check your answers")


def test_talking(page_for: PageFor, ada: Person, ben: Person, dev: Person) -> None:
    """Enter sends, Shift and Enter begins a new line, and one stays in the box."""
    talk = alongside(ada, ben, dev).conversation_id
    page = page_for(ada)
    page.goto(f"/messages/{talk}/")
    write(page, "Your message", "First line")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("second line")
    page.keyboard.press("Enter")
    expect(bubble(page, "First line")).to_contain_text("second line")
    page.keyboard.type("And more")
    go_on(page, "Send", key="Space")
    expect(bubble(page, "And more")).to_have_count(1)
    expect(page.get_by_label("Your message")).to_be_focused()


def test_skipping_to_the_main_part(page_for: PageFor, ada: Person) -> None:
    page = page_for(ada)
    page.goto("/home/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the main part")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the main part")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_every_stop_on_the_way_back_is_seen(page_for: PageFor, ada: Person) -> None:
    page = page_for(ada)
    page.goto("/home/")
    tab_to(page, page.get_by_role("link", name="Where to get help now"))
    tab_to(page, page.get_by_role("link", name="Skip to the main part"), key="Shift+Tab")


def test_help_opens_and_closes(page_for: PageFor) -> None:
    page = page_for()
    page.goto("/")
    line = page.get_by_label("Help now, and the way out").get_by_role("link", name="Call 116 123")
    tab_to(page, page.get_by_text("Help now", exact=True))
    page.keyboard.press("Enter")
    tab_to(page, line)
    expect(line).to_be_visible()
    page.keyboard.press("Escape")
    expect(line).to_be_hidden()
    expect(page.get_by_text("Help now", exact=True)).to_be_focused()


@pytest.mark.parametrize("address", ["/", "/home/", "/ask/", "/networks/"])
def test_escape_three_times_leaves(address: str, page_for: PageFor, ada: Person) -> None:
    page = page_for(None if address == "/" else ada)
    page.goto("/safety/help/")
    page.goto(address)
    for _ in range(2):
        page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(f"{address}$"))
    page.keyboard.press("Escape")
    expect(page).to_have_url("https://www.bbc.co.uk/weather")
    page.go_back()
    expect(page).to_have_url(re.compile("/safety/help/$"))


def test_escape_leaves_from_within_the_box(page_for: PageFor, ada: Person, ben: Person, dev: Person) -> None:
    """Also when something was begun: nothing asks whether one is sure."""
    talk = alongside(ada, ben, dev).conversation_id
    page = page_for(ada)
    page.goto(f"/messages/{talk}/")
    page.get_by_label("Your message").press_sequentially("I have begun")
    leave_by_escape(page)


def test_escape_leaves_while_something_is_not_sent_yet(
    page_for: PageFor, service: Service, ada: Person, ben: Person, dev: Person
) -> None:
    """Whoever closes the page is asked; whoever has to be gone is not."""
    talk = alongside(ada, ben, dev).conversation_id
    with wire_to(service.address) as wire:
        page = page_for(ada, base_url=wire.address)
        questions: list[str] = []

        def stay(dialog: Dialog) -> None:
            questions.append(dialog.type)
            dialog.dismiss()

        page.on("dialog", stay)
        page.goto(f"/messages/{talk}/")
        connected(page)
        wire.cut()
        page.get_by_label("Your message").press_sequentially("I need to go")
        go_on(page, "Send")
        expect(bubble(page, "I need to go").get_by_text("Not sent yet")).to_be_visible()
        leave_by_escape(page)
        assert questions == []


def leave_by_escape(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Escape")
    expect(page).to_have_url("https://www.bbc.co.uk/weather")


def test_the_way_out_by_mouse(page_for: PageFor, ada: Person) -> None:
    page = page_for(ada)
    page.goto("/safety/help/")
    page.goto("/home/")
    page.get_by_role("link", name="Leave this site").click()
    expect(page).to_have_url("https://www.bbc.co.uk/weather")
    page.go_back()
    expect(page).to_have_url(re.compile("/safety/help/$"))
