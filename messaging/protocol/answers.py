"""What a browser gets as an answer to a command: each command has exactly one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID


@dataclass(frozen=True)
class Posted:
    """It is kept: committed, with its place in the order.

    `help` is there when its words made us think that its writer may want help now: show them where to turn.
    """

    type: ClassVar[str] = "posted"
    client_id: UUID
    conversation: int
    message: int
    seq: int
    sent_at: datetime
    help: bool = False
    ref: str = ""


@dataclass(frozen=True)
class Done:
    """What was asked is done."""

    type: ClassVar[str] = "done"
    ref: str = ""


@dataclass(frozen=True)
class Pong:
    """Somebody is there."""

    type: ClassVar[str] = "pong"
    ref: str = ""


@dataclass(frozen=True)
class Missing:
    """What a device has not seen of one conversation, in the order of the changes, as much as goes at a time.

    With it the device has everything up to `seq`; when there is `more`, it asks again from there.
    """

    messages: Sequence[Mapping[str, Any]]
    seq: int
    more: bool


@dataclass(frozen=True)
class Resumed:
    """What is missing in the conversations the device is behind in; the others are left out.

    Those to `reset` may not be seen any more, or have less than the device believes: it loads the page anew.
    """

    type: ClassVar[str] = "resumed"
    conversations: Mapping[int, Missing]
    reset: Sequence[int] = ()
    ref: str = ""


@dataclass(frozen=True)
class Refused:
    """No, and why: `why` for people, `code` for programs, `key` for the part of the frame that was wrong."""

    type: ClassVar[str] = "refused"
    code: str
    why: str
    key: str = ""
    client_id: str = ""
    ref: str = ""


@dataclass(frozen=True)
class RateLimited:
    """Too much in too short a time: nothing was done, and may be tried again at `until`."""

    type: ClassVar[str] = "rate_limited"
    until: datetime
    client_id: str = ""
    ref: str = ""


Answer = Posted | Done | Pong | Resumed | Refused | RateLimited
ANSWERS: Mapping[str, type[Answer]] = {kind.type: kind for kind in (Posted, Done, Pong, Resumed, Refused, RateLimited)}
