"""The pages of what one shows of oneself and when one answers, and the notice that others get."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from messaging import queries
from messaging.hours import USUAL, hours_from
from messaging.models import Conversation, Participant, Preferences
from messaging.operations import change_hours, open_conversation
from people.models import Person
from safeguarding.models import Block
from tests.fixtures import NOW, make_person
from tests.people.making import words_of

# NOW is Sunday, 22 November 2026, at noon.
OUT_OF_HOURS = (
    "Ben usually answers Monday to Friday, 9:00 to 17:00. It is Sunday afternoon now."
    " Please do not expect an answer before tomorrow at 9:00."
)


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def send(person: Person, page: str, **given: str) -> Any:
    return signed_in(person).post(reverse(page), given)


def test_turning_one_off_leaves_the_others_on(ada: Person) -> None:
    answer = send(ada, "preferences", shows_typing="on", shows_presence="on")
    assert (answer.status_code, answer["Location"]) == (302, reverse("preferences"))
    wishes = queries.preferences_of(ada)
    assert (wishes.shows_reading, wishes.shows_typing, wishes.shows_presence) == (False, True, True)
    page = signed_in(ada).get(reverse("preferences")).content.decode()
    checked = [part.split(">")[0] for part in page.split('type="checkbox"')[1:]]
    assert ["checked" in part for part in checked] == [False, True, True]


def test_the_page_says_that_it_goes_both_ways(ada: Person) -> None:
    words = words_of(signed_in(ada).get(reverse("preferences")))
    assert "what you hide from others, you do not see of them" in words
    assert "Turn it off, and you do not see what others have read either." in words


def test_only_those_who_help_are_asked_when_they_answer(ada: Person, ben: Person) -> None:
    assert ["When you answer" in words_of(signed_in(one).get(reverse("preferences"))) for one in (ada, ben)] == [
        False,
        True,
    ]


def test_one_press_sets_the_usual_hours_and_keeps_who_is_away_away(ben: Person) -> None:
    away_until = timezone.localdate() + timedelta(days=3)
    change_hours(by=ben, hours={}, away_until=away_until)
    assert send(ben, "working_hours", usual="1").status_code == 302
    wishes = queries.preferences_of(ben)
    assert (hours_from(wishes.hours), wishes.away_until) == (USUAL, away_until)
    assert "Monday to Friday, 9:00 to 17:00" in words_of(signed_in(ben).get(reverse("preferences")))


def test_hours_of_ones_own(ben: Person) -> None:
    given = {"hours_0_from": "9:30", "hours_0_to": "12:00", "hours_5_from": "18:00", "hours_5_to": "00:00"}
    assert send(ben, "working_hours", **given, away_until="2999-05-12").status_code == 302
    wishes = queries.preferences_of(ben)
    assert hours_from(wishes.hours) == {0: (time(9, 30), time(12)), 5: (time(18), time(0))}
    assert wishes.away_until == date(2999, 5, 12)
    page = signed_in(ben).get(reverse("working_hours")).content.decode()
    assert ('value="09:30"' in page, 'value="2999-05-12"' in page) == (True, True)


def test_hours_can_be_taken_back(ben: Person) -> None:
    change_hours(by=ben, hours=USUAL, away_until=None)
    assert send(ben, "working_hours").status_code == 302
    assert queries.preferences_of(ben).hours == {}


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"hours_2_from": "09:00"}, "Wednesday: give both times, or neither."),
        ({"hours_2_to": "09:00"}, "Wednesday: give both times, or neither."),
        ({"hours_2_from": "17:00", "hours_2_to": "09:00"}, "Wednesday: the second time must be later than the first."),
        ({"hours_2_from": "09:00", "hours_2_to": "09:00"}, "Wednesday: the second time must be later than the first."),
        ({"hours_2_from": "nine", "hours_2_to": "17:00"}, "Wednesday: write times like 09:00."),
        ({"away_until": "2020-01-01"}, "This day is over. Choose today or a later one."),
        ({"away_until": "soon"}, "Enter a valid date."),
    ],
)
def test_hours_that_cannot_be_are_named_and_stay_in_their_boxes(given: dict[str, str], why: str, ben: Person) -> None:
    answer = send(ben, "working_hours", **given)
    assert (answer.status_code, Preferences.objects.count()) == (200, 0)
    page = answer.content.decode()
    assert why in page
    assert [f'value="{typed}"' in page for typed in given.values()] == [True] * len(given)


def test_a_time_away_that_is_over_is_not_spoken_of(ben: Person) -> None:
    change_hours(by=ben, hours={}, away_until=timezone.localdate() - timedelta(days=1))
    assert "You have not said" not in words_of(signed_in(ben).get(reverse("preferences")))
    assert 'name="away_until"' in (page := signed_in(ben).get(reverse("working_hours")).content.decode())
    assert str(timezone.localdate() - timedelta(days=1)) not in page


def test_the_others_are_told_and_nobody_else(talk: Conversation, ada: Person, ben: Person) -> None:
    change_hours(by=ben, hours=USUAL, away_until=None)
    assert queries.hours_notices(talk, ada, NOW) == [OUT_OF_HOURS]
    assert queries.hours_notices(talk, ben, NOW) == []
    assert queries.hours_notices(talk, ada, NOW + timedelta(days=1)) == []


def test_hours_are_by_the_clock_of_the_place(talk: Conversation, ada: Person, ben: Person) -> None:
    change_hours(by=ben, hours=USUAL, away_until=None)
    moments = [datetime(2026, 7, 6, 7, 59, tzinfo=UTC), datetime(2026, 7, 6, 8, 0, tzinfo=UTC)]
    assert [bool(queries.hours_notices(talk, ada, moment)) for moment in moments] == [True, False]


@pytest.mark.parametrize("blocked_by", ["ada", "ben"])
def test_a_block_keeps_the_hours_apart_too(blocked_by: str, talk: Conversation, ada: Person, ben: Person) -> None:
    change_hours(by=ben, hours=USUAL, away_until=None)
    by, person = (ada, ben) if blocked_by == "ada" else (ben, ada)
    Block.objects.create(by=by, person=person, began_at=NOW)
    assert queries.hours_notices(talk, ada, NOW) == []


def test_who_has_left_is_not_waited_for(talk: Conversation, ada: Person, ben: Person) -> None:
    change_hours(by=ben, hours=USUAL, away_until=None)
    Participant.objects.filter(person=ben).update(left_at=NOW)
    assert queries.hours_notices(talk, ada, NOW) == []


@pytest.mark.parametrize("rows", [1, 3])
def test_notices_take_the_same_queries_for_any_number_of_people(
    rows: int, ada: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    others = [make_person(f"Other{number}") for number in range(rows)]
    group = open_conversation(people=[ada, *others], at=NOW)
    for other in others:
        change_hours(by=other, hours=USUAL, away_until=None)
    with django_assert_num_queries(2):
        notices = queries.hours_notices(group, ada, NOW)
    assert [notice.split()[0] for notice in notices] == [one.chosen_name for one in others]


def test_the_notice_leads_to_crisis_help_and_shows_names_as_words() -> None:
    page = render_to_string("messaging/hours_notice.html", {"hours_notice": ["<b>Ben</b> is away."]})
    assert "&lt;b&gt;Ben&lt;/b&gt; is away." in page
    assert f'href="{reverse("crisis_help")}"' in page
    assert render_to_string("messaging/hours_notice.html", {"hours_notice": []}).strip() == ""
