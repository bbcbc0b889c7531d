"""Somebody who leads writes a page, changes it, sees the difference, goes back, and notes that it is right."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from networks.models import Membership, Network
from networks.operations import join, make_leader
from people.models import Person
from tests.journeys.cast import network_of
from tests.journeys.conftest import PageFor
from tests.journeys.looking import faults
from tests.journeys.steps import main_part, press, reads, told

PAGE = "Asking for a blue badge"


@pytest.fixture
def network(ada: Person, ben: Person, cleo: Person, dev: Person) -> Network:
    """Cleo hosts as Heron; Ada leads as Robin, Ben reads as Wren."""
    network = network_of(cleo, founded_by=dev, joining=Network.Joining.OPEN)
    now = timezone.now()
    for person, name in ((ada, "Robin"), (ben, "Wren")):
        join(by=person, network=network, chosen_name=name, at=now)
    make_leader(by=cleo, membership=Membership.objects.get(person=ada), trained_on=now.date(), at=now)
    return network


def resources(page: Page) -> None:
    page.goto("/networks/carers/")
    press(page, "Resources")
    reads(page, "Resources")


def write_a_page(page: Page) -> None:
    resources(page)
    press(page, "Write a page")
    reads(page, "Write a page")
    page.get_by_label("Title").fill(PAGE)
    page.get_by_label("What the page says").fill("Ask at the **town hall**.\n\nIt takes six weeks.")
    press(page, "Keep this page")
    reads(page, PAGE)
    told(page, "The page is there for everybody in the network.")


def change_it(page: Page) -> None:
    press(page, "Change this page")
    reads(page, "Change this page")
    page.get_by_label("What the page says").fill("Ask at the **town hall**.\n\nIt takes nine weeks.")
    page.get_by_label("What have you changed?").fill("They are slower now")
    press(page, "Save")
    reads(page, PAGE)
    told(page, "Saved. What it said before is in the history.")


@pytest.mark.parametrize("with_scripts", [True, False])
def test_a_page_from_its_first_words_to_its_review(
    page_for: PageFor, ada: Person, ben: Person, network: Network, with_scripts: bool
) -> None:
    options = {"java_script_enabled": with_scripts, "viewport": {"width": 360, "height": 740}}
    adas, bens = page_for(ada, **options), page_for(ben, **options)
    write_a_page(adas)
    expect(main_part(adas)).to_contain_text("Nobody has looked this page over yet.")
    change_it(adas)
    what_was_changed_is_seen(adas)
    it_says_again_what_it_said(adas)
    somebody_found_it_right(adas)

    resources(bens)
    expect(main_part(bens).get_by_role("link", name="Write a page")).to_have_count(0)
    bens.get_by_label("Find a page").fill("badge")
    press(bens, "Find")
    press(bens, PAGE)
    expect(main_part(bens)).to_contain_text("by Robin")
    expect(main_part(bens)).to_contain_text("It takes six weeks.")
    expect(main_part(bens).locator("strong")).to_have_text("town hall")
    expect(main_part(bens).get_by_role("link", name="Change this page")).to_have_count(0)
    if with_scripts:
        assert faults(bens) == []


def what_was_changed_is_seen(page: Page) -> None:
    press(page, "History")
    reads(page, "History")
    expect(main_part(page).get_by_role("listitem").first).to_contain_text("Version 2: They are slower now")
    press(page, "Compare")
    reads(page, "From version 1 to 2")
    differences = main_part(page).locator(".differences")
    expect(differences.locator("del")).to_contain_text("six")
    expect(differences.locator("ins")).to_contain_text("nine")


def it_says_again_what_it_said(page: Page) -> None:
    press(page, "History")
    press(page, "Version 1")
    reads(page, "Version 1")
    expect(main_part(page)).to_contain_text("It takes six weeks.")
    press(page, "Go back to this version")
    reads(page, PAGE)
    told(page, "The page says again what it said in version 1.")
    expect(main_part(page)).to_contain_text("Version 3")
    expect(main_part(page)).to_contain_text("It takes six weeks.")


def somebody_found_it_right(page: Page) -> None:
    press(page, "I have read it and it is right")
    reads(page, "Is it right as it stands?")
    page.get_by_label("In six months").check()
    press(page, "I have read it and it is right")
    told(page, "Thank you. Readers see that you have looked it over.")
    expect(main_part(page)).to_contain_text("Last looked over on")


def test_two_who_change_a_page_at_once_lose_nothing(
    page_for: PageFor, ada: Person, cleo: Person, network: Network
) -> None:
    adas, hosts = (page_for(person, java_script_enabled=False) for person in (ada, cleo))
    write_a_page(adas)
    hosts.goto(adas.url)
    press(hosts, "Change this page")
    change_it(adas)

    hosts.get_by_label("What the page says").fill("Ask at the **town hall**, first floor.\n\nIt takes six weeks.")
    hosts.get_by_label("What have you changed?").fill("Which floor")
    press(hosts, "Save")
    expect(main_part(hosts)).to_contain_text("Somebody else has changed this page while you wrote.")
    expect(main_part(hosts).locator(".differences ins")).to_contain_text("nine")
    expect(hosts.get_by_label("What the page says")).to_have_value(
        "Ask at the **town hall**, first floor.\n\nIt takes six weeks."
    )
    hosts.get_by_label("What the page says").fill("Ask at the **town hall**, first floor.\n\nIt takes nine weeks.")
    press(hosts, "Save")
    reads(hosts, PAGE)
    expect(main_part(hosts)).to_contain_text("first floor")
    expect(main_part(hosts)).to_contain_text("nine weeks")
