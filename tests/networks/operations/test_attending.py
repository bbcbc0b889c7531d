"""Leaders note who came, and who had a place says how it was."""

import pytest

from networks.models import Attendance, Event, Feedback, Membership, Place
from networks.operations import (
    HasNotBegun,
    MayNotLead,
    MayNotSay,
    cancel_event,
    give_feedback,
    give_up_place,
    note_attendance,
)
from people.errors import HasMovedOn
from people.models import Person
from safeguarding.models import Concern
from tests.fixtures import NOW
from tests.networks.planned import DAY, FIRST, HOUR, WEEK, plan, take


@pytest.fixture
def course(robin: Membership, heron: Membership, wren: Membership) -> Event:
    """Two sessions, in which Heron and Wren have places."""
    course = plan(robin, begins=[FIRST, FIRST + WEEK])
    take(heron.person, course)
    take(wren.person, course)
    return course


def place_of(membership: Membership) -> Place:
    return Place.objects.get(membership=membership)


def note(course: Event, robin: Membership, *came: Membership, number: int = 1, hours: int = 0) -> None:
    note_attendance(
        by=robin.person,
        event=course,
        number=number,
        shown=list(course.places.all()),
        came=[place_of(one) for one in came],
        at=FIRST + hours * HOUR,
    )


def noted() -> list[tuple[int, str, bool]]:
    rows = Attendance.objects.order_by("session__number", "place__membership__chosen_name")
    return list(rows.values_list("session__number", "place__membership__chosen_name", "came"))


def test_what_was_noted_last_counts(course: Event, robin: Membership, heron: Membership, wren: Membership) -> None:
    note(course, robin, heron)
    assert noted() == [(1, "Heron", True), (1, "Wren", False)]
    note(course, robin, wren, hours=3)
    assert noted() == [(1, "Heron", False), (1, "Wren", True)]


def test_words_of_despair_are_looked_at_by_those_who_keep_people_safe_and_by_no_leader(
    course: Event, heron: Membership, robin: Membership, dev: Person
) -> None:
    said = give_feedback(
        by=heron.person, event=course, helped=1, words="I can't go on. I want to die.", at=FIRST + 2 * WEEK
    )
    assert said.calls_for_help is True
    concern = Concern.objects.get()
    assert (concern.about, concern.evidence_kind, concern.evidence_author) == (heron.person, "feedback", "Heron")
    assert [Concern.objects.visible_to(one).count() for one in (dev, robin.person)] == [1, 0]


def test_nobody_came_before_it_began(course: Event, robin: Membership, heron: Membership) -> None:
    with pytest.raises(HasNotBegun):
        note(course, robin, heron, hours=-1)
    with pytest.raises(HasNotBegun):
        note(course, robin, heron, number=2)
    assert noted() == []


def test_who_gave_up_stays_as_noted(course: Event, robin: Membership, heron: Membership) -> None:
    note(course, robin, heron)
    give_up_place(by=heron.person, event=course, at=FIRST + DAY)
    note(course, robin, hours=48)
    assert noted() == [(1, "Heron", True), (1, "Wren", False)]


def test_whom_the_leader_was_not_shown_stays_as_noted(
    course: Event, robin: Membership, heron: Membership, wren: Membership
) -> None:
    note(course, robin, heron, wren)
    shown = [place_of(wren)]
    note_attendance(by=robin.person, event=course, number=1, shown=shown, came=[], at=FIRST + HOUR)
    assert noted() == [(1, "Heron", True), (1, "Wren", False)]


def test_only_who_leads_it_notes(course: Event, heron: Membership) -> None:
    with pytest.raises(MayNotLead):
        note(course, heron, heron)
    Membership.objects.filter(pk=heron.pk).update(is_leader=True)
    with pytest.raises(MayNotLead):
        note(course, heron, heron)
    course.leaders.add(heron)
    note(course, heron, heron)
    assert {one.noted_by for one in Attendance.objects.all()} == {heron}


OVER = FIRST + WEEK + HOUR


def test_said_again_the_last_counts(course: Event, heron: Membership) -> None:
    give_feedback(by=heron.person, event=course, helped=2, words="", at=OVER)
    give_feedback(by=heron.person, event=course, helped=5, words="I sleep.", at=OVER + DAY)
    assert list(Feedback.objects.values_list("helped", "words", "given_at")) == [(5, "I sleep.", OVER + DAY)]


def test_it_is_said_once_it_is_over(course: Event, heron: Membership) -> None:
    with pytest.raises(HasMovedOn):
        give_feedback(by=heron.person, event=course, helped=2, words="", at=OVER - HOUR)


def test_nothing_is_said_of_what_was_cancelled(course: Event, robin: Membership, heron: Membership) -> None:
    cancel_event(by=robin.person, event=course, at=NOW)
    course.refresh_from_db()
    with pytest.raises(HasMovedOn):
        give_feedback(by=heron.person, event=course, helped=2, words="", at=OVER)


def test_only_who_had_a_place_says_how_it_was(course: Event, robin: Membership, heron: Membership) -> None:
    with pytest.raises(MayNotSay):
        give_feedback(by=robin.person, event=course, helped=5, words="", at=OVER)
    give_up_place(by=heron.person, event=course, at=FIRST + DAY)
    with pytest.raises(MayNotSay):
        give_feedback(by=heron.person, event=course, helped=5, words="", at=OVER)
