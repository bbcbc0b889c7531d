"""The whole way from asking to talking in browsers without JavaScript, with help and the way out on it."""

from playwright.sync_api import Page, expect

from people.models import Person
from tests.journeys.cast import alongside, ready_to_help
from tests.journeys.conftest import PageFor, Service
from tests.journeys.steps import (
    answer_some,
    bubble,
    bubbles,
    choose,
    come_back_and_answer_the_rest,
    connected,
    press,
    reads,
    run_a_round_and_approve,
    say,
    send_the_request,
    sign_up,
)


def test_from_asking_to_talking(page_for: PageFor, service: Service, ben: Person, dev: Person) -> None:
    ready_to_help(ben, checked_by=dev)
    zoe, advisers, desk = (page_for(person, java_script_enabled=False) for person in (None, ben, dev))

    sign_up(zoe, "Zoe", "zoe@example.org", service.mails)
    answer_some(zoe)
    come_back_and_answer_the_rest(zoe)
    send_the_request(zoe)
    help_and_the_way_out_are_there(zoe)
    run_a_round_and_approve(desk, "Zoe", "Ben")
    choose(zoe, "Ben")

    advisers.goto("/home/")
    press(advisers, "Talk")
    reads(advisers, "Zoe")
    talk_page_by_page(zoe, advisers)


def help_and_the_way_out_are_there(page: Page) -> None:
    """The panel opens by itself, the way out is a plain link, and the key that needs a script is not promised."""
    line = page.get_by_role("link", name="Call 116 123").first
    expect(line).to_be_hidden()
    page.get_by_text("Help now", exact=True).click()
    expect(line).to_be_visible()
    expect(line).to_have_attribute("href", "tel:116123")
    page.get_by_text("Help now", exact=True).click()
    expect(line).to_be_hidden()
    expect(page.get_by_role("link", name="Leave this site")).to_have_attribute("href", "https://www.bbc.co.uk/weather")
    expect(page.get_by_text("or press Esc three times")).to_be_hidden()


def talk_page_by_page(zoe: Page, ben: Page) -> None:
    """What one says is there for the other when they load the page again, once, and then is marked as seen."""
    say(zoe, "Hello Ben, I am Zoe.")
    expect(bubble(zoe, "Hello Ben, I am Zoe.")).to_have_count(1)
    expect(bubble(zoe, "Hello Ben, I am Zoe.").get_by_text("Seen")).to_be_hidden()
    expect(zoe.get_by_label("Your message")).to_have_value("")
    ben.reload()
    expect(bubble(ben, "Hello Ben, I am Zoe.")).to_have_count(1)
    say(ben, "Hello Zoe. How was your night?")
    zoe.reload()
    expect(bubbles(zoe)).to_have_count(2)
    expect(bubble(zoe, "How was your night?")).to_have_count(1)
    expect(bubble(zoe, "Hello Ben, I am Zoe.").get_by_text("Seen")).to_be_visible()


def test_pressing_send_twice_says_it_once(page_for: PageFor, ada: Person, ben: Person, dev: Person) -> None:
    talk = alongside(ada, ben, dev).conversation_id
    page = page_for(ada, java_script_enabled=False)
    page.goto(f"/messages/{talk}/")
    page.get_by_label("Your message").fill("Only once")
    page.get_by_role("button", name="Send", exact=True).dblclick()
    expect(page.get_by_label("Your message")).to_have_value("")
    page.reload()
    expect(bubbles(page)).to_have_count(1)


def test_one_with_and_one_without(page_for: PageFor, ada: Person, ben: Person, dev: Person) -> None:
    """What is sent by a plain form arrives live, and an answer shows that what was said before it has been seen."""
    talk = alongside(ada, ben, dev).conversation_id
    hers, his = page_for(ada), page_for(ben, java_script_enabled=False)
    for page in (hers, his):
        page.goto(f"/messages/{talk}/")
    connected(hers)
    say(hers, "Are you there?")
    say(his, "Yes, I am.")
    expect(bubble(hers, "Yes, I am.")).to_have_count(1)
    expect(bubble(hers, "Are you there?").get_by_text("Seen")).to_be_visible()
