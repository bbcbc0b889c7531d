"""What is reported keeps its files, whatever becomes of the message."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.db.models import F

from messaging.models import Conversation, Message
from messaging.operations import report_message, sweep_files, withdraw_message
from people.models import Person
from safeguarding.models import Concern, EvidenceFile
from tests.fixtures import NOW
from tests.messaging.conftest import Say
from tests.messaging.operations.test_files import GARDEN, LETTER

WORRYING = "I want to kill myself"


@pytest.fixture
def said(say: Say, ben: Person, folder: Path) -> Message:
    return say(ben, "Look at this", files=[GARDEN, LETTER])


def kept(concern: Concern) -> list[tuple[object, ...]]:
    return list(concern.evidence_files.values_list("name", "kind", "size", "sha256", "content"))


def sent(message: Message) -> list[tuple[object, ...]]:
    return [(one.name, one.kind, one.size, one.sha256, one.file.read()) for one in message.files.all()]


def test_a_report_keeps_a_copy_of_each_file(said: Message, ada: Person) -> None:
    for _ in range(2):
        concern = report_message(by=ada, message=said, at=NOW)
    assert (len(sent(said)), kept(concern), EvidenceFile.objects.count()) == (2, sent(said), 2)


def test_the_copies_outlive_the_message(said: Message, ada: Person, ben: Person, folder: Path) -> None:
    before = sent(said)
    concern = report_message(by=ada, message=said, at=NOW)
    withdraw_message(by=ben, message=said, at=NOW)
    Message.objects.all().delete()
    assert sweep_files(at=NOW + timedelta(days=3650)) == 3
    assert (kept(concern), [path for path in folder.rglob("*") if path.is_file()]) == (before, [])


def test_what_was_withdrawn_first_can_still_be_looked_at(said: Message, ada: Person, ben: Person) -> None:
    before = sent(said)
    withdrawn = withdraw_message(by=ben, message=said, at=NOW)
    assert kept(report_message(by=ada, message=withdrawn, at=NOW)) == before


def test_a_report_arrives_also_when_a_file_is_gone(said: Message, ada: Person, folder: Path) -> None:
    garden, letter = sent(said)
    Path(said.files.all()[0].file.path).unlink()
    assert kept(report_message(by=ada, message=said, at=NOW)) == [(*garden[:2], 0, garden[3], b""), letter]


def test_what_a_program_notices_keeps_them_too(say: Say, talk: Conversation, ada: Person, folder: Path) -> None:
    message = say(ada, WORRYING, files=[GARDEN])
    noticed = Concern.objects.filter(noticed_kind__gt="", evidence_reference=str(message.pk)).get()
    assert kept(noticed) == sent(message)
    say(ada, WORRYING, files=[LETTER])
    assert EvidenceFile.objects.exclude(concern=F("concern")).count() == 0
    assert EvidenceFile.objects.count() == 1
