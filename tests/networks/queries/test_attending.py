"""Who has earned a certificate, and what leaders see of what people thought."""

import pytest

from networks.certificates import code_of
from networks.models import Event, Feedback, Membership, Place
from networks.operations import note_attendance
from networks.queries import certificate_for, certificate_with, feedback_on
from networks.rules import sessions_for_certificate
from people.models import Person
from tests.fixtures import NOW, make_person
from tests.networks.conftest import enter
from tests.networks.planned import FIRST, WEEK, plan, take


@pytest.mark.parametrize(("of", "needed"), [(2, 2), (3, 2), (4, 3), (5, 4), (6, 4), (9, 6), (12, 8)])
def test_two_sessions_in_three_rounded_up(of: int, needed: int) -> None:
    assert sessions_for_certificate(of) == needed


@pytest.fixture
def course(robin: Membership, heron: Membership) -> Event:
    """Six sessions, in which Heron has a place."""
    course = plan(robin, begins=[FIRST + number * WEEK for number in range(6)])
    take(heron.person, course)
    return course


def came(course: Event, robin: Membership, *numbers: int) -> None:
    places = list(course.places.all())
    for number in range(1, 7):
        there = places if number in numbers else []
        at = FIRST + 6 * WEEK
        note_attendance(by=robin.person, event=course, number=number, shown=places, came=there, at=at)


def test_four_of_six_earn_one_and_three_do_not(course: Event, robin: Membership, heron: Membership) -> None:
    came(course, robin, 1, 2, 3)
    assert certificate_for(heron.person, course) is None
    came(course, robin, 1, 2, 3, 6)
    earned = certificate_for(heron.person, course)
    assert earned is not None
    assert (earned.came, earned.of, earned.needed) == (4, 6, 4)
    assert certificate_with(earned.code) == earned


def test_a_code_holds_as_long_as_what_it_says(course: Event, robin: Membership) -> None:
    came(course, robin, 1, 2, 3, 4)
    code = code_of(course.places.get().pk)
    assert certificate_with(code) is not None
    came(course, robin, 1)
    assert certificate_with(code) is None
    assert certificate_with("1.x") is None


def test_there_is_none_for_a_meeting_or_for_somebody_else(
    course: Event, robin: Membership, heron: Membership, eve: Person
) -> None:
    came(course, robin, 1, 2, 3, 4)
    walk = plan(robin)
    take(heron.person, walk)
    places = list(walk.places.all())
    note_attendance(by=robin.person, event=walk, number=1, shown=places, came=places, at=FIRST)
    assert certificate_for(heron.person, walk) is None
    assert certificate_for(eve, course) is certificate_for(robin.person, course) is None


def answers(event: Event, *helped: int, words: str = "") -> None:
    """What so many people said, each with a place of their own."""
    begin = Place.objects.count()
    for number, one in enumerate(helped, start=begin):
        membership = enter(make_person(f"P{number}", age_group="26_64"), event.thread.network, f"N{number}")
        place = Place.objects.create(event=event, membership=membership, state="going", asked_at=NOW)
        Feedback.objects.create(place=place, helped=one, words=f"{words}{9 - number}" if words else "", given_at=NOW)


def test_numbers_are_told_from_eight_on_and_rounded(robin: Membership) -> None:
    walk = plan(robin)
    answers(walk, 1, 2, 3, 4, 5, 5, 5)
    assert (feedback_on(walk).answers, feedback_on(walk).mean) == (None, "")
    answers(walk, 4)
    assert (feedback_on(walk).answers, feedback_on(walk).mean) == (10, "3.6")


def test_words_are_told_from_three_on_in_no_order_of_time(robin: Membership) -> None:
    walk = plan(robin)
    answers(walk, 5, 5, words="Good ")
    assert feedback_on(walk).words == []
    answers(walk, 1)
    assert feedback_on(walk).words == ["Good 8", "Good 9"]
