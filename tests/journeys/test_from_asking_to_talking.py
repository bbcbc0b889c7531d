"""A stranger asks for support, is matched by a person, chooses, and talks live with their adviser."""

import re

from playwright.sync_api import Page, expect

from people.models import Person
from tests.journeys.cast import ready_to_help
from tests.journeys.conftest import PageFor, Service
from tests.journeys.steps import (
    answer_some,
    bubble,
    bubbles,
    choose,
    come_back_and_answer_the_rest,
    connected,
    eventually,
    mail_to,
    main_part,
    menu,
    press,
    reads,
    run_a_round_and_approve,
    say,
    send_the_request,
    sign_up,
)

ADDRESS = "zoe@example.org"
FOR_A_COORDINATOR = [
    "Shared topics: Anxiety and worry.",
    "Both free: Tuesday evening.",
    "Shared language: English.",
    "Both can talk by message.",
    "Same area.",
]
FOR_A_MEMBER = [
    "They can help with what you named: Anxiety and worry.",
    "They are free when you are: Tuesday evening.",
    "You can talk in English.",
    "You can talk the way you like: by message.",
    "They live in your area.",
]


def test_from_asking_to_talking(page_for: PageFor, service: Service, ben: Person, dev: Person) -> None:
    ready_to_help(ben, checked_by=dev, about="I have time and I listen.")
    zoe, advisers, desk = page_for(), page_for(ben), page_for(dev)

    sign_up(zoe, "Zoe", ADDRESS, service.mails)
    answer_some(zoe)
    come_back_and_answer_the_rest(zoe)
    send_the_request(zoe)

    read_by_dev = run_a_round_and_approve(desk, "Zoe", "Ben")
    eventually(lambda: "Subject: We found someone for you" in mail_to(ADDRESS, service.mails), "a mail to Zoe")
    read_by_zoe = choose(zoe, "Ben")
    assert read_by_dev == FOR_A_COORDINATOR
    assert read_by_zoe == FOR_A_MEMBER

    advisers.goto("/home/")
    press(advisers, "Talk")
    reads(advisers, "Zoe")
    talk_live(zoe, advisers)
    the_number_of_unread_follows(zoe, advisers)


def talk_live(zoe: Page, ben: Page) -> None:
    """What one says appears with the other without loading the page again, once, and is marked as seen."""
    for page in (zoe, ben):
        connected(page)
        page.evaluate("window.notLoadedAgain = true")
    zoe.get_by_label("Your message").press_sequentially("Hello")
    expect(ben.get_by_text("Zoe is writing")).to_be_visible()
    say(zoe, "Hello Ben, I am Zoe.")
    expect(bubble(ben, "Hello Ben, I am Zoe.")).to_have_count(1)
    expect(ben.get_by_text("Zoe is writing")).to_have_count(0)
    expect(bubble(zoe, "Hello Ben, I am Zoe.").get_by_text("Seen")).to_be_visible()
    say(ben, "Hello Zoe. How was your night?")
    expect(bubble(zoe, "How was your night?")).to_have_count(1)
    expect(bubble(ben, "How was your night?").get_by_text("Seen")).to_be_visible()
    for page in (zoe, ben):
        expect(bubbles(page)).to_have_count(2)
        assert page.evaluate("window.notLoadedAgain")


def the_number_of_unread_follows(zoe: Page, ben: Page) -> None:
    """While Ben is elsewhere, the number appears on the page he has open; once he has read, it goes."""
    elsewhere = ben.context.new_page()
    elsewhere.goto("/networks/")
    # Notices have a number of their own beside it.
    messages = elsewhere.get_by_role("navigation", name="Main").get_by_role("link", name=re.compile("^Messages"))
    number = messages.get_by_text(re.compile(r"\d unread")).filter(visible=True)
    expect(number).to_have_count(0)
    ben.goto("/record/")
    say(zoe, "Not so good.")
    expect(number).to_have_text(["1 unread"])
    menu(ben, "Messages")
    main_part(ben).get_by_role("link", name="Zoe").click()
    expect(bubble(ben, "Not so good.")).to_have_count(1)
    expect(number).to_have_count(0)
