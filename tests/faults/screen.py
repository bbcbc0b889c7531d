"""What one device shows of one conversation, put together from frames and pages as the page does it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self


@dataclass(frozen=True)
class Shown:
    """A message as a person sees it, or as the table holds it: the two are compared as they are."""

    id: int
    seq: int
    changed_seq: int
    author: int
    client_id: str
    body: str
    is_withdrawn: bool = False
    is_edited: bool = False
    reactions: frozenset[tuple[str, int]] = frozenset()

    @classmethod
    def from_frame(cls, message: Mapping[str, Any]) -> Self:
        return cls(
            id=message["id"],
            seq=message["seq"],
            changed_seq=message["changed_seq"],
            author=message["author"],
            client_id=str(message["client_id"]),
            body=message["body"],
            is_withdrawn=message["withdrawn_at"] is not None,
            is_edited=message["edited_at"] is not None,
            reactions=frozenset((kind, one) for kind, ones in message["reactions"].items() for one in ones),
        )


@dataclass
class Screen:
    """`reached` is the one number a device knows: everything up to there is here."""

    reached: int = 0
    by_id: dict[int, Shown] = field(default_factory=dict)
    moved: list[Shown] = field(default_factory=list)

    def hear(self, seq: int, message: Shown) -> bool:
        """Take in an event; False when something before it is missing, so that it must wait for the rest."""
        if seq > self.reached + 1:
            return False
        self.put(message)
        self.reached = max(self.reached, seq)
        return True

    def fill(self, page: Sequence[Shown], reached: int) -> None:
        for message in page:
            self.put(message)
        self.reached = max(self.reached, reached)

    def put(self, message: Shown) -> None:
        """The latest state of a message wins, whichever way it came; its place must never change."""
        known = self.by_id.get(message.id)
        if known and known.seq != message.seq:
            self.moved.append(message)
        if known is None or known.changed_seq < message.changed_seq:
            self.by_id[message.id] = message

    @property
    def lines(self) -> list[Shown]:
        return sorted(self.by_id.values(), key=lambda message: message.seq)
