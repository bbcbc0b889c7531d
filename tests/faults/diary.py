"""What happened in a run, as the devices saw it: said, acknowledged, changed, shown, and when."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic


@dataclass(frozen=True)
class Said:
    """Something a person wrote; every `body` of a run is different, so a double shows even under another id."""

    device: str
    author: int
    client_id: str
    conversation: int
    body: str
    at: float


@dataclass(frozen=True)
class Ack:
    """The server's word that it is kept."""

    client_id: str
    conversation: int
    message: int
    seq: int
    at: float


@dataclass
class Change:
    """An edit, a withdrawal or a reaction to one message, and whether it was answered `done`."""

    kind: str
    message: int
    conversation: int
    by: int
    value: str = ""
    tries: int = 0
    is_done: bool = False


@dataclass
class Diary:
    """Shared by all devices of a run; `now` counts seconds from its beginning."""

    clock: Callable[[], float] = monotonic
    said: dict[str, Said] = field(default_factory=dict)
    acks: list[Ack] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    refusals: list[tuple[str, str, str]] = field(default_factory=list)
    closes: list[tuple[str, int]] = field(default_factory=list)
    resets: list[tuple[str, int]] = field(default_factory=list)
    # (device, message): when it was first on that screen.
    shown_at: dict[tuple[str, int], float] = field(default_factory=dict)
    began: float = 0.0

    def __post_init__(self) -> None:
        self.began = self.clock()

    @property
    def now(self) -> float:
        return self.clock() - self.began

    def note_shown(self, device: str, message: int) -> None:
        self.shown_at.setdefault((device, message), self.now)
