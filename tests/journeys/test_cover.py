"""Ben is away, comes back and leaves: somebody stands in, then goes on with Ada, and she says what is handed on."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from matching.models import Helper, Pairing
from people.models import Area, Person, Role
from support.operations import check_in
from support.terms import BEGINNING
from tests.fixtures import make_person
from tests.journeys.cast import alongside, ready_to_help
from tests.journeys.conftest import KEPT, PageFor
from tests.journeys.steps import main_part, press, reads, told
from tests.support.making import signed_agreement

PHONE = {"width": 360, "height": 740}
WORDS = "Mornings are good. The form for the council is sent."


@pytest.fixture
def pairing(ada: Person, ben: Person, dev: Person) -> Pairing:
    return alongside(ada, ben, dev)


@pytest.fixture
def cora(north: Area, dev: Person) -> Helper:
    person = make_person("Cora", Role.Kind.ADVISER, area=north, age_group="26_64", languages=["en"])
    return ready_to_help(person, checked_by=dev, about="I have time on weekdays.")


def did_together(pairing: Pairing) -> None:
    """Ada and Ben have agreed on something, and she has said how she is."""
    now = timezone.now()
    agreed = replace(BEGINNING, how_often="Tuesdays and Fridays")
    signed_agreement(pairing, agreed, at=now, review_on=timezone.localdate(now) + timedelta(days=90))
    member = pairing.request.person
    check_in(by=member, pairing=pairing, confidence=4, wellbeing=None, wish="", words="Hard", at=now)


def choose_cora(page: Page, label: str) -> None:
    """By her name: how well she fits stands behind it."""
    options = page.get_by_label(label).locator("option")
    page.get_by_label(label).select_option(options.filter(has_text="Cora").get_attribute("value"))


def seen(page: Page, name: str) -> None:
    """Nothing is cut off on a small phone; what it looks like is kept for whoever wants to see it."""
    # Its words may be there before its styles are, on a busy machine.
    page.wait_for_load_state()
    width = page.evaluate("document.documentElement.scrollWidth")
    KEPT.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=KEPT / f"cover-{name}.png", full_page=True)
    assert width <= PHONE["width"], f"{name} is {width} pixels wide"


def ask_for_cover(page: Page) -> None:
    page.goto("/my-people/")
    press(page, "Ask for cover")
    today = timezone.localdate()
    page.get_by_label("First day").fill(today.isoformat())
    page.get_by_label("Last day").fill((today + timedelta(days=7)).isoformat())
    page.get_by_label("Why").select_option("Illness")
    seen(page, "ask")
    press(page, "Ask for cover")
    told(page, "Asked. A coordinator arranges who stands in, and you are told.")


def plan_a_cover(page: Page) -> None:
    page.goto("/desk/")
    page.locator("#absences").get_by_role("link", name="Ben").click()
    reads(page, "Ben asks for cover")
    seen(page, "asked-for")
    press(page, "Choose somebody for Ada")
    reads(page, "While Ben is away")
    press(page, "Let them stand in")
    expect(page.get_by_role("alert")).to_contain_text("Choose who stands in.")
    choose_cora(page, "Who stands in")
    # The days are those that Ben has said.
    expect(page.get_by_label("First day")).to_have_value(timezone.localdate().isoformat())
    page.get_by_label("What is good to know").fill("Tuesdays are hard.")
    seen(page, "plan")
    press(page, "Let them stand in")
    reads(page, "Cora stands in with Ada")
    told(page, "Cora stands in. All three are told.")


def stand_in(page: Page) -> None:
    page.goto("/my-people/")
    press(page, "You stand in with Ada")
    expect(main_part(page)).to_contain_text("Tuesdays are hard.")
    expect(main_part(page)).not_to_contain_text("Illness")
    seen(page, "stands-in")
    press(page, "Talk")
    reads(page, "Ada")


def rather_not(page: Page) -> None:
    page.goto("/home/")
    expect(main_part(page)).to_contain_text("Cora stands in for Ben")
    seen(page, "home")
    page.get_by_role("listitem").or_(page.locator("section")).filter(has_text="Cora stands in for Ben").get_by_role(
        "link", name="Read more"
    ).first.click()
    press(page, "I would rather not")
    reads(page, "Nobody in the place of Ben?")
    press(page, "End it")
    told(page, "Nobody stands in any more. All three are told.")


def ask_to_go_on(page: Page, ada: Person) -> None:
    page.goto(f"/desk/people/{ada.pk}/")
    press(page, "Somebody else instead of Ben")
    reads(page, "Somebody else instead of Ben")
    choose_cora(page, "Who goes on")
    page.get_by_label("Why").fill("Ben leaves at the end of the month.")
    press(page, "Ask them")
    told(page, "Ada is asked. Nothing changes until they say yes.")


def write_a_summary(page: Page) -> None:
    page.goto("/my-people/")
    press(page, "Cora may go on with Ada for you")
    press(page, "Write a summary")
    page.get_by_label("What would you like the next one to know?").fill(WORDS)
    press(page, "Save")
    expect(main_part(page)).to_contain_text(WORDS)


def go_on(page: Page) -> None:
    page.goto("/home/")
    page.locator("section").filter(has_text="Would you go on with Cora?").get_by_role("link", name="Read more").click()
    reads(page, "Would you go on with Cora?")
    expect(main_part(page)).to_contain_text("I have time on weekdays.")
    seen(page, "asked")
    press(page, "Yes, go on with Cora")
    expect(page.get_by_label("The summary", exact=True)).not_to_be_checked()
    page.get_by_label("The summary", exact=True).check()
    expect(page.get_by_label("How the check-ins went")).not_to_be_checked()
    page.get_by_label("How the check-ins went").check()
    page.get_by_label("What we agreed").check()
    page.get_by_label("What would you like them to know?").fill("Please call me A.")
    seen(page, "what-is-handed-on")
    press(page, "Go on")
    reads(page, "Cora goes on with you")
    seen(page, "done")


def begin_with_what_was_agreed(page: Page) -> None:
    press(page, "Together with Ada")
    expect(main_part(page)).to_contain_text("You can begin with what was agreed with Ben.")
    press(page, "Write your agreement")
    expect(page.get_by_label("How often")).to_have_value("Tuesdays and Fridays")
    press(page, "Sign and propose it")
    told(page, "It is proposed, with your signature. It is in force once both have signed.")


@pytest.mark.parametrize("with_script", [True, False], ids=["with JavaScript", "without"])
def test_from_standing_in_to_going_on(
    with_script: bool, page_for: PageFor, ada: Person, ben: Person, dev: Person, pairing: Pairing, cora: Helper
) -> None:
    adas, bens, coras, devs = (
        page_for(person, java_script_enabled=with_script, viewport=PHONE) for person in (ada, ben, cora.person, dev)
    )
    did_together(pairing)
    ask_for_cover(bens)
    plan_a_cover(devs)
    bens.reload()
    expect(main_part(bens)).to_contain_text("Arranged")
    expect(main_part(bens)).to_contain_text("Cora with Ada")
    stand_in(coras)
    rather_not(adas)
    answer = coras.goto(f"/desk/people/{ada.pk}/")
    assert answer is not None
    assert answer.status == 404

    ask_to_go_on(devs, ada)
    write_a_summary(bens)
    coras.goto("/my-people/")
    press(coras, "Ada is asked whether you go on with them")
    expect(main_part(coras)).not_to_contain_text(WORDS)
    go_on(adas)
    coras.reload()
    expect(main_part(coras)).to_contain_text(WORDS)
    expect(main_part(coras)).to_contain_text("Please call me A.")
    expect(coras.get_by_role("img", name="Confidence to manage: 4 of 10.")).to_be_visible()
    seen(coras, "handed-on")
    press(coras, "Talk")
    reads(coras, "Ada")
    coras.goto("/my-people/")
    begin_with_what_was_agreed(coras)
    bens.reload()
    expect(main_part(bens)).not_to_contain_text("Please call me A.")


def test_a_caseload_goes_on_with_others(
    page_for: PageFor, ben: Person, dev: Person, pairing: Pairing, cora: Helper
) -> None:
    page = page_for(dev, viewport=PHONE)
    page.goto(f"/desk/people/{ben.pk}/")
    press(page, "Let all of them go on with others")
    reads(page, "Others instead of Ben")
    page.get_by_label("Why").fill("Ben is ill.")
    seen(page, "caseload")
    press(page, "Look at it once more")
    reads(page, "Is this right?")
    press(page, "Yes, let them go on")
    reads(page, "What came of it")
    expect(main_part(page)).to_contain_text("Cora goes on")
    seen(page, "what-came-of-it")
    press(page, "See and undo it")
    expect(main_part(page)).to_contain_text("for as long as nothing was said or done between the two")
    seen(page, "undo")
    press(page, "Undo it for 1 person")
    told(page, "Put back as it was for 1 of 1.")
    page.goto(f"/desk/people/{ben.pk}/")
    expect(main_part(page)).to_contain_text("Ada")
    assert Pairing.objects.active().get() == pairing
