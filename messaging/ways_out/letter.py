"""What every way out is given, and the two answers besides "it is out": try again later, and never."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from messaging.models import Device, Notice
from people.models import Person

# All that a text message or a locked screen may show: not even what kind of thing it is.
SOMETHING_WAITS = "Something is waiting for you"


@dataclass(frozen=True)
class Letter:
    """One thing to deliver to one person.

    `name` is the same on every try, so that whoever takes it can drop a second copy; `is_again` says that an earlier
    try may have got through without our hearing of it.
    """

    name: str
    person: Person
    notices: Sequence[Notice]
    device: Device | None = None
    is_again: bool = False

    @property
    def path(self) -> str:
        """Where the person is led: to the one notice, or to all of them."""
        return self.notices[0].link if len(self.notices) == 1 else "/notices/"


class WayOut(Protocol):
    def is_set_up(self) -> bool:
        """Whether this service can send by it at all."""

    def send(self, letter: Letter) -> None:
        """Return once the letter was taken; else raise TryLater or CannotBeDelivered."""


class TryLater(Exception):
    """It did not go out now; `after` is a wait that was asked for. The words are for a coordinator and name nobody."""

    def __init__(self, words: str, after: timedelta = timedelta(0)) -> None:
        super().__init__(words)
        self.words = words
        self.after = after


class CannotBeDelivered(Exception):
    """It will not go out however often it is tried; the words are for a coordinator and name nobody."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


class DeviceIsGone(CannotBeDelivered):
    """The browser has ended its subscription: there is nothing left to deliver to."""


def wait_asked_for(retry_after: str | None) -> timedelta:
    """The seconds of a Retry-After header, an hour at most; a date in it, or nonsense, counts as nothing."""
    text = retry_after or ""
    return timedelta(seconds=min(int(text), 3600)) if text.isascii() and text.isdigit() else timedelta(0)
