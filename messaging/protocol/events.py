"""What a browser is told without having asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True)
class MessagePosted:
    """Somebody said something; `message` is all of it, alike for everybody."""

    type: ClassVar[str] = "message.posted"
    conversation: int
    seq: int
    message: Mapping[str, Any]


@dataclass(frozen=True)
class MessageChanged:
    """A message was edited, withdrawn or reacted to; `message` is all of it as it is now."""

    type: ClassVar[str] = "message.changed"
    conversation: int
    seq: int
    message: Mapping[str, Any]


@dataclass(frozen=True)
class SomebodyRead:
    """`person` has read up to `seq`. On one's own devices `unread` is how many messages wait now, in all."""

    type: ClassVar[str] = "read"
    conversation: int
    person: int
    seq: int
    unread: int | None = None


@dataclass(frozen=True)
class SomebodyTypes:
    """`person` is writing."""

    type: ClassVar[str] = "typing"
    conversation: int
    person: int


@dataclass(frozen=True)
class ConversationOpened:
    """There is a new place to talk."""

    type: ClassVar[str] = "conversation.opened"
    conversation: int


@dataclass(frozen=True)
class ConversationClosed:
    """Nothing more can be said here; it stays readable."""

    type: ClassVar[str] = "conversation.closed"
    conversation: int


@dataclass(frozen=True)
class ConversationJoined:
    """`person` takes part now."""

    type: ClassVar[str] = "conversation.joined"
    conversation: int
    person: int


@dataclass(frozen=True)
class ConversationLeft:
    """`person` takes part no longer."""

    type: ClassVar[str] = "conversation.left"
    conversation: int
    person: int


@dataclass(frozen=True)
class ConversationRenamed:
    """The group has another name; the name itself is on its page only."""

    type: ClassVar[str] = "conversation.renamed"
    conversation: int


@dataclass(frozen=True)
class Seqs:
    """The heartbeat: how far each open conversation has come, how many messages are unread, and who else is here."""

    type: ClassVar[str] = "seqs"
    conversations: Mapping[int, int]
    unread: int
    here: Sequence[int] = ()


Event = (
    MessagePosted
    | MessageChanged
    | SomebodyRead
    | SomebodyTypes
    | ConversationOpened
    | ConversationClosed
    | ConversationJoined
    | ConversationLeft
    | ConversationRenamed
    | Seqs
)
EVENTS: Mapping[str, type[Event]] = {
    kind.type: kind
    for kind in (
        MessagePosted,
        MessageChanged,
        SomebodyRead,
        SomebodyTypes,
        ConversationOpened,
        ConversationClosed,
        ConversationJoined,
        ConversationLeft,
        ConversationRenamed,
        Seqs,
    )
}
