"""A file is for whoever may read its message; and a form sends it without a script."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import AsyncClient, Client
from django.urls import reverse

from messaging.files import GivenFile
from messaging.models import Attachment, Conversation, Message, Participant
from messaging.operations import close_conversation, withdraw_message
from people.models import Person
from safeguarding.operations import block
from tests.fixtures import NOW, make_person
from tests.messaging.conftest import Say
from tests.messaging.files.making import PLACE, exif, opened, picture
from tests.messaging.operations.test_files import GARDEN, LETTER, TORN, on_disk
from tests.messaging.test_views import page_of, signed_in

pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture
def said(say: Say, ada: Person) -> Message:
    return say(ada, "Look", files=[GARDEN])


def addresses(message: Message) -> list[str]:
    return [reverse(name, args=[message.files.get().key]) for name in ("message_file", "file_preview")]


def statuses(who: Person, message: Message) -> list[int]:
    client = signed_in(who)
    return [client.get(address).status_code for address in addresses(message)]


def nothing(talk: Conversation, said: Message, ada: Person, ben: Person) -> None:
    pass


def ended(talk: Conversation, said: Message, ada: Person, ben: Person) -> None:
    close_conversation(conversation=talk, at=NOW)


def blocked(talk: Conversation, said: Message, ada: Person, ben: Person) -> None:
    block(by=ada, person=ben, known_as="Ben", at=NOW)


def ben_left(talk: Conversation, said: Message, ada: Person, ben: Person) -> None:
    Participant.objects.filter(person=ben).update(left_at=NOW)


def ben_was_only_invited(talk: Conversation, said: Message, ada: Person, ben: Person) -> None:
    Participant.objects.filter(person=ben).update(joined_at=None, invited_at=NOW)


def ben_came_later(talk: Conversation, said: Message, ada: Person, ben: Person) -> None:
    Participant.objects.filter(person=ben).update(from_seq=said.seq)


def withdrawn(talk: Conversation, said: Message, ada: Person, ben: Person) -> None:
    withdraw_message(by=ada, message=said, at=NOW)


@pytest.mark.parametrize(
    ("happened", "ada_sees", "ben_sees"),
    [
        (nothing, 200, 200),
        # What was said stays readable.
        (ended, 200, 200),
        (blocked, 200, 200),
        (ben_left, 200, 404),
        (ben_was_only_invited, 200, 404),
        (ben_came_later, 200, 404),
        (withdrawn, 404, 404),
    ],
)
def test_whoever_may_read_the_message_sees_its_file(
    happened: Callable[..., None],
    ada_sees: int,
    ben_sees: int,
    talk: Conversation,
    said: Message,
    ada: Person,
    ben: Person,
    eve: Person,
    dev: Person,
) -> None:
    happened(talk, said, ada, ben)
    seen = [statuses(who, said) for who in (ada, ben, eve, dev)]
    assert seen == [[ada_sees] * 2, [ben_sees] * 2, [404] * 2, [404] * 2]


def test_a_stranger_is_asked_to_sign_in(said: Message) -> None:
    assert [Client().get(address).status_code for address in addresses(said)] == [302, 302]


def test_an_unknown_key_answers_like_one_of_somebody_else(said: Message, ada: Person, eve: Person) -> None:
    unknown = [reverse(name, args=[uuid4()]) for name in ("message_file", "file_preview")]
    pages = [signed_in(eve).get(addresses(said)[0]), signed_in(ada).get(unknown[0]), signed_in(ada).get(unknown[1])]
    assert [page.status_code for page in pages] == [404, 404, 404]


def test_it_can_only_be_read(said: Message, ada: Person) -> None:
    assert [signed_in(ada).post(address).status_code for address in addresses(said)] == [405, 405]


SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def test_a_picture_is_shown_and_can_do_nothing(said: Message, ben: Person) -> None:
    for address, field in zip(addresses(said), ("file", "preview"), strict=True):
        answer = signed_in(ben).get(address)
        size = getattr(said.files.get(), field).size
        assert {name: answer[name] for name in SAFE} == SAFE
        assert (answer["Content-Type"], answer["Content-Length"]) == ("image/jpeg", str(size))
        assert answer["Content-Disposition"] == 'inline; filename="Our garden.jpg"'


@pytest.mark.parametrize(
    ("name", "disposition"),
    [
        ("letter.pdf", 'attachment; filename="letter.pdf"'),
        ('say "hello\\".pdf', 'attachment; filename="say \\"hello\\\\\\".pdf"'),
        ("Zoë’s letter.pdf", "attachment; filename*=utf-8''Zo%C3%AB%E2%80%99s%20letter.pdf"),
    ],
)
def test_a_document_is_handed_to_another_program(name: str, disposition: str, say: Say, ada: Person) -> None:
    message = say(ada, files=[LETTER])
    message.files.update(name=name)
    answer, preview = (signed_in(ada).get(address) for address in addresses(message))
    assert {name: answer[name] for name in SAFE} == SAFE
    assert (answer["Content-Type"], answer["Content-Disposition"]) == ("application/pdf", disposition)
    assert preview.status_code == 404


@pytest.mark.django_db(transaction=True)
async def test_it_comes_as_it_was_kept(said: Message, ben: Person) -> None:
    client = AsyncClient()
    await client.aforce_login(ben)
    file = await said.files.aget()
    for address, kept in zip(
        (reverse("message_file", args=[file.key]), reverse("file_preview", args=[file.key])),
        (file.file, file.preview),
        strict=True,
    ):
        answer = await client.get(address)
        pieces = [piece async for piece in answer.streaming_content]  # type: ignore[attr-defined]
        assert b"".join(pieces) == await asyncio.to_thread(kept.read)


def sent(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_a_form_sends_words_and_files(talk: Conversation, ada: Person) -> None:
    files = [sent("../a b.png", GARDEN.content), sent("letter.pdf", LETTER.content)]
    client_id = uuid4()
    answer = signed_in(ada).post(page_of(talk), {"body": "Look", "client_id": client_id, "files": files})
    assert (answer.status_code, answer["Location"]) == (302, f"{page_of(talk)}#message-{client_id}")
    assert [one.name for one in Message.objects.get().files.all()] == ["a b.jpg", "letter.pdf"]


def test_a_form_sends_files_without_words(talk: Conversation, ada: Person) -> None:
    answer = signed_in(ada).post(
        page_of(talk), {"body": " ", "client_id": uuid4(), "files": [sent("a.png", GARDEN.content)]}
    )
    assert (answer.status_code, Message.objects.get().body, Attachment.objects.count()) == (302, "", 1)


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ([GARDEN] * 5, "These are 5 files. A message can have 4."),
        ([GARDEN, TORN], "“torn.jpg” cannot be sent: this picture is damaged or incomplete."),
    ],
)
def test_files_that_cannot_be_sent_are_refused_in_words_and_the_words_stay(
    files: list[object], why: str, talk: Conversation, ada: Person, folder: Path
) -> None:
    given = [sent(one.name, one.content) for one in files]  # type: ignore[attr-defined]
    answer = signed_in(ada).post(page_of(talk), {"body": "Look", "client_id": uuid4(), "files": given})
    assert (answer.status_code, Message.objects.count(), on_disk(folder)) == (422, 0, [])
    assert why in answer.content.decode()
    assert answer.context["form"]["body"].value() == "Look"


def test_the_page_shows_a_picture_in_small_with_its_sides_and_words_for_who_cannot_see(
    talk: Conversation, said: Message, ben: Person
) -> None:
    page = signed_in(ben).get(page_of(talk)).content.decode()
    large, small = addresses(said)
    assert f'<a class="file__picture" href="{large}">' in page
    assert f'<img src="{small}" width="80" height="60" loading="lazy" decoding="async" alt="Picture from Ada,' in page


def test_the_page_names_a_document(talk: Conversation, say: Say, ada: Person, ben: Person) -> None:
    message = say(ada, files=[LETTER])
    message.files.update(name="<b>bold</b>.pdf")
    page = signed_in(ben).get(page_of(talk)).content.decode()
    assert f'href="{addresses(message)[0]}" download="&lt;b&gt;bold&lt;/b&gt;.pdf"' in page
    assert ("<b>bold</b>" in page, "PDF, " in page) == (False, True)


def test_what_was_in_a_picture_besides_is_not_handed_out(say: Say, ada: Person) -> None:
    file = say(ada, files=[GivenFile("me.jpg", picture(exif=exif()))]).files.get()
    kept = [file.file.read(), file.preview.read()]
    assert [(PLACE in content, dict(opened(content).getexif())) for content in kept] == [(False, {})] * 2


def test_somebody_who_reads_elsewhere_sees_nothing(said: Message) -> None:
    assert statuses(make_person("Ines"), said) == [404, 404]
