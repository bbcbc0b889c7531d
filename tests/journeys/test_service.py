"""The service that the other journeys visit is there; a stranger finds the way in, and a person is signed in."""

from playwright.sync_api import expect

from people.models import Person
from tests.journeys.conftest import PageFor


def test_a_stranger_finds_the_way_in(page_for: PageFor) -> None:
    page = page_for()
    answer = page.goto("/accounts/login/")

    assert answer is not None
    assert answer.status == 200
    expect(page.locator("input[type=email]")).to_have_count(1)


def test_two_people_have_windows_of_their_own(page_for: PageFor, ada: Person) -> None:
    stranger, hers = page_for(), page_for(ada)
    for page in (stranger, hers):
        page.goto("/home/")

    expect(stranger.locator("input[type=email]")).to_have_count(1)
    expect(hers.locator("input[type=email]")).to_have_count(0)
