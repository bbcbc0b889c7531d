"""A bad line, an impatient finger, two windows: a message is never lost, never doubled, and it says how it stands."""

import pytest
from playwright.sync_api import Page, expect

from messaging.models import Message
from people.models import Person
from tests.journeys.cast import alongside
from tests.journeys.conftest import LONGEST_WAIT, PageFor
from tests.journeys.steps import bubble, connected, eventually, has_only, say
from tests.journeys.wire import Wire

# The page waits longer and longer between its tries to connect.
UNTIL_BACK = 4 * LONGEST_WAIT


@pytest.fixture
def talk(ada: Person, ben: Person, dev: Person) -> str:
    return f"/messages/{alongside(ada, ben, dev).conversation_id}/"


def opened(page: Page, address: str) -> Page:
    """The page with its socket open."""
    page.goto(address)
    connected(page)
    return page


def kept() -> list[str]:
    return list(Message.objects.order_by("seq").values_list("body", flat=True))


def test_what_is_written_on_a_cut_line_is_sent_once_when_it_is_back(
    page_for: PageFor, wire: Wire, talk: str, ada: Person, ben: Person
) -> None:
    hers = opened(page_for(ada, base_url=wire.address), talk)
    his = opened(page_for(ben), talk)
    say(hers, "Before")
    has_only(his, "Before")

    wire.cut()
    say(hers, "While the line was cut")
    expect(bubble(hers, "While the line was cut").get_by_text("Not sent yet")).to_be_visible()
    expect(hers.get_by_role("status").filter(has_text="Not sent yet. We will try again.")).to_be_visible()
    say(his, "Are you there?")
    say(hers, "And one more")

    wire.mend()
    three = "Before", "Are you there?", "While the line was cut", "And one more"
    expect(bubble(his, "And one more")).to_have_count(1, timeout=UNTIL_BACK)
    expect(hers.get_by_text("Not sent yet")).to_have_count(0, timeout=UNTIL_BACK)
    for page in (hers, his):
        has_only(page, *three)
    assert kept() == list(three)


def test_a_message_whose_answer_was_lost_is_not_sent_twice(
    page_for: PageFor, wire: Wire, talk: str, ada: Person, ben: Person
) -> None:
    hers = opened(page_for(ada, base_url=wire.address), talk)
    his = opened(page_for(ben), talk)
    wire.lose_answers()
    say(hers, "Did this arrive?")
    has_only(his, "Did this arrive?")
    expect(bubble(hers, "Did this arrive?").get_by_text("Not sent yet")).to_be_visible()

    wire.cut()
    wire.mend()
    expect(hers.get_by_text("Not sent yet")).to_have_count(0, timeout=UNTIL_BACK)
    for page in (hers, his):
        has_only(page, "Did this arrive?")
    assert kept() == ["Did this arrive?"]


def test_a_phone_without_reception_says_so(page_for: PageFor, wire: Wire, talk: str, ada: Person) -> None:
    hers = opened(page_for(ada, base_url=wire.address), talk)
    wire.cut()
    hers.context.set_offline(True)
    say(hers, "In the tunnel")
    expect(hers.get_by_role("status").filter(has_text="You are off-line. Not sent yet.")).to_be_visible()
    wire.mend()
    hers.context.set_offline(False)
    expect(hers.get_by_text("Not sent yet")).to_have_count(0, timeout=UNTIL_BACK)
    eventually(lambda: kept() == ["In the tunnel"], "the message kept once")
    hers.reload()
    has_only(hers, "In the tunnel")


def test_pressing_send_twice_says_it_once(page_for: PageFor, talk: str, ada: Person, ben: Person) -> None:
    hers, his = opened(page_for(ada), talk), opened(page_for(ben), talk)
    hers.get_by_label("Your message").fill("Only once")
    hers.get_by_role("button", name="Send", exact=True).dblclick()
    say(hers, "Then this")
    for page in (hers, his):
        has_only(page, "Only once", "Then this")
    assert kept() == ["Only once", "Then this"]


def test_two_windows_of_one_person_agree(page_for: PageFor, talk: str, ada: Person, ben: Person) -> None:
    one = opened(page_for(ada), talk)
    other = opened(one.context.new_page(), talk)
    his = opened(page_for(ben), talk)
    say(one, "From one window")
    has_only(other, "From one window")
    say(other, "From the other")
    say(his, "I hear you")
    eventually(lambda: len(kept()) == 3, "three messages kept")
    for page in (one, other, his):
        has_only(page, *kept())
    for page in (one, other):
        expect(bubble(page, "From the other")).to_contain_text("You")
        expect(bubble(page, "From the other").get_by_text("Seen")).to_be_visible()
