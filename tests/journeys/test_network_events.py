"""A leader plans a course and a walk; members take places, wait, move up, come, and print what they earned."""

from datetime import timedelta

from django.utils import timezone
from django.utils.timezone import localtime
from playwright.sync_api import Page, expect

from networks.models import Event, Membership, Network
from networks.operations import join
from people.models import Person
from tests.journeys.cast import network_of
from tests.journeys.conftest import PageFor
from tests.journeys.looking import faults
from tests.journeys.steps import main_part, press, reads, told

LIST = "/networks/carers/events/"
COURSE = "Six evenings"


def plan_a_course(page: Page) -> None:
    """From the list to its page, with all six sessions."""
    page.goto(LIST)
    press(page, "Plan one")
    reads(page, "What would you like to plan?")
    press(page, "A course")
    page.get_by_label("What is it called?").fill(COURSE)
    page.get_by_label("What is it about, and for whom?").fill("For whoever lies awake.")
    page.get_by_label("Day of the first session").fill(f"{localtime() + timedelta(days=3):%Y-%m-%d}")
    page.get_by_label("Begins at").fill("18:00")
    page.get_by_label("By video call").check()
    page.get_by_label("How does one join?").fill("The blue room")
    page.get_by_label("How many places are there?").fill("1")
    press(page, "Plan it")
    reads(page, COURSE)
    told(page, "It is planned.")
    expect(page.get_by_role("region", name="Sessions").get_by_role("listitem")).to_have_count(6)


def open_course(page: Page, which: str = "Coming up") -> None:
    page.goto("/networks/carers/")
    press(page, "Events")
    press(page, which)
    press(page, COURSE)
    reads(page, COURSE)


def happened() -> None:
    """Weeks have passed: all six sessions are over."""
    for session in Event.objects.get().sessions.all():
        session.begins_at -= timedelta(weeks=7)
        session.ends_at -= timedelta(weeks=7)
        session.save()


def note_who_came(page: Page, number: int) -> None:
    open_course(page, "Past")
    press(page, f"Note who came to session {number}")
    page.get_by_label("Wren").check()
    press(page, "Save")
    told(page, "It is noted.")


def test_a_course_from_planning_to_its_certificate(
    page_for: PageFor, ada: Person, ben: Person, cleo: Person, dev: Person
) -> None:
    network = network_of(cleo, founded_by=dev, joining=Network.Joining.OPEN)
    Membership.objects.update(trained_on=timezone.now().date())
    for person, name in ((ada, "Robin"), (ben, "Wren")):
        join(by=person, network=network, chosen_name=name, at=timezone.now())
    leader, adas, bens, stranger = (page_for(person, java_script_enabled=False) for person in (cleo, ada, ben, None))
    plan_a_course(leader)

    open_course(adas)
    expect(main_part(adas)).not_to_contain_text("The blue room")
    press(adas, "Take a place")
    told(adas, "You have a place.")
    expect(main_part(adas)).to_contain_text("The blue room")
    open_course(bens)
    press(bens, "Join the waiting list")
    expect(main_part(bens)).to_contain_text("You are number 1 on the waiting list.")
    press(adas, "Give up your place")
    press(adas, "Give it up")
    told(adas, "You have no place any more.")
    bens.goto("/notices/")
    press(bens, "You have a place now")
    reads(bens, COURSE)
    expect(main_part(bens)).to_contain_text("You have a place.")

    happened()
    for number in (1, 2, 4, 6):
        note_who_came(leader, number)
    bens.reload()
    expect(main_part(bens)).to_contain_text("You came to 4 of 6 sessions.")
    press(bens, "Say how it was")
    bens.get_by_label("4", exact=True).check()
    press(bens, "Send")
    told(bens, "Thank you.")
    press(bens, "Print your certificate")
    bens.get_by_label("Which name shall stand on it?").fill("Benjamin Okoro")
    press(bens, "Show it for printing")
    reads(bens, "Benjamin Okoro")

    genuine = main_part(bens).locator(".certificate__proof > span").inner_text()
    stranger.goto(genuine)
    reads(stranger, "This certificate is genuine")
    expect(main_part(stranger)).to_contain_text("took part in 4 of 6 sessions of a course")
    expect(main_part(stranger)).not_to_contain_text("Benjamin")


def test_a_printed_certificate_and_a_course_are_fit_to_be_read(
    page_for: PageFor, ada: Person, cleo: Person, dev: Person
) -> None:
    network_of(cleo, founded_by=dev, joining=Network.Joining.OPEN)
    Membership.objects.update(trained_on=timezone.now().date())
    page = page_for(cleo)
    plan_a_course(page)
    assert faults(page) == []
