"""A conversation between Ada and Ben, and short words for saying things in it."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID, uuid4

import pytest

from messaging.limits import COMMANDS, POSTS
from messaging.models import Conversation, Message
from messaging.operations import open_conversation, post_message
from people.models import Person
from tests.fixtures import NOW

Say = Callable[..., Message]


@pytest.fixture(autouse=True)
def forget_who_was_fast() -> None:
    """The allowances live in the process, and so would outlive a test."""
    POSTS.times.clear()
    COMMANDS.times.clear()


@pytest.fixture
def talk(ada: Person, ben: Person) -> Conversation:
    """Ada and Ben talk."""
    return open_conversation(people=[ada, ben], at=NOW)


@pytest.fixture
def say(talk: Conversation) -> Say:
    """`say(ada, "Hello")` posts into the talk of Ada and Ben, or into another one."""

    def post(
        by: Person,
        body: str = "Hello",
        *,
        client_id: UUID | None = None,
        conversation: Conversation = talk,
        at: datetime = NOW,
    ) -> Message:
        return post_message(by=by, conversation=conversation, client_id=client_id or uuid4(), body=body, at=at)

    return post
