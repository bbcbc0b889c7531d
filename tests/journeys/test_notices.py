"""Choosing what one hears on a phone without JavaScript; stopping from a mail; a push as the browser gets it."""

import json
from typing import Any

from playwright.sync_api import Page, expect

from messaging.queries import gets_mails
from messaging.stopping import stop_path
from people.models import Person
from tests.journeys.conftest import PageFor
from tests.journeys.looking import PHONE
from tests.journeys.steps import main_part, press, reads, told
from tests.messaging.making import agree_to_mail, tell


def test_choices_are_made_on_a_phone_without_javascript(page_for: PageFor, ada: Person) -> None:
    page = page_for(ada, viewport=PHONE, java_script_enabled=False)
    page.goto("/notices/")
    press(page, "Choose what you hear, and how")
    # The words beside a box press it too.
    page.locator("td[data-label='By text message']").first.click(position={"x": 200, "y": 20})
    page.get_by_label("Quiet from").select_option("22:00")
    page.get_by_label("Quiet until").select_option("07:00")
    press(page, "Save")
    told(page, "Your choices are saved.")
    expect(page.get_by_label("Messages and conversations: By text message")).to_be_checked()
    expect(page.get_by_label("Safety: Here")).to_be_disabled()


def test_a_notice_leads_to_what_it_is_about_and_is_read(page_for: PageFor, ada: Person) -> None:
    tell(ada, path="/networks/")
    page = page_for(ada)
    page.goto("/home/")
    main_part(page).get_by_role("link", name="Read", exact=True).click()
    press(page, "Someone for you")
    reads(page, "Networks")
    expect(page.get_by_role("navigation", name="Main").get_by_role("link", name="Notices")).to_have_text("Notices")


def test_mails_are_stopped_from_the_mail_by_whoever_has_it(page_for: PageFor, ada: Person) -> None:
    agree_to_mail(ada)
    page = page_for(None, java_script_enabled=False)
    page.goto(stop_path(ada, "matching"))
    assert gets_mails(ada, "matching")
    press(page, "Stop e-mails about “Offers, and who is alongside whom”")
    reads(page, "Stopped")
    assert not gets_mails(ada, "matching")
    press(page, "Start e-mails about “Offers, and who is alongside whom” again")
    reads(page, "You get these e-mails")


def test_a_push_is_shown_and_says_only_that_something_waits(page_for: PageFor, ada: Person) -> None:
    page = page_for(ada, permissions=["notifications"])
    page.goto("/notices/choices/")
    shown = delivered(page, {"words": "Something is waiting for you", "path": "/notices/7/"}, times=2)
    assert shown == [["Alongside", "Something is waiting for you", "/notices/7/"]]


def delivered(page: Page, payload: dict[str, str], *, times: int) -> list[list[str]]:
    """Hand a push to the page's worker as a push service would, and return what the browser shows of it."""
    tools = page.context.new_cdp_session(page)
    registered: list[dict[str, Any]] = []
    tools.on("ServiceWorker.workerRegistrationUpdated", lambda event: registered.extend(event["registrations"]))
    tools.send("ServiceWorker.enable")
    page.evaluate(
        "async (address) => { await navigator.serviceWorker.register(address); await navigator.serviceWorker.ready; }",
        page.locator("[data-push-worker]").get_attribute("data-push-worker"),
    )
    for _ in range(times):
        tools.send(
            "ServiceWorker.deliverPushMessage",
            {
                "origin": page.evaluate("location.origin"),
                "registrationId": registered[-1]["registrationId"],
                "data": json.dumps(payload),
            },
        )
    found: list[list[str]] = page.evaluate(
        """async () => {
          const registration = await navigator.serviceWorker.ready;
          for (let tries = 0; tries < 100; tries++) {
            const shown = await registration.getNotifications();
            if (shown.length) return shown.map((one) => [one.title, one.body, one.data]);
            await new Promise((wait) => setTimeout(wait, 100));
          }
          return [];
        }"""
    )
    return found
