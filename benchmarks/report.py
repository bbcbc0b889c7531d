"""How a benchmark shows its parts: tables that are read in a terminal and in Markdown alike, and sentences below."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table


@dataclass(frozen=True)
class Part:
    """One part of what is measured, as it is shown; `well` unless something is wrong that is no matter of speed."""

    heading: str
    table: Table
    sentences: list[str]
    well: bool = True


def plain_table(columns: tuple[str, ...], *, left: int) -> Table:
    """An empty table with these columns, the first ones words, the others numbers."""
    table = Table(box=box.MARKDOWN)
    for place, column in enumerate(columns):
        table.add_column(column, justify="left" if place < left else "right", no_wrap=True)
    return table


def failed(heading: str, why: str) -> Part:
    """A part that could not be measured."""
    return Part(heading, plain_table(("nothing measured",), left=1), [why], well=False)


def shown(parts: Iterable[Part], *, width: int, file: Path | None) -> bool:
    """Print each part as soon as it is measured, and into the file at the end; whether all is well."""
    console = Console(width=width, record=True)
    well = True
    for part in parts:
        console.print(f"\n### {part.heading}\n", style="bold")
        console.print(part.table)
        for sentence in part.sentences:
            console.print(f"- {sentence}", style=None if part.well else "bold red", soft_wrap=True)
        well = well and part.well
    if file:
        file.write_text("".join(f"{line.rstrip()}\n" for line in console.export_text().splitlines()))
    return well
