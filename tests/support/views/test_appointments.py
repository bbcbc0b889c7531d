"""The pages on which two people meet: choosing a time, moving, cancelling, saying how it went."""

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from matching.models import Pairing
from matching.operations import end_pairing
from people.models import Person
from support.models import Appointment
from support.operations import add_time_off, change_habits, move_appointment
from tests.fixtures import NOW, As, CountQueries
from tests.matching.making import fresh
from tests.support.meeting import MONDAY, NEXT_MONDAY, booked, keeps_hours, meeting, on

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def sunday() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


def page(client: Client, name: str, *args: object, **query: object) -> str:
    answer = client.get(reverse(name, args=args) + (f"?{urlencode(query)}" if query else ""))
    assert answer.status_code == 200, answer
    return answer.content.decode()


def offered(html: str) -> list[tuple[str, list[str]]]:
    """The days of the page and the times of each."""
    days = re.findall(r"<h3>([^<]*)</h3>(.*?)</ul>", html, re.DOTALL)
    return [(day, re.findall(r"<span>([^<]*)</span>", rest)) for day, rest in days]


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


MORNING = ["09:00", "09:30", "10:00", "10:30", "11:00"]


def test_times_stand_week_by_week(pairing: Pairing, ada: Person, ben: Person, signed_in_as: As) -> None:
    keeps_hours(ben, weekdays=(0, 1))
    client = signed_in_as(ada)
    # It is Sunday noon, and Ben wants to know a day before.
    this_week = page(client, "times", pairing.pk)
    assert "No time is free in this week" in this_week
    assert "The next free time is on Tuesday 24 November" in text_of(this_week)
    next_week = page(client, "times", pairing.pk, week=MONDAY)
    assert offered(next_week) == [("Tuesday 24 November", MORNING)]
    later = page(client, "times", pairing.pk, week=NEXT_MONDAY + timedelta(days=3))
    assert offered(later) == [("Monday 30 November", MORNING), ("Tuesday 1 December", MORNING)]
    assert f"week={NEXT_MONDAY - timedelta(days=7)}" in later


def test_what_is_no_week_is_this_one_and_what_is_too_far_is_the_last_one(
    pairing: Pairing, ada: Person, ben: Person, signed_in_as: As
) -> None:
    keeps_hours(ben)
    client = signed_in_as(ada)
    assert "16 November to 22 November 2026" in page(client, "times", pairing.pk, week="soon")
    last = page(client, "times", pairing.pk, week="2030-01-01")
    assert "8 February to 14 February 2027" in last
    assert 'rel="next"' not in last


def test_a_press_on_a_time_asks_first_and_then_books(
    pairing: Pairing, ada: Person, ben: Person, signed_in_as: As
) -> None:
    keeps_hours(ben, "in_person", place="The library")
    client = signed_in_as(ada)
    html = page(client, "times", pairing.pk, week=NEXT_MONDAY)
    [first] = re.findall(r'href="(/together/\d+/appointments/new/[^"]*begins=[^"]*)"', html)[:1]
    asked = client.get(first.replace("&amp;", "&")).content.decode()
    assert "Monday 30 November 2026, 09:00 to 10:00" in asked
    assert "The library" in asked
    assert not Appointment.objects.exists()
    said = dict(re.findall(r'name="(begins|way|minutes)" value="([^"]*)"', asked))
    answer = client.post(reverse("book_appointment", args=[pairing.pk]), said)
    made = Appointment.objects.get()
    assert answer["Location"] == reverse("appointment", args=[made.pk])
    assert (made.begins_at, made.where, made.booked_by) == (on(NEXT_MONDAY, 9), "The library", ada)
    assert "It is booked" in page(client, "appointment", made.pk)


def said(begins_at: datetime, **more: object) -> dict[str, object]:
    return {"begins": begins_at.isoformat(), "way": "phone", "minutes": 60, **more}


def test_whoever_comes_second_is_led_back_to_the_times(
    pairing: Pairing, ada: Person, ben: Person, signed_in_as: As
) -> None:
    keeps_hours(ben)
    booked(pairing, on(NEXT_MONDAY, 9))
    client = signed_in_as(ada)
    answer = client.post(reverse("book_appointment", args=[pairing.pk]), said(on(NEXT_MONDAY, 9, 30)), follow=True)
    assert answer.redirect_chain[0][0].startswith(reverse("times", args=[pairing.pk]) + "?week=2026-11-30")
    assert "This time is not free any more" in answer.content.decode()
    assert offered(answer.content.decode()) == [("Monday 30 November", ["10:00", "10:30", "11:00"])]


