"""A conversation between Ada and Ben, a group with Ines, and short words for saying things in them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.conf import LazySettings

from messaging.files import GivenFile
from messaging.limits import COMMANDS, POSTS
from messaging.models import Conversation, Message, Participant
from messaging.operations import accept_invitation, begin_group, post_message
from people.models import Area, Person, Role
from people.operations import assign
from tests.fixtures import NOW, make_person

Say = Callable[..., Message]


@pytest.fixture(autouse=True)
def forget_who_was_fast() -> None:
    """The allowances live in the process, and so would outlive a test."""
    POSTS.times.clear()
    COMMANDS.times.clear()


@pytest.fixture
def folder(tmp_path: Path, settings: LazySettings) -> Path:
    """Where files are kept during this test."""
    settings.MEDIA_ROOT = tmp_path / "files"
    return tmp_path / "files"


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
        files: Sequence[GivenFile] = (),
    ) -> Message:
        return post_message(
            by=by, conversation=conversation, client_id=client_id or uuid4(), body=body, at=at, files=files
        )

    return post


@pytest.fixture
def ines(north: Area) -> Person:
    """Ines interprets."""
    return make_person("Ines", Role.Kind.INTERPRETER, area=north, age_group="26_64")


@pytest.fixture
def group(ada: Person, ben: Person, ines: Person) -> Conversation:
    """Ben, who looks after Ada, has asked her and Ines into a group, and Ada has come: three lines."""
    assign(carer=ben, person=ada, kind=Role.Kind.ADVISER, at=NOW)
    begun = begin_group(by=ben, title="Ada and the clinic", people=[ada, ines], client_id=uuid4(), at=NOW)
    accept_invitation(by=ada, conversation=begun, at=NOW)
    return Conversation.objects.get(pk=begun.pk)


@pytest.fixture
def lines(group: Conversation) -> Callable[[], list[tuple[int, str, str]]]:
    """`lines()` are the lines of the group: number, kind and words."""
    return lambda: list(group.messages.exclude(kind="words").order_by("seq").values_list("seq", "kind", "body"))


def place(person: Person, group: Conversation) -> Participant:
    """Somebody's place in the group, as it is now."""
    return Participant.objects.select_related("conversation", "person").get(conversation=group, person=person)
