"""What two people do with each other on the pages of their pairing, found by the words they read."""

from datetime import date, timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.journeys.steps import main_part, menu, press, reads, told

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


def say_when_there_is_time(page: Page) -> None:
    """Every weekday from nine to five, on the phone or in the library; and nothing on one afternoon."""
    page.goto("/home/")
    menu(page, "My people")
    press(page, "When I have time")
    reads(page, "When you have time")
    press(page, "Add weekly hours")
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"):
        page.get_by_label(day, exact=True).check()
    page.get_by_label("From", exact=True).fill("09:00")
    page.get_by_label("Until", exact=True).fill("17:00")
    page.get_by_label("By phone").check()
    page.get_by_label("Face to face", exact=True).check()
    press(page, "Save")
    expect(page.get_by_role("alert")).to_contain_text("Say where people meet you.")
    page.get_by_label("Where, when it is face to face?").fill("The library")
    press(page, "Save")
    told(page, "Saved. The people you are alongside can choose from these times.")


def choose_a_time(page: Page, other: str, clock: str) -> None:
    """A week from now, face to face, at this time of the first day."""
    press(page, "Choose a time")
    reads(page, "Choose a time")
    page.get_by_label("How", exact=True).select_option("Face to face")
    press(page, "Show times")
    press(page, "Week after")
    page.get_by_role("link", name=clock).first.click()
    reads(page, "Book this time?")
    expect(main_part(page)).to_contain_text("The library")
    press(page, "Book it")
    told(page, "It is booked. We remind both of you a day and an hour before.")
    reads(page, f"Appointment with {other}")


def choose_a_rhythm(page: Page) -> None:
    press(page, "How often")
    press(page, "Save")
    expect(page.get_by_role("alert")).to_contain_text("Choose how often, or never.")
    page.get_by_label("Every two weeks").check()
    press(page, "Save")
    told(page, "Saved. You can change it at any time.")
    expect(main_part(page)).to_contain_text("You are asked every two weeks, next on")


def check_in(page: Page, managing: str, words: str) -> None:
    press(page, "Check in now")
    answer_the_check_in(page, managing, words)


def answer_the_check_in(page: Page, managing: str, words: str) -> None:
    reads(page, "How are you getting on?")
    page.get_by_label("How well can you manage just now?").select_option(managing)
    page.get_by_label("Anything you would like to add?").fill(words)
    press(page, "Keep it")
