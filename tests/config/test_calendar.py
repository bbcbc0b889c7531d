"""Somebody's calendar behind a secret link that they make, renew and end."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from people.models import CalendarKey, Person
from people.operations import deactivate, end_calendar_key, make_calendar_key
from people.queries import sha256_of
from tests.fixtures import NOW
from tests.networks.conftest import enter, make_network
from tests.networks.planned import FIRST, plan, take

pytestmark = pytest.mark.django_db


def key_of(person: Person, *, names: bool = False) -> str:
    return make_calendar_key(by=person, names_meetings=names, at=NOW)


def titles(client: Client, key: str) -> list[str]:
    answer = client.get(f"/calendar/{key}.ics")
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return [str(event["SUMMARY"]) for event in Calendar.from_ical(answer.content).walk("VEVENT")]


@pytest.fixture
def walking(ada: Person, cleo: Person) -> None:
    """Ada has a place in Cleo's walk."""
    carers = make_network("Carers")
    robin = enter(cleo, carers, "Robin", is_host=True)
    enter(ada, carers, "Heron")
    take(ada, plan(robin, begins=[FIRST]))


def test_whoever_has_the_link_reads_the_calendar_without_signing_in(walking: None, client: Client, ada: Person) -> None:
    assert titles(client, key_of(ada)) == ["A meeting"]
    assert titles(client, key_of(ada, names=True)) == ["A walk"]


def test_it_is_theirs_and_nobody_elses(walking: None, client: Client, ben: Person) -> None:
    assert titles(client, key_of(ben)) == []


def test_only_the_newest_link_opens_it_and_none_once_it_is_ended(client: Client, ada: Person) -> None:
    old, new = key_of(ada), key_of(ada)
    assert client.get(f"/calendar/{old}.ics").status_code == 404
    assert client.get(f"/calendar/{new}.ics").status_code == 200
    end_calendar_key(by=ada, at=NOW)
    assert client.get(f"/calendar/{new}.ics").status_code == 404


def test_a_guess_and_somebody_who_may_not_sign_in_open_nothing(client: Client, ada: Person) -> None:
    key = key_of(ada)
    for guess in ("x", key[:-1], key + "x", sha256_of(key)):
        assert client.get(f"/calendar/{guess}.ics").status_code == 404
    deactivate(person=ada, by=None, at=NOW)
    assert client.get(f"/calendar/{key}.ics").status_code == 404


def test_who_asks_again_hears_only_that_nothing_has_changed(walking: None, client: Client, ada: Person) -> None:
    address = f"/calendar/{key_of(ada)}.ics"
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert first["Cache-Control"] == again["Cache-Control"] == "no-store"
    carers = CalendarKey.objects.get().person.memberships.get().network
    take(ada, plan(carers.memberships.hosts().get(), begins=[FIRST]))
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_the_key_itself_is_kept_nowhere(ada: Person) -> None:
    key = key_of(ada)
    [row] = CalendarKey.objects.values_list()
    assert key not in repr(row)


@pytest.fixture
def hers(client: Client, ada: Person) -> Client:
    client.force_login(ada)
    return client


def link_in(page: str) -> str:
    return page.partition('value="http://testserver')[2].partition('"')[0]


def test_the_link_is_shown_once_and_works(walking: None, hers: Client, ada: Person) -> None:
    made = hers.post("/calendar/", {"names_meetings": "on"}).content.decode()
    assert hers.get(link_in(made)).status_code == 200
    page = hers.get("/calendar/").content.decode()
    assert link_in(made) not in page
    assert "called by their name" in page


def test_the_link_is_ended_by_a_press(hers: Client, ada: Person) -> None:
    link = link_in(hers.post("/calendar/").content.decode())
    assert hers.get("/calendar/end/").status_code == 405
    hers.post("/calendar/end/")
    assert hers.get(link).status_code == 404
    assert not CalendarKey.objects.current().exists()


@pytest.mark.parametrize("many", [1, 3])
def test_a_feed_costs_the_same_whatever_is_in_it(many: int, walking: None, client: Client, ada: Person) -> None:
    robin = ada.memberships.get().network.memberships.hosts().get()
    for _ in range(many):
        take(ada, plan(robin, begins=[FIRST]))
    address = f"/calendar/{key_of(ada)}.ics"
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    assert len(queries) == 4
