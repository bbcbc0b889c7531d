"""The shapes of what programs send and get over HTTP; a message looks the same in the frames of the socket."""

from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field

from messaging.models import Message, Reaction
from messaging.protocol import LARGEST_NUMBER

# Strictly so: neither true nor "5" is a number, as in the frames of the socket.
Number = Annotated[int, Field(strict=True, ge=0, le=LARGEST_NUMBER)]
Flag = Annotated[bool, Field(strict=True)]
Moment = Annotated[str, Field(json_schema_extra={"format": "date-time"})]


class Shape(Schema):
    """Exactly these keys; any other is refused by its name."""

    model_config = ConfigDict(extra="forbid")


class Quoted(Shape):
    """The beginning of the message that this one answers."""

    id: int
    name: str
    words: str


class File(Shape):
    """A picture or a PDF that came with a message, at /messages/files/{id}/; a picture in small at .../preview/ too."""

    id: str = Field(json_schema_extra={"format": "uuid"})
    name: str
    kind: Literal["picture", "pdf"]
    size: int
    width: int | None = Field(description="In pixels; null where it is no picture.")
    height: int | None


class ShownMessage(Shape):
    """A message, alike for everybody who may read it. Withdrawn, it has no words, files or reactions any more."""

    id: int
    conversation: int
    seq: int = Field(description="Its place in the conversation, which never changes.")
    changed_seq: int = Field(description="The number of its latest change; at first that of its place.")
    client_id: str = Field(description="Made by the writer's device.", json_schema_extra={"format": "uuid"})
    author: int
    name: str = Field(description="The name its author goes by.")
    kind: Message.Kind
    body: str
    sent_at: Moment
    edited_at: Moment | None
    withdrawn_at: Moment | None
    reply_to: Quoted | None
    reactions: dict[Reaction.Kind, list[int]] = Field(description="The ids of the people, by how they took it.")
    files: list[File]


class Said(ShownMessage):
    """A message to whoever just wrote it."""

    help: bool = Field(description="Its words made us think that its writer may want help now: show where to turn.")


class ShownPerson(Shape):
    id: int
    name: str


class ShownConversation(Shape):
    id: int
    title: str
    is_group: bool
    people: list[ShownPerson] = Field(description="The others who are there.")
    is_open: bool = Field(description="False once nothing more can be said; it stays readable.")
    last_seq: int = Field(description="How far it has come: the number of its latest change.")
    last_at: Moment | None
    last_words: str = Field(description="The beginning of what was said last.")
    unread: int


class Conversations(Shape):
    conversations: list[ShownConversation]
    more: bool = Field(description="There are further pages.")


class Changes(Shape):
    """What changed after a number, in the order of the changes; with it a program has everything up to `seq`."""

    messages: list[ShownMessage]
    seq: int
    more: bool = Field(description="Ask again from `seq`.")


class Words(Shape):
    body: Annotated[str, Field(strict=True)]
    sure: Flag = Field(default=False, description="Send it although it contains contact details.")


class Posting(Words):
    client_id: UUID = Field(description="Made by the program; the same one again is the same message.")
    reply_to: Number = Field(default=0, description="The id of the message it answers; 0 is none.")


class ReadMark(Shape):
    seq: Number


class Refusal(Shape):
    """No, and why."""

    code: str = Field(description="What was wrong, for programs.")
    why: str = Field(description="What was wrong, in words for people.")
    key: str = Field(default="", description="The part of what was sent that was wrong.")
    until: Moment | None = Field(default=None, description="From when on it may be tried again.")
