"""A message's files are kept with it, once, and nothing is left of what was not kept."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from os import utime
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.db import connection, transaction

from messaging.files import GivenFile
from messaging.models import Attachment, Conversation, Message
from messaging.operations import (
    EnoughForToday,
    SaidSomethingElse,
    close_conversation,
    files,
    post_message,
    sweep_files,
    withdraw_message,
)
from messaging.queries import conversation_lines, missing_after
from messaging.shown import shown
from messaging.words import NotAMessage
from people.models import Person
from tests.fixtures import NOW
from tests.messaging.conftest import Say
from tests.messaging.files.making import document, opened, picture

GARDEN = GivenFile("Our garden.png", picture("PNG", (80, 60)))
LETTER = GivenFile("letter.pdf", document())
TORN = GivenFile("torn.jpg", picture()[:-40])


def on_disk(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_message_has_its_files_in_their_order(say: Say, ada: Person, folder: Path) -> None:
    message = say(ada, "Look", files=[GARDEN, LETTER])
    garden, letter = message.files.all()
    assert (garden.name, garden.kind, garden.width, garden.height) == ("Our garden.jpg", "picture", 80, 60)
    assert (letter.name, letter.kind, letter.width, letter.height) == ("letter.pdf", "pdf", 0, 0)
    for one in (garden, letter):
        content = one.file.read()
        assert (one.size, one.sha256) == (len(content), sha256(content).hexdigest())
    assert (opened(garden.preview.read()).size, letter.preview.name) == ((80, 60), "")


def test_on_the_disk_a_file_has_a_name_of_chance_and_is_for_nobody_else(say: Say, ada: Person, folder: Path) -> None:
    garden = say(ada, files=[GARDEN]).files.get()
    key = garden.key.hex
    assert [str(path.relative_to(folder)) for path in on_disk(folder)] == [
        f"messages/{key[:2]}/{key}-preview.jpg",
        f"messages/{key[:2]}/{key}.jpg",
    ]
    assert {oct(path.stat().st_mode & 0o777) for path in on_disk(folder)} == {"0o600"}
    assert {oct(path.stat().st_mode & 0o777) for path in folder.rglob("*") if path.is_dir()} == {"0o700"}


def test_files_may_speak_for_themselves(say: Say, talk: Conversation, ada: Person, ben: Person, folder: Path) -> None:
    message = say(ada, "", files=[GARDEN])
    assert message.body == ""
    answer = say(ben, "Lovely")
    answer.reply_to = message
    assert shown([answer])[0]["reply_to"]["words"] == "A file"
    answer.delete()
    assert conversation_lines(ada)[0].last_words == "A file"
    with pytest.raises(NotAMessage, match="Write something first"):
        say(ada, "")


def test_a_message_shows_its_files_until_it_is_withdrawn(say: Say, ada: Person, folder: Path) -> None:
    message = say(ada, files=[GARDEN])
    garden = message.files.get()
    told = {"id": str(garden.key), "name": "Our garden.jpg", "kind": "picture"}
    told_sizes = {"size": garden.size, "width": 80, "height": 60}
    assert shown([message])[0]["files"] == [told | told_sizes]
    withdrawn = withdraw_message(by=ada, message=message, at=NOW)
    assert (shown([withdrawn])[0]["files"], len(on_disk(folder))) == ([], 2)


def test_the_news_of_a_message_shows_its_files(
    say: Say, ada: Person, folder: Path, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    with django_capture_on_commit_callbacks() as told:  # type: ignore[attr-defined]
        message = say(ada, files=[LETTER])
    frames = [str(callback.args) for callback in told]
    assert [str(message.files.get().key) in frame for frame in frames] == [True]


def test_the_same_message_twice_has_one_set_of_files(say: Say, ada: Person, folder: Path) -> None:
    client_id = uuid4()
    first = say(ada, "Look", client_id=client_id, files=[GARDEN, LETTER])
    again = say(ada, "Look", client_id=client_id, files=[GARDEN, LETTER])
    assert (first, Message.objects.count(), Attachment.objects.count()) == (again, 1, 2)
    assert len(on_disk(folder)) == 3


@pytest.mark.parametrize("others", [[], [LETTER], [GARDEN, LETTER]])
def test_a_client_id_with_other_files_is_another_message(
    others: list[GivenFile], say: Say, ada: Person, folder: Path
) -> None:
    client_id = uuid4()
    say(ada, "Look", client_id=client_id, files=[GARDEN])
    with pytest.raises(SaidSomethingElse):
        say(ada, "Look", client_id=client_id, files=others)
    assert (Attachment.objects.count(), len(on_disk(folder))) == (1, 2)


def test_of_what_may_not_be_said_nothing_is_left(say: Say, talk: Conversation, ada: Person, folder: Path) -> None:
    close_conversation(conversation=talk, at=NOW)
    with pytest.raises(PermissionDenied):
        say(ada, files=[GARDEN])
    assert (Message.objects.count(), Attachment.objects.count(), on_disk(folder)) == (0, 0, [])


def test_one_bad_file_stops_the_message_and_each_is_named(say: Say, ada: Person, folder: Path) -> None:
    with pytest.raises(ValidationError) as refused:
        say(ada, files=[TORN, GARDEN, GivenFile("notes.txt", b"Dear Ada")])
    assert refused.value.messages == [
        "“torn.jpg” cannot be sent: this picture is damaged or incomplete.",
        "“notes.txt” cannot be sent: only pictures (JPEG, PNG, GIF or WebP) and PDFs can be sent.",
    ]
    assert (Message.objects.count(), on_disk(folder)) == (0, [])


def test_in_a_day_only_so_much_can_be_sent(
    say: Say, ada: Person, ben: Person, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = say(ada, files=[GARDEN]).files.get().size
    monkeypatch.setattr(files, "MOST_A_DAY", sent + len(GARDEN.content) - 1)
    almost_a_day_later = NOW + timedelta(hours=24) - timedelta(seconds=1)
    with pytest.raises(EnoughForToday, match="Words go as before; send these files tomorrow"):
        say(ada, files=[GARDEN], at=almost_a_day_later)
    assert len(on_disk(folder)) == 2
    say(ada, "Words go as before", at=almost_a_day_later)
    say(ben, files=[GARDEN], at=almost_a_day_later)
    say(ada, files=[GARDEN], at=NOW + timedelta(hours=24))


class Unexpected(Exception):
    pass


@pytest.mark.django_db(transaction=True)
def test_after_a_fault_no_row_is_without_its_file_and_the_sweep_finds_the_rest(
    say: Say, ada: Person, folder: Path
) -> None:
    def say_in_vain() -> None:
        with transaction.atomic():
            say(ada, files=[GARDEN])
            raise Unexpected

    with pytest.raises(Unexpected):
        say_in_vain()
    assert (Attachment.objects.count(), len(on_disk(folder))) == (0, 2)
    age(on_disk(folder), hours=25)
    assert (sweep_files(at=NOW), on_disk(folder)) == (2, [])


def test_without_room_on_the_disk_nothing_is_said(
    say: Say, ada: Person, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(default_storage, "save", no_room)
    with pytest.raises(OSError, match="No space left"):
        say(ada, files=[GARDEN])
    assert (Message.objects.count(), Attachment.objects.count()) == (0, 0)


def age(paths: list[Path], *, hours: float) -> None:
    then = (NOW - timedelta(hours=hours)).timestamp()
    for path in paths:
        utime(path, (then, then))


def test_the_sweep_takes_what_is_old_and_belongs_to_nobody(say: Say, ada: Person, folder: Path) -> None:
    kept = say(ada, files=[GARDEN, LETTER])
    age(on_disk(folder), hours=1000)
    own = on_disk(folder)
    old, young = folder / "messages/aa/old.jpg", folder / "messages/bb/young.jpg"
    for path in (old, young):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    age([old], hours=24.1)
    age([young], hours=23.9)
    assert (sweep_files(at=NOW), on_disk(folder)) == (1, sorted([*own, young]))
    withdraw_message(by=ada, message=kept, at=NOW)
    assert (sweep_files(at=NOW), on_disk(folder)) == (0, sorted([*own, young]))
    Message.objects.get(pk=kept.pk).files.all().delete()
    assert (sweep_files(at=NOW), on_disk(folder)) == (3, [young])


def test_where_nothing_was_sent_there_is_nothing_to_sweep(db: None, folder: Path) -> None:
    assert sweep_files(at=datetime.now(UTC)) == 0


def test_a_page_of_what_is_missing_counts_the_files_too(say: Say, talk: Conversation, ada: Person, ben: Person) -> None:
    for _ in range(100):
        message = say(ada, "Look")
        Attachment.objects.bulk_create(
            Attachment(message=message, name="é" * 100, kind="picture", size=5_000_000, width=2000, height=2000)
            for _ in range(4)
        )
    talk.refresh_from_db()
    page = missing_after(talk, ben, 0)
    assert (len(str(page.messages).encode()) < 64 * 1024, page.more, len(page.messages)) == (True, True, 15)


@pytest.mark.servers
@pytest.mark.django_db(transaction=True)
def test_ten_copies_at_once_are_one_message_with_one_set_of_files(
    talk: Conversation, ada: Person, folder: Path
) -> None:
    client_id = uuid4()

    def send(_: int) -> int:
        try:
            return post_message(by=ada, conversation=talk, client_id=client_id, body="Look", at=NOW, files=[GARDEN]).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(10) as pool:
        sent = set(pool.map(send, range(10)))
    assert (len(sent), Message.objects.count(), Attachment.objects.count()) == (1, 1, 1)
    assert len(on_disk(folder)) == 2
