"""The socket: what is said arrives once with everyone who may hear it, and a lost right is lost at once."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from allauth.account.signals import password_changed
from asgiref.sync import sync_to_async
from channels.db import database_sync_to_async
from channels.routing import URLRouter
from channels.sessions import CookieMiddleware
from channels.testing import WebsocketCommunicator
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from messaging.hub import hub_here
from messaging.models import Conversation, Message, Participant
from messaging.news import tell
from messaging.operations import close_conversation, open_conversation
from messaging.routing import websocket_urlpatterns
from messaging.shown import just_said
from people.models import Person
from people.operations import deactivate, end_role
from safeguarding.models import Block
from tests.fixtures import NOW
from tests.messaging.conftest import Say

pytestmark = pytest.mark.django_db(transaction=True)

Connect = Callable[..., Awaitable["Line"]]


class Line:
    """One open socket of one person."""

    def __init__(self, socket: WebsocketCommunicator, client: Client) -> None:
        self.socket = socket
        self.client = client

    async def tell(self, command: str, /, **rest: Any) -> None:
        await self.socket.send_json_to({"type": command, **rest})

    async def hear(self) -> dict[str, Any]:
        frame: dict[str, Any] = await self.socket.receive_json_from(timeout=5)
        return frame

    async def hear_all(self, number: int) -> dict[str, dict[str, Any]]:
        """The next frames by their type, where their order is left open."""
        return {frame["type"]: frame for frame in [await self.hear() for _ in range(number)]}

    async def post(self, talk: Conversation, body: str = "Hello", **rest: Any) -> str:
        client_id = str(uuid4())
        await self.tell("post", **{"client_id": client_id, "conversation": talk.pk, "body": body} | rest)
        return client_id

    async def closed_with(self) -> int:
        event = await self.socket.receive_output(timeout=5)
        assert event["type"] == "websocket.close"
        return int(event["code"])

    async def hears_nothing(self) -> bool:
        nothing: bool = await self.socket.receive_nothing(timeout=0.2)
        return nothing


application = CookieMiddleware(URLRouter(websocket_urlpatterns))


async def open_line(client: Client, version: str = "alongside.v1") -> Line:
    cookie = client.cookies.get(settings.SESSION_COOKIE_NAME)
    headers = [(b"cookie", f"{settings.SESSION_COOKIE_NAME}={cookie.value}".encode())] if cookie else []
    socket = WebsocketCommunicator(application, "/ws/", headers=headers, subprotocols=[version])
    accepted, _ = await socket.connect(timeout=5)
    assert accepted
    return Line(socket, client)


@pytest.fixture
async def connect() -> Any:
    """`await connect(ada)`: a socket of Ada's, its first heartbeat heard already."""
    lines: list[Line] = []

    async def of(person: Person) -> Line:
        client = Client()
        await sync_to_async(client.force_login)(person)
        line = await open_line(client)
        lines.append(line)
        assert (await line.hear())["type"] == "seqs"
        return line

    yield of
    for line in lines:
        await line.socket.disconnect(timeout=5)


async def test_a_message_is_acknowledged_and_arrives_with_the_other(
    connect: Connect, talk: Conversation, ada: Person, ben: Person
) -> None:
    adas, bens = await connect(ada), await connect(ben)
    client_id = await adas.post(talk, "Hello <b>Ben</b>")
    # Her own devices hear of it too; which of the two frames comes first is left open.
    frames = {frame["type"]: frame for frame in [await adas.hear(), await adas.hear()]}
    message = await Message.objects.aget()
    assert frames["posted"] == {
        "type": "posted",
        "client_id": client_id,
        "conversation": talk.pk,
        "message": message.pk,
        "seq": 1,
        "sent_at": message.sent_at.isoformat(),
    }
    assert frames["message.posted"] == {
        "type": "message.posted",
        "conversation": talk.pk,
        "seq": 1,
        "message": {
            "id": message.pk,
            "conversation": talk.pk,
            "seq": 1,
            "changed_seq": 1,
            "client_id": client_id,
            "author": ada.pk,
            "name": "Ada",
            "kind": "words",
            "body": "Hello <b>Ben</b>",
            "sent_at": message.sent_at.isoformat(),
            "edited_at": None,
            "withdrawn_at": None,
            "reply_to": None,
            "reactions": {},
            "files": [],
        },
    }
    assert await bens.hear() == frames["message.posted"]


