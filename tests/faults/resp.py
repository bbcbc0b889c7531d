"""Just enough of Redis' protocol to lose deliveries of published messages, and nothing else, on the way."""

from random import Random

from tests.faults.proxy import Filter

SIMPLE = b"+-:_,#("
SIZED = b"$=!"
LISTS = b"*>~"
PAIRS = b"%|"
END = b"\r\n"
DELIVERIES = (b"*3\r\n$7\r\nmessage\r\n", b">3\r\n$7\r\nmessage\r\n")


class Losses:
    """How much of what is published gets lost between Redis and whoever listens: `share` from 0 to 1."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.share = 0.0
        self.lost = 0

    def filter(self) -> Filter:
        """A filter for one connection: it cuts the stream into whole answers and drops some deliveries."""
        rest = b""

        def lossy(data: bytes) -> bytes:
            nonlocal rest
            answers, rest = whole_answers(rest + data)
            return b"".join(answer for answer in answers if not self._is_lost(answer))

        return lossy

    def _is_lost(self, answer: bytes) -> bool:
        lost = answer.startswith(DELIVERIES) and self.random.random() < self.share
        self.lost += lost
        return lost


def whole_answers(data: bytes) -> tuple[list[bytes], bytes]:
    """Return the answers that are there completely, and the beginning of the next one."""
    answers, at = [], 0
    while (end := _end_of(data, at)) is not None:
        answers.append(data[at:end])
        at = end
    return answers, data[at:]


def _end_of(data: bytes, at: int) -> int | None:
    """Return where the answer that begins at `at` ends; None when it is not all there."""
    line = data.find(END, at)
    if line == -1:
        return None
    kind, behind = data[at : at + 1], line + len(END)
    if kind in SIMPLE:
        return behind
    size = int(data[at + 1 : line])
    if kind in SIZED:
        end = behind + size + len(END) if size >= 0 else behind
        return end if end <= len(data) else None
    assert kind in LISTS + PAIRS, f"Redis said something unknown: {data[at : at + 20]!r}"
    return _end_of_several(data, behind, size * (2 if kind in PAIRS else 1))


def _end_of_several(data: bytes, at: int, count: int) -> int | None:
    for _ in range(count):
        end = _end_of(data, at)
        if end is None:
            return None
        at = end
    return at
