"""A say without JavaScript: a budget up to a recount, an order, a proposal that meets an objection, a petition."""

import json
import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Page, expect

from networks.models import Decision, Membership, Network
from networks.operations import close_decisions, join
from people.models import Person
from tests.journeys.cast import network_of
from tests.journeys.conftest import PageFor
from tests.journeys.steps import main_part, press, reads, told


@pytest.fixture
def carers(cleo: Person, ada: Person, ben: Person, dev: Person) -> Network:
    """Cleo hosts as Heron; Ada and Ben joined yesterday."""
    network = network_of(cleo, founded_by=dev, joining=Network.Joining.OPEN)
    for person, name in ((ada, "Adder"), (ben, "Wren")):
        join(by=person, network=network, chosen_name=name, at=timezone.now())
    Membership.objects.update(since=timezone.now() - timedelta(days=1))
    return network


def put(page: Page, kind: str, title: str, **fields: str) -> None:
    """Go by the tab to the form of this kind, fill it in and open it."""
    page.goto("/networks/carers/")
    press(page, "A say")
    press(page, "Put something to the network")
    press(page, kind)
    page.get_by_label("Give it a title").fill(title)
    page.get_by_label(re.compile("What is it about|What do you ask")).fill("Tell me what you think.")
    for label, words in fields.items():
        page.get_by_label(re.compile(label)).fill(words)


def time_is_over() -> None:
    """As after a week, with the job that counts."""
    now = timezone.now()
    Decision.objects.filter(state=Decision.State.OPEN).update(
        opened_at=now - timedelta(days=1, minutes=-1), closes_at=now - timedelta(seconds=1)
    )
    close_decisions(at=now)


def come_to(page: Page, title: str) -> None:
    page.goto("/networks/carers/decisions/")
    press(page, title)
    reads(page, title)


def test_a_budget_from_opening_to_a_recount(
    page_for: PageFor, carers: Network, ada: Person, ben: Person, cleo: Person, tmp_path: Path
) -> None:
    host, hers, his = (page_for(person, java_script_enabled=False) for person in (cleo, ada, ben))
    put(host, "A sum of money for projects", "The lottery's £100", **{"How many pounds": "100"})
    host.get_by_label(re.compile("Which projects")).fill("A kettle\nBenches | 60\nBooks | 30")
    host.get_by_label(re.compile("Members: an open vote")).check()
    press(host, "Open it")
    expect(host.get_by_role("alert")).to_contain_text("Line 1: say what it costs")
    host.get_by_label(re.compile("Which projects")).fill("A kettle | 40\nBenches | 60\nBooks | 30")
    press(host, "Open it")
    reads(host, "The lottery's £100")

    for page, projects in (
        (hers, ["A kettle (£40)", "Books (£30)"]),
        (his, ["A kettle (£40)"]),
        (host, ["Benches (£60)"]),
    ):
        come_to(page, "The lottery's £100")
        for project in projects:
            page.get_by_label(project).check()
        press(page, "Vote")
        told(page, "You have voted. Until it closes, you can change your vote.")

    time_is_over()
    come_to(hers, "The lottery's £100")
    expect(main_part(hers)).to_contain_text("2 projects for £")
    hers.get_by_text("How it was counted, step by step").click()
    expect(main_part(hers)).to_contain_text("£100 shared among 3 votes")
    recount(hers, tmp_path)


def recount(page: Page, folder: Path) -> None:
    """What the page gives out, and the script of the manual as it is printed there."""
    with page.expect_download() as download:
        press(page, "Ballots as JSON")
    taken, script = folder / "ballots.json", folder / "recount.py"
    download.value.save_as(taken)
    [lines] = re.findall(r"```text\n(.*?)```", Path(settings.BASE_DIR, "docs/recount.md").read_text(), re.DOTALL)
    script.write_text(lines)
    printed = subprocess.run(
        [sys.executable, "-I", str(script), str(taken)], capture_output=True, text=True, check=True
    ).stdout
    titles = {one["number"]: one["title"] for one in json.loads(taken.read_text())["options"]}
    paid = main_part(page).get_by_role("row").filter(has_text="Paid for")
    assert {titles[int(number)] for number in printed.split()} == {
        str(row).replace("Paid for", "").strip() for row in paid.get_by_role("rowheader").all_inner_texts()
    }


def test_a_secret_order_of_choice(page_for: PageFor, carers: Network, ada: Person, ben: Person) -> None:
    hers, his = (page_for(person, java_script_enabled=False) for person in (ada, ben))
    put(hers, "A poll: put them in order", "Where shall we meet?", **{"What can be chosen": "Library\nCafé\nOnline"})
    press(hers, "Open it")
    come_to(his, "Where shall we meet?")
    his.get_by_label("First choice").select_option("Café")
    his.get_by_label("Second choice").select_option("Online")
    press(his, "Vote")
    reads(his, "You have voted")
    expect(main_part(his)).to_contain_text("Your code")
    press(his, "Back to Where shall we meet?")
    expect(main_part(his)).to_contain_text("What came of it stands here once it has closed.")
    time_is_over()
    his.reload()
    # Of one secret vote no numbers are told.
    expect(main_part(his)).to_contain_text("Chosen: “Café”.")
    expect(main_part(his)).to_contain_text("fewer than 5 people")


def test_a_proposal_stands_once_its_objection_is_met(
    page_for: PageFor, carers: Network, ada: Person, ben: Person, cleo: Person
) -> None:
    hers, his, host = (page_for(person, java_script_enabled=False) for person in (ada, ben, cleo))
    put(hers, "A proposal that stands unless somebody objects with a reason", "Quiet after ten")
    press(hers, "Open it")
    come_to(his, "Quiet after ten")
    his.get_by_text("Object with a reason").click()
    his.get_by_label("What harm would it do?").fill("I only have time after ten.")
    press(his, "Object")
    told(his, "You object.")
    come_to(hers, "Quiet after ten")
    expect(main_part(hers).get_by_text("I only have time after ten.").first).to_be_visible()
    press(his, "It is met: take my objection back")
    for page in (hers, his, host):
        come_to(page, "Quiet after ten")
        page.get_by_label("I can live with it").check()
        press(page, "Vote")
    time_is_over()
    come_to(hers, "Quiet after ten")
    expect(main_part(hers)).to_contain_text("It stands: nobody objects any more.")


def test_a_petition_is_answered(page_for: PageFor, carers: Network, ada: Person, ben: Person, dev: Person) -> None:
    hers, his, desk = (page_for(person, java_script_enabled=False) for person in (ada, ben, dev))
    put(hers, "A petition to the service", "A ramp at the door", **{"How many signatures": "2"})
    press(hers, "Open it")
    press(hers, "Sign")
    told(hers, "You have signed.")
    come_to(his, "A ramp at the door")
    press(his, "Sign")
    expect(main_part(his)).to_contain_text("Waits for an answer")
    desk.goto("/networks/petitions/")
    press(desk, "A ramp at the door")
    desk.get_by_label("The service's answer").fill("It comes in May.")
    press(desk, "Answer")
    told(desk, "Those who signed are told.")
    desk.get_by_label("What has changed?").fill("It is there.")
    press(desk, "Tell them")
    his.reload()
    expect(main_part(his)).to_contain_text("It comes in May.")
    expect(main_part(his)).to_contain_text("It is there.")
