"""Pages of what was: attendance, a certificate that keeps no name, and feedback without one."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from networks.certificates import code_of
from networks.models import Attendance, Event, Feedback, Membership, Network
from networks.operations import note_attendance
from tests.fixtures import As
from tests.networks.planned import DAY, WEEK, plan, take


@pytest.fixture
def course(robin: Membership, heron: Membership) -> Event:
    """Over since yesterday; Heron had a place."""
    now = timezone.now()
    course = plan(robin, begins=[now - WEEK, now - DAY], at=now - 2 * WEEK, title="Sleeping better")
    take(heron.person, course, now - 10 * DAY)
    return course


def of(event: Event, part: str) -> str:
    return f"/networks/carers/events/{event.pk}/{part}"


@pytest.fixture
def came(course: Event, robin: Membership) -> None:
    places = list(course.places.all())
    for number in (1, 2):
        at = timezone.now()
        note_attendance(by=robin.person, event=course, number=number, shown=places, came=places, at=at)


def test_leaders_tick_who_came_and_can_change_it(
    course: Event, robin: Membership, heron: Membership, signed_in_as: As
) -> None:
    theirs = signed_in_as(robin.person)
    theirs.post(of(course, "sessions/1/attendance/"), {"came": [course.places.get().pk]})
    assert list(Attendance.objects.values_list("session__number", "came")) == [(1, True)]
    assert "checked" in theirs.get(of(course, "sessions/1/attendance/")).content.decode()
    assert "You came to 1 of 2 sessions" in signed_in_as(heron.person).get(of(course, "")).content.decode()
    theirs.post(of(course, "sessions/1/attendance/"), {})
    assert list(Attendance.objects.values_list("session__number", "came")) == [(1, False)]


def test_a_certificate_has_the_name_that_is_typed_and_keeps_it_nowhere(
    course: Event, came: None, heron: Membership, signed_in_as: As
) -> None:
    hers = signed_in_as(heron.person)
    page = hers.post(of(course, "certificate/"), {"name": "Ada <b>King</b>"}).content.decode()
    assert "Ada &lt;b&gt;King&lt;/b&gt;" in page
    assert "took part in 2 of 2 sessions" in page
    assert code_of(course.places.get().pk) in page
    assert "Robin" in page
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            assert "King" not in repr(cursor.fetchall()), table


def test_who_came_too_seldom_has_none(course: Event, heron: Membership, signed_in_as: As) -> None:
    assert signed_in_as(heron.person).get(of(course, "certificate/")).status_code == 404


def test_anybody_sees_that_it_is_genuine_and_no_name_of_a_sensitive_network(
    course: Event, came: None, client: Client
) -> None:
    address = f"/certificates/{code_of(course.places.get().pk)}/"
    page = client.get(address).content.decode()
    assert "took part in 2 of 2 sessions of a course" in page
    for name in ("Heron", "Ada", "Carers", "carers", "Sleeping better"):
        assert name not in page
    Network.objects.update(is_sensitive=False)
    assert "Sleeping better" in client.get(address).content.decode()
    assert client.get("/certificates/1.x/").status_code == 404


def test_feedback_is_given_changed_and_seen_without_a_name(
    course: Event, robin: Membership, heron: Membership, signed_in_as: As
) -> None:
    hers, theirs = signed_in_as(heron.person), signed_in_as(robin.person)
    assert "Choose a number from 1 to 5." in hers.post(of(course, "feedback/"), {}).content.decode()
    hers.post(of(course, "feedback/"), {"helped": "2", "words": "Too fast."})
    hers.post(of(course, "feedback/"), {"helped": "4", "words": "Better."})
    assert list(Feedback.objects.values_list("helped", "words")) == [(4, "Better.")]
    page = theirs.get(of(course, "feedback/all/")).content.decode()
    assert "7 or fewer" in page
    for private in ("Better.", "Heron", "4.0"):
        assert private not in page
    assert hers.get(of(course, "feedback/all/")).status_code == 403
    assert theirs.get(of(course, "feedback/")).status_code == 403


def test_nothing_is_said_before_it_is_over(robin: Membership, heron: Membership, signed_in_as: As) -> None:
    now = timezone.now()
    walk = plan(robin, begins=[now + timedelta(hours=2)], at=now)
    take(heron.person, walk, now)
    assert signed_in_as(heron.person).get(of(walk, "feedback/")).status_code == 403
