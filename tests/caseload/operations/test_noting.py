"""Notes: who reads which, what they said before, and what a member learns of them."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from caseload.models import Note, Secrecy
from caseload.operations import (
    MayNotNote,
    change_note,
    end_note_secrecy,
    end_note_template,
    keep_note_secret,
    read_notes,
    write_note,
    write_note_template,
)
from caseload.queries import earlier_of, my_notes_of, note_templates
from messaging.models import Notice
from people.errors import HasMovedOn
from people.models import Person, RecordRead
from people.operations import assign, unassign
from tests.fixtures import NOW, As, make_person
from tests.matching.making import fresh

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def lena(db: None) -> Person:
    return make_person("Lena", "safeguarding_lead")


@pytest.fixture(autouse=True)
def ben_advises_ada(ada: Person, ben: Person, dev: Person) -> None:
    assign(carer=ben, person=ada, kind="adviser", at=NOW)


def note(by: Person, about: Person, visibility: str = "service", body: str = "She likes mornings.") -> Note:
    return write_note(by=by, about=about, visibility=visibility, body=body, at=NOW)


@pytest.mark.parametrize(
    ("visibility", "readers"),
    [
        ("mine", {"Ben"}),
        ("service", {"Ben", "Dev", "Gil", "Lena"}),
        ("shared", {"Ben", "Dev", "Gil", "Lena", "Ada"}),
    ],
)
def test_who_reads_which(
    visibility: str, readers: set[str], ada: Person, ben: Person, cleo: Person, dev: Person, eve: Person, lena: Person
) -> None:
    gil = make_person("Gil", "adviser")
    assign(carer=gil, person=ada, kind="adviser", at=NOW)
    assign(carer=cleo, person=ada, kind="peer", at=NOW)
    abroad = make_person("Hal", "coordinator", area=eve.area)
    made = note(ben, ada, visibility)
    everybody = (ada, ben, cleo, dev, eve, lena, gil, abroad)
    assert {str(one) for one in everybody if Note.objects.visible_to(one).contains(made)} == readers


def test_whoever_is_no_longer_their_adviser_reads_no_more(ada: Person, ben: Person, dev: Person) -> None:
    made = note(dev, ada)
    assert Note.objects.visible_to(ben).contains(made)
    unassign(carer=ben, person=ada, kind="adviser", at=NOW)
    assert not Note.objects.visible_to(ben).contains(made)


def test_a_coordinator_does_not_read_what_is_written_about_them(dev: Person, lena: Person) -> None:
    gil = make_person("Gil", "coordinator", area=dev.area)
    assert not Note.objects.visible_to(dev).contains(note(gil, dev))
    with pytest.raises(MayNotNote):
        note(dev, dev)


def test_who_may_write(ada: Person, cleo: Person, eve: Person, lena: Person) -> None:
    assign(carer=cleo, person=ada, kind="peer", at=NOW)
    for person in (ada, cleo, eve, lena):
        with pytest.raises(MayNotNote):
            note(person, ada)


def test_the_member_is_told_of_what_is_shared_and_never_what_it_says(ada: Person, ben: Person) -> None:
    note(ben, ada, "mine")
    made = note(ben, ada, "service")
    assert Notice.objects.filter(person=ada).count() == 0
    change_note(by=ben, note=made, visibility="shared", body="Mornings.", seen=NOW, at=LATER)
    change_note(by=ben, note=made, visibility="shared", body="Mornings, always.", seen=LATER, at=LATER)
    told = Notice.objects.get(person=ada)
    assert (told.path, "ornings" in told.body) == ("/notes-about-me/", False)


def test_what_it_said_before_is_kept_for_whoever_could_read_it_then(ada: Person, ben: Person, dev: Person) -> None:
    made = note(ben, ada, "mine", "First")
    change_note(by=ben, note=made, visibility="service", body="Second", seen=NOW, at=LATER)
    change_note(by=ben, note=made, visibility="shared", body="Third", seen=LATER, at=LATER)
    seen = {str(one): [each.body for each in earlier_of(made, one)] for one in (ben, dev, ada)}
    assert seen == {"Ben": ["Second", "First"], "Dev": ["Second"], "Ada": []}


def test_of_two_changes_none_is_lost(ada: Person, ben: Person, dev: Person) -> None:
    made = note(ben, ada)
    change_note(by=ben, note=made, visibility="service", body="One", seen=NOW, at=LATER)
    with pytest.raises(HasMovedOn):
        change_note(by=ben, note=made, visibility="service", body="Other", seen=NOW, at=LATER)
    with pytest.raises(MayNotNote):
        change_note(by=dev, note=made, visibility="service", body="Other", seen=LATER, at=LATER)
    assert fresh(made).body == "One"


def test_the_member_sees_how_many_there_are(ada: Person, ben: Person, dev: Person) -> None:
    for visibility in ("mine", "service", "service", "shared"):
        note(ben, ada, visibility)
    mine = my_notes_of(ada)
    assert (len(mine.shared), mine.of_the_service, mine.private) == (1, 2, 1)


def test_only_safeguarding_keeps_one_secret_and_says_why_for_good(
    ada: Person, ben: Person, dev: Person, lena: Person
) -> None:
    made = note(ben, ada)
    for person in (ada, ben, dev):
        with pytest.raises(MayNotNote):
            keep_note_secret(by=person, note=made, why="So", at=NOW)
    keep_note_secret(by=lena, note=made, why="He reads her post.", at=NOW)
    keep_note_secret(by=lena, note=made, why="Again", at=NOW)
    assert my_notes_of(ada).of_the_service == 0
    with pytest.raises(ValidationError, match="Safeguarding keeps"):
        change_note(by=ben, note=made, visibility="shared", body="x", seen=NOW, at=LATER)
    end_note_secrecy(by=lena, note=made, at=LATER)
    assert my_notes_of(ada).of_the_service == 1
    assert list(Secrecy.objects.values_list("why", "by", "ended_by")) == [("He reads her post.", lena.pk, lena.pk)]


def test_what_is_shared_or_only_the_authors_is_not_kept_secret_by_others(
    ada: Person, ben: Person, lena: Person
) -> None:
    with pytest.raises(ValidationError, match="shared with them"):
        keep_note_secret(by=lena, note=note(ben, ada, "shared"), why="So", at=NOW)
    with pytest.raises(MayNotNote):
        keep_note_secret(by=lena, note=note(ben, ada, "mine"), why="So", at=NOW)


def test_reading_leaves_a_note(ada: Person, ben: Person, eve: Person, lena: Person) -> None:
    note(ben, ada)
    for person in (ben, lena):
        assert len(read_notes(by=person, person=ada, at=NOW).notes) == 1
    with pytest.raises(MayNotNote):
        read_notes(by=eve, person=ada, at=NOW)
    assert set(RecordRead.objects.values_list("reader", "why")) == {
        (ben.pk, "notes, as your adviser"),
        (lena.pk, "notes, to keep people safe"),
    }


def test_templates(ada: Person, ben: Person, dev: Person, signed_in_as: As) -> None:
    made = write_note_template(by=dev, title="A first visit", body="How was it?", at=NOW)
    with pytest.raises(ValidationError, match="one of this name"):
        write_note_template(by=dev, title="A first visit", body="Other", at=NOW)
    with pytest.raises(MayNotNote):
        write_note_template(by=ben, title="Mine", body="Other", at=NOW)
    page = signed_in_as(ben).get(f"/desk/people/{ada.pk}/notes/new/?template={made.pk}").content.decode()
    assert "How was it?" in page
    with pytest.raises(MayNotNote):
        end_note_template(by=ben, template=made, at=NOW)
    assert list(note_templates()) == [made]
    end_note_template(by=dev, template=made, at=NOW)
    assert list(note_templates()) == []
    assert signed_in_as(ben).get(f"/desk/people/{ada.pk}/notes/new/?template={made.pk}").status_code == 200


def test_a_note_is_changed_on_its_page(ada: Person, ben: Person, signed_in_as: As) -> None:
    made = note(ben, ada)
    said = {"body": "Evenings.", "visibility": "shared", "seen": made.changed_at.isoformat()}
    path = f"/desk/notes/{made.pk}/"
    assert signed_in_as(ben).post(path, said | {"seen": "yesterday"}).status_code == 409
    assert signed_in_as(ben).post(path, said).status_code == 302
    assert "Evenings." in signed_in_as(ada).get("/notes-about-me/").content.decode()
    assert "She likes mornings." not in signed_in_as(ada).get(f"/desk/notes/{made.pk}/earlier/").content.decode()


def test_what_is_said_again_is_no_change(ada: Person, ben: Person) -> None:
    made = note(ben, ada, "shared")
    change_note(by=ben, note=made, visibility="shared", body=made.body, seen=made.changed_at, at=LATER)
    assert (fresh(made).changed_at, list(earlier_of(made, ben))) == (NOW, [])
    # Told once, when it was shared.
    assert Notice.objects.filter(person=ada).count() == 1


def test_who_keeps_everybody_safe_has_no_say_about_themselves(lena: Person, ben: Person) -> None:
    assign(carer=ben, person=lena, kind="adviser", at=NOW)
    shared = note(ben, lena, "shared")
    assert Note.objects.visible_to(lena).contains(shared)
    for press in (
        lambda: read_notes(by=lena, person=lena, at=NOW),
        lambda: keep_note_secret(by=lena, note=shared, why="Why", at=NOW),
        lambda: end_note_secrecy(by=lena, note=shared, at=NOW),
    ):
        with pytest.raises(MayNotNote):
            press()
    assert not RecordRead.objects.exists()


def test_who_advises_no_more_changes_no_note(ada: Person, ben: Person) -> None:
    made = note(ben, ada)
    unassign(carer=ben, person=ada, kind="adviser", at=NOW)
    with pytest.raises(MayNotNote):
        change_note(by=ben, note=made, visibility="mine", body="Other", seen=made.changed_at, at=LATER)
