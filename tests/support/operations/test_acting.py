"""Somebody acts in a member's name: what they were let do, in sight of the member, and not a moment longer."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from matching.models import Pairing
from matching.operations import end_pairing
from people.models import Mandate, Person, RecordRead, Role, StateChange
from people.operations import let_act
from support.models import Appointment
from support.operations import (
    add_step,
    agree_to_goal,
    book_appointment,
    cancel_appointment,
    change_goal,
    change_step,
    change_where,
    mark_step,
    move_appointment,
    note_how_it_went,
    open_appointment,
    open_goal,
    reach_goal,
)
from support.queries import acting_for, goal_page_of, people_one_acts_for, seen_by
from tests.fixtures import NOW, make_person
from tests.support.making import a_step, goal_of_both, proposed_goal
from tests.support.meeting import HOUR, NEXT_MONDAY, keeps_hours, meeting, on

TIME = on(NEXT_MONDAY, 9)


@pytest.fixture
def olwen(db: None) -> Person:
    return make_person("Olwen", Role.Kind.ADVISER)


def let(olwen: Person, ada: Person, *acts: str) -> None:
    let_act(holder=olwen, person=ada, acts=acts, at=NOW)


def book(by: Person, pairing: Pairing) -> Appointment:
    return book_appointment(by=by, pairing=pairing, meeting=meeting(TIME), at=NOW)


def told(person: Person) -> list[str]:
    return list(person.notices.filter(kind="support").order_by("pk").values_list("subject", flat=True))


def history(machine: str, pk: int) -> list[tuple[str, str, str]]:
    found = StateChange.objects.filter(machine=machine, subject=pk).order_by("pk")
    return [(change.before, change.after, change.who) for change in found]


def test_what_is_let_ends_at_once_with_what_is_not_among_it(ada: Person, olwen: Person) -> None:
    let(olwen, ada, "appointments", "speak")
    let(olwen, ada, "appointments", "steps")
    current = Mandate.objects.current().values_list("act", flat=True)
    assert sorted(current) == ["appointments", "steps"]
    assert Mandate.objects.get(act="speak").ended_at == NOW


def test_an_appointment_is_booked_moved_and_cancelled_in_sight_of_both(
    pairing: Pairing, ada: Person, ben: Person, olwen: Person
) -> None:
    keeps_hours(ben)
    let(olwen, ada, "appointments")
    made = book(olwen, pairing)
    move_appointment(by=olwen, appointment=made, meeting=meeting(TIME + HOUR), at=NOW)
    made.refresh_from_db()
    cancel_appointment(by=olwen, appointment=made, at=NOW)
    assert history("support.appointment", made.pk) == [
        ("", "booked", "Olwen for Ada"),
        ("booked", "booked", "Olwen for Ada"),
        ("booked", "cancelled", "Olwen for Ada"),
    ]
    assert told(ada) == [
        "An appointment was booked in your name",
        "One of your appointments was moved in your name",
        "One of your appointments was cancelled in your name",
    ]
    assert told(ben)[-3:] == [
        "You have a new appointment",
        "One of your appointments has moved",
        "One of your appointments is cancelled",
    ]
    assert told(olwen) == []
    seen = seen_by(ada, made, NOW)
    assert [(one.what, one.who) for one in seen.happened] == [
        ("Booked", "Olwen for Ada"),
        ("Moved", "Olwen for Ada"),
        ("Cancelled", "Olwen for Ada"),
    ]


def test_what_the_two_do_themselves_is_in_nobodys_name(pairing: Pairing, ada: Person, ben: Person) -> None:
    keeps_hours(ben)
    made = book(ada, pairing)
    assert history("support.appointment", made.pk) == [("", "booked", "Ada")]
    assert (made.booked_in_name, told(ada)) == ("", [])


def test_a_member_undoes_what_was_booked_for_them(pairing: Pairing, ada: Person, ben: Person, olwen: Person) -> None:
    keeps_hours(ben)
    let(olwen, ada, "appointments")
    made = book(olwen, pairing)
    cancel_appointment(by=ada, appointment=made, at=NOW)
    assert history("support.appointment", made.pk)[-1] == ("booked", "cancelled", "Ada")


def test_only_among_what_is_offered(pairing: Pairing, ada: Person, ben: Person, olwen: Person) -> None:
    let(olwen, ada, "appointments")
    with pytest.raises(Exception, match="not free any more"):
        book(olwen, pairing)


def test_taken_back_nothing_of_it_is_left(pairing: Pairing, ada: Person, ben: Person, olwen: Person) -> None:
    keeps_hours(ben)
    let(olwen, ada, "appointments", "steps")
    made, goal = book(olwen, pairing), goal_of_both(pairing)
    step = a_step(olwen, goal)
    let(olwen, ada)
    attempts: list[tuple[Any, dict[str, Any]]] = [
        (book_appointment, {"pairing": pairing, "meeting": meeting(TIME + HOUR), "at": NOW}),
        (move_appointment, {"appointment": made, "meeting": meeting(TIME + HOUR), "at": NOW}),
        (cancel_appointment, {"appointment": made, "at": NOW}),
        (add_step, {"goal": goal, "words": "W", "whose": "member", "by_when": None, "at": NOW}),
        (mark_step, {"step": step, "state": "done", "at": NOW}),
    ]
    for verb, facts in attempts:
        with pytest.raises(PermissionDenied):
            verb(by=olwen, **facts)
    assert not people_one_acts_for(olwen).exists()


@pytest.mark.parametrize("act", ["speak", "steps"])
def test_one_act_is_not_another(act: str, pairing: Pairing, ada: Person, ben: Person, olwen: Person) -> None:
    keeps_hours(ben)
    let(olwen, ada, act)
    with pytest.raises(PermissionDenied):
        book(olwen, pairing)


def test_once_the_two_part_nothing_is_booked_for_them(
    pairing: Pairing, ada: Person, ben: Person, olwen: Person
) -> None:
    keeps_hours(ben)
    let(olwen, ada, "appointments")
    end_pairing(by=ada, pairing=pairing, look_again=False, at=NOW)
    pairing.refresh_from_db()
    with pytest.raises(PermissionDenied):
        book(olwen, pairing)
    acting = acting_for(olwen, ada, NOW)
    assert (acting.pairing, acting.appointments, acting.goals) == (None, [], None)


def test_where_they_meet_and_how_it_went_stay_theirs(pairing: Pairing, ada: Person, ben: Person, olwen: Person) -> None:
    keeps_hours(ben, "video")
    let(olwen, ada, "appointments")
    made = book_appointment(by=olwen, pairing=pairing, meeting=meeting(TIME, way="video"), at=NOW)
    with pytest.raises(PermissionDenied):
        change_where(by=olwen, appointment=made, where="Elsewhere", at=NOW)
    with pytest.raises(PermissionDenied):
        note_how_it_went(by=olwen, appointment=made, took_place=True, at=TIME + HOUR)
    seen = seen_by(olwen, made, TIME + HOUR)
    assert (seen.other, seen.acts_for, seen.link, seen.may_note) == (ben, ada, "", False)


def test_steps_are_added_and_done_in_sight_of_the_member(pairing: Pairing, ada: Person, olwen: Person) -> None:
    goal = goal_of_both(pairing)
    let(olwen, ada, "steps")
    step = a_step(olwen, goal)
    mark_step(by=olwen, step=step, state="done", at=NOW)
    assert history("support.step", step.pk) == [("", "open", "Olwen for Ada"), ("open", "done", "Olwen for Ada")]
    assert told(ada)[-2:] == ["A step was added in your name", "Something was said about a step in your name"]
    assert [line.acted for line in goal_page_of(ada, goal).steps] == ["Olwen for Ada"]
    mark_step(by=ada, step=step, state="open", at=NOW)
    assert [line.acted for line in goal_page_of(ada, goal).steps] == [""]


def test_the_goal_itself_stays_the_members(pairing: Pairing, ada: Person, ben: Person, olwen: Person) -> None:
    goal, step = goal_of_both(pairing), None
    let(olwen, ada, "steps")
    step = a_step(olwen, goal)
    waiting = proposed_goal(ben, pairing)
    attempts: list[tuple[Any, dict[str, Any]]] = [
        (change_goal, {"goal": goal, "words": "W", "sign": "", "going": "", "shown_as": "steps"}),
        (change_step, {"step": step, "words": "W", "whose": "member", "by_when": None}),
        (reach_goal, {"goal": goal, "at": NOW}),
        (agree_to_goal, {"goal": waiting, "at": NOW}),
    ]
    for verb, facts in attempts:
        with pytest.raises(PermissionDenied):
            verb(by=olwen, **facts)
    sheet = goal_page_of(olwen, goal)
    assert (sheet.may_work, sheet.may_change_steps, sheet.is_mine, sheet.acts_for) == (True, False, False, ada)
    goals = acting_for(olwen, ada, NOW).goals
    assert goals is not None
    # What is only proposed is between the two.
    assert [card.goal for card in goals] == [goal]


def test_who_reads_in_somebodys_name_leaves_a_note(pairing: Pairing, ada: Person, ben: Person, olwen: Person) -> None:
    keeps_hours(ben)
    let(olwen, ada, "appointments", "steps")
    made, goal = book(olwen, pairing), goal_of_both(pairing)
    for reader in (ada, ben, olwen):
        open_appointment(by=reader, appointment=made, at=NOW)
        open_goal(by=reader, goal=goal, at=NOW)
    reads = RecordRead.objects.filter(why="to act in your name")
    assert [(read.reader, read.person) for read in reads] == [(olwen, ada), (olwen, ada)]
