"""Which concerns are visible to whom, and what the database itself forbids."""

import pytest
from django.db import IntegrityError, transaction

from people.models import Area, Person, Role
from people.operations import assign
from safeguarding.models import Block, Concern, CrisisLine
from tests.fixtures import NOW, make_person
from tests.safeguarding.conftest import Report


def seen_by(viewer: Person) -> list[str]:
    fresh = Person.objects.get(pk=viewer.pk)
    return [concern.evidence_reference for concern in Concern.objects.visible_to(fresh)]


def test_which_concerns_are_visible_to_whom(
    report: Report, ada: Person, ben: Person, cleo: Person, dev: Person, eve: Person, south: Area
) -> None:
    finn = make_person("Finn", Role.Kind.COORDINATOR, area=south)
    gwen = make_person("Gwen", Role.Kind.COORDINATOR)
    hugh = make_person("Hugh", Role.Kind.SAFEGUARDING_LEAD)
    ivy = make_person("Ivy", Role.Kind.REFERRER)
    assign(carer=ben, person=ada, kind=Role.Kind.ADVISER, at=NOW)
    report(by=cleo, about=ada, reference="Ada, north")
    report(by=ada, about=eve, reference="Eve, south")
    report(by=ivy, about=None, reference="nobody, nowhere")
    for person in (dev, finn, gwen, hugh):
        report(by=ada, about=person, reference=person.chosen_name)

    assert {viewer.chosen_name: seen_by(viewer) for viewer in (ada, ben, cleo, dev, eve, finn, gwen, hugh, ivy)} == {
        "Ada": [],
        "Ben": [],
        "Cleo": [],
        # Finn and Gwen coordinate, so a concern about them is for every other coordinator.
        "Dev": ["Ada, north", "nobody, nowhere", "Finn", "Gwen", "Hugh"],
        "Eve": [],
        "Finn": ["Eve, south", "nobody, nowhere", "Dev", "Gwen"],
        "Gwen": ["Ada, north", "Eve, south", "nobody, nowhere", "Dev", "Finn", "Hugh"],
        "Hugh": ["Ada, north", "Eve, south", "nobody, nowhere", "Dev", "Finn", "Gwen"],
        "Ivy": [],
    }


def test_a_role_that_ended_shows_nothing(report: Report, ada: Person, dev: Person) -> None:
    report(by=dev, about=ada)
    assert seen_by(dev) == ["1"]
    dev.roles.update(ended_at=NOW)
    assert seen_by(dev) == []


def test_open_is_everything_that_is_not_closed(report: Report, ada: Person, eve: Person) -> None:
    for state in Concern.State.values:
        concern = report(by=ada, about=eve, reference=state)
        Concern.objects.filter(pk=concern.pk).update(state=state)
    assert [concern.state for concern in Concern.objects.all().open()] == ["open", "taken"]


def test_a_concern_outlives_whoever_raised_it_and_whom_it_is_about(report: Report, ada: Person, eve: Person) -> None:
    concern = report(by=ada, about=eve)
    for person in (ada, eve):
        person.delete()
    concern.refresh_from_db()
    assert (concern.raised_by, concern.about, concern.evidence_author, concern.evidence_text) == (
        None,
        None,
        "Eve",
        "Words that hurt",
    )
    assert str(concern) == f"Concern {concern.pk}: Bullying, threats or abuse"


def test_one_current_block_of_one_person(ada: Person, eve: Person) -> None:
    Block.objects.create(by=ada, person=eve, known_as="Eve", began_at=NOW, lifted_at=NOW)
    row = Block.objects.create(by=ada, person=eve, known_as="Eve", began_at=NOW)
    Block.objects.create(by=eve, person=ada, known_as="Ada", began_at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Block.objects.create(by=ada, person=eve, known_as="Eve", began_at=NOW)
    assert str(row) == "Ada blocked Eve"


def test_nobody_blocks_themselves(ada: Person) -> None:
    with pytest.raises(IntegrityError):
        Block.objects.create(by=ada, person=ada, known_as="Ada", began_at=NOW)


@pytest.mark.django_db
def test_the_lines_of_crisis_help_are_there_from_the_first_migration() -> None:
    assert list(CrisisLine.objects.values_list("name", "how", "href")) == [
        ("Emergency services", "Call 999", "tel:999"),
        ("Samaritans", "Call 116 123", "tel:116123"),
        ("Shout", "Text SHOUT to 85258", "sms:85258?body=SHOUT"),
        ("NHS", "Call 111, then 2", "tel:111"),
    ]
    assert str(CrisisLine.objects.get(position=2)) == "Samaritans: Call 116 123"