async def test_ten_copies_get_ten_equal_answers(connect: Connect, talk: Conversation, ada: Person) -> None:
    adas = await connect(ada)
    client_id = str(uuid4())
    for _ in range(10):
        await adas.post(talk, client_id=client_id)
    frames = [await adas.hear() for _ in range(11)]
    answers = [frame for frame in frames if frame["type"] == "posted"]
    assert (len(answers), len({json.dumps(answer) for answer in answers})) == (10, 1)
    assert await Message.objects.acount() == 1


@pytest.mark.parametrize(
    ("case", "code", "why"),
    [
        ("outsider", "not_found", "There is no such conversation."),
        ("left", "not_found", "There is no such conversation."),
        ("closed", "may_not", "This conversation has ended. You can still read it."),
        ("blocked", "may_not", "Messages cannot be sent in this conversation any more. You can still read it."),
        ("empty", "empty", "Write something first."),
    ],
)
async def test_what_may_not_be_said_is_refused_in_words(
    case: str, code: str, why: str, connect: Connect, talk: Conversation, ada: Person, ben: Person, eve: Person
) -> None:
    line, bens = await connect(eve if case == "outsider" else ada), await connect(ben)
    if case == "left":
        await Participant.objects.filter(person=ada).aupdate(left_at=NOW)
    if case == "closed":
        await Conversation.objects.aupdate(closed_at=NOW)
    if case == "blocked":
        await Block.objects.acreate(by=ben, person=ada, began_at=NOW)
    client_id = await line.post(talk, " " if case == "empty" else "Hello")
    assert await line.hear() == {"type": "refused", "code": code, "why": why, "client_id": client_id}
    assert (await bens.hears_nothing(), await Message.objects.acount()) == (True, 0)


async def test_what_is_said_does_not_arrive_with_who_left_or_is_an_outsider(
    connect: Connect, talk: Conversation, say: Say, ada: Person, ben: Person, eve: Person
) -> None:
    bens, eves = await connect(ben), await connect(eve)
    await Participant.objects.filter(person=ben).aupdate(left_at=NOW)
    await database_sync_to_async(say)(ada)
    assert (await bens.hears_nothing(), await eves.hears_nothing()) == (True, True)


async def test_who_is_not_signed_in_is_told_so(db: None) -> None:
    assert await (await open_line(Client())).closed_with() == 4401


async def test_another_version_is_turned_away(ada: Person) -> None:
    client = Client()
    await sync_to_async(client.force_login)(ada)
    assert await (await open_line(client, version="alongside.v9")).closed_with() == 4406


@pytest.mark.parametrize("cause", ["signed out", "new password", "deactivated", "expired"])
@pytest.mark.parametrize("what_follows", ["command", "post", "heartbeat"])
async def test_who_lost_the_right_is_closed(
    cause: str, what_follows: str, connect: Connect, talk: Conversation, ada: Person, ben: Person
) -> None:
    bens = await connect(ben)
    if cause == "signed out":
        await Session.objects.all().adelete()
    if cause == "new password":
        ben.set_password("another")
        await ben.asave()
    if cause == "deactivated":
        await Person.objects.filter(pk=ben.pk).aupdate(is_active=False)
    if cause == "expired":
        await Session.objects.aupdate(expire_date=timezone.now())
    if what_follows == "command":
        await bens.tell("typing", conversation=talk.pk)
    if what_follows == "post":
        await bens.post(talk)
    if what_follows == "heartbeat":
        hub_here().next_beat = 0
    assert await bens.closed_with() == 4401
    assert await Message.objects.filter(author=ben).acount() == 0


@pytest.mark.parametrize("cause", ["signed out", "new password", "deactivated", "role ended"])
async def test_an_idle_socket_is_closed_soon_when_the_right_is_lost(
    cause: str, connect: Connect, ada: Person, ben: Person
) -> None:
    adas, bens = await connect(ada), await connect(ben)
    if cause == "signed out":
        await database_sync_to_async(bens.client.logout)()
    if cause == "new password":
        await database_sync_to_async(sign_in_with_new_password)(ben)
    if cause == "deactivated":
        await database_sync_to_async(deactivate)(person=ben, by=None, at=NOW)
    if cause == "role ended":
        await database_sync_to_async(end_role)(person=ben, kind="adviser", by=None, at=NOW)
    assert await bens.closed_with() == (4409 if cause == "role ended" else 4401)
    assert await adas.hears_nothing()


def sign_in_with_new_password(person: Person) -> None:
    """As the pages of allauth do it."""
    person.set_password("another")
    person.save()
    password_changed.send(sender=Person, request=None, user=person)


