"""What a browser may say."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Post:
    """Say something. `client_id` is made by the device and stays the same when it is sent again.

    `reply_to` is the id of the message it answers. `sure` says that its writer was asked, after a first refusal with
    the code `contact_details`, and wants to send it as it is.
    """

    client_id: UUID
    conversation: int
    body: str
    reply_to: int = 0
    sure: bool = False
    ref: str = ""


@dataclass(frozen=True)
class Edit:
    """Put other words in the place of one's own; `sure` as when saying something."""

    message: int
    body: str
    sure: bool = False
    ref: str = ""


@dataclass(frozen=True)
class Withdraw:
    """Take back what one said: nobody sees the words any more."""

    message: int
    ref: str = ""


@dataclass(frozen=True)
class React:
    """Take a message in one of a few ways, or no longer (`on` is false)."""

    message: int
    kind: str
    on: bool
    ref: str = ""


@dataclass(frozen=True)
class Read:
    """Everything up to `seq` was read."""

    conversation: int
    seq: int
    ref: str = ""


@dataclass(frozen=True)
class Typing:
    """Somebody is writing; said again every few seconds while they do."""

    conversation: int
    ref: str = ""


@dataclass(frozen=True)
class Resume:
    """What the device has already: the last seq of each conversation."""

    conversations: Mapping[int, int]
    ref: str = ""


@dataclass(frozen=True)
class Ping:
    """Is anybody there?"""

    ref: str = ""


Command = Post | Edit | Withdraw | React | Read | Typing | Resume | Ping
COMMANDS: Mapping[str, type[Command]] = {
    "post": Post,
    "edit": Edit,
    "withdraw": Withdraw,
    "react": React,
    "read": Read,
    "typing": Typing,
    "resume": Resume,
    "ping": Ping,
}


def marks_of(command: Command) -> dict[str, str]:
    """Return what the answer repeats, so that the sender knows which command it belongs to."""
    return {"client_id": str(command.client_id) if isinstance(command, Post) else "", "ref": command.ref}