@pytest.mark.parametrize("wrong", [{"begins": "soon"}, {"minutes": 7}, {"way": "pigeon"}, {"begins": ""}])
def test_what_names_no_time_leads_back(
    pairing: Pairing, ada: Person, signed_in_as: As, wrong: dict[str, object]
) -> None:
    client = signed_in_as(ada)
    address, facts = reverse("book_appointment", args=[pairing.pk]), said(on(MONDAY, 9)) | wrong
    for answer in (client.get(f"{address}?{urlencode(facts)}"), client.post(address, facts)):
        assert answer["Location"] == reverse("times", args=[pairing.pk])


def test_who_helps_books_any_time_and_says_where(pairing: Pairing, ben: Person, signed_in_as: As) -> None:
    client = signed_in_as(ben)
    facts = {"day": "2026-11-23", "clock": "19:15", "minutes": 45, "way": "phone", "where": "I ring you"}
    client.post(reverse("book_any_time", args=[pairing.pk]), facts)
    made = Appointment.objects.get()
    assert (made.begins_at, made.minutes, made.where) == (on(MONDAY, 19, 15), 45, "I ring you")
    again = client.post(reverse("book_any_time", args=[pairing.pk]), facts | {"clock": "19:30", "way": "video"})
    assert "One of you has something else at this time" in again.content.decode()
    odd = client.post(reverse("book_any_time", args=[pairing.pk]), facts | {"clock": "19:20"})
    assert "begin on a quarter of an hour" in odd.content.decode()


def test_members_have_only_what_is_offered(pairing: Pairing, ada: Person, signed_in_as: As) -> None:
    client = signed_in_as(ada)
    assert client.get(reverse("book_any_time", args=[pairing.pk])).status_code == 403
    made = booked(pairing, on(MONDAY, 9))
    assert client.get(reverse("move_to_any_time", args=[made.pk])).status_code == 403


def test_moving_by_both_ways(pairing: Pairing, ada: Person, ben: Person, signed_in_as: As) -> None:
    keeps_hours(ben)
    made = booked(pairing, on(NEXT_MONDAY, 9))
    hers, his = signed_in_as(ada), signed_in_as(ben)
    html = page(hers, "other_times", made.pk, week=NEXT_MONDAY)
    # What it takes itself is free for it.
    assert offered(html) == [("Monday 30 November", MORNING)]
    assert "Until now it is Monday 30 November 2026, 09:00 to 10:00" in text_of(html)
    asked = page(hers, "move_appointment", made.pk, **said(on(NEXT_MONDAY, 9, 30)), revision=0)
    assert "Monday 30 November 2026, 09:30 to 10:30" in asked
    hers.post(reverse("move_appointment", args=[made.pk]), said(on(NEXT_MONDAY, 9, 30), revision=0))
    assert fresh(made).begins_at == on(NEXT_MONDAY, 9, 30)
    form = page(his, "move_to_any_time", made.pk)
    assert 'value="09:30"' in form
    facts = {"day": "2026-12-01", "clock": "17:00", "minutes": 30, "way": "phone", "where": ""}
    his.post(reverse("move_to_any_time", args=[made.pk]), facts | {"revision": 1})
    assert (fresh(made).begins_at, fresh(made).minutes) == (on(NEXT_MONDAY + timedelta(days=1), 17), 30)


def test_an_old_page_changes_nothing(pairing: Pairing, ada: Person, ben: Person, signed_in_as: As) -> None:
    keeps_hours(ben)
    made = booked(pairing, on(NEXT_MONDAY, 9))
    move_appointment(by=ben, appointment=fresh(made), meeting=meeting(on(NEXT_MONDAY, 11)), at=NOW)
    client = signed_in_as(ada)
    for name, facts in [
        ("cancel_appointment", {"revision": 0}),
        ("change_where", {"revision": 0, "where": "There"}),
        ("move_appointment", said(on(NEXT_MONDAY, 9), revision=0)),
    ]:
        answer = client.post(reverse(name, args=[made.pk]), facts)
        assert answer.status_code == 409
        assert "changed since you opened the page" in answer.content.decode()
    assert (fresh(made).state, fresh(made).revision) == ("booked", 1)


def test_cancelling_says_before_what_it_does(pairing: Pairing, ada: Person, signed_in_as: As) -> None:
    made = booked(pairing, on(NEXT_MONDAY, 9))
    client = signed_in_as(ada)
    assert "Ben is told that it is cancelled, not why" in page(client, "cancel_appointment", made.pk)
    client.post(reverse("cancel_appointment", args=[made.pk]), {"revision": 0})
    assert "It is cancelled. Nobody needs to say why." in page(client, "appointment", made.pk)
    assert client.get(reverse("other_times", args=[made.pk])).status_code == 409


