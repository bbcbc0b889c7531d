"""A member checks in and gets worse; a coordinator gives it to whoever is alongside, who looks in on her."""

import pytest
from playwright.sync_api import Page, expect

from people.models import Person
from tests.journeys.cast import alongside
from tests.journeys.conftest import KEPT, PageFor
from tests.journeys.looking import PHONE, faults
from tests.journeys.steps import main_part, press, told
from tests.journeys.together import check_in, choose_a_rhythm


def say_how_it_goes(page: Page, *, looking: bool) -> None:
    press(page, "Check in now")
    press(page, "Keep it")
    expect(page.get_by_role("alert")).to_contain_text("If you would rather not, skip it: that is fine.")
    press(page, "Not now")
    check_in(page, "8", "I slept well.")
    told(page, "Thank you. It is kept.")
    check_in(page, "3", "It was a hard week.")
    told(page, "we have asked a person of the service to look in on you")
    row = main_part(page).get_by_role("row").filter(has_text="It was a hard week.")
    expect(row).to_contain_text("A person was asked to look in")
    expect(main_part(page).get_by_role("img", name="Confidence to manage: from 8 to 3 of 10")).to_be_visible()
    if looking:
        looked_at(page, "check-ins")
        press(page, "Check in now")
        looked_at(page, "check-in")


def looked_at(page: Page, name: str) -> None:
    """Kept as a picture at the width of a phone, with nothing wrong on it at any width."""
    assert faults(page) == []
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    KEPT.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=KEPT / f"watching-{name}.png", full_page=True)


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
def test_from_a_check_in_to_looking_in(
    page_for: PageFor, ada: Person, ben: Person, dev: Person, *, scripts: bool
) -> None:
    pairing = alongside(ada, ben, dev)
    adas, devs, bens = (page_for(person, java_script_enabled=scripts) for person in (ada, dev, ben))

    adas.goto(f"/together/{pairing.pk}/")
    press(adas, "All check-ins")
    choose_a_rhythm(adas)
    say_how_it_goes(adas, looking=scripts)
    devs.goto("/desk/follow-ups/")
    main_part(devs).get_by_role("row").filter(has_text="Check-ins fall").get_by_role("link", name="Ada").click()
    expect(main_part(devs)).to_contain_text("Confidence to manage fell from 8 to 3")
    expect(main_part(devs)).not_to_contain_text("It was a hard week.")
    if scripts:
        looked_at(devs, "follow-up")
    press(devs, "Give it to somebody")
    devs.get_by_label("Ben").check()
    press(devs, "Give it to them")
    told(devs, "Given to Ben, who is told.")

    bens.goto("/notices/")
    press(bens, "A follow-up is yours")
    press(bens, "I have looked in")
    press(bens, "Done")
    expect(bens.get_by_role("alert")).to_contain_text("Choose one of the two.")
    bens.get_by_label("It was good that somebody looked").check()
    press(bens, "Done")
    told(bens, "Done. Thank you for looking in.")

    devs.goto("/check-in-rule/")
    expect(main_part(devs).get_by_role("row").filter(has_text="from the beginning")).to_contain_text("1")
    if scripts:
        looked_at(devs, "rule")
