"""News is told after the commit, and trouble with it never reaches whoever wrote."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from channels.layers import InMemoryChannelLayer, channel_layers
from django.db import transaction

from messaging.models import Conversation, Message
from messaging.news import News, look_again_at, tell
from messaging.protocol import ConversationOpened
from people.models import Person
from tests.fixtures import Ear
from tests.messaging.conftest import Say

pytestmark = pytest.mark.django_db(transaction=True)


class Layer(InMemoryChannelLayer):  # type: ignore[misc]
    """Remembers what was published; when `broken` it fails like a Redis that is down."""

    broken = False

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[Any] = []

    async def group_send(self, group: str, message: dict[str, Any]) -> None:
        if self.broken:
            raise ConnectionError
        self.sent.append((group, message))


@pytest.fixture
def layer(settings: Any) -> Iterator[Layer]:
    """As in a worker of a service with Redis: no socket is open in this process."""
    before, mine = channel_layers["default"], Layer()
    channel_layers.set("default", mine)
    settings.REDIS_URL = "redis://nowhere"
    yield mine
    channel_layers.set("default", before)


def test_each_is_told_once_and_not_before_the_commit(ear: Ear) -> None:
    with transaction.atomic():
        tell([2, 1, 2], {"type": "x", "words": "é"})
        assert ear.heard == []
    assert ear.heard == [News([1, 2], '{"type":"x","words":"é"}')]


def test_what_is_rolled_back_is_not_told(ear: Ear) -> None:
    with transaction.atomic():
        tell([1], {"type": "x"})
        look_again_at([1])
        transaction.set_rollback(True)
    assert ear.heard == []


def test_nobody_is_told_nothing(ear: Ear) -> None:
    tell([], ConversationOpened(1))
    assert ear.heard == []


def test_where_no_socket_is_open_the_servers_are_told(layer: Layer) -> None:
    tell([1], ConversationOpened(7))
    text = '{"type":"conversation.opened","conversation":7}'
    told = {"people": [1], "text": text, "renew": False, "session": ""}
    assert layer.sent == [("servers", {"type": "news", "origin": "", "news": [told]})]


def test_trouble_with_news_never_reaches_whoever_wrote(
    layer: Layer, talk: Conversation, say: Say, ada: Person, caplog: pytest.LogCaptureFixture
) -> None:
    layer.broken = True
    message = say(ada, "A secret")
    assert (Message.objects.get(), "A secret" in caplog.text) == (message, False)
    assert "News could not be passed on" in caplog.text


def test_a_message_is_told_whole_to_everyone_present(
    ear: Ear, talk: Conversation, say: Say, ada: Person, ben: Person
) -> None:
    ear.heard.clear()
    message = say(ada, "Hello")
    [news] = ear.heard
    assert news.people == sorted([ada.pk, ben.pk])
    assert json.loads(news.text)["message"] | {"sent_at": None} == {
        "id": message.pk,
        "conversation": talk.pk,
        "seq": 1,
        "changed_seq": 1,
        "client_id": str(message.client_id),
        "author": ada.pk,
        "name": "Ada",
        "kind": "words",
        "body": "Hello",
        "sent_at": None,
        "edited_at": None,
        "withdrawn_at": None,
        "reply_to": None,
        "reactions": {},
        "files": [],
    }
