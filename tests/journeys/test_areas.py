"""A head of service arranges areas, two coordinators agree on a transfer, an adviser's checks are noted."""

import pytest
from playwright.sync_api import Page, expect

from people.models import Area, Person, Role
from people.operations import add_area
from tests.fixtures import make_person
from tests.journeys.cast import ready_to_help
from tests.journeys.conftest import PageFor
from tests.journeys.looking import faults
from tests.journeys.steps import main_part, press, reads, told


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def script(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def lou(db: None) -> Person:
    """Lou coordinates everywhere."""
    return make_person("Lou", Role.Kind.COORDINATOR)


@pytest.fixture
def dara(south: Area) -> Person:
    """Dara coordinates the south."""
    return make_person("Dara", Role.Kind.COORDINATOR, area=south)


def looks_well(page: Page, script: bool) -> None:
    """On a phone and at a desk; the tools that look need JavaScript."""
    if script:
        assert faults(page) == []


def test_the_tree_is_arranged_and_what_lies_in_it_is_seen(
    page_for: PageFor, lou: Person, dev: Person, ada: Person, north: Area, script: bool
) -> None:
    page = page_for(lou, java_script_enabled=script)
    page.goto("/desk/")
    page.get_by_text("More to do here").click()
    press(page, "Services and areas")
    reads(page, "Services and areas")
    press(page, "Add an area")
    page.get_by_label("What is it called?").fill("Village")
    page.get_by_label("In which area does it lie?").select_option("North")
    press(page, "Add the area")
    told(page, "Village is added.")
    press(page, "Rename Village")
    page.get_by_label("What is it called?").fill("North")
    press(page, "Rename it")
    expect(page.get_by_role("alert")).to_contain_text("There is an area called North already.")
    page.get_by_label("What is it called?").fill("Old village")
    press(page, "Rename it")
    told(page, "It is called Old village now.")
    press(page, "Move Old village")
    page.get_by_label("In which area does it lie?").select_option("In none: it is a service of its own")
    press(page, "Move it")
    told(page, "Old village is moved.")
    looks_well(page, script)


def test_an_area_is_given_to_a_coordinator_and_taken_back(
    page_for: PageFor, lou: Person, dev: Person, ada: Person, ben: Person, north: Area, script: bool
) -> None:
    village = add_area(by=lou, name="Village", below=north)
    Person.objects.filter(pk=ada.pk).update(area=village)
    his, bens = (page_for(one, java_script_enabled=script) for one in (dev, ben))
    his.goto("/areas/")
    press(his, "Coordinators of Village")
    reads(his, "Who coordinates Village")
    his.get_by_label("Somebody’s name").fill("ben")
    press(his, "Look for them")
    looks_well(his, script)
    press(his, "Choose Ben")
    reads(his, "Let Ben coordinate Village?")
    expect(main_part(his)).to_contain_text("everybody looked after in Village, now 1 person")
    looks_well(his, script)
    press(his, "Let them coordinate it")
    told(his, "Ben coordinates Village from now on, and is told.")

    bens.goto("/notices/")
    press(bens, "You coordinate an area from now on")
    reads(bens, "Desk")
    bens.goto(f"/desk/people/{ada.pk}/")
    reads(bens, "Ada")
    # Who coordinates it he reads, and says nothing about.
    bens.goto(f"/areas/{village.pk}/coordinators/")
    expect(main_part(bens)).to_contain_text("is said by those who coordinate North")
    looks_well(bens, script)

    press(his, "End it for Ben")
    reads(his, "Shall Ben coordinate Village no more?")
    looks_well(his, script)
    press(his, "End it")
    told(his, "Ben coordinates it no more.")
    answer = bens.goto(f"/desk/people/{ada.pk}/")
    assert answer is not None
    assert answer.status in (403, 404)
    # Nobody is left who is of the service itself.
    his.goto(f"/areas/{north.pk}/coordinators/")
    press(his, "Stop for Dev")
    press(his, "Stop")
    expect(his.get_by_role("heading", level=1)).to_be_visible()
    expect(main_part(his)).to_contain_text("Nobody else coordinates North. Let somebody else do so first.")


def test_somebody_asks_another_area_for_themselves(
    page_for: PageFor, ada: Person, dev: Person, dara: Person, south: Area, script: bool
) -> None:
    adas, his, hers = (page_for(one, java_script_enabled=script) for one in (ada, dev, dara))
    adas.goto("/record/details/")
    expect(adas.get_by_label("Where do you live?")).to_be_disabled()
    looks_well(adas, script)
    press(adas, "Ask another one")
    reads(adas, "Ask another area to look after you")
    press(adas, "Ask them")
    expect(adas.get_by_role("alert")).to_contain_text("Choose an area.")
    adas.get_by_label("To which area?").select_option("South")
    adas.get_by_label("Why?").fill("I have moved.")
    looks_well(adas, script)
    press(adas, "Ask them")
    told(adas, "The coordinators of South are asked. You are told what they say.")
    his.goto("/notices/")
    press(his, "Somebody asks to be looked after by another area")
    reads(his, "Transfer of Ada")
    hers.goto("/notices/")
    press(hers, "Another area asks you to look after somebody")
    press(hers, "Agree")
    press(hers, "Agree")
    told(hers, "South looks after Ada from now on.")
    adas.goto("/record/")
    expect(main_part(adas)).to_contain_text("South")


def test_a_transfer_needs_both_sides(
    page_for: PageFor, ada: Person, dev: Person, dara: Person, south: Area, script: bool
) -> None:
    his, hers, adas = (page_for(one, java_script_enabled=script) for one in (dev, dara, ada))
    his.goto(f"/desk/people/{ada.pk}/")
    press(his, "Transfer to another area")
    reads(his, "Ask another area to look after Ada")
    press(his, "Ask them")
    expect(his.get_by_role("alert")).to_contain_text("Choose an area.")
    looks_well(his, script)
    his.get_by_label("To which area?").select_option("South")
    his.get_by_label("Both look after them").check()
    his.get_by_label("Why?").fill("She stays with her mother there for half of the week.")
    press(his, "Ask them")
    told(his, "The coordinators of South are asked, and Ada is told.")

    hers.goto(f"/desk/people/{ada.pk}/")
    expect(main_part(hers)).not_to_contain_text("Languages")
    hers.goto("/desk/")
    expect(main_part(hers).get_by_role("row").filter(has_text="North")).to_contain_text("Yours")
    hers.goto("/notices/")
    hers.get_by_role("main").get_by_text("Another area asks you to look after somebody").first.click()
    reads(hers, "Transfer of Ada")
    looks_well(hers, script)
    press(hers, "Agree")
    reads(hers, "Look after Ada in South?")
    press(hers, "Agree")
    told(hers, "South looks after Ada from now on.")
    hers.goto(f"/desk/people/{ada.pk}/")
    reads(hers, "Ada")
    expect(main_part(hers)).to_contain_text("Looked after in, too")
    looks_well(hers, script)

    adas.goto("/record/")
    expect(main_part(adas)).to_contain_text("South")
    press(hers, "Let them go in South")
    press(hers, "Let them go")
    told(hers, "South looks after Ada no more.")


def test_what_is_asked_of_an_adviser_is_noted_and_read_by_both(
    page_for: PageFor, lou: Person, dev: Person, ben: Person, script: bool
) -> None:
    helper = ready_to_help(ben, checked_by=dev)
    head, his, bens = (page_for(one, java_script_enabled=script) for one in (lou, dev, ben))
    head.goto("/desk/")
    head.get_by_text("More to do here").click()
    press(head, "What is asked of helpers")
    press(head, "Change what is asked of advisers")
    head.get_by_label("Trainings that are needed").fill("Safeguarding adults")
    press(head, "Ask for this from now on")
    told(head, "This is asked from now on.")
    looks_well(head, script)

    bens.goto("/helping/")
    press(bens, "My record of checks")
    reads(bens, "My record of checks")
    expect(main_part(bens)).to_contain_text("Nobody new is matched with you")
    looks_well(bens, script)
    his.goto(f"/helpers/{helper.pk}/checks/")
    expect(main_part(his)).to_contain_text("Missing")
    press(his, "Note something")
    his.get_by_label("Training", exact=True).check()
    his.get_by_label("For training: which one?").fill("Safeguarding adults")
    his.get_by_label("Good until").fill("2999-03-31")
    press(his, "Note it")
    told(his, "It is noted.")
    expect(main_part(his)).not_to_contain_text("Missing")
    looks_well(his, script)
    bens.reload()
    expect(main_part(bens)).not_to_contain_text("Nobody new is matched with you")
