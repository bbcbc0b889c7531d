"""A clock that only the test moves on: the service in its own process lives by it, and so does the test."""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import time_machine

from tests.journeys.steps import eventually

# Names the file in which the service reads what time it is.
CLOCK = "ALONGSIDE_TESTS_CLOCK"
EVERY = 0.05


@dataclass
class Clock:
    """Time goes on by itself, and jumps where the test says so."""

    file: Path
    traveller: time_machine.Traveller

    def move_to(self, then: datetime) -> None:
        """Return once the service lives in that time too."""
        self.traveller.move_to(then)
        set_to(self.file, then)
        eventually(lambda: _followed(self.file) == then.isoformat(), f"it is {then:%d %B %Y} for the service")


@contextmanager
def clock_at(file: Path, begin: datetime) -> Iterator[Clock]:
    """The test's own process lives from `begin` on, until the end of the block."""
    set_to(file, begin)
    with time_machine.travel(begin, tick=True) as traveller:
        yield Clock(file, traveller)


def follow() -> None:
    """Live by the clock in the file that the environment names, from now on and until the process ends."""
    file = Path(os.environ[CLOCK])
    said = file.read_text()
    traveller = time_machine.travel(datetime.fromisoformat(said), tick=True).start()
    _answer_to(file).write_text(said)
    threading.Thread(target=_keep_following, args=(file, traveller, said), daemon=True).start()


def _keep_following(file: Path, traveller: time_machine.Traveller, followed: str) -> None:
    while True:
        time.sleep(EVERY)
        if (said := file.read_text()) != followed:
            traveller.move_to(datetime.fromisoformat(said))
            _answer_to(file).write_text(said)
            followed = said


def set_to(file: Path, then: datetime) -> None:
    """In one go, so that nobody reads half a time."""
    new = file.with_suffix(".new")
    new.write_text(then.isoformat())
    new.replace(file)


def _followed(file: Path) -> str:
    answer = _answer_to(file)
    return answer.read_text() if answer.exists() else ""


def _answer_to(file: Path) -> Path:
    return file.with_suffix(".followed")
