"""A picture and a document go with a message, and appear with the other without loading the page again."""

import pytest
from playwright.sync_api import FilePayload, Page, expect

from messaging.models import Conversation
from people.models import Person
from tests.journeys.cast import alongside
from tests.journeys.conftest import PageFor
from tests.journeys.looking import PHONE
from tests.journeys.steps import connected
from tests.messaging.files.making import document, picture

GARDEN: FilePayload = {"name": "garden.png", "mimeType": "image/png", "buffer": picture("PNG", (800, 600))}
LETTER: FilePayload = {"name": "letter.pdf", "mimeType": "application/pdf", "buffer": document()}
NOTES: FilePayload = {"name": "notes.txt", "mimeType": "text/plain", "buffer": b"Dear Ada"}


@pytest.fixture
def talk(ada: Person, ben: Person, dev: Person) -> Conversation:
    return alongside(ada, ben, dev).conversation


def choose(page: Page, *files: FilePayload) -> None:
    if not page.get_by_label("Pictures or PDFs").is_visible():
        page.get_by_text("Add pictures or PDFs").click()
    page.get_by_label("Pictures or PDFs").set_input_files(files)
    page.get_by_role("button", name="Send", exact=True).click()


@pytest.mark.parametrize("with_scripts", [True, False])
def test_files_without_words_arrive(
    with_scripts: bool, page_for: PageFor, talk: Conversation, ada: Person, ben: Person
) -> None:
    hers, his = page_for(ada, viewport=PHONE), page_for(ben, java_script_enabled=with_scripts)
    for page in (hers, his):
        page.goto(f"/messages/{talk.pk}/")
    connected(hers)
    hers.evaluate("window.notLoadedAgain = true")

    choose(his, GARDEN, NOTES)
    expect(his.get_by_role("alert")).to_contain_text("“notes.txt” cannot be sent")
    choose(his, GARDEN, LETTER)
    for page in (his, hers):
        shown = page.get_by_alt_text("Picture from Ben")
        expect(shown).to_have_count(1)
        shown.scroll_into_view_if_needed()
        expect(shown).to_have_js_property("naturalWidth", 480)
    assert hers.evaluate("window.notLoadedAgain")
    assert hers.evaluate("document.documentElement.scrollWidth") == PHONE["width"]

    with hers.expect_download() as download:
        hers.get_by_role("link", name="letter.pdf").click()
    assert download.value.suggested_filename == "letter.pdf"
