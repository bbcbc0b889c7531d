"""What people do on the pages, found by the words they read, with JavaScript or without."""

import re
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.servers import PATIENCE

PASSWORD = "three brown teapots"
STORY = "I wake at night and worry about my son."


def main_part(page: Page) -> Locator:
    return page.get_by_role("main")


def press(page: Page, words: str) -> None:
    """Press the one button, or follow the one link, in the main part of the page that says exactly this."""
    button = main_part(page).get_by_role("button", name=words, exact=True)
    main_part(page).get_by_role("link", name=words, exact=True).or_(button).click()


def reads(page: Page, heading: str) -> None:
    """Wait until the page with this heading is there."""
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def told(page: Page, words: str) -> None:
    """Wait until the service has said this in its answer."""
    expect(page.get_by_role("status").filter(has_text=words)).to_have_count(1)


def menu(page: Page, words: str) -> None:
    """Go on by the menu at the top."""
    page.get_by_role("navigation", name="Main").get_by_role("link", name=re.compile(f"^{words}")).click()


def code_mailed_to(address: str, mails: Path) -> str:
    """The code in the newest mail to this address, as its reader would find it."""
    [code] = re.findall(r"^([A-Z0-9]+(?:-[A-Z0-9]+)*)$", mail_to(address, mails), re.MULTILINE)
    return str(code)


def mail_to(address: str, mails: Path) -> str:
    """The newest mail to this address; its subject is the line that begins so."""
    written = sorted(mails.iterdir(), key=lambda one: one.stat().st_mtime)
    return [text for text in (one.read_text() for one in written) if f"To: {address}" in text][-1]


def eventually(is_so: Callable[[], bool], what: str) -> None:
    """Wait for what no page shows, as a page is waited for."""
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline, f"It never came about: {what}"
        time.sleep(0.05)


def sign_up(page: Page, name: str, address: str, mails: Path) -> None:
    """From the landing page to the first page of asking, with the code that came by e-mail."""
    page.goto("/")
    reads(page, "You do not have to do this on your own")
    press(page, "Ask for support")
    reads(page, "Make an account")
    page.get_by_label("What shall we call you?").fill(name)
    page.get_by_label("E-mail address").fill(address)
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Continue")
    reads(page, "Check your e-mail")
    main_part(page).get_by_label("Code", exact=True).fill(code_mailed_to(address, mails))
    press(page, "Continue")
    reads(page, "Ask for support")


def answer_some(page: Page) -> None:
    """The first four questions; then keep them and go away."""
    press(page, "Start")
    reads(page, "What would you like support with?")
    page.get_by_label("Anxiety and worry").check()
    press(page, "Continue")
    reads(page, "What is going on for you? (optional)")
    page.get_by_label("What is going on for you?").fill(STORY)
    press(page, "Continue")
    reads(page, "Who would you like alongside you?")
    page.get_by_label("Either is fine").check()
    press(page, "Continue")
    reads(page, "Which languages would you like to talk in?")
    page.get_by_label("English", exact=True).check()
    press(page, "Save and come back later")
    told(page, "Your answers are saved. Come back whenever you like.")


def come_back_and_answer_the_rest(page: Page) -> None:
    """What was said is still there; each open question is one press away from the page that shows all answers."""
    press(page, "Go on")
    reads(page, "Check your answers")
    expect(page.get_by_text(STORY)).to_be_visible()
    press(page, "Change when you are free")
    page.get_by_label("Tuesday evening").check()
    press(page, "Continue")
    press(page, "Change where and how")
    page.get_by_label("Where do you live?").select_option("North")
    page.get_by_label("Messages on this site").check()
    press(page, "Continue")
    press(page, "Change your age")
    page.get_by_label("26 to 64").check()
    press(page, "Continue")
    reads(page, "Check your answers")


def send_the_request(page: Page) -> None:
    """Agree and send; without agreeing nothing is sent."""
    press(page, "Send")
    expect(page.get_by_role("alert")).to_contain_text("We may only look for someone if you agree")
    page.get_by_label("Use my answers to find someone for me").check()
    page.get_by_label("Send me an e-mail when something is waiting for me").check()
    press(page, "Send")
    told(page, "Your request is sent.")
    reads(page, "Your request")


def run_a_round_and_approve(page: Page, member: str, helper: str) -> list[str]:
    """A coordinator finds the member on the desk, looks for a place, and approves; returns the reasons they read."""
    page.goto("/home/")
    press(page, "To the desk")
    waiting = page.get_by_role("region", name="Waiting for someone")
    expect(waiting.get_by_role("row", name=re.compile(member))).to_contain_text("Anxiety")
    press(page, "Run a round")
    # A worker does it; the page shows how far it is, and then what came of it.
    expect(main_part(page)).to_contain_text("1 of 1 have a place proposed")
    press(page, "Decide on 1 proposal")
    card = main_part(page).get_by_role("region", name=member)
    expect(card).to_contain_text(helper)
    reasons = card.get_by_role("list").get_by_role("listitem").all_inner_texts()
    card.get_by_role("button", name=re.compile("^Approve")).click()
    told(page, f"{member} can now choose {helper}.")
    return reasons


def choose(page: Page, helper: str) -> list[str]:
    """The member reads who could be alongside them and why, and chooses; returns the reasons they read."""
    page.goto("/home/")
    press(page, "See your offers")
    reads(page, "Your offers")
    offer = main_part(page).get_by_role("article", name=helper)
    reasons = offer.get_by_role("list").get_by_role("listitem").all_inner_texts()
    offer.get_by_role("button", name=f"Choose {helper}").click()
    reads(page, helper)
    told(page, f"You chose {helper}. You can say hello now.")
    return reasons


def say(page: Page, words: str) -> None:
    page.get_by_label("Your message").fill(words)
    press(page, "Send")


def connected(page: Page) -> None:
    """Wait until the page hears what happens elsewhere: then the line under the box says nothing."""
    page.wait_for_load_state()
    expect(page.get_by_role("status").filter(has_text="Connecting")).to_have_count(0)


def bubbles(page: Page) -> Locator:
    """All messages on the page, in their order."""
    return page.get_by_role("region", name="Messages").locator(".bubble")


def bubble(page: Page, words: str) -> Locator:
    """The message with these words; what only repeats them in a reply is another one."""
    return bubbles(page).filter(has=page.locator(".bubble__text", has_text=words))


def has_only(page: Page, *words: str) -> None:
    """These are the messages on the page, in this order, each once."""
    expect(bubbles(page).locator(".bubble__text")).to_have_text(list(words))


def choose_from_menu(page: Page, words: str, act: str) -> None:
    """Open the menu of the message with these words, and press what says so."""
    menu = bubble(page, words).locator("details")
    if not menu.evaluate("menu => menu.open"):
        menu.locator("summary").click()
    menu.get_by_role("button", name=act).or_(menu.get_by_role("link", name=act)).click()
