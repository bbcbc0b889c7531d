"""A member reports a message, a coordinator reads it as it was and answers; a block ends being alongside each other."""

from uuid import uuid4

from django.utils import timezone
from playwright.sync_api import Page, expect

from messaging.operations import post_message
from people.models import Person
from tests.journeys.cast import alongside
from tests.journeys.conftest import PageFor
from tests.journeys.steps import bubble, choose_from_menu, main_part, menu, press, reads, told

WORDS = "You should <b>pull</b> yourself together."


def test_a_coordinator_reads_what_was_reported(page_for: PageFor, ada: Person, ben: Person, dev: Person) -> None:
    pairing = alongside(ada, ben, dev)
    post_message(by=ben, conversation=pairing.conversation, client_id=uuid4(), body=WORDS, at=timezone.now())
    hers, desk = page_for(ada), page_for(dev)

    report(hers)
    desk.goto("/home/")
    press(desk, "To the desk")
    main_part(desk).get_by_role("link", name="1 Open concerns").click()
    read_and_take(desk)
    close(desk)
    menu(desk, "Desk")
    expect(main_part(desk).get_by_role("link", name="0 Open concerns")).to_be_visible()


def report(page: Page) -> None:
    page.goto("/home/")
    press(page, "Talk")
    press_report(page)
    press(page, "This was a mistake")
    told(page, "You have taken your report back.")
    press_report(page)
    press(page, "Send this too")
    told(page, "Thank you. What you wrote is now with your report.")
    expect(bubble(page, WORDS)).to_be_visible()
    press_report(page)
    page.get_by_label("Bullying, threats or abuse").check()
    page.get_by_label("Anything you want us to know").fill("It made me feel small.")
    press(page, "Send this too")
    told(page, "Thank you. What you wrote is now with your report.")
    expect(bubble(page, WORDS)).to_be_visible()


def press_report(page: Page) -> None:
    """One press; pressing again while it is open leads to the same report."""
    choose_from_menu(page, WORDS, "Report this message")
    reads(page, "Thank you for telling us")
    expect(page.get_by_role("blockquote")).to_have_text(WORDS)


def read_and_take(page: Page) -> None:
    """The words as they were, whose they are, and what the member said about them."""
    press(page, "Bullying, threats or abuse")
    reported = page.get_by_role("blockquote")
    expect(reported).to_contain_text(WORDS)
    expect(reported).to_contain_text("Ben")
    expect(main_part(page)).to_contain_text("It made me feel small.")
    press(page, "I am looking into this")
    press(page, "Hand it back")
    press(page, "Bullying, threats or abuse")
    press(page, "I am looking into this")


def close(page: Page) -> None:
    """A concern is closed with words, and they are kept."""
    press(page, "Close the concern")
    expect(page.get_by_role("alert")).to_contain_text("Say what was done, for whoever reads this next.")
    page.get_by_label("What was done").fill("I talked with Ben. He apologised.")
    press(page, "Close the concern")
    page.goto("/safety/concerns/?closed")
    press(page, "Bullying, threats or abuse")
    expect(main_part(page)).to_contain_text("I talked with Ben. He apologised.")


def test_a_block_ends_it(page_for: PageFor, ada: Person, ben: Person, dev: Person) -> None:
    alongside(ada, ben, dev)
    hers, his = page_for(ada), page_for(ben)
    for page in (hers, his):
        page.goto("/home/")
        press(page, "Talk")

    press(hers, "Block Ben")
    reads(hers, "Block Ben?")
    press(hers, "Block Ben")
    hers.goto("/home/")
    expect(main_part(hers)).not_to_contain_text("Ben is alongside you")

    expect(his.get_by_role("status").filter(has_text="This conversation has ended.")).to_be_visible()
    his.goto("/home/")
    expect(main_part(his)).not_to_contain_text("You are alongside Ada")

    menu(hers, "My record")
    press(hers, "People you blocked")
    expect(main_part(hers).get_by_role("listitem")).to_have_count(1)
    press(hers, "Unblock Ben")
    expect(main_part(hers)).to_contain_text("Nobody")
