"""What one may see of one's own record."""

from datetime import timedelta

from people.models import Area, Consent, Person, Role, StateChange
from people.operations import give_consent, grant_role, record_read, withdraw_consent
from people.queries import (
    ConsentLine,
    consents_of,
    coordinated_areas,
    has_agreed,
    history_of,
    person_with_email,
    reads_of,
)
from tests.fixtures import NOW

LATER = NOW + timedelta(days=1)


def test_every_purpose_is_there_with_since_when(ada: Person, ben: Person) -> None:
    give_consent(by=ada, purpose="story", at=NOW)
    give_consent(by=ada, purpose="email", at=NOW)
    give_consent(by=ben, purpose="matching", at=NOW)
    withdraw_consent(by=ada, purpose="email", at=LATER)

    assert consents_of(ada) == [
        ConsentLine("matching", Consent.Purpose.MATCHING.label, None),
        ConsentLine("story", Consent.Purpose.STORY.label, NOW),
        ConsentLine("email", Consent.Purpose.EMAIL.label, None),
    ]
    assert {purpose: has_agreed(ada, purpose) for purpose in Consent.Purpose.values} == {
        "matching": False,
        "story": True,
        "email": False,
    }


def test_reads_are_ones_own_the_latest_first(ada: Person, ben: Person, dev: Person) -> None:
    record_read(by=ben, person=ada, why="First", at=NOW)
    record_read(by=dev, person=ada, why="Second", at=LATER)
    record_read(by=dev, person=ben, why="Another", at=LATER)
    assert [(read.reader, read.why) for read in reads_of(ada)] == [(dev, "Second"), (ben, "First")]


def test_history_is_ones_own_the_latest_first(ada: Person, ben: Person) -> None:
    for person, after, at in ((ada, "joined", NOW), (ada, "left", LATER), (ben, "joined", NOW)):
        StateChange.objects.create(machine="networks.membership", subject=1, person=person, after=after, at=at)
    assert [change.after for change in history_of(ada)] == ["left", "joined"]


def test_a_person_is_found_by_email_in_any_case(ada: Person) -> None:
    found = [person_with_email(email) for email in (" ADA@Example.org ", "ada@example.org", "nobody@example.org", "")]
    assert found == [ada, ada, None, None]


def test_the_areas_somebody_coordinates(ada: Person, dev: Person, north: Area, south: Area) -> None:
    assert [list(coordinated_areas(person)) for person in (ada, dev)] == [[], [north]]
    grant_role(person=dev, kind=Role.Kind.COORDINATOR, by=None, at=NOW)
    assert list(coordinated_areas(dev)) == [north, south]
