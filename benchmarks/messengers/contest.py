"""Measures contestants in turns, so that whatever else the machine does meets all of them, and takes the median."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from .contestants import DATABASES, Contestant, Running, Settled, running, settled
from .places import Place
from .processes import NotMeasured
from .talk import Heard, middle
from .town import Size

Measure = Callable[[Running, int, float], Heard]


@dataclass(frozen=True)
class Scale:
    """How large everything is: who is there, how many connections and members, how long, how often."""

    connections: tuple[int, ...]
    members: tuple[int, ...]
    crowd: int
    slow: int
    seconds: float
    rounds: int

    @property
    def size(self) -> Size:
        return Size(max(self.connections), tuple(dict.fromkeys((*self.members, self.crowd))))


FULL = Scale((2, 100, 1_000), (2, 50, 500), crowd=550, slow=500, seconds=2, rounds=3)
QUICK = Scale((2, 100), (2, 50), crowd=60, slow=50, seconds=1, rounds=1)


@dataclass(frozen=True)
class Cell:
    """What came of one contestant at one size, or in words why nothing did."""

    heard: Heard | None = None
    said: str = ""

    @property
    def per_second(self) -> float:
        return self.heard.per_second if self.heard else 0.0


# By how many connections or members, then by contestant.
Cells = Mapping[int, Mapping[Contestant, Cell]]


class Homes:
    """The families' people, each settled when the first of a family is measured, or why they could not be."""

    def __init__(self, place: Place, size: Size, ending: ExitStack) -> None:
        self.place, self.size, self.ending = place, size, ending
        self.found: dict[str, Settled | NotMeasured] = {}

    def of(self, contestant: Contestant) -> Settled:
        family = DATABASES.get(contestant.family, contestant.family)
        if family not in self.found:
            try:
                self.found[family] = self.ending.enter_context(settled(contestant.family, self.place, self.size))
            except NotMeasured as error:
                self.found[family] = error
        home = self.found[family]
        if isinstance(home, NotMeasured):
            raise home
        return home


@contextmanager
def homes_in(place: Place, size: Size) -> Iterator[Homes]:
    with ExitStack() as ending:
        yield Homes(place, size, ending)


def measured(
    contestants: Sequence[Contestant],
    measure: Measure,
    sizes: Sequence[int],
    *,
    homes: Homes,
    scale: Scale,
    processes: int = 1,
) -> Cells:
    """Every contestant at every size, all of them once before the first one's turn comes again."""
    runs: dict[tuple[int, Contestant], list[Heard | str]] = {}
    with progress() as shown:
        task = shown.add_task("", total=scale.rounds * len(contestants) * len(sizes))
        for _ in range(scale.rounds):
            for contestant in contestants:
                shown.update(task, description=contestant.name)
                for size, heard in _one_turn(contestant, measure, sizes, homes, scale.seconds, processes):
                    runs.setdefault((size, contestant), []).append(heard)
                    shown.advance(task)
    return {size: {each: _cell(runs[size, each]) for each in contestants} for size in sizes}


def _one_turn(
    contestant: Contestant, measure: Measure, sizes: Sequence[int], homes: Homes, seconds: float, processes: int
) -> Iterator[tuple[int, Heard | str]]:
    try:
        with running(contestant, homes.of(contestant), processes) as at:
            for size in sizes:
                try:
                    yield size, measure(at, size, seconds)
                except NotMeasured as error:
                    yield size, str(error)
    except NotMeasured as error:
        for size in sizes:
            yield size, str(error)


def _cell(runs: Sequence[Heard | str]) -> Cell:
    heard = [run for run in runs if isinstance(run, Heard)]
    return Cell(middle(heard)) if heard else Cell(said=str(runs[0]))


def progress() -> Progress:
    """How far a part is; on the screen only while it lasts."""
    shown = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*shown, console=Console(stderr=True), transient=True)
