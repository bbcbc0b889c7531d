"""News is told after the commit, and trouble with it never reaches whoever wrote."""

from typing import Any

import pytest
from channels.layers import InMemoryChannelLayer, channel_layers
from django.db import transaction

from messaging.models import Conversation, Message
from messaging.news import group_of, tell
from people.models import Person
from tests.messaging.conftest import Say

pytestmark = pytest.mark.django_db(transaction=True)


class Recorder(InMemoryChannelLayer):  # type: ignore[misc]
    """Remembers what was sent to which group; for group `broken` it fails like a Redis that is down."""

    def __init__(self, broken: str = "") -> None:
        super().__init__()
        self.broken = broken
        self.sent: list[tuple[str, Any]] = []

    async def group_send(self, group: str, message: dict[str, Any]) -> None:
        if group == self.broken:
            raise ConnectionError
        self.sent.append((group, message["frame"]))


def listen(layer: Recorder) -> list[tuple[str, Any]]:
    channel_layers.set("default", layer)
    return layer.sent


@pytest.fixture(autouse=True)
def put_the_layer_back() -> Any:
    before = channel_layers["default"]
    yield
    channel_layers.set("default", before)


def test_each_hears_once_and_not_before_the_commit() -> None:
    sent = listen(Recorder())
    with transaction.atomic():
        tell([2, 1, 2], {"type": "x"})
        assert sent == []
    assert sent == [("person.1", {"type": "x"}), ("person.2", {"type": "x"})]


def test_what_is_rolled_back_is_not_told() -> None:
    sent = listen(Recorder())
    with transaction.atomic():
        tell([1], {"type": "x"})
        transaction.set_rollback(True)
    assert sent == []


def test_trouble_with_one_keeps_the_news_from_nobody_else(
    talk: Conversation, say: Say, ada: Person, ben: Person
) -> None:
    sent = listen(Recorder(broken=group_of(ada.pk)))
    message = say(ada)
    assert [group for group, _ in sent] == [group_of(ben.pk)]
    assert Message.objects.get() == message


def test_the_frame_holds_facts_and_no_words(talk: Conversation, say: Say, ada: Person) -> None:
    sent = listen(Recorder())
    message = say(ada, "A secret")
    assert sent[0][1] == {
        "type": "message.posted",
        "conversation": talk.pk,
        "seq": 1,
        "message": message.pk,
        "author": ada.pk,
        "client_id": str(message.client_id),
    }
