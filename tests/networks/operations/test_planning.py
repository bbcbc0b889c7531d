"""Leaders plan meetings and courses, change them and cancel them; who has a place hears of it."""

from datetime import datetime
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from messaging.models import Notice
from networks.models import EarlierPost, Event, Membership, Network, Post, Thread
from networks.operations import (
    MayNotChange,
    MayNotLead,
    NotAsPlanned,
    WroteSomethingElse,
    cancel_event,
    change_event,
    change_session,
    edit_post,
    let_through,
    plan_event,
)
from people.models import Person
from safeguarding.models import Concern
from tests.fixtures import NOW
from tests.matching.making import fresh
from tests.networks.conftest import enter
from tests.networks.planned import DAY, FIRST, HOUR, WEEK, comers, facts, plan, take


def told(person: Person) -> list[str]:
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("subject", flat=True))


def test_a_meeting_is_a_thread_with_one_session(robin: Membership) -> None:
    walk = plan(robin)

    assert (walk.kind, walk.state, walk.thread.kind, walk.thread.title) == ("meeting", "planned", "event", "A walk")
    assert [(one.number, one.begins_at, one.ends_at) for one in walk.sessions.all()] == [(1, FIRST, FIRST + HOUR)]
    assert list(walk.leaders.all()) == [robin]
    assert walk.thread.posts.get().body == "For whoever likes."


def test_a_course_has_its_sessions_in_order(robin: Membership) -> None:
    begins = [FIRST + number * WEEK for number in range(6)]
    course = plan(robin, begins=begins)

    assert [(one.number, one.begins_at) for one in course.sessions.all()] == list(enumerate(begins, start=1))


def test_planning_twice_plans_one(robin: Membership) -> None:
    said: dict[str, Any] = {
        "by": robin.person,
        "network": robin.network,
        "kind": "meeting",
        "title": "A walk",
        "begins": [FIRST],
        "lasts": HOUR,
        "facts": facts(robin),
        "client_id": uuid4(),
        "at": NOW,
    }
    assert plan_event(body="One", **said) == plan_event(body="One", **said)
    with pytest.raises(WroteSomethingElse):
        plan_event(body="Two", **said)
    assert (Event.objects.count(), Thread.objects.count()) == (1, 1)


def test_only_hosts_and_leaders_plan(robin: Membership, heron: Membership) -> None:
    with pytest.raises(MayNotLead):
        plan(heron)
    heron.is_leader = True
    heron.save()
    assert plan(heron).leaders.get() == heron


def test_a_course_needs_somebody_who_was_trained(robin: Membership, heron: Membership) -> None:
    Membership.objects.filter(pk=heron.pk).update(is_leader=True)
    course = [FIRST, FIRST + WEEK]
    with pytest.raises(NotAsPlanned) as refused:
        plan(heron, begins=course)
    assert refused.value.message_dict == {
        "leaders": ["A course needs somebody among its leaders who was trained to lead."]
    }
    assert plan(heron, begins=course, leaders=[heron, robin]).leaders.count() == 2


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"capacity": 0}, "capacity"),
        ({"capacity": 201}, "capacity"),
        ({"leaders": []}, "leaders"),
        ({"way": "in_person", "where": ""}, "where"),
        ({"begins": [NOW - HOUR]}, "day"),
        ({"begins": [FIRST + number * WEEK for number in range(13)]}, "count"),
    ],
)
def test_what_cannot_be(said: dict[str, Any], field: str, robin: Membership) -> None:
    with pytest.raises(NotAsPlanned) as refused:
        plan(robin, **said)
    assert list(refused.value.message_dict) == [field]
    assert not Event.objects.exists()


def test_who_does_not_lead_here_leads_nothing_here(robin: Membership, heron: Membership, pain: Network) -> None:
    elsewhere = enter(robin.person, pain, "Wagtail", is_host=True)
    for leader in (heron, elsewhere):
        with pytest.raises(NotAsPlanned, match="Choose who leads it"):
            plan(robin, leaders=[robin, leader])


def test_a_new_place_is_told_to_who_has_one_and_not_to_who_did_it(
    robin: Membership, heron: Membership, wren: Membership
) -> None:
    walk = plan(robin, capacity=2)
    for person in (robin.person, heron.person, wren.person):
        take(person, walk)
    change_event(by=robin.person, event=walk, facts=facts(robin, where="The library"), at=NOW)

    assert told(heron.person) == ["Something you have a place in has changed"]
    assert told(robin.person) == told(wren.person) == []
    changed = fresh(walk)
    assert (changed.where, changed.revision, changed.changed_at) == ("The library", 1, NOW)


