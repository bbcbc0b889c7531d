"""Somebody asks for a hand; another says yes, the two arrange it in private, or one steps back; thanks are for all."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from networks.models import Network
from networks.operations import join
from people.models import Person
from tests.journeys.cast import network_of
from tests.journeys.conftest import PageFor
from tests.journeys.steps import main_part, press, reads, told

ASK = "Can somebody read a letter with me?"
FIRST_WORDS = "I have had such a letter. When would you like to?"


def asks(page: Page) -> None:
    page.goto("/networks/carers/")
    press(page, "Asks and offers")
    reads(page, "Asks and offers")


def ask_for_a_hand(page: Page) -> None:
    """A telephone number is kept out of it; everything else that was written is still there then."""
    asks(page)
    press(page, "Ask for a hand")
    reads(page, "Ask or offer")
    page.get_by_label("I need a hand").check()
    page.get_by_label("In a few words").fill(ASK)
    page.get_by_label("Tell a little more").fill("It is four pages long. Ring me on 01632 960 123.")
    page.get_by_label("In a public place").check()
    page.get_by_label("Which public place?").fill("Outside the library")
    press(page, "Put it up")
    expect(page.get_by_role("alert")).to_contain_text("telephone number")
    expect(page.get_by_label("Which public place?")).to_have_value("Outside the library")
    page.get_by_label("Tell a little more").fill("It is four pages long.")
    press(page, "Put it up")
    reads(page, ASK)
    told(page, "It is up. When somebody says yes, we let you know.")


def say_yes(page: Page) -> None:
    asks(page)
    press(page, ASK)
    expect(main_part(page)).to_contain_text("In a public place: Outside the library")
    expect(page.get_by_role("complementary", name="Keeping safe")).to_contain_text("Meet where other people are")
    press(page, "I can help")
    reads(page, "You can help?")
    page.get_by_label("Your first words to them").fill(FIRST_WORDS)
    press(page, "I can help")
    reads(page, ASK)
    told(page, "You said yes. You two have a private thread now.")


def write(page: Page, words: str) -> None:
    page.get_by_label("Your reply").fill(words)
    press(page, "Post")
    expect(page.get_by_role("article").filter(has_text=words)).to_have_count(1)


@pytest.fixture(autouse=True)
def in_a_network(ada: Person, ben: Person, cleo: Person, dev: Person) -> None:
    """Cleo hosts it; Ada is Robin there, and Ben is Wren."""
    network = network_of(cleo, founded_by=dev, joining=Network.Joining.OPEN)
    for person, name in ((ada, "Robin"), (ben, "Wren")):
        join(by=person, network=network, chosen_name=name, at=timezone.now())


def test_from_asking_to_thanks(page_for: PageFor, ada: Person, ben: Person, cleo: Person) -> None:
    adas, bens, hosts = (page_for(person, java_script_enabled=False) for person in (ada, ben, cleo))

    ask_for_a_hand(adas)
    say_yes(bens)
    press(bens, "Arrange it")
    expect(main_part(bens)).to_contain_text("Only you and Robin can read this.")
    talk = bens.url
    asks(hosts)
    expect(main_part(hosts)).not_to_contain_text(ASK)
    answer = hosts.goto(talk)
    assert answer is not None
    assert answer.status == 404

    adas.reload()
    expect(main_part(adas)).to_contain_text("Wren said yes.")
    press(adas, "Arrange it")
    expect(main_part(adas)).to_contain_text(FIRST_WORDS)
    write(adas, "On Tuesday at three?")
    bens.reload()
    expect(main_part(bens)).to_contain_text("On Tuesday at three?")

    thank(adas)
    bens.goto("/notices/")
    press(bens, "Thank you")
    reads(bens, ASK)
    expect(main_part(bens).locator(".ask__thanks")).to_have_text("“It was half as long with you.”")
    asks(hosts)
    press(hosts, "Done")
    done = main_part(hosts).get_by_role("listitem").filter(has_text=ASK)
    expect(done).to_contain_text("Robin")
    expect(done).to_contain_text("It was half as long with you.")


@pytest.mark.parametrize("with_scripts", [True, False])
def test_who_said_yes_steps_back_and_another_does_it(
    page_for: PageFor, ada: Person, ben: Person, cleo: Person, with_scripts: bool
) -> None:
    adas, bens, hosts = (page_for(person, java_script_enabled=with_scripts) for person in (ada, ben, cleo))
    ask_for_a_hand(adas)
    say_yes(bens)
    press(bens, "I cannot after all")
    reads(bens, "You cannot after all?")
    expect(main_part(bens)).to_contain_text("nobody needs to give a reason")
    press(bens, "I cannot after all")
    reads(bens, ASK)
    told(bens, "It is open again.")
    expect(main_part(bens).get_by_role("link", name="I can help")).to_be_visible()

    adas.goto("/notices/")
    press(adas, "Something you arranged is open again")
    reads(adas, ASK)
    expect(main_part(adas)).not_to_contain_text("said yes")
    # What the two wrote stays theirs to read.
    adas.goto("/networks/carers/between/")
    press(adas, ASK)
    expect(main_part(adas)).to_contain_text(FIRST_WORDS)

    say_yes(hosts)
    adas.goto("/networks/carers/asks/?show=mine")
    expect(main_part(adas).get_by_role("listitem").filter(has_text=ASK)).to_contain_text("Heron said yes")
    asks(bens)
    expect(main_part(bens)).not_to_contain_text(ASK)


def thank(page: Page) -> None:
    asks(page)
    press(page, "Mine")
    press(page, ASK)
    press(page, "It is done")
    reads(page, "Is it done?")
    page.get_by_label("Would you like to say thank you?").fill("It was half as long with you.")
    press(page, "It is done")
    told(page, "It is done. We have told the other.")
