"""A newcomer finds a network and agrees to it, somebody invited comes into a hidden one, an idea becomes a network."""

import re

from django.utils import timezone
from playwright.sync_api import Page, expect

from networks.models import Network
from networks.operations import change_agreement, found_network
from people.models import Person, Topic
from tests.journeys.conftest import PageFor
from tests.journeys.steps import main_part, press, reads, told

AGREEMENT = "Be kind. Keep what you hear to yourself."


def found(
    name: str, host: Person, *, by: Person, joining: str = Network.Joining.OPEN, about: str = "anxiety"
) -> Network:
    return found_network(
        by=by,
        name=name,
        purpose=f"{name}, together.",
        agreement=AGREEMENT,
        joining=joining,
        for_under_18s=False,
        topics=Topic.objects.filter(slug=about),
        host=host,
        host_name="Robin",
        at=timezone.now(),
    )


def join_as(page: Page, name: str) -> None:
    page.get_by_label("What should people in this network call you?").fill(name)
    page.get_by_label("I agree to the house agreement").check()
    press(page, "Join")


def test_a_newcomer_finds_a_network_with_its_reason_joins_and_agrees_again(
    page_for: PageFor, ada: Person, cleo: Person, dev: Person
) -> None:
    network = found("Calm evenings", cleo, by=dev)
    page = page_for(ada)
    page.goto("/networks/suggestions/")
    expect(main_part(page)).to_contain_text("None fits yet")
    page.get_by_label("Anxiety and worry").check()
    press(page, "Save")
    expect(main_part(page).get_by_role("listitem").filter(has_text="You said: Anxiety and worry").first).to_be_visible()
    press(page, "Calm evenings")
    reads(page, "Calm evenings")
    press(page, "Join")
    join_as(page, "Heron")
    told(page, "Welcome, Heron.")

    change_agreement(
        by=cleo,
        network=network,
        text=f"{AGREEMENT} No photographs.",
        why="A picture got about.",
        version=1,
        at=timezone.now(),
    )
    page.goto("/networks/calm-evenings/")
    expect(main_part(page)).to_contain_text("You can read everything here as before.")
    press(page, "read what changed and agree to it")
    expect(main_part(page)).to_contain_text("A picture got about.")
    page.get_by_label("I agree to the house agreement").check()
    press(page, "Agree")
    told(page, "Thank you. You can write here again.")


def test_somebody_invited_comes_into_a_hidden_network_without_javascript(
    page_for: PageFor, ada: Person, cleo: Person, dev: Person
) -> None:
    found("Quiet corner", cleo, by=dev, joining=Network.Joining.HIDDEN)
    hers, his = page_for(ada, java_script_enabled=False), page_for(cleo, java_script_enabled=False)
    his.goto("/networks/quiet-corner/about/")
    press(his, "Invitations")
    his.get_by_label("For whom is it?").fill("The Tuesday group")
    press(his, "Make an invitation")
    told(his, "The invitation is made. Pass its address on to whom it is for.")
    address = his.locator("code").inner_text()

    hers.goto("/networks/")
    expect(main_part(hers)).not_to_contain_text("Quiet corner")
    hers.goto(re.sub(r"^https?://[^/]+", "", address))
    reads(hers, "Quiet corner")
    join_as(hers, "Heron")
    told(hers, "Welcome, Heron.")
    his.reload()
    expect(main_part(his)).to_contain_text("1 of 1 came in by it")


def test_an_idea_becomes_a_network(page_for: PageFor, ada: Person, dev: Person) -> None:
    hers, his = page_for(ada), page_for(dev)
    hers.goto("/networks/")
    press(hers, "Ask for a network that is missing")
    press(hers, "Ask for a network")
    hers.get_by_label("What is the network called?").fill("Night owls")
    hers.get_by_label("What is it for?").fill("For the sleepless.")
    hers.get_by_label("House agreement").fill("Be kind.")
    hers.get_by_label("What should people there call you?").fill("Owl")
    press(hers, "Send your idea")
    told(hers, "Your idea is sent. A coordinator will answer.")

    his.goto("/networks/ideas/")
    press(his, "Night owls")
    press(his, "Say yes")
    press(his, "Found the network")
    told(his, "Night owls is founded. We have told whoever asked.")
    hers.reload()
    press(hers, "Go to the network")
    reads(hers, "Night owls")
    expect(main_part(hers)).to_contain_text("You are Owl here")
