"""Pictures and PDFs: sent with words or without, alike for everybody, stopped on the way, refused with a reason."""

import pytest
from playwright.sync_api import FilePayload, Page, expect

from messaging.models import Conversation
from people.models import Person
from tests.journeys.cast import alongside
from tests.journeys.conftest import PageFor
from tests.journeys.steps import bubble, bubbles, connected, eventually, press, say
from tests.journeys.test_resilience import UNTIL_BACK, kept
from tests.journeys.test_talking import AS_DRAWN
from tests.journeys.wire import Wire
from tests.messaging.files.making import document, picture


def payload(name: str, mime: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": mime, "buffer": content}


PICTURE = payload("garden.png", "image/png", picture("PNG", (80, 60)))
PDF = payload("letter.pdf", "application/pdf", document())
NO_PICTURE = payload("letter.jpg", "image/jpeg", b"I am no picture")


@pytest.fixture
def talk(ada: Person, ben: Person, dev: Person) -> Conversation:
    return alongside(ada, ben, dev).conversation


def opened(page: Page, talk: Conversation) -> Page:
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"/messages/{talk.pk}/")
    connected(page)
    return page


def choose_files(page: Page, *files: FilePayload) -> None:
    page.get_by_text("Add pictures or PDFs").click()
    page.get_by_label("Pictures or PDFs", exact=True).set_input_files(list(files))


def test_files_come_live_and_look_as_they_come_with_the_page(
    page_for: PageFor, talk: Conversation, ada: Person, ben: Person
) -> None:
    hers, his = opened(page_for(ada), talk), opened(page_for(ben), talk)
    hers.evaluate("window.notLoadedAgain = true")
    choose_files(hers, PICTURE, PDF)
    say(hers, "My garden")
    for page in (hers, his):
        expect(bubble(page, "My garden").get_by_role("img", name="Picture from Ada")).to_be_visible()
        expect(bubble(page, "My garden").get_by_role("link", name="letter.pdf")).to_be_visible()
    assert hers.evaluate("window.notLoadedAgain")
    expect(bubbles(hers).get_by_role("button", name="Cancel")).to_have_count(0)
    choose_files(hers, PICTURE)
    press(hers, "Send")
    expect(his.get_by_role("img", name="Picture from Ada")).to_have_count(2)
    for page in (hers, his):
        live = page.evaluate(AS_DRAWN)
        page.reload()
        connected(page)
        assert page.evaluate(AS_DRAWN) == live


def test_what_is_no_picture_is_given_back_with_the_reason(page_for: PageFor, talk: Conversation, ada: Person) -> None:
    page = opened(page_for(ada), talk)
    choose_files(page, NO_PICTURE)
    say(page, "Look")
    expect(page.get_by_role("alert").filter(has_text="letter.jpg")).to_be_visible()
    expect(page.get_by_label("Your message")).to_have_value("Look")
    assert kept() == []


def test_one_on_its_way_can_be_stopped_and_one_that_was_cut_goes_on(
    page_for: PageFor, wire: Wire, talk: Conversation, ada: Person
) -> None:
    page = opened(page_for(ada, base_url=wire.address), talk)
    wire.cut()
    for words in ("Not this", "But this"):
        choose_files(page, PDF)
        say(page, words)
        expect(bubble(page, words)).to_contain_text("Not sent yet")
        page.get_by_text("Add pictures or PDFs").click()
    bubble(page, "Not this").get_by_role("button", name="Cancel").click()
    expect(page.get_by_label("Your message")).to_have_value("Not this")
    wire.mend()
    expect(bubble(page, "But this").get_by_role("link", name="letter.pdf")).to_be_visible(timeout=UNTIL_BACK)
    eventually(lambda: kept() == ["But this"], "one message kept")