def test_more_places_go_to_who_waits_longest_and_no_other_notice_is_written(
    robin: Membership, heron: Membership, wren: Membership
) -> None:
    walk = plan(robin, capacity=1)
    for minute, person in enumerate((robin.person, wren.person, heron.person)):
        take(person, walk, NOW + minute * HOUR)
    change_event(by=robin.person, event=walk, facts=facts(robin, capacity=2), at=NOW)

    assert comers(walk) == {"going": ["Robin", "Wren"], "waiting": ["Heron"]}
    assert (told(wren.person), told(heron.person)) == (["You have a place now"], [])


def test_there_are_never_fewer_places_than_are_taken(robin: Membership, heron: Membership) -> None:
    walk = plan(robin, capacity=3)
    take(robin.person, walk)
    take(heron.person, walk)
    with pytest.raises(NotAsPlanned, match="2 people have a place already"):
        change_event(by=robin.person, event=walk, facts=facts(robin, capacity=1), at=NOW)


def test_a_session_that_moves_is_told_and_reminded_of_again(robin: Membership, heron: Membership) -> None:
    walk = plan(robin)
    take(heron.person, walk)
    session = walk.sessions.get()
    walk.places.update(reminded_of=session)
    moved: dict[str, Any] = {"by": robin.person, "event": walk, "number": 1, "title": "Slowly", "materials": ""}
    change_session(begins_at=FIRST + DAY, ends_at=FIRST + DAY + HOUR, at=NOW, **moved)

    session.refresh_from_db()
    assert (session.title, session.begins_at) == ("Slowly", FIRST + DAY)
    assert fresh(walk).revision == 1
    assert walk.places.get().reminded_of is None
    assert told(heron.person) == ["Something you have a place in has a new time"]
    with pytest.raises(NotAsPlanned, match="in the past"):
        change_session(begins_at=NOW - HOUR, ends_at=NOW, at=NOW, **moved)


@pytest.fixture
def walk(robin: Membership, heron: Membership, wren: Membership) -> Event:
    """A meeting with one place, which Heron has; Wren waits."""
    walk = plan(robin, capacity=1, where="The library")
    take(heron.person, walk)
    take(wren.person, walk)
    return walk


def rename(walk: Event, by: Membership, at: datetime = NOW + HOUR) -> Post:
    post = walk.thread.posts.get()
    return edit_post(by=by.person, post=post, title="A slow walk", body="With a rest.", at=at)


def test_new_words_are_kept_beside_the_old_ones_and_told_to_who_comes(
    walk: Event, robin: Membership, heron: Membership, wren: Membership
) -> None:
    take(robin.person, walk)
    for _ in range(2):
        rename(walk, robin)

    changed = fresh(walk)
    assert (changed.thread.title, changed.thread.posts.get().body) == ("A slow walk", "With a rest.")
    assert [one.body for one in EarlierPost.objects.all()] == ["A walk\n\nFor whoever likes."]
    assert (changed.revision, changed.changed_at) == (1, NOW + HOUR)
    assert told(heron.person) == ["Something you have a place in has changed"]
    assert told(wren.person) == told(robin.person) == []


def test_only_who_planned_it_gives_it_other_words(walk: Event, heron: Membership) -> None:
    Membership.objects.filter(pk=heron.pk).update(is_host=True)
    walk.leaders.add(heron)
    with pytest.raises(MayNotChange):
        rename(walk, heron)


@pytest.mark.parametrize("how", ["over", "cancelled"])
def test_of_what_does_not_come_any_more_nobody_is_told(how: str, walk: Event, robin: Membership) -> None:
    if how == "cancelled":
        cancel_event(by=robin.person, event=walk, at=NOW)
    Notice.objects.all().delete()
    rename(walk, robin, at=FIRST + (WEEK if how == "over" else -HOUR))
    assert not Notice.objects.exists()


