"""Moving a thing, roles, assignments, consent, and the note of who read about whom."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from people.errors import HasMovedOn
from people.models import Area, Assignment, Consent, Person, RecordRead, Role, StateChange
from people.operations import (
    AreaNeedsAName,
    assign,
    change_profile,
    deactivate,
    end_role,
    give_consent,
    grant_role,
    grant_role_in,
    move,
    record_read,
    remember,
    unassign,
    withdraw_consent,
)
from people.signals import consent_withdrawn, rights_lost
from safeguarding.machines import CONCERN
from safeguarding.models import Concern
from tests.fixtures import NOW, make_person

LATER = NOW + timedelta(days=1)


# -- Moving, shown with a concern, because people themselves have no state


@pytest.fixture
def concern(ada: Person) -> Concern:
    return Concern.objects.create(
        raised_by=ada,
        reason=Concern.Reason.HARM,
        due_at=NOW,
        evidence_kind="message",
        evidence_reference="1",
        evidence_author="Eve",
        evidence_text="Words",
        evidence_written_at=NOW,
        raised_at=NOW,
    )


def history() -> list[tuple[str, str]]:
    return list(StateChange.objects.order_by("pk").values_list("before", "after"))


def test_a_move_changes_the_row_and_writes_history(concern: Concern, ada: Person, dev: Person) -> None:
    move(concern, "taken", machine=CONCERN, by=dev, at=NOW, about=ada)

    concern.refresh_from_db()
    assert concern.state == "taken"
    change = StateChange.objects.get()
    assert (change.machine, change.subject, change.person, change.by, change.at) == (
        "safeguarding.concern",
        concern.pk,
        ada,
        dev,
        NOW,
    )
    assert str(change) == f"safeguarding.concern {concern.pk}: open to taken"


def test_a_move_by_nobody_about_nobody_is_remembered_too(concern: Concern) -> None:
    move(concern, "taken", machine=CONCERN, by=None, at=NOW)
    change = StateChange.objects.get()
    assert (change.person, change.by, change.before, change.after) == (None, None, "open", "taken")


@pytest.mark.parametrize("to", ["closed", "open", "nowhere"])
def test_a_move_that_the_table_does_not_allow_changes_nothing(concern: Concern, dev: Person, to: str) -> None:
    with pytest.raises(HasMovedOn):
        move(concern, to, machine=CONCERN, by=dev, at=NOW)

    assert concern.state == "open"
    concern.refresh_from_db()
    assert (concern.state, history()) == ("open", [])


def test_of_two_who_act_at_once_one_wins(concern: Concern, ben: Person, dev: Person) -> None:
    mine, yours = Concern.objects.get(pk=concern.pk), Concern.objects.get(pk=concern.pk)
    move(mine, "taken", machine=CONCERN, by=dev, at=NOW)
    with pytest.raises(HasMovedOn):
        move(yours, "taken", machine=CONCERN, by=ben, at=NOW)

    assert (mine.state, yours.state, history()) == ("taken", "open", [("open", "taken")])


def test_who_was_too_late_cannot_undo_what_came_in_between(concern: Concern, dev: Person) -> None:
    move(concern, "taken", machine=CONCERN, by=dev, at=NOW)
    stale = Concern.objects.get(pk=concern.pk)
    move(concern, "closed", machine=CONCERN, by=dev, at=NOW)
    with pytest.raises(HasMovedOn):
        move(stale, "open", machine=CONCERN, by=dev, at=NOW)

    concern.refresh_from_db()
    assert (concern.state, history()) == ("closed", [("open", "taken"), ("taken", "closed")])


def test_has_moved_on_says_so_in_words() -> None:
    assert HasMovedOn().words == "This has changed since you opened the page."
    assert HasMovedOn("Ben has taken it.").words == "Ben has taken it."


def test_a_thing_just_made_is_remembered_without_a_state_before(concern: Concern, ada: Person) -> None:
    remember(concern, machine=CONCERN, before="", by=ada, at=NOW, about=ada)
    assert history() == [("", "open")]


# -- Roles


def test_granting_a_role_twice_changes_nothing(eve: Person, dev: Person, ada: Person) -> None:
    first = grant_role(person=eve, kind=Role.Kind.PEER, by=dev, at=NOW)
    second = grant_role(person=eve, kind=Role.Kind.PEER, by=ada, at=LATER)

    assert second == first
    assert list(eve.roles.filter(kind="peer").values_list("granted_by", "granted_at")) == [(dev.pk, NOW)]


def test_a_role_that_ended_can_be_granted_again(eve: Person) -> None:
    grant_role(person=eve, kind=Role.Kind.PEER, by=None, at=NOW)
    eve.roles.filter(kind="peer").update(ended_at=NOW)
    grant_role(person=eve, kind=Role.Kind.PEER, by=None, at=LATER)

    assert list(eve.roles.filter(kind="peer").order_by("pk").values_list("granted_at", "ended_at")) == [
        (NOW, NOW),
        (LATER, None),
    ]


def test_a_role_holds_at_once_for_the_person_at_hand(eve: Person) -> None:
    assert eve.holds("peer") is False
    grant_role(person=eve, kind=Role.Kind.PEER, by=None, at=NOW)
    assert eve.holds("peer") is True


@pytest.mark.parametrize("name", ["North", " north ", "NORTH"])
def test_a_role_in_an_area_that_is_there(eve: Person, north: Area, name: str) -> None:
    role = grant_role_in(area_name=name, person=eve, kind=Role.Kind.COORDINATOR, by=None, at=NOW)
    assert (role.area, Area.objects.filter(name__icontains="north").count()) == (north, 1)


def test_an_area_is_found_by_its_name_when_its_address_differs(eve: Person, north: Area) -> None:
    Area.objects.filter(pk=north.pk).update(slug="the-north")
    role = grant_role_in(area_name="North", person=eve, kind=Role.Kind.COORDINATOR, by=None, at=NOW)
    assert role.area == north


def test_a_role_in_an_area_that_is_not_there_yet(eve: Person) -> None:
    role = grant_role_in(area_name=" Ynys Môn ", person=eve, kind=Role.Kind.COORDINATOR, by=None, at=NOW)
    assert role.area is not None
    assert (role.area.name, role.area.slug) == ("Ynys Môn", "ynys-mon")


@pytest.mark.parametrize("name", ["", "  ", "---", "!"])
def test_an_area_needs_a_name(eve: Person, name: str) -> None:
    with pytest.raises(AreaNeedsAName):
        grant_role_in(area_name=name, person=eve, kind=Role.Kind.COORDINATOR, by=None, at=NOW)
    assert [role.kind for role in eve.roles.all()] == ["member"]


# -- Assignments


def test_assigning_twice_changes_nothing(ada: Person, ben: Person) -> None:
    first = assign(carer=ben, person=ada, kind=Role.Kind.ADVISER, at=NOW)
    second = assign(carer=ben, person=ada, kind=Role.Kind.ADVISER, at=LATER)

    assert second == first
    assert list(Assignment.objects.values_list("began_at", "ended_at")) == [(NOW, None)]


def test_unassigning_ends_this_one_and_no_other(ada: Person, ben: Person, cleo: Person) -> None:
    assign(carer=ben, person=ada, kind=Role.Kind.ADVISER, at=NOW)
    assign(carer=ben, person=cleo, kind=Role.Kind.ADVISER, at=NOW)
    assign(carer=cleo, person=ada, kind=Role.Kind.PEER, at=NOW)
    for at in (LATER, LATER + timedelta(days=1)):
        unassign(carer=ben, person=ada, kind=Role.Kind.ADVISER, at=at)

    rows = Assignment.objects.order_by("pk").values_list("carer__chosen_name", "person__chosen_name", "ended_at")
    assert list(rows) == [("Ben", "Ada", LATER), ("Ben", "Cleo", None), ("Cleo", "Ada", None)]


def test_assigned_again_begins_anew(ada: Person, ben: Person) -> None:
    assign(carer=ben, person=ada, kind=Role.Kind.ADVISER, at=NOW)
    unassign(carer=ben, person=ada, kind=Role.Kind.ADVISER, at=NOW)
    assign(carer=ben, person=ada, kind=Role.Kind.ADVISER, at=LATER)

    rows = Assignment.objects.order_by("pk").values_list("began_at", "ended_at")
    assert list(rows) == [(NOW, NOW), (LATER, None)]


# -- Consent


@pytest.fixture
def heard() -> Iterator[list[tuple[Person, str, datetime]]]:
    """What `consent_withdrawn` told to a listener above."""
    news: list[tuple[Person, str, datetime]] = []

    def listen(sender: Any, person: Person, purpose: str, at: datetime, **more: Any) -> None:
        news.append((person, purpose, at))

    consent_withdrawn.connect(listen)
    yield news
    consent_withdrawn.disconnect(listen)


def test_giving_consent_twice_keeps_the_first_day(ada: Person) -> None:
    first = give_consent(by=ada, purpose=Consent.Purpose.STORY, at=NOW)
    assert give_consent(by=ada, purpose=Consent.Purpose.STORY, at=LATER) == first
    assert list(Consent.objects.values_list("given_at", "withdrawn_at")) == [(NOW, None)]


def test_taking_consent_back_is_told_once(ada: Person, ben: Person, heard: list[tuple[Person, str, datetime]]) -> None:
    for person in (ada, ben):
        give_consent(by=person, purpose=Consent.Purpose.STORY, at=NOW)
    give_consent(by=ada, purpose=Consent.Purpose.EMAIL, at=NOW)
    for at in (LATER, LATER + timedelta(days=1)):
        withdraw_consent(by=ada, purpose=Consent.Purpose.STORY, at=at)

    assert heard == [(ada, "story", LATER)]
    rows = Consent.objects.order_by("pk").values_list("person__chosen_name", "purpose", "withdrawn_at")
    assert list(rows) == [("Ada", "story", LATER), ("Ben", "story", None), ("Ada", "email", None)]


def test_taking_back_what_was_never_given_is_told_to_nobody(
    ada: Person, heard: list[tuple[Person, str, datetime]]
) -> None:
    withdraw_consent(by=ada, purpose=Consent.Purpose.STORY, at=NOW)
    assert (heard, Consent.objects.count()) == ([], 0)


def test_consent_stays_when_whoever_acts_on_it_fails(ada: Person) -> None:
    give_consent(by=ada, purpose=Consent.Purpose.STORY, at=NOW)

    def fail(sender: Any, **more: Any) -> None:
        raise RuntimeError

    consent_withdrawn.connect(fail)
    try:
        with pytest.raises(RuntimeError):
            withdraw_consent(by=ada, purpose=Consent.Purpose.STORY, at=LATER)
    finally:
        consent_withdrawn.disconnect(fail)
    assert list(Consent.objects.values_list("withdrawn_at", flat=True)) == [None]


# -- The record


def test_reading_about_somebody_else_is_noted_each_time(ada: Person, ben: Person) -> None:
    for at in (NOW, LATER):
        record_read(by=ben, person=ada, why="To prepare our first talk", at=at)
    assert [(str(read), read.why, read.at) for read in RecordRead.objects.all()] == [
        ("Ben read about Ada", "To prepare our first talk", LATER),
        ("Ben read about Ada", "To prepare our first talk", NOW),
    ]


def test_reading_about_oneself_leaves_no_note(ada: Person) -> None:
    record_read(by=ada, person=Person.objects.get(pk=ada.pk), why="To see it", at=NOW)
    assert RecordRead.objects.count() == 0


def test_a_profile_changes_in_what_was_given_only(ada: Person, north: Area) -> None:
    stale = Person.objects.get(pk=ada.pk)
    Person.objects.filter(pk=ada.pk).update(full_name="Ada Lovelace")
    change_profile(by=stale, facts={"chosen_name": "A.", "hours": ["mon-morning"]})

    ada.refresh_from_db()
    assert (ada.chosen_name, ada.area, ada.hours, ada.full_name) == ("A.", north, ["mon-morning"], "Ada Lovelace")


def test_whoever_is_looked_after_does_not_just_change_area(ada: Person, north: Area, south: Area) -> None:
    change_profile(by=ada, facts={"area": north})
    with pytest.raises(PermissionDenied):
        change_profile(by=ada, facts={"area": south})
    finn = make_person("Finn", area=north)
    change_profile(by=finn, facts={"area": south})
    assert [Person.objects.get(pk=one.pk).area for one in (ada, finn)] == [north, south]


def test_a_role_ends_once_and_whoever_acts_on_it_hears(ada: Person) -> None:
    grant_role(person=ada, kind="peer", by=None, at=NOW)
    heard: list[Person] = []

    def hear(person: Person, **_: object) -> None:
        heard.append(person)

    rights_lost.connect(hear)
    try:
        for _ in range(2):
            end_role(person=ada, kind="peer", by=None, at=NOW)
    finally:
        rights_lost.disconnect(hear)
    assert (ada.holds("peer"), ada.holds("member"), heard) == (False, True, [ada])
    change = StateChange.objects.get(machine="people.person")
    assert (change.person, change.before, change.after, change.at) == (ada, "peer", "ended", NOW)


def test_who_is_deactivated_is_let_in_no_longer(ada: Person) -> None:
    for _ in range(2):
        deactivate(person=ada, by=None, at=NOW)
    ada.refresh_from_db()
    assert (ada.is_active, StateChange.objects.filter(person=ada, after="deactivated").count()) == (False, 1)
