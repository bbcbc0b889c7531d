"""The pages of events: lists, one event, places, and what each reader is shown of it."""

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from networks.models import Event, Membership, Network
from people.models import Person
from tests.fixtures import As, CountQueries, make_person
from tests.networks.conftest import enter
from tests.networks.planned import DAY, WEEK, comers, plan, take

LIST = "/networks/carers/events/"


@pytest.fixture
def walk(robin: Membership) -> Event:
    """Tomorrow, with one place."""
    now = timezone.now()
    return plan(robin, begins=[now + DAY], at=now, capacity=1, materials="Bring *tea*.", how_to_join="Room 7")


@pytest.fixture
def hers(heron: Membership, signed_in_as: As) -> Client:
    return signed_in_as(heron.person)


def read(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def of(event: Event, part: str = "") -> str:
    return f"{LIST}{event.pk}/{part}"


def test_lists_have_empty_states(hers: Client) -> None:
    assert "Nothing is planned" in read(hers, LIST)
    assert "You have no place in anything yet" in read(hers, LIST + "?which=mine")
    assert "Nothing has been yet" in read(hers, LIST + "?which=past")
    assert "Plan one" not in read(hers, LIST)


def test_taking_a_place_and_giving_it_up(walk: Event, hers: Client) -> None:
    assert "1 of 1 left" in read(hers, of(walk))
    page = hers.post(of(walk, "place/"), follow=True).content.decode()
    assert "You have a place. We remind you the day before." in page
    assert "Give up your place?" in read(hers, of(walk, "place/end/"))
    page = hers.post(of(walk, "place/end/"), follow=True).content.decode()
    assert "You have no place any more." in page
    assert comers(walk) == {"gone": ["Heron"]}


def test_the_waiting_list_says_whose_turn_it_is(walk: Event, hers: Client, wren: Membership) -> None:
    take(wren.person, walk, timezone.now())
    assert "Join the waiting list" in read(hers, of(walk))
    page = hers.post(of(walk, "place/"), follow=True).content.decode()
    assert "You are number 1 on the waiting list." in page
    assert "Leave the waiting list?" in read(hers, of(walk, "place/end/"))


def test_how_to_join_and_materials_are_for_who_has_a_place_and_who_leads(
    walk: Event, hers: Client, heron: Membership, robin: Membership, signed_in_as: As
) -> None:
    page = read(hers, of(walk))
    assert "Room 7" not in page
    assert "<em>tea</em>" not in page
    take(heron.person, walk, timezone.now())
    for client in (hers, signed_in_as(robin.person)):
        page = read(client, of(walk))
        assert "Room 7" in page
        assert "<em>tea</em>" in page


def test_names_of_who_comes_are_for_leaders(
    walk: Event, hers: Client, robin: Membership, wren: Membership, signed_in_as: As
) -> None:
    take(wren.person, walk, timezone.now())
    assert "Wren" not in read(hers, of(walk))
    assert hers.get(of(walk, "people/")).status_code == 403
    page = read(signed_in_as(robin.person), of(walk, "people/"))
    assert "Wren" in page
    assert "Ben" not in page


def test_it_is_read_with_its_discussion_and_replied_to(walk: Event, hers: Client) -> None:
    assert hers.get(f"/networks/carers/threads/{walk.thread_id}/")["Location"] == of(walk)
    assert "For whoever likes." in read(hers, of(walk))


def test_who_is_not_inside_finds_nothing(walk: Event, eve: Person, signed_in_as: As) -> None:
    client = signed_in_as(eve)
    for path in (LIST, of(walk), of(walk, "meeting.ics"), of(walk, "people/"), of(walk, "place/end/")):
        assert client.get(path).status_code == 404
    assert client.post(of(walk, "place/")).status_code == 404


def test_an_event_is_found_in_its_own_network_only(walk: Event, heron: Membership, pain: Network, hers: Client) -> None:
    enter(heron.person, pain, "Finch")
    assert hers.get(f"/networks/{pain.slug}/events/{walk.pk}/").status_code == 404


def test_one_event_as_a_file(walk: Event, hers: Client) -> None:
    answer = hers.get(of(walk, "meeting.ics"))
    [event] = Calendar.from_ical(answer.content).walk("VEVENT")
    assert (str(event["SUMMARY"]), answer["Content-Disposition"]) == ("A meeting", 'attachment; filename="meeting.ics"')


@pytest.mark.parametrize("many", [1, 3])
def test_a_list_costs_the_same_however_long(
    many: int, robin: Membership, hers: Client, count_queries: CountQueries
) -> None:
    now = timezone.now()
    for number in range(many):
        plan(robin, begins=[now + DAY, now + WEEK], at=now, title=f"Number {number}")
    assert count_queries(hers, LIST) == 10


def test_a_page_costs_the_same_whoever_comes(
    robin: Membership, heron: Membership, hers: Client, count_queries: CountQueries
) -> None:
    """How much its discussion costs is counted where discussions are."""
    now = timezone.now()
    small, large = (plan(robin, begins=[now + week * WEEK for week in weeks], at=now) for weeks in ([1], [1, 2, 3]))
    for event in (small, large):
        take(heron.person, event, now)
    for number in range(3):
        person = make_person(f"P{number}", age_group="26_64")
        enter(person, robin.network, f"N{number}")
        take(person, large, now)
    assert count_queries(hers, of(small)) == count_queries(hers, of(large))