def test_new_words_that_wait_for_a_first_look_are_told_once_they_are_through(
    walk: Event, robin: Membership, heron: Membership, dev: Person
) -> None:
    Network.objects.update(first_look="everyone")
    Membership.objects.filter(pk=robin.pk).update(is_host=False, is_leader=True)
    enter(dev, robin.network, "Dipper", is_host=True)
    post = rename(walk, robin)
    assert (post.state, told(heron.person)) == ("waiting", [])

    let_through(by=dev, post=post, at=NOW + 2 * HOUR)
    assert told(heron.person) == ["Something you have a place in has changed"]


def test_what_else_is_said_of_it_is_kept_as_it_was_and_looked_at_as_the_words_of_who_changed_it(
    walk: Event, robin: Membership, dev: Person
) -> None:
    leading = enter(dev, robin.network, "Dipper", is_host=True)
    said = {"where": "The library", "how_to_join": "Room 7"}
    for materials in ("Read this.", "I can't go on. I want to die.", "I can't go on. I want to die."):
        changed = facts(robin, materials=materials, capacity=1, **said)
        change_event(by=dev, event=walk, facts=changed, at=NOW + HOUR)
    begins: dict[str, Any] = {"begins_at": FIRST, "ends_at": FIRST + HOUR, "at": NOW + 2 * HOUR}
    change_session(by=robin.person, event=walk, number=1, title="My husband hits me.", materials="", **begins)

    first = "A walk\n\nFor whoever likes.\n\nThe library\n\nRoom 7"
    harm = "I can't go on. I want to die."
    kept = EarlierPost.objects.order_by("pk").values_list("body", flat=True)
    assert list(kept) == [first, f"{first}\n\nRead this.", f"{first}\n\n{harm}"]
    noticed = Concern.objects.order_by("pk")
    assert [(one.about, one.evidence_author, one.times_noticed) for one in noticed] == [
        (dev, leading.chosen_name, 1),
        (robin.person, "Robin", 1),
    ]
    assert noticed[0].evidence_text == f"{first}\n\n{harm}"


def test_whoever_plans_is_shown_help_if_their_words_make_one_think_of_them(robin: Membership) -> None:
    assert plan(robin).thread.calls_for_help is False
    assert plan(robin, materials="I want to die.").thread.calls_for_help is True
    assert plan(robin, title="I want to die.").thread.calls_for_help is True
    assert Concern.objects.get().times_noticed == 2


def test_naming_a_session_tells_nobody(robin: Membership, heron: Membership) -> None:
    walk = plan(robin)
    take(heron.person, walk)
    change_session(
        by=robin.person,
        event=walk,
        number=1,
        title="Sleep",
        begins_at=FIRST,
        ends_at=FIRST + HOUR,
        materials="Bring *tea*.",
        at=NOW,
    )
    assert walk.sessions.get().title == "Sleep"
    assert told(heron.person) == []


def test_cancelling_tells_all_who_wanted_to_come_in_words_that_name_nothing(
    robin: Membership, heron: Membership, wren: Membership
) -> None:
    walk = plan(robin, capacity=1)
    take(heron.person, walk)
    take(wren.person, walk)
    cancel_event(by=robin.person, event=walk, at=NOW)

    notices = Notice.objects.order_by("pk")
    assert [(one.person, one.subject, one.path) for one in notices] == [
        (person, "Something you wanted to come to is cancelled", reverse("event", args=["carers", walk.pk]))
        for person in (heron.person, wren.person)
    ]
    assert not [one for one in notices if "walk" in one.subject + one.body or "Carers" in one.subject + one.body]
    assert (fresh(walk).state, fresh(walk).revision) == ("cancelled", 1)
    with pytest.raises(NotAsPlanned, match="cancelled"):
        cancel_event(by=robin.person, event=walk, at=NOW)
    with pytest.raises(NotAsPlanned, match="cancelled"):
        change_event(by=robin.person, event=walk, facts=facts(robin), at=NOW)
    assert Notice.objects.count() == 2


def test_who_leads_another_event_does_not_change_this_one(robin: Membership, heron: Membership) -> None:
    Membership.objects.filter(pk=heron.pk).update(is_leader=True)
    walk = plan(robin)
    for press in (
        lambda: change_event(by=heron.person, event=walk, facts=facts(heron), at=NOW),
        lambda: cancel_event(by=heron.person, event=walk, at=NOW),
    ):
        with pytest.raises(MayNotLead):
            press()
    walk.leaders.add(heron)
    cancel_event(by=heron.person, event=walk, at=NOW)
