"""From a report in a network to what a moderator does, the appeal against it, and the safeguarding lead's answer."""

from uuid import uuid4

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from networks.operations import begin_thread, report_post
from people.models import Person, Role
from safeguarding.models import Concern, Measure
from safeguarding.operations import let_moderate
from tests.fixtures import make_person
from tests.journeys.conftest import PageFor
from tests.journeys.steps import main_part, press, reads, told
from tests.networks.conftest import enter, make_network

WORDS = "You should <b>all</b> pull yourselves together."


@pytest.fixture
def lena(db: None) -> Person:
    """Lena keeps the whole service safe."""
    return make_person("Lena", Role.Kind.SAFEGUARDING_LEAD)


@pytest.fixture
def reported(ada: Person, cleo: Person, eve: Person) -> Concern:
    """Cleo hosts a network in which Ada reports what Eve wrote."""
    network = make_network("Carers")
    enter(cleo, network, "Heron", is_host=True)
    let_moderate(person=cleo, scope=network.scope, at=timezone.now())
    enter(ada, network, "Adder")
    enter(eve, network, "Nightjar")
    thread = begin_thread(by=eve, network=network, title="Really", body=WORDS, client_id=uuid4(), at=timezone.now())
    return report_post(by=ada, post=thread.posts.get(), reason="abuse", words="It hurts", at=timezone.now())


def take(page: Page) -> None:
    """A moderator finds it in the menu, reads it as it was, and never another name of anybody."""
    page.goto("/home/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Concerns 1 waiting").click()
    reads(page, "Open concerns")
    press(page, "Bullying, threats or abuse")
    expect(page.get_by_role("blockquote").first).to_contain_text(WORDS)
    expect(main_part(page)).to_contain_text("Nightjar")
    expect(main_part(page)).not_to_contain_text("Eve")
    expect(main_part(page)).not_to_contain_text("Ada")
    press(page, "I am looking into this")


def hide(page: Page) -> None:
    press(page, "Take a measure")
    reads(page, "Take a measure")
    page.get_by_label("Hidden").check()
    press(page, "Do this, and tell them")
    expect(page.get_by_role("alert")).to_contain_text("Say why, to the person it is about.")
    page.get_by_label("What you tell the person").fill("We do not tell each other what to do.")
    press(page, "Do this, and tell them")
    told(page, "It is done, and the person it is about is told.")


def appeal(page: Page) -> None:
    """From the notice to what was decided, and to saying that it is wrong."""
    page.goto("/notices/")
    main_part(page).get_by_role("link", name="Something was decided that is about you").click()
    reads(page, "Hidden")
    expect(main_part(page)).to_contain_text("We do not tell each other what to do.")
    page.get_by_label("What is wrong about it").fill("It is a line of a song.")
    press(page, "Send this")
    told(page, "Thank you. Somebody who had no part in it will answer within seven days.")
    expect(main_part(page)).not_to_contain_text("Do you think this is wrong?")


def answer(page: Page) -> None:
    page.goto("/notices/")
    main_part(page).get_by_role("link", name="An appeal waits for an answer").click()
    reads(page, "Appeal against: Hidden")
    expect(main_part(page)).to_contain_text("It is a line of a song.")
    page.get_by_label("They are right: take it back").check()
    page.get_by_label("Why", exact=True).fill("It is, and a kind one.")
    press(page, "Answer, and tell them")
    told(page, "The appeal is answered, and the person is told.")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_from_a_report_to_an_answered_appeal(
    scripts: bool, reported: Concern, page_for: PageFor, cleo: Person, eve: Person, lena: Person
) -> None:
    host, writer, lead = (page_for(person, java_script_enabled=scripts) for person in (cleo, eve, lena))
    take(host)
    hide(host)
    appeal(writer)
    answer(lead)
    writer.reload()
    reads(writer, "Hidden")
    expect(main_part(writer)).to_contain_text("Taken back")
    expect(main_part(writer)).to_contain_text("It is, and a kind one.")
    assert Measure.objects.get().lifted_by == lena


def test_a_moderator_passes_it_on_and_the_lead_writes_down_what_they_do(
    reported: Concern, page_for: PageFor, cleo: Person, lena: Person
) -> None:
    host, lead = page_for(cleo), page_for(lena)
    take(host)
    press(host, "Pass it on")
    host.get_by_label("Why").fill("More than I can judge.")
    press(host, "Pass it on")
    told(host, "It is passed on, and they are told.")
    reads(host, "Open concerns")
    expect(main_part(host)).to_contain_text("None")

    lead.goto("/notices/")
    main_part(lead).get_by_role("link", name="A concern was passed on to you").click()
    press(lead, "I am looking into this")
    press(lead, "Judge the risk")
    lead.get_by_label("Medium").check()
    lead.get_by_label("What speaks for it").fill("Said twice.")
    press(lead, "Note the risk")
    press(lead, "Something was shared")
    lead.get_by_label("With whom").fill("The GP")
    lead.get_by_label("What was shared").fill("That we are worried.")
    lead.get_by_label("They agreed to it").check()
    lead.get_by_label("Yes, they were told").check()
    press(lead, "Write it down")
    told(lead, "It is written down.")
    press(lead, "To print")
    reads(lead, f"Concern {reported.pk}: Bullying, threats or abuse")
    happened = main_part(lead).locator(".chronology")
    for words in ("More than I can judge.", "Medium: Said twice.", "Shared with The GP"):
        expect(happened).to_contain_text(words)
