"""Opening somebody's record leaves a note that they can see."""

import pytest

from caseload.operations import MayNotRead, open_record
from people.models import Person, RecordRead
from people.operations import assign
from people.queries import reads_of
from tests.fixtures import NOW


def reads(person: Person) -> list[tuple[Person, str]]:
    return [(read.reader, read.why) for read in reads_of(person)]


def test_a_coordinator_reads(ada: Person, dev: Person) -> None:
    record = open_record(by=dev, person=ada, at=NOW)
    assert (record.person, record.for_coordinator) == (ada, True)
    assert reads(ada) == [(dev, "as your coordinator")]


@pytest.mark.parametrize(("kind", "why"), [("adviser", "as your adviser"), ("peer", "as your peer")])
def test_a_helper_reads(ada: Person, ben: Person, kind: str, why: str) -> None:
    assign(carer=ben, person=ada, kind=kind, at=NOW)
    record = open_record(by=ben, person=ada, at=NOW)
    assert (record.person, record.for_coordinator) == (ada, False)
    assert reads(ada) == [(ben, why)]


def test_nobody_else_reads_and_nothing_is_noted(ada: Person, ben: Person, dev: Person, eve: Person) -> None:
    for reader, person in [(ben, ada), (eve, ada), (dev, eve), (ada, ada)]:
        with pytest.raises(MayNotRead):
            open_record(by=reader, person=person, at=NOW)
    assert RecordRead.objects.count() == 0
