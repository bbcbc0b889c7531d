"""State machines: one table of allowed moves each, from which the diagrams in docs/states.md are drawn."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# Every machine of the house by name, so that the diagrams and their test can find them all.
MACHINES: dict[str, "Machine"] = {}

INTRODUCTION = """# States

How things move from state to state. Each arrow is a row in the table of its app's `machines.py`, and nothing moves
otherwise. This page is drawn from those tables: after a change run
`DEBUG=true .venv/bin/python manage.py draw_states`.
"""


@dataclass(frozen=True)
class Machine:
    """The states of one kind of thing; `moves` maps each state to those that may follow it."""

    name: str
    start: str
    moves: Mapping[str, Iterable[str]]

    def __post_init__(self) -> None:
        MACHINES[self.name] = self

    def allows(self, before: str, after: str) -> bool:
        return after in self.moves.get(before, ())

    def diagram(self) -> str:
        """The machine as a Mermaid state diagram."""
        lines = ["stateDiagram-v2", f"    [*] --> {self.start}"]
        for before, afters in self.moves.items():
            lines += [f"    {before} --> {after}" for after in afters] or [f"    {before} --> [*]"]
        return "\n".join(lines)


def document() -> str:
    """Every machine by name with its diagram, as the Markdown of docs/states.md."""
    drawings = [f"## {name}\n\n```mermaid\n{MACHINES[name].diagram()}\n```\n" for name in sorted(MACHINES)]
    return "\n".join([INTRODUCTION, *drawings])