async def test_one_of_two_windows_signing_out_leaves_the_other_open(connect: Connect, ben: Person) -> None:
    first, second = await connect(ben), await connect(ben)
    await database_sync_to_async(first.client.logout)()
    assert await first.closed_with() == 4401
    await second.tell("ping")
    assert await second.hear() == {"type": "pong"}


async def test_a_session_that_ends_by_itself_closes_its_socket(connect: Connect, ben: Person) -> None:
    bens = await connect(ben)
    [line] = hub_here().everyone()
    line.admitted = replace(line.admitted, expires_at=timezone.now())
    await Session.objects.aupdate(expire_date=timezone.now())
    assert await bens.closed_with() == 4401


async def test_reading_is_told_to_the_others_and_lowers_ones_own_number(
    connect: Connect, talk: Conversation, say: Say, ada: Person, ben: Person
) -> None:
    await database_sync_to_async(say)(ben)
    adas, bens = await connect(ada), await connect(ben)
    await adas.tell("read", conversation=talk.pk, seq=1, ref="r1")
    frames = sorted([await adas.hear(), await adas.hear()], key=lambda frame: str(frame["type"]))
    read = {"type": "read", "conversation": talk.pk, "person": ada.pk, "seq": 1}
    assert frames == [{"type": "done", "ref": "r1"}, read | {"unread": 0}]
    assert await bens.hear() == read


async def test_typing_reaches_the_others_only(connect: Connect, talk: Conversation, ada: Person, ben: Person) -> None:
    adas, bens = await connect(ada), await connect(ben)
    await adas.tell("typing", conversation=talk.pk)
    assert await bens.hear() == {"type": "typing", "conversation": talk.pk, "person": ada.pk}
    assert (await adas.hear(), await adas.hears_nothing()) == ({"type": "done"}, True)


async def test_a_block_hides_reading_and_typing(
    connect: Connect, talk: Conversation, say: Say, ada: Person, ben: Person
) -> None:
    await database_sync_to_async(say)(ben)
    await Block.objects.acreate(by=ben, person=ada, began_at=NOW)
    adas, bens = await connect(ada), await connect(ben)
    await adas.tell("read", conversation=talk.pk, seq=1)
    await adas.tell("typing", conversation=talk.pk)
    assert await bens.hears_nothing()


async def test_editing_withdrawing_and_reacting_are_told_with_the_next_number(
    connect: Connect, talk: Conversation, say: Say, ada: Person, ben: Person
) -> None:
    message = await database_sync_to_async(say)(ada, "Helo")
    adas, bens = await connect(ada), await connect(ben)
    await adas.tell("edit", message=message.pk, body="Hello")
    edited = await bens.hear()
    await bens.tell("react", message=message.pk, kind="heart", on=True)
    reacted = await bens.hear_all(2)
    await adas.tell("withdraw", message=message.pk)
    withdrawn = await bens.hear()
    changes = [edited, reacted["message.changed"], withdrawn]
    assert [(one["type"], one["seq"]) for one in changes] == [("message.changed", seq) for seq in (2, 3, 4)]
    assert [one["message"]["seq"] for one in changes] == [1, 1, 1]
    assert [one["message"]["body"] for one in changes] == ["Hello", "Hello", ""]
    assert [one["message"]["reactions"] for one in changes] == [{}, {"heart": [ben.pk]}, {}]
    assert (changes[0]["message"]["edited_at"], changes[2]["message"]["withdrawn_at"]) != (None, None)


async def test_nobody_changes_what_somebody_else_said(
    connect: Connect, talk: Conversation, say: Say, ada: Person, ben: Person, eve: Person
) -> None:
    message = await database_sync_to_async(say)(ada)
    bens, eves = await connect(ben), await connect(eve)
    for line, code in ((bens, "may_not"), (eves, "not_found")):
        await line.tell("edit", message=message.pk, body="Other")
        await line.tell("withdraw", message=message.pk)
        assert [(await line.hear())["code"], (await line.hear())["code"]] == [code, code]
    await eves.tell("react", message=message.pk, kind="heart", on=True)
    assert (await eves.hear())["code"] == "not_found"
    await message.arefresh_from_db()
    assert (message.body, message.withdrawn_at, message.changed_seq) == ("Hello", None, 1)


