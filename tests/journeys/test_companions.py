"""Somebody is there beside the lead: an advocate acts in Ada's name and she undoes it; an interpreter; the end."""

import pytest
from playwright.sync_api import Page, expect

from matching.models import Helper, Pairing
from people.models import Area, Person, Role
from tests.fixtures import make_person
from tests.journeys.cast import alongside, ready_to_help
from tests.journeys.conftest import KEPT, PageFor
from tests.journeys.looking import PHONE
from tests.journeys.steps import main_part, press, reads, told
from tests.support.making import goal_of_both
from tests.support.meeting import keeps_hours

EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
BOOK = "Book, move and cancel appointments"
STEPS = "Read the goals I work on, add steps and say what is done"


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def script(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def pairing(ada: Person, ben: Person, dev: Person) -> Pairing:
    """Ada and Ben work on a goal, and he has time every morning."""
    pairing = alongside(ada, ben, dev)
    keeps_hours(ben, "phone", weekdays=EVERY_DAY)
    goal_of_both(pairing)
    return pairing


@pytest.fixture
def olwen(north: Area, dev: Person) -> Helper:
    person = make_person("Olwen", Role.Kind.ADVISER, area=north, age_group="26_64", languages=["en"])
    return ready_to_help(person, checked_by=dev)


@pytest.fixture
def samira(db: None) -> Person:
    return make_person("Samira", Role.Kind.INTERPRETER)


def seen(page: Page, name: str) -> None:
    """Nothing is cut off on a small phone; what it looks like is kept."""
    page.wait_for_load_state()
    KEPT.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=KEPT / f"companions-{name}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], name


def ask_whether(page: Page, ada: Person, name: str, kind: str) -> None:
    page.goto(f"/desk/people/{ada.pk}/")
    press(page, "Somebody there too")
    press(page, "Ask them")
    expect(page.get_by_role("alert")).to_contain_text("Choose who.")
    page.get_by_label(kind, exact=True).check()
    page.get_by_label("Who").select_option(name)
    page.get_by_label("What for").fill("For the letters of the council.")
    press(page, "Ask them")
    told(page, "Ada is asked. Nothing begins before they say yes.")


def read_more(page: Page, heading: str) -> None:
    """From the card on the first page."""
    page.goto("/home/")
    page.locator("section").filter(has_text=heading).get_by_role("link", name="Read more").click()
    reads(page, heading)


def let_act(page: Page, *acts: str) -> None:
    """Nothing is ticked beforehand; then these are."""
    read_more(page, "Would you like Olwen there too?")
    press(page, "Yes, please")
    for act in (BOOK, STEPS):
        expect(page.get_by_label(act)).not_to_be_checked()
    for act in acts:
        page.get_by_label(act).check()
    seen(page, "acts")
    press(page, "Yes, please")
    told(page, "Olwen is there for you.")
    expect(main_part(page)).to_contain_text(BOOK)


def book_for_ada(page: Page) -> None:
    page.goto("/my-people/")
    press(page, "Ada’s advocate")
    press(page, "Appointments and goals of Ada")
    reads(page, "For Ada")
    expect(main_part(page)).to_contain_text("Nothing is booked.")
    seen(page, "for-ada")
    press(page, "Choose a time with Ben")
    reads(page, "Choose a time for Ada")
    press(page, "Week after")
    page.get_by_role("link", name="10:00").first.click()
    reads(page, "Book this time?")
    expect(main_part(page)).to_contain_text("Ada and Ben are told that it was you")
    press(page, "Book it")
    told(page, "It is done in the name of Ada, and both are told.")
    reads(page, "Appointment of Ada with Ben")
    seen(page, "booked")


def add_a_step(page: Page) -> None:
    press(page, "For Ada")
    press(page, "To the shop alone")
    page.get_by_label("A small step").fill("To the door")
    page.get_by_label("Ada", exact=True).check()
    press(page, "Add the step")
    told(page, "The step is there.")


def read_and_undo(page: Page) -> None:
    page.goto("/notices/")
    press(page, "An appointment was booked in your name")
    expect(main_part(page)).to_contain_text("by Olwen for Ada")
    seen(page, "who-booked")
    press(page, "Cancel it")
    press(page, "Cancel it")
    told(page, "It is cancelled, and the other one is told. You can choose another time.")
    page.goto("/notices/")
    press(page, "A step was added in your name")
    expect(main_part(page)).to_contain_text("(Olwen for Ada)")
    page.get_by_role("button", name="Let it go To the door").click()
    told(page, "That is fine. It can be taken up again.")


def take_back(page: Page) -> None:
    read_more(page, "Olwen is your advocate")
    expect(main_part(page)).to_contain_text("Booked an appointment")
    seen(page, "done-in-your-name")
    press(page, "Change what they may")
    page.get_by_label(BOOK).uncheck()
    press(page, "Save")
    told(page, "Saved.")


def test_an_advocate_acts_in_sight_and_not_a_moment_longer(
    script: bool, page_for: PageFor, ada: Person, dev: Person, pairing: Pairing, olwen: Helper
) -> None:
    adas, devs, olwens = (
        page_for(person, java_script_enabled=script, viewport=PHONE) for person in (ada, dev, olwen.person)
    )
    ask_whether(devs, ada, "Olwen", "Advocate")
    let_act(adas, BOOK, STEPS)
    book_for_ada(olwens)
    add_a_step(olwens)
    read_and_undo(adas)
    olwens.goto(f"/together/{pairing.pk}/times/")
    reads(olwens, "Choose a time for Ada")
    take_back(adas)
    # The page stands open still; what is pressed on it leads nowhere.
    answer = olwens.reload()
    assert answer is not None
    assert answer.status == 404
    olwens.goto(f"/together/for/{ada.pk}/")
    expect(main_part(olwens)).not_to_contain_text("Choose a time")
    press(adas, "End it")
    reads(adas, "End it?")
    press(adas, "End it")
    told(adas, "It is done.")
    answer = olwens.goto(f"/together/for/{ada.pk}/")
    assert answer is not None
    assert answer.status == 404


def test_an_interpreter_beside_the_lead_hears_what_is_said_and_no_more(
    script: bool, page_for: PageFor, ada: Person, dev: Person, pairing: Pairing, samira: Person
) -> None:
    adas, devs, samiras = (
        page_for(person, java_script_enabled=script, viewport=PHONE) for person in (ada, dev, samira)
    )
    ask_whether(devs, ada, "Samira", "Interpreter")
    read_more(adas, "Would you like Samira there too?")
    press(adas, "Yes, please")
    # There is nothing to let an interpreter do.
    expect(adas.get_by_role("main").get_by_role("checkbox")).to_have_count(0)
    press(adas, "Yes, please")
    told(adas, "Samira is there for you.")
    # Ben stays the lead.
    adas.goto("/home/")
    expect(main_part(adas)).to_contain_text("Ben")
    samiras.goto("/notices/")
    press(samiras, "You can be there for somebody")
    reads(samiras, "You are Ada’s interpreter")
    press(samiras, "Talk")
    reads(samiras, "Ada")
    answer = samiras.goto(f"/desk/people/{ada.pk}/")
    assert answer is not None
    assert answer.status in (403, 404)
    samiras.goto("/notices/")
    press(samiras, "You can be there for somebody")
    press(samiras, "End it")
    press(samiras, "End it")
    told(samiras, "It is done.")
    adas.goto("/notices/")
    expect(main_part(adas)).to_contain_text("Somebody is no longer there too")
