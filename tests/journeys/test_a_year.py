"""A whole year of Zoe, who asks, of Ben, who is alongside her, and of Dev, who looks after them: the test moves time.

Every step is taken on pages, month by month; what the worker does by the clock is done for the day it then is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from caseload.tasks import follow_covers
from matching.models import Proposal
from matching.tasks import tell_of_checks_running_out, tell_of_promises_passed
from people.models import Area, Person, Role
from support import tasks
from tests.fixtures import make_person
from tests.journeys.cast import ready_to_help
from tests.journeys.clock import CLOCK, Clock, clock_at
from tests.journeys.conftest import KEPT, PageFor, Service, served
from tests.journeys.looking import DESKTOP, faults
from tests.journeys.steps import (
    STORY,
    answer_some,
    choose,
    come_back_and_answer_the_rest,
    eventually,
    has_only,
    main_part,
    menu,
    press,
    reads,
    run_a_round_and_approve,
    say,
    send_the_request,
    sign_up,
    told,
)
from tests.journeys.test_files import GARDEN
from tests.journeys.together import (
    GOAL,
    agree_and_add_a_step,
    answer_the_check_in,
    check_in,
    choose_a_goal,
    choose_a_rhythm,
    choose_a_time,
    come_back,
    end_it_with_a_look_back,
    in_days,
    plan_to_be_in_touch_less,
    say_when_there_is_time,
    sign_it,
    take_the_step_and_be_glad,
    write_an_agreement,
)


def first_monday_of_next_year() -> datetime:
    """At ten: in time to come, because the browser keeps a clock of its own and drops what seems long past."""
    first = date(timezone.localdate().year + 1, 1, 1)
    monday = first + timedelta(days=-first.weekday() % 7)
    return timezone.make_aware(datetime.combine(monday, time(10)))


BEGIN = first_monday_of_next_year()
ADDRESS = "zoe@example.org"
NOTE = "She would like to take the bus on her own again."


@pytest.fixture
def clock(tmp_path: Path) -> Iterator[Clock]:
    """It only ever goes forward: a server that has seen the summer cannot live in the spring again."""
    with clock_at(tmp_path / "clock", BEGIN) as clock:
        yield clock


@pytest.fixture
def service(django_db_setup: None, clock: Clock, tmp_path: Path) -> Iterator[Service]:
    """One that lives by the clock of this test."""
    environment = {"DJANGO_SETTINGS_MODULE": "tests.journeys.moved_settings", CLOCK: str(clock.file)}
    with served(tmp_path, environment) as there:
        yield there


@dataclass
class Year:
    """Who takes part in it; every month they open the pages anew, as somebody does who signed out long ago."""

    clock: Clock
    page_for: PageFor
    scripts: bool
    ben: Person
    dev: Person
    zoe: Person = field(init=False)

    def page(self, person: Person | None) -> Page:
        return self.page_for(person, java_script_enabled=self.scripts)

    def pages(self, *people: Person) -> Iterator[Page]:
        return (self.page(person) for person in people)

    def comes_to(self, month: int, day: int = 1) -> None:
        """Half past nine of that day; the worker has done what was to be done in the morning."""
        self.clock.move_to(BEGIN.replace(month=month, day=day, hour=9, minute=30))
        for task in EVERY_MORNING:
            task.call_local()

    def look_at(self, page: Page, name: str) -> None:
        """Nothing is wrong with the page at a desk or on a phone, where a picture of it is kept."""
        if not self.scripts:
            return
        assert faults(page) == []
        KEPT.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=KEPT / f"year-{name}.png", full_page=True)
        page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]


EVERY_MORNING = (
    tasks.remind_of_agreements,
    tasks.remind_of_steps,
    tasks.ask_who_is_due,
    tasks.remind_of_appointments,
    tasks.tell_of_step_downs,
    follow_covers,
    tell_of_checks_running_out,
    tell_of_promises_passed,
)


def what_they_do(page: Page) -> None:
    """The page of what the two do together, found from the first page."""
    page.goto("/home/")
    press(page, "What we do together")


def january_she_asks_and_is_matched(year: Year, service: Service) -> Person:
    hers, his, desk = year.page(None), year.page(year.ben), year.page(year.dev)
    sign_up(hers, "Zoe", ADDRESS, service.mails)
    answer_some(hers)
    come_back_and_answer_the_rest(hers)
    send_the_request(hers)
    run_a_round_and_approve(desk, "Zoe", "Ben")
    choose(hers, "Ben")
    say(hers, "Hello Ben, I am Zoe.")
    his.goto("/home/")
    press(his, "Talk")
    has_only(his, "Hello Ben, I am Zoe.")

    what_they_do(his)
    write_an_agreement(his)
    what_they_do(hers)
    sign_it(hers)
    say_when_there_is_time(his)
    zoe: Person = Person.objects.get(chosen_name="Zoe")
    return zoe


def february_they_meet(year: Year) -> None:
    hers, his = year.pages(year.zoe, year.ben)
    what_they_do(hers)
    choose_a_time(hers, "Ben", "10:00")
    what_they_do(hers)
    choose_a_goal(hers)
    what_they_do(hers)
    press(hers, "All check-ins")
    choose_a_rhythm(hers)
    year.look_at(hers, "february-check-ins")

    year.comes_to(2, 22)
    his, hers = year.pages(year.ben, year.zoe)
    what_they_do(his)
    main_part(his).get_by_role("region", name="When you meet").get_by_role("link").first.click()
    press(his, "It took place")
    told(his, "Thank you, it is noted.")
    what_they_do(his)
    agree_and_add_a_step(his)
    write_a_note(his)
    hers.goto("/notes-about-me/")
    expect(main_part(hers)).to_contain_text(NOTE)
    year.look_at(hers, "february-notes-about-me")


def write_a_note(page: Page) -> None:
    page.goto("/my-people/")
    press(page, "About Zoe")
    press(page, "Notes about Zoe")
    press(page, "Write a note")
    page.get_by_label("Your note").fill(NOTE)
    press(page, "Keep it")
    expect(page.get_by_role("alert")).to_contain_text("Choose who reads it.")
    page.get_by_label("Shared with").check()
    press(page, "Keep it")
    expect(main_part(page)).to_contain_text(NOTE)


def march_it_gets_harder(year: Year) -> None:
    """She says so; whoever looks after them reads that it fell, never her words, and asks Ben to look in."""
    hers, his, desk = year.pages(year.zoe, year.ben, year.dev)
    hers.goto("/home/")
    menu(hers, "Notices")
    main_part(hers).get_by_role("link", name="How are you getting on?").first.click()
    year.look_at(hers, "march-asked")
    answer_the_check_in(hers, "8", "I slept well.")
    told(hers, "Thank you. It is kept.")

    year.comes_to(3, 22)
    hers, his, desk = year.pages(year.zoe, year.ben, year.dev)
    what_they_do(hers)
    press(hers, "All check-ins")
    check_in(hers, "3", "It was a hard week.")
    told(hers, "we have asked a person of the service to look in on you")
    year.look_at(hers, "march-declined")

    desk.goto("/desk/")
    year.look_at(desk, "march-desk")
    row = main_part(desk).get_by_role("row").filter(has_text="Check-ins fall")
    row.get_by_role("link", name="Zoe").click()
    expect(main_part(desk)).to_contain_text("Confidence to manage fell from 8 to 3")
    expect(main_part(desk)).not_to_contain_text("It was a hard week.")
    press(desk, "Give it to somebody")
    desk.get_by_label("Ben").check()
    press(desk, "Give it to them")
    told(desk, "Given to Ben, who is told.")

    his.goto("/my-people/")
    press(his, "Zoe: check-ins fall")
    press(his, "I have looked in")
    his.get_by_label("It was good that somebody looked").check()
    press(his, "Done")
    told(his, "Done. Thank you for looking in.")


def april_money_for_the_bus(year: Year) -> None:
    """Proposed by her, agreed to by whoever looks after them, spent with a receipt; the agreement is reviewed."""
    hers, desk, his = year.pages(year.zoe, year.dev, year.ben)
    what_they_do(hers)
    press(hers, "Propose a budget")
    hers.get_by_label("What is it for, in a few words?").fill("Getting about")
    hers.get_by_label("How would you use it?").fill("A bus pass for two months.")
    hers.get_by_label("How many pounds?").fill("sixty")
    press(hers, "Propose it")
    expect(hers.get_by_role("alert")).to_contain_text("Write a sum in pounds, such as 12 or 12.50.")
    hers.get_by_label("How many pounds?").fill("60")
    press(hers, "Propose it")

    desk.goto("/desk/")
    press(desk, "Getting about")
    desk.get_by_label("How many pounds?").fill("60")
    desk.get_by_label("What costs no more than this needs no approval").fill("40")
    press(desk, "Agree")

    what_they_do(hers)
    press(hers, "Getting about")
    hers.get_by_label("What was paid for?").fill("Bus pass, April")
    hers.get_by_label("How many pounds?").fill("30")
    hers.get_by_label("On which day?").fill(timezone.localdate().isoformat())
    hers.get_by_label("Receipts").set_input_files(GARDEN)
    press(hers, "Enter it")
    expect(main_part(hers)).to_contain_text("Left£30")
    year.look_at(hers, "april-budget")

    desk.goto("/desk/reviews/")
    expect(main_part(desk).get_by_role("row").filter(has_text="Zoe")).to_have_count(1)
    what_they_do(his)
    press(his, "Read it")
    press(his, "Change it, or look at it again")
    his.get_by_label("How often you are in touch").fill("Every second Tuesday")
    press(his, "Sign and propose it")
    what_they_do(hers)
    press(hers, "Read what is proposed")
    press(hers, "I agree, and sign")
    told(hers, "You have signed.")
    desk.reload()
    expect(main_part(desk)).to_contain_text("No agreement waits for another look.")


def june_ben_is_away(year: Year, north: Area) -> None:
    cora = make_person("Cora", Role.Kind.ADVISER, area=north, age_group="26_64", languages=["en"])
    ready_to_help(cora, checked_by=year.dev, about="I have time on weekdays.")
    desk = year.page(year.dev)
    desk.goto(f"/desk/people/{year.zoe.pk}/")
    press(desk, "Somebody stands in for Ben")
    options = desk.get_by_label("Who stands in").locator("option")
    desk.get_by_label("Who stands in").select_option(options.filter(has_text="Cora").get_attribute("value"))
    desk.get_by_label("First day").fill(in_days(7))
    desk.get_by_label("Last day").fill(in_days(21))
    desk.get_by_label("What is good to know").fill("Tuesdays are hard.")
    press(desk, "Let them stand in")
    reads(desk, "Cora stands in with Zoe")

    year.comes_to(6, 15)
    hers, coras = year.pages(year.zoe, cora)
    hers.goto("/home/")
    expect(main_part(hers)).to_contain_text("Cora stands in for Ben")
    press(hers, "Talk with Cora")
    say(hers, "Hello Cora.")
    coras.goto("/my-people/")
    press(coras, "You stand in with Zoe")
    expect(main_part(coras)).to_contain_text("Tuesdays are hard.")
    year.look_at(coras, "june-standing-in")
    press(coras, "Talk")
    has_only(coras, "Hello Cora.")

    year.comes_to(7)
    hers, coras = year.pages(year.zoe, cora)
    hers.goto("/home/")
    expect(main_part(hers)).not_to_contain_text("Cora stands in")
    coras.goto("/my-people/")
    expect(main_part(coras)).not_to_contain_text("Zoe")


def september_in_touch_less(year: Year) -> None:
    hers, his = year.pages(year.zoe, year.ben)
    what_they_do(hers)
    press(hers, GOAL)
    take_the_step_and_be_glad(hers)
    what_they_do(his)
    plan_to_be_in_touch_less(his)
    what_they_do(hers)
    press(hers, "See the plan")
    press(hers, "I agree")
    told(hers, "You both agree.")
    year.look_at(hers, "september-plan")

    year.comes_to(11, 8)
    hers = year.page(year.zoe)
    what_they_do(hers)
    expect(main_part(hers)).to_contain_text("The day you planned for has come.")
    end_it_with_a_look_back(hers)
    year.look_at(hers, "november-look-back")


def december_she_comes_back(year: Year) -> None:
    """The check of Ben, which would soon run out, is made again. Nothing is asked of her again, and since a place
    stands free she need not wait for a round.
    """
    hers, desk, his = year.pages(year.zoe, year.dev, year.ben)
    desk.goto("/desk/vetting/")
    press(desk, "Renew the checks of Ben")
    desk.get_by_label("The checks are valid until").fill(in_days(365))
    press(desk, "Confirm the checks")
    desk.goto("/desk/vetting/")
    expect(main_part(desk)).to_contain_text("All checks hold for a month or more.")

    hers.goto("/home/")
    come_back(hers, "Ben")
    expect(main_part(hers)).to_contain_text(STORY)
    press(hers, "Send")
    told(hers, "Your request is sent.")
    eventually(lambda: Proposal.objects.filter(state=Proposal.State.OFFERED).exists(), "somebody is offered to Zoe")
    choose(hers, "Ben")
    say(hers, "Hello Ben, here I am again.")
    his.goto("/home/")
    press(his, "Talk")
    has_only(his, "Hello Ben, here I am again.")


def the_year_is_kept(year: Year) -> None:
    """She reads all of it in her record, and whoever looks after them sees the months."""
    hers, desk = year.pages(year.zoe, year.dev)
    hers.goto("/record/")
    year.look_at(hers, "december-record")
    desk.goto("/desk/")
    press(desk, "Month by month")
    year.look_at(desk, "december-months")


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
def test_a_year(
    scripts: bool, clock: Clock, page_for: PageFor, service: Service, ben: Person, dev: Person, north: Area
) -> None:
    ready_to_help(ben, checked_by=dev, about="I have time and I listen.")
    year = Year(clock, page_for, scripts, ben, dev)

    year.zoe = january_she_asks_and_is_matched(year, service)
    year.comes_to(2, 8)
    february_they_meet(year)
    year.comes_to(3, 8)
    march_it_gets_harder(year)
    year.comes_to(4, 12)
    april_money_for_the_bus(year)
    year.comes_to(6, 1)
    june_ben_is_away(year, north)
    year.comes_to(9, 1)
    september_in_touch_less(year)
    year.comes_to(12, 6)
    december_she_comes_back(year)
    the_year_is_kept(year)
