"""What screening finds and what it takes for a worry, by class: `python -m benchmarks.screening`."""

import argparse
import csv
import sys
import time
import timeit
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

if not __package__:
    # Run as a file: what is to be imported lies one folder up.
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from rich.console import Console
from rich.table import Table

from safeguarding.screening import Worry, worries_in

CORPUS = Path(__file__).resolve().parents[1] / "tests" / "safeguarding" / "corpus"
HALVES = ("development", "held_out")


@dataclass(frozen=True)
class Line:
    """One labelled sentence; `worry` and `about` are empty where nobody need look."""

    way: str
    worry: str
    about: str
    words: str


@dataclass(frozen=True)
class Figures:
    """How many that should be noticed were, and how many that should not; `whom`: about the right person, of those."""

    to_notice: int
    noticed: int
    whom: int
    to_leave: int
    alarms: int


def lines(half: str) -> list[Line]:
    with (CORPUS / f"{half}.csv").open(newline="") as file:
        return [Line(**row) for row in csv.DictReader(file)]


def figures(some: Iterable[Line]) -> Figures:
    """A worry of the right kind counts as noticed, any worry at all as an alarm."""
    found = [(line, worries_in(line.words)) for line in some]
    right = [(line, worries) for line, worries in found if line.worry in [worry.kind for worry in worries]]
    return Figures(
        to_notice=sum(bool(line.worry) for line, _ in found),
        noticed=len(right),
        whom=sum((line.worry, line.about) in [(w.kind, w.about) for w in worries] for line, worries in right),
        to_leave=sum(not line.worry for line, _ in found),
        alarms=sum(not line.worry and bool(worries) for line, worries in found),
    )


def main() -> None:
    asked = _asked()
    console = Console(width=110)
    for half in HALVES:
        console.print(_table(half, lines(half)))
    if asked.wrong:
        for half in HALVES[: None if asked.held_out else 1]:
            _show_wrong(console, half)
    if asked.texts:
        _show_texts(console, asked.texts, asked.column, asked.show)
    _show_pace(console)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.screening", description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="list what went wrong in the development half")
    parser.add_argument("--held-out", action="store_true", help="with --wrong: in the other half too; then it is spent")
    parser.add_argument("--texts", type=Path, metavar="FILE", help="also screen the texts of this CSV file")
    parser.add_argument("--column", default="body", help="the column the texts are in (body)")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="show the words of the first N of them")
    return parser.parse_args()


def _table(half: str, all_lines: list[Line]) -> Table:
    table = Table("class", "to notice", "noticed", "about the right one", "to leave", "false alarms", title=half)
    ways = dict.fromkeys(line.way for line in all_lines)
    kinds = dict.fromkeys(line.worry for line in all_lines if line.worry)
    groups = [(way, [line for line in all_lines if line.way == way]) for way in ways]
    groups += [(f"worry: {kind}", [line for line in all_lines if line.worry == kind]) for kind in kinds]
    for name, some in [*groups, ("all", all_lines)]:
        of = figures(some)
        table.add_row(
            name,
            str(of.to_notice),
            _share(of.noticed, of.to_notice),
            _share(of.whom, of.noticed),
            str(of.to_leave),
            _share(of.alarms, of.to_leave),
        )
    return table


def _share(part: int, whole: int) -> str:
    return f"{part} ({part / whole:.0%})" if whole else "-"


def _show_wrong(console: Console, half: str) -> None:
    for line in lines(half):
        found = [(worry.kind.value, worry.about.value) for worry in worries_in(line.words)]
        if (line.worry, line.about) not in found if line.worry else found:
            console.print(f"{half}, {line.way}, {line.worry or 'nothing'} {line.about}: {line.words}\n   -> {found}")


def _show_texts(console: Console, path: Path, column: str, show: int) -> None:
    with path.open(newline="") as file:
        texts = [row[column] for row in csv.DictReader(file) if row[column]]
    found = [(text, worries) for text in texts if (worries := worries_in(text))]
    console.print(
        f"{path.name}: {len(texts):,} texts, {len(found):,} make a person look ({len(found) / len(texts):.1%})"
    )
    for _, worries in found[:show]:
        console.print("   ", "; ".join(map(_in_short, worries)), markup=False)


def _in_short(worry: Worry) -> str:
    return f"{worry.kind.value} ({worry.about.value}, {worry.sureness.value}): {worry.words!r}"


def _show_pace(console: Console) -> None:
    everything = [line.words for half in HALVES for line in lines(half)]
    seconds = min(_repeated(lambda: [worries_in(words) for words in everything], number=1, repeat=5))
    console.print(f"{seconds / len(everything) * 1e6:.0f} µs a sentence, {_usual() * 1e6:.0f} µs for a usual message")
    for name, text in ADVERSARIAL.items():
        console.print(f"10,000 characters of {name}: {_longest(text) * 1e3:.1f} ms")


USUAL = (
    "Hi Ben, thanks for last week. I tried what we talked about and went for a walk on Tuesday, even though it rained. "
    "Mornings are still hard, but I slept a bit better. Could we talk on Thursday at four instead?"
)
ADVERSARIAL = {
    "letters apart": "k i l l " * 1250,
    "one long word": "a" * 10_000,
    "beginnings of phrases": "want to want to not want " * 400,
    "negations": "not never no " * 770,
    "signs": "?!.," * 2500,
    "worries": "i want to kill myself " * 455,
}


def _repeated(work: Callable[[], object], number: int, repeat: int) -> list[float]:
    """On the processor's clock, so that a busy machine says the same as one at rest."""
    return timeit.repeat(work, timer=time.process_time, number=number, repeat=repeat)


def _usual() -> float:
    return min(_repeated(lambda: worries_in(USUAL), number=200, repeat=5)) / 200


def _longest(text: str) -> float:
    return min(_repeated(lambda: worries_in(text[:10_000]), number=1, repeat=3))


if __name__ == "__main__":
    main()
