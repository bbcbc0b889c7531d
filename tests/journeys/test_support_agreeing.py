"""Two people from their agreement to the end and back: signed, a goal reached, less, a look back, asked again."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from people.models import Person
from tests.journeys.cast import alongside
from tests.journeys.conftest import PageFor
from tests.journeys.looking import PHONE
from tests.journeys.steps import main_part, press, reads, told

GOAL = "Go to the shop alone"


def in_days(days: int) -> str:
    day: date = timezone.localdate() + timedelta(days=days)
    return day.isoformat()


def write_an_agreement(page: Page) -> None:
    """The words are those of the service; what is emptied is asked for, and the rest is still there."""
    press(page, "Write your agreement")
    reads(page, "Write your agreement")
    often = page.get_by_label("How often you are in touch")
    often.fill("")
    page.get_by_label("By phone").check()
    press(page, "Sign and propose it")
    expect(page.get_by_role("alert")).to_contain_text("Say how often.")
    expect(page.get_by_label("By phone")).to_be_checked()
    often.fill("Every Tuesday")
    press(page, "Sign and propose it")
    told(page, "It is proposed, with your signature.")


def sign_it(page: Page) -> None:
    page.reload()
    press(page, "Read what is proposed")
    expect(main_part(page)).to_contain_text("Every Tuesday")
    press(page, "I agree, and sign")
    told(page, "You have signed.")
    expect(main_part(page)).to_contain_text("Signed by")


def choose_a_goal(page: Page) -> None:
    press(page, "Choose a goal")
    reads(page, "Choose a goal")
    page.get_by_label("The goal, in a few words").fill(GOAL)
    page.get_by_label("As a line that fills").check()
    press(page, "Propose it")
    reads(page, GOAL)


def agree_and_add_a_step(page: Page) -> None:
    page.reload()
    press(page, GOAL)
    press(page, "Yes, let us work on it")
    told(page, "Good. What could be a first small step?")
    page.get_by_label("A small step").fill("Walk to the corner")
    page.get_by_label("Both of you").check()
    press(page, "Add the step")
    told(page, "The step is there.")


def take_the_step_and_be_glad(page: Page) -> None:
    page.reload()
    expect(main_part(page)).to_contain_text("0 of 1 step done")
    press(page, "Done Walk to the corner")
    expect(main_part(page)).to_contain_text("All steps are done.")
    press(page, "I have reached it")
    told(page, "You did it!")


def plan_to_be_in_touch_less(page: Page) -> None:
    press(page, "Plan to be in touch less")
    page.get_by_label("From which day are you in touch less?").fill(in_days(7))
    page.get_by_label("How often, from then on?").fill("Every second week")
    page.get_by_label("On which day do you look back together?").fill(in_days(60))
    press(page, "Propose it")
    told(page, "It is proposed.")


def end_it_with_a_look_back(page: Page) -> None:
    press(page, "Look back, and end it")
    expect(main_part(page)).to_contain_text("your answers and your place in the queue are kept")
    page.get_by_label("A few words to each other").fill("Thank you for Tuesdays.")
    page.get_by_label("I manage on my own for now").check()
    press(page, "End it")
    reads(page, "Looking back")
    expect(main_part(page)).to_contain_text("Reached")


def come_back(page: Page, helper: str) -> None:
    press(page, "Ask again")
    reads(page, "Ask again")
    page.get_by_label(f"{helper} again, if there is a place").check()
    press(page, "Look over my answers")
    reads(page, "Check your answers")
    expect(main_part(page)).to_contain_text("My story")


@pytest.mark.parametrize("with_scripts", [True, False])
def test_from_the_agreement_to_the_way_back(
    with_scripts: bool, page_for: PageFor, ada: Person, ben: Person, dev: Person
) -> None:
    pairing = alongside(ada, ben, dev)
    hers, his = (page_for(person, java_script_enabled=with_scripts, viewport=PHONE) for person in (ada, ben))
    together = reverse("together", args=[pairing.pk])
    hers.goto(together)
    his.goto(together)

    write_an_agreement(his)
    sign_it(hers)
    hers.goto(together)
    expect(main_part(hers)).to_contain_text("Every Tuesday")
    choose_a_goal(hers)
    his.goto(together)
    agree_and_add_a_step(his)
    take_the_step_and_be_glad(hers)

    his.goto(together)
    plan_to_be_in_touch_less(his)
    hers.goto(together)
    press(hers, "See the plan")
    press(hers, "I agree")
    told(hers, "You both agree.")

    hers.goto(together)
    end_it_with_a_look_back(hers)
    his.goto(reverse("looking_back", args=[pairing.pk]))
    expect(main_part(his)).to_contain_text("Thank you for Tuesdays.")
    come_back(hers, "Ben")
