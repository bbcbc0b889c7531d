"""A member, her adviser and an interpreter: asked, come, talked and gone, with JavaScript and without."""

import re

import pytest
from playwright.sync_api import Page, expect

from messaging.models import Conversation
from people.models import Person, Role
from tests.fixtures import make_person
from tests.journeys.cast import alongside
from tests.journeys.conftest import PageFor
from tests.journeys.looking import Grumbles, faults
from tests.journeys.steps import bubble, connected, main_part, press, reads, say, told


@pytest.fixture
def ines(ada: Person) -> Person:
    """Ines interprets where Ada lives."""
    return make_person("Ines", Role.Kind.INTERPRETER, area=ada.area, age_group="26_64")


def begin(page: Page, talk: int) -> None:
    """From what two say to each other to a group of three, in which nothing of it is."""
    page.goto(f"/messages/{talk}/")
    say(page, "Between the two of us")
    press(page, "Begin a group with Ada and somebody else")
    reads(page, "Begin a group")
    expect(page.get_by_label("Ada (member)")).to_be_checked()
    press(page, "Ask them")
    expect(page.get_by_role("alert")).to_contain_text("Give it a name, in a few words.")
    page.get_by_label("What is this conversation called?").fill("The clinic")
    page.get_by_label("Ines (interpreter)").check()
    press(page, "Ask them")
    reads(page, "The clinic")
    told(page, "The conversation has begun.")
    expect(main_part(page)).to_contain_text("Ben asked Ines to join.")
    expect(main_part(page)).not_to_contain_text("Between the two of us")


def join(page: Page) -> None:
    page.goto("/home/")
    page.goto("/messages/")
    invitation = main_part(page).get_by_role("region", name="The clinic")
    expect(invitation).to_contain_text("Ben asks you to join this conversation.")
    invitation.get_by_role("button", name=re.compile("^Join")).click()
    reads(page, "The clinic")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_group_from_asking_to_leaving(
    scripts: bool, page_for: PageFor, ada: Person, ben: Person, dev: Person, ines: Person
) -> None:
    talk = alongside(ada, ben, dev).conversation_id
    bens, adas, iness = (page_for(person, java_script_enabled=scripts) for person in (ben, ada, ines))
    begin(bens, talk)
    join(adas)
    say(bens, "The appointment is on Thursday.")
    join(iness)
    expect(bubble(iness, "The appointment is on Thursday.")).to_have_count(1)
    say(iness, "Jueves, a las diez.")
    look_again(adas, scripts=scripts)
    expect(bubble(adas, "Jueves, a las diez.")).to_have_count(1)

    leave(iness)
    look_again(adas, scripts=scripts)
    expect(main_part(adas)).to_contain_text("Ines left.")
    say(adas, "Thank you both.")
    expect(bubble(adas, "Thank you both.")).to_have_count(1)
    iness.goto("/messages/")
    expect(main_part(iness)).not_to_contain_text("Thank you both.")


def test_whoever_is_removed_reads_no_further(
    page_for: PageFor, ada: Person, ben: Person, dev: Person, ines: Person
) -> None:
    talk = alongside(ada, ben, dev).conversation_id
    bens, iness = page_for(ben), page_for(ines)
    begin(bens, talk)
    join(iness)
    connected(iness)
    group = Conversation.objects.get(is_group=True)
    bens.goto(f"/messages/{group.pk}/")
    bens.get_by_text("Who is here").click()
    press(bens, "Remove Ines")
    press(bens, "Remove")
    # Her page was open all the while, and nobody touched it.
    reads(iness, "Messages")
    expect(main_part(iness)).not_to_contain_text("The clinic")


def look_again(page: Page, *, scripts: bool) -> None:
    """Without scripts a page is as old as it was loaded."""
    if not scripts:
        page.reload()


def leave(page: Page) -> None:
    page.get_by_text("Who is here").click()
    press(page, "Leave")
    reads(page, "Leave “The clinic”?")
    expect(main_part(page)).to_contain_text("The others see that you left.")
    press(page, "Leave")
    told(page, "You left “The clinic”.")
    reads(page, "Messages")


def test_somebody_says_no_and_is_taken_at_their_word(
    page_for: PageFor, ada: Person, ben: Person, dev: Person, ines: Person
) -> None:
    talk = alongside(ada, ben, dev).conversation_id
    bens, iness = page_for(ben), page_for(ines)
    begin(bens, talk)
    iness.goto("/messages/")
    press(iness, "Say no The clinic")
    told(iness, "You said no. The others see that you declined, and nothing else.")
    connected(bens)
    expect(main_part(bens)).to_contain_text("Ines declined.")


def test_what_was_said_is_found_again(page_for: PageFor, ada: Person, ben: Person, dev: Person) -> None:
    talk = alongside(ada, ben, dev).conversation_id
    page = page_for(ada)
    grumbles = Grumbles(page)
    page.goto(f"/messages/{talk}/")
    connected(page)
    say(page, "The number of the clinic is on the fridge.")
    expect(bubble(page, "on the fridge")).to_have_count(1)
    page.goto("/messages/")
    press(page, "Search")
    page.get_by_label("What was said?").fill("CLINIC")
    press(page, "Search")
    expect(page.locator("mark")).to_have_text("clinic")
    assert faults(page) + grumbles.heard == []
    main_part(page).get_by_role("link", name="Ben").click()
    expect(bubble(page, "on the fridge")).to_be_in_viewport()