async def test_resuming_brings_what_is_missing(
    connect: Connect, talk: Conversation, say: Say, ada: Person, ben: Person
) -> None:
    message = await database_sync_to_async(say)(ben)
    adas = await connect(ada)
    await adas.tell("resume", conversations={str(talk.pk): 0, "999": 5}, ref="r")
    assert await adas.hear() == {
        "type": "resumed",
        "conversations": {str(talk.pk): {"messages": [just_said(message)], "seq": 1, "more": False}},
        "reset": [999],
        "ref": "r",
    }
    await adas.tell("resume", conversations={str(talk.pk): 1})
    assert await adas.hear() == {"type": "resumed", "conversations": {}}
    # More than there is: a backup was put back, or it is no number of ours.
    await adas.tell("resume", conversations={str(talk.pk): 2})
    assert await adas.hear() == {"type": "resumed", "conversations": {}, "reset": [talk.pk]}


async def test_resuming_much_goes_page_by_page(
    connect: Connect, talk: Conversation, say: Say, ada: Person, ben: Person, eve: Person
) -> None:
    other = await database_sync_to_async(open_conversation)(people=[ada, eve], at=NOW)
    for number in range(30):
        await database_sync_to_async(say)(ben, f"{number} " + "é" * 2000)
        await database_sync_to_async(say)(eve, f"{number}", conversation=other)
    adas = await connect(ada)
    has, pages, found = {str(talk.pk): 0, str(other.pk): 0}, 0, []
    while has:
        await adas.tell("resume", conversations=has)
        text = await adas.socket.receive_from(timeout=5)
        resumed = json.loads(text)["conversations"]
        assert len(text.encode()) < 64 * 1024
        found += [(pk, one["seq"]) for pk, page in resumed.items() for one in page["messages"]]
        has = {pk: page["seq"] for pk, page in resumed.items() if page["more"]}
        pages += 1
    assert sorted(found) == sorted([(str(one), seq) for one in (talk.pk, other.pk) for seq in range(1, 31)])
    assert [seq for pk, seq in found if pk == str(talk.pk)] == list(range(1, 31))
    assert 3 <= pages <= 6


async def test_the_heartbeat_shows_a_lost_last_frame(
    connect: Connect, talk: Conversation, say: Say, ada: Person, ben: Person
) -> None:
    adas = await connect(ada)
    # As if the frame had been lost: the row is there, and nobody was told.
    await Message.objects.acreate(
        conversation=talk, seq=1, changed_seq=1, author=ben, client_id=uuid4(), body="Hello", sent_at=NOW
    )
    await Conversation.objects.aupdate(last_seq=1)
    hub_here().next_beat = 0
    assert await adas.hear() == {"type": "seqs", "conversations": {str(talk.pk): 1}, "unread": 1}
    await database_sync_to_async(close_conversation)(conversation=talk, at=NOW)
    assert await adas.hear() == {"type": "conversation.closed", "conversation": talk.pk}
    hub_here().next_beat = 0
    assert await adas.hear() == {"type": "seqs", "conversations": {}, "unread": 1}


async def test_the_heartbeat_says_who_is_here(connect: Connect, talk: Conversation, ada: Person, ben: Person) -> None:
    adas = await connect(ada)
    await connect(ben)
    hub_here().next_beat = 0
    assert (await adas.hear())["here"] == [ben.pk]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "not_json"),
        ('{"type": "shout"}', "unknown_type"),
        ("x" * 70_000, "too_big"),
        ('{"type":"ping","x":1}', "unknown_key"),
    ],
)
async def test_what_is_not_understood_is_refused_and_the_line_stays_open(
    text: str, code: str, connect: Connect, ada: Person
) -> None:
    adas = await connect(ada)
    await adas.socket.send_to(text_data=text)
    assert (await adas.hear())["code"] == code
    await adas.socket.send_to(bytes_data=b"\xff")
    assert (await adas.hear())["code"] == "not_text"
    await adas.tell("ping", ref="p1")
    assert await adas.hear() == {"type": "pong", "ref": "p1"}


async def test_over_the_limit_one_is_told_until_when(connect: Connect, talk: Conversation, ada: Person) -> None:
    adas = await connect(ada)
    for _ in range(30):
        await adas.post(talk)
    client_id = await adas.post(talk)
    frames = [await adas.hear() for _ in range(61)]
    (limited,) = [frame for frame in frames if frame["type"] == "rate_limited"]
    assert (limited["client_id"], await Message.objects.acount()) == (client_id, 30)


async def test_news_of_other_apps_pass_as_they_are(connect: Connect, ada: Person) -> None:
    adas = await connect(ada)
    frame = {"type": "thread.posted", "thread": 12, "seq": 5}
    await database_sync_to_async(tell)([ada.pk], frame)
    assert await adas.hear() == frame
