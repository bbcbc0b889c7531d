"""A coordinator works with the desk, and an adviser with theirs, with JavaScript and without."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from matching.models import Helper, Request
from people.models import Assignment, Person
from people.operations import assign
from tests.fixtures import make_person
from tests.journeys.cast import ready_to_help
from tests.journeys.conftest import PageFor
from tests.journeys.steps import main_part, press, reads, told

WITH_AND_WITHOUT = pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])


def waits(person: Person, *, days: int) -> Request:
    at = timezone.now() - timedelta(days=days)
    return Request.objects.create(person=person, state="waiting", began_at=at, asked_at=at)


def row(page: Page, name: str) -> str:
    return main_part(page).get_by_role("row", name=name).inner_text()


@WITH_AND_WITHOUT
def test_from_a_list_to_many_at_once_and_back(
    scripts: bool, page_for: PageFor, dev: Person, ada: Person, cleo: Person
) -> None:
    fay = make_person("Fay", "coordinator", area=dev.area)
    for days, person in enumerate((ada, cleo), start=1):
        waits(person, days=days)
        assign(carer=dev, person=person, kind="coordinator", at=timezone.now())
    page = page_for(dev, java_script_enabled=scripts)

    # Keep what one looks at every day.
    page.goto("/desk/waiting/")
    page.get_by_label("Whose").select_option("Only mine")
    press(page, "Show")
    press(page, "keep it as a list")
    reads(page, "Keep as a list")
    page.get_by_label("What shall the list be called?").fill("My waiting")
    press(page, "Keep the list")
    told(page, "“My waiting” is kept.")
    page.goto("/desk/")
    press(page, "My waiting")
    reads(page, "Waiting for someone")

    # Give all of them to a colleague, and look before.
    page.get_by_label("For all 2 of this list").check()
    press(page, "Show what would happen")
    reads(page, "Give them a coordinator")
    page.get_by_label("Who is to look after them?").select_option("Fay")
    press(page, "Show what will happen")
    assert [row(page, name).split() for name in ("Ada", "Cleo")] == [["Ada", "Dev", "Fay"], ["Cleo", "Dev", "Fay"]]
    press(page, "Do it for 2 people")
    told(page, "Done. You can undo it here.")

    # One of them is given to somebody else meanwhile, and stays with them.
    Assignment.objects.filter(person=cleo, carer=fay).update(ended_at=timezone.now())
    press_undo = main_part(page).get_by_role("button", name="Undo it for")
    press_undo.click()
    told(page, "Left as they are, because something has changed since: Cleo.")
    told(page, "Put back as it was for 1 of 2.")
    assert [one.carer for one in Assignment.objects.current().filter(person=ada, kind="coordinator")] == [dev]

    # Let go of the list.
    page.goto("/desk/lists/")
    main_part(page).get_by_role("link", name="Delete My waiting").click()
    press(page, "Delete the list")
    told(page, "“My waiting” is deleted.")


@WITH_AND_WITHOUT
def test_a_section_leaves_as_a_file_and_on_paper(scripts: bool, page_for: PageFor, dev: Person, ada: Person) -> None:
    waits(ada, days=3)
    page = page_for(dev, java_script_enabled=scripts)
    page.goto("/desk/waiting/")
    with page.expect_download() as download:
        press(page, "As a file (CSV)")
    lines = download.value.path().read_text("utf-8-sig").splitlines()
    assert lines[0] == "Name,Waiting since,Waiting,First asked,Promised by,About,Area,State,Why,Offers"
    assert lines[1].startswith("Ada,")
    press(page, "For a meeting, on paper")
    reads(page, "Waiting for someone")
    expect(main_part(page).get_by_role("row", name="Ada")).to_have_count(1)
    expect(main_part(page).get_by_role("button", name="Print")).to_have_count(1 if scripts else 0)
    member = page_for(ada)
    member.goto("/record/")
    expect(main_part(member).get_by_text("in a list for a meeting, as your coordinator")).to_be_visible()


@WITH_AND_WITHOUT
def test_an_adviser_takes_a_break_at_their_own_desk(scripts: bool, page_for: PageFor, dev: Person, ben: Person) -> None:
    ready_to_help(ben, checked_by=dev)
    Helper.objects.filter(person=ben).update(vetted_until=timezone.localdate() + timedelta(days=10))
    page = page_for(ben, java_script_enabled=scripts)
    page.goto("/my-people/")
    expect(main_part(page).get_by_role("link", name="Your checks run out on")).to_be_visible()
    page.get_by_label("How many people can you be alongside").fill("1")
    press(page, "Save my places")
    told(page, "Your places are saved.")
    press(page, "Pause")
    told(page, "You are paused.")
    press(page, "Take on people again")
    told(page, "Welcome back.")
    assert Helper.objects.get(person=ben).state == "active"


def test_months_can_be_read_as_a_picture_and_as_a_table(page_for: PageFor, dev: Person, ada: Person) -> None:
    waits(ada, days=3)
    page = page_for(dev)
    page.goto("/desk/")
    press(page, "Month by month")
    reads(page, "Month by month")
    for title in ("Waiting", "Days waited", "Pairings begun and ended", "Silent pairs"):
        section = main_part(page).get_by_role("region", name=title, exact=True)
        expect(section.get_by_role("img")).to_have_count(1)
        expect(section.get_by_role("row")).to_have_count(13)


def test_an_open_desk_counts_on(page_for: PageFor, dev: Person, ada: Person, cleo: Person) -> None:
    """The figures follow what others do; the tables stay, and a line says that there is more."""
    for days, person in enumerate((ada, cleo), start=1):
        waits(person, days=days)
    desk, adas = page_for(dev), page_for(ada)
    heard: list[object] = []
    desk.on("websocket", lambda socket: socket.on("framereceived", lambda frame: heard.append(frame)))  # noqa: PLW0108
    desk.goto("/desk/")
    figure = main_part(desk).get_by_role("link", name="Waiting for someone")
    expect(figure).to_contain_text("2")
    while not heard:
        desk.wait_for_timeout(50)
    adas.goto("/request/withdrawal/")
    press(adas, "Stop asking")
    expect(figure).to_contain_text("1")
    told(desk, "Something has changed meanwhile.")
    expect(main_part(desk).get_by_role("row", name="Ada")).to_have_count(1)
    press(desk, "Show it")
    expect(main_part(desk).get_by_role("row", name="Ada")).to_have_count(0)
