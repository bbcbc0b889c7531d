"""Pages of leaders: forms in plain steps, times by the clocks of the service."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.timezone import localtime

from networks.models import Event, Membership
from people.models import Person
from tests.fixtures import As
from tests.networks.planned import DAY, HOUR, plan, take

LIST = "/networks/carers/events/"


@pytest.fixture
def theirs(robin: Membership, signed_in_as: As) -> Client:
    return signed_in_as(robin.person)


def said(robin: Membership, **other: Any) -> dict[str, Any]:
    return {
        "title": "Sleeping better",
        "body": "For whoever lies awake.",
        "client_id": str(uuid4()),
        "day": "2031-10-21",
        "clock": "18:30",
        "lasts": "90",
        "count": "3",
        "way": "video",
        "how_to_join": "Room 7",
        "capacity": "8",
        "leaders": [robin.pk],
        **other,
    }


def test_a_course_over_the_end_of_summer_time(theirs: Client, robin: Membership) -> None:
    answer = theirs.post(LIST + "new/course/", said(robin))
    course = Event.objects.get()
    assert answer["Location"] == f"{LIST}{course.pk}/"
    begins = [one.begins_at for one in course.sessions.all()]
    assert [f"{localtime(one):%d %H:%M}" for one in begins] == ["21 18:30", "28 18:30", "04 18:30"]
    assert [one.hour for one in begins] == [17, 18, 18]
    assert {one.ends_at - one.begins_at for one in course.sessions.all()} == {timedelta(minutes=90)}
    assert (course.capacity, course.how_to_join, list(course.leaders.all())) == (8, "Room 7", [robin])


def test_what_is_missing_is_said_beside_it_and_the_rest_is_kept(
    theirs: Client, robin: Membership, wren: Membership
) -> None:
    Membership.objects.update(is_leader=True)
    Membership.objects.filter(pk=robin.pk).update(trained_on=None)
    answer = theirs.post(LIST + "new/course/", said(robin, leaders=[robin.pk, wren.pk]))
    form = answer.context["form"]
    assert form.errors == {"leaders": ["A course needs somebody among its leaders who was trained to lead."]}
    assert answer.content.decode().count("checked") == 3
    form = theirs.post(LIST + "new/meeting/", {}).context["form"]
    assert set(form.errors) == {"title", "body", "client_id", "day", "clock", "lasts", "way", "capacity", "leaders"}


def test_a_member_plans_nothing(heron: Membership, robin: Membership, signed_in_as: As) -> None:
    client = signed_in_as(heron.person)
    for part in ("new/", "new/meeting/", "new/course/"):
        assert client.get(LIST + part).status_code == 403
    assert client.post(LIST + "new/course/", said(robin)).status_code == 403
    assert not Event.objects.exists()


def test_there_are_two_kinds(theirs: Client) -> None:
    assert theirs.get(LIST + "new/party/").status_code == 404


@pytest.fixture
def walk(robin: Membership) -> Event:
    now = timezone.now()
    return plan(robin, begins=[now + 3 * DAY], at=now)


def test_a_session_is_moved(theirs: Client, walk: Event) -> None:
    page = theirs.get(f"{LIST}{walk.pk}/sessions/1/")
    shown = page.context["form"].initial
    begins = localtime(walk.sessions.get().begins_at)
    assert (shown["day"], shown["clock"], shown["lasts"]) == (begins.date(), begins.time(), 60)
    moved = {"title": "", "day": "2031-07-01", "clock": "10:00", "lasts": "60", "materials": ""}
    theirs.post(f"{LIST}{walk.pk}/sessions/1/", moved)
    session = walk.sessions.get()
    assert (session.begins_at.isoformat(), session.ends_at - session.begins_at) == ("2031-07-01T09:00:00+00:00", HOUR)
    assert "in the past" in theirs.post(f"{LIST}{walk.pk}/sessions/1/", moved | {"day": "2021-07-01"}).content.decode()
    assert theirs.get(f"{LIST}{walk.pk}/sessions/2/").status_code == 404


def test_whoever_planned_it_edits_its_words_from_its_page(theirs: Client, walk: Event) -> None:
    edit = f"/networks/posts/{walk.thread.posts.get().pk}/edit/"
    assert edit in theirs.get(f"{LIST}{walk.pk}/").content.decode()
    assert "Who has a place is told that it has changed." in theirs.get(edit).content.decode()

    page = theirs.post(edit, {"title": "A slow walk", "body": "I want to die."}, follow=True)
    assert page.request["QUERY_STRING"] == "help=now"
    assert "<h1>A slow walk</h1>" in page.content.decode()


def test_whoever_plans_is_shown_where_to_turn_if_their_words_make_one_think_of_them(
    theirs: Client, robin: Membership
) -> None:
    answer = theirs.post(LIST + "new/meeting/", said(robin, materials="I want to die."))
    assert answer["Location"] == f"{LIST}{Event.objects.get().pk}/?help=now"


def test_fewer_places_than_are_taken_is_told_beside_the_field(
    theirs: Client, walk: Event, robin: Membership, heron: Membership
) -> None:
    for one in (robin, heron):
        take(one.person, walk, timezone.now())
    facts = {"way": "video", "capacity": "1", "leaders": [robin.pk]}
    answer = theirs.post(f"{LIST}{walk.pk}/change/", facts)
    assert answer.context["form"].errors == {"capacity": ["2 people have a place already."]}


def test_cancelling_says_how_many_will_be_told(
    theirs: Client, walk: Event, heron: Membership, wren: Membership, cleo: Person
) -> None:
    for one in (heron, wren):
        take(one.person, walk, timezone.now())
    take(cleo, walk, timezone.now())
    assert (
        "2 people with a place and 0 on the waiting list will be told."
        in theirs.get(f"{LIST}{walk.pk}/cancellation/").content.decode()
    )
    page = theirs.post(f"{LIST}{walk.pk}/cancellation/", follow=True).content.decode()
    assert "<strong>Cancelled.</strong>" in page
