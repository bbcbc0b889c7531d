"""Two people meet: hours are said, a time is chosen, moved and cancelled, and how it went is noted without blame."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Page, expect

from matching.models import Pairing
from messaging.models import Notice
from people.models import Person
from support.models import Appointment
from support.operations import remind_of_appointments
from tests.journeys.cast import alongside
from tests.journeys.conftest import PageFor
from tests.journeys.looking import PHONE, faults
from tests.journeys.steps import main_part, menu, press, reads, told
from tests.journeys.together import choose_a_time, say_when_there_is_time

PICTURES = Path(settings.BASE_DIR) / "var" / "journeys"


def keep_picture(page: Page, name: str) -> None:
    """As somebody sees it on a phone."""
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=str(PICTURES / f"meeting-{name}.png"), full_page=True)


def it_is_over(appointment: Appointment) -> None:
    """A week and more has passed."""
    now = timezone.now()
    appointment.refresh_from_db()
    appointment.begins_at, appointment.ends_at = now - timedelta(hours=2), now - timedelta(hours=1)
    appointment.save()


@pytest.mark.parametrize("java_script_enabled", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_from_hours_to_how_it_went(
    java_script_enabled: bool, page_for: PageFor, ada: Person, ben: Person, dev: Person
) -> None:
    pairing = alongside(ada, ben, dev)
    adas, bens = (page_for(person, java_script_enabled=java_script_enabled) for person in (ada, ben))
    say_when_there_is_time(bens)

    adas.goto("/home/")
    press(adas, "What we do together")
    choose_a_time(adas, "Ben", "10:00")
    made = Appointment.objects.get()
    assert f"{made.begins_at.astimezone(ben.zone):%a %H:%M}" == "Mon 10:00"

    bens.goto("/notices/")
    press(bens, "You have a new appointment")
    reads(bens, "Appointment with Ada")
    press(bens, "Change where it is")
    bens.get_by_label("Where, or how do you join?").fill("The library, second floor")
    press(bens, "Save")
    told(bens, "It is changed, and the other one is told.")

    move_it(adas)
    remind_of_appointments(at=Appointment.objects.get().begins_at - timedelta(hours=1))
    assert Notice.objects.filter(subject__startswith="You have an appointment on ").count() == 2

    it_is_over(made)
    bens.goto("/home/")
    menu(bens, "My people")
    press(bens, "Together with Ada")
    main_part(bens).get_by_role("region", name="When you meet").get_by_role("link").first.click()
    press(bens, "It did not")
    told(bens, "Thank you, it is noted.")
    adas.goto(f"/together/appointments/{made.pk}/")
    expect(main_part(adas)).to_contain_text("It did not take place. That happens")
    press(adas, "It took place after all")
    expect(main_part(adas)).to_contain_text("It took place.")
    cancel_another(adas, pairing)


def move_it(page: Page) -> None:
    page.goto("/home/")
    main_part(page).get_by_role("link", name="with Ben").click()
    press(page, "Move it")
    reads(page, "Choose another time")
    press(page, "Week after")
    page.get_by_role("link", name="14:00").first.click()
    reads(page, "Move it to this time?")
    press(page, "Move it")
    told(page, "It has moved, and the other one is told.")
    expect(main_part(page)).to_contain_text("14:00 to 15:00")


def cancel_another(page: Page, pairing: Pairing) -> None:
    page.goto(f"/together/{pairing.pk}/")
    choose_a_time(page, "Ben", "09:00")
    press(page, "Cancel it")
    reads(page, "Cancel it?")
    press(page, "Cancel it")
    told(page, "It is cancelled, and the other one is told.")
    page.goto("/together/appointments/")
    expect(main_part(page)).to_contain_text("Nothing is booked")
    expect(main_part(page)).to_contain_text("Cancelled")


def test_two_clocks_and_every_page_on_a_phone(page_for: PageFor, ada: Person, ben: Person, dev: Person) -> None:
    """Ada is in Madrid for the winter: she reads her own time, and Ben's beside it."""
    pairing = alongside(ada, ben, dev)
    bens = page_for(ben)
    say_when_there_is_time(bens)
    keep_picture(bens, "hours")
    Person.objects.filter(pk=ada.pk).update(time_zone="Europe/Madrid")
    adas = page_for(ada)
    adas.goto(f"/together/{pairing.pk}/times/")
    press(adas, "Week after")
    assert faults(adas) == []
    keep_picture(adas, "times")
    adas.get_by_role("link", name="11:00").first.click()
    keep_picture(adas, "confirm")
    expect(main_part(adas)).to_contain_text("11:00 to 12:00, Madrid time")
    expect(main_part(adas)).to_contain_text("For Ben: 10:00 to 11:00, UK time")
    press(adas, "Book it")
    assert faults(adas) == []
    keep_picture(adas, "appointment")
    adas.goto(f"/together/{pairing.pk}/")
    assert faults(adas) == []
    keep_picture(adas, "together")