def test_how_it_went_without_blame(pairing: Pairing, ada: Person, ben: Person, signed_in_as: As) -> None:
    made = booked(pairing, on(MONDAY, 9))
    with time_machine.travel(on(MONDAY, 10), tick=False):
        client = signed_in_as(ben)
        assert "How did it go?" in page(client, "together", pairing.pk)
        assert "Did it take place?" in page(client, "appointment", made.pk)
        client.post(reverse("note_how_it_went", args=[made.pk]), {"took_place": "no"})
        html = page(signed_in_as(ada), "appointment", made.pk)
        assert "It did not take place. That happens" in html
        assert "It took place after all" in html
        client.post(reverse("note_how_it_went", args=[made.pk]), {"took_place": "yes"})
        assert fresh(made).state == "held"


def test_both_clocks_are_shown_where_they_differ(pairing: Pairing, ada: Person, ben: Person, signed_in_as: As) -> None:
    keeps_hours(ben)
    made = booked(pairing, on(NEXT_MONDAY, 9))
    assert "For Ada" not in page(signed_in_as(ben), "appointment", made.pk)
    Person.objects.filter(pk=ada.pk).update(time_zone="Europe/Madrid")
    hers, his = signed_in_as(fresh(ada)), signed_in_as(ben)
    html = text_of(page(hers, "appointment", made.pk))
    assert "Monday 30 November 2026, 10:00 to 11:00, Madrid time For Ben: 09:00 to 10:00, UK time" in html
    html = text_of(page(his, "appointment", made.pk))
    assert "Monday 30 November 2026, 09:00 to 10:00 For Ada: 10:00 to 11:00, Madrid time" in html
    times = page(hers, "times", pairing.pk, week=NEXT_MONDAY)
    assert offered(times)[0][1][0] == "11:00"
    assert "10:00 UK time" in times
    assert "Times are in Madrid time, and beside them in UK time, where Ben is." in text_of(times)


def test_the_video_link_is_for_who_has_an_appointment_by_video(
    pairing: Pairing, ada: Person, ben: Person, signed_in_as: As
) -> None:
    link = "https://video.example.org/ben"
    change_habits(by=ben, minutes=60, notice_hours=24, keeps_bank_holidays=True, video_link=link)
    by_phone = booked(pairing, on(MONDAY, 9))
    client = signed_in_as(ada)
    assert link not in page(client, "appointment", by_phone.pk)
    assert link not in page(client, "times", pairing.pk)
    move_appointment(by=ben, appointment=fresh(by_phone), meeting=meeting(on(MONDAY, 9), way="video"), at=NOW)
    assert link in page(client, "appointment", by_phone.pk)


def test_without_hours_there_is_a_way_on(pairing: Pairing, ada: Person, ben: Person, signed_in_as: As) -> None:
    assert "There are no times to choose from yet" in page(signed_in_as(ada), "times", pairing.pk)
    assert "You have not said when you have time" in page(signed_in_as(ben), "times", pairing.pk)
    keeps_hours(ben)
    add_time_off(by=ben, first_day=MONDAY, last_day=MONDAY + timedelta(days=400))
    assert "Nor in the weeks after it" in page(signed_in_as(ada), "times", pairing.pk)


def test_once_it_has_ended_nothing_is_booked(pairing: Pairing, ada: Person, signed_in_as: As) -> None:
    end_pairing(by=ada, pairing=pairing, look_again=True, at=NOW)
    client = signed_in_as(ada)
    assert client.get(reverse("times", args=[pairing.pk])).status_code == 409
    assert "Choose a time" not in page(client, "together", pairing.pk)


def test_ones_own_appointments(pairing: Pairing, ada: Person, signed_in_as: As) -> None:
    client = signed_in_as(ada)
    assert "Nothing is booked" in page(client, "appointments")
    booked(pairing, on(MONDAY, 9))
    booked(pairing, on(NEXT_MONDAY, 9))
    with time_machine.travel(on(MONDAY, 12), tick=False):
        html = text_of(page(client, "appointments"))
        assert html.index("30 November") < html.index("Before") < html.index("23 November")


def test_pages_of_many_take_as_many_queries_as_of_one(
    pairing: Pairing, ada: Person, ben: Person, signed_in_as: As, count_queries: CountQueries
) -> None:
    keeps_hours(ben)
    client = signed_in_as(ada)
    booked(pairing, on(MONDAY, 14))
    addresses = [reverse("appointments"), reverse("together", args=[pairing.pk]), reverse("times", args=[pairing.pk])]
    few = [count_queries(client, address) for address in addresses]
    for day in range(3):
        booked(pairing, on(MONDAY + timedelta(days=day), 16))
    assert [count_queries(client, address) for address in addresses] == few


def test_a_calendar_takes_it_in_without_a_name(pairing: Pairing, ada: Person, signed_in_as: As) -> None:
    made = booked(pairing, on(MONDAY, 9))
    file = signed_in_as(ada).get(reverse("appointment_calendar", args=[made.pk])).content.decode()
    assert "SUMMARY:A meeting" in file
    assert "Ben" not in file
    assert f"DTSTART:{datetime(2026, 11, 23, 9, tzinfo=UTC):%Y%m%dT%H%M%SZ}" in file
