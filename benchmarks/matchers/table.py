"""How outcomes are shown: one table a family, in a form that is read in a terminal and in Markdown alike."""

from collections.abc import Mapping

from rich.table import Table

from ..report import plain_table
from .cell import Outcome

COLUMNS = (
    "N",
    "engine",
    "placed",
    "total",
    "worst-off",
    "load spread",
    "seconds",
    "x ours",
    "MiB (of it solving)",
    "growth",
)
# By size, then by engine.
Outcomes = Mapping[int, Mapping[str, Outcome]]


def table_of(outcomes: Outcomes, limit: int) -> Table:
    """All that was measured of one family."""
    table = plain_table(COLUMNS, left=2)
    before: Mapping[str, Outcome] = {}
    for people, found in outcomes.items():
        ours = found["ours"].seconds
        for name, outcome in found.items():
            row = (*_answer(outcome), *_cost(outcome, ours, limit), _growth(outcome, before.get(name)))
            table.add_row(f"{people:,}", name, *row)
        before = found
    return table


def _answer(outcome: Outcome) -> tuple[str, str, str, str]:
    if not outcome.placed:
        return "-", "-", "-", "-"
    return f"{outcome.placed:,}", f"{outcome.total:,}", str(outcome.worst), f"{outcome.load_spread:.1f}"


def _cost(outcome: Outcome, ours: float | None, limit: int) -> tuple[str, str, str]:
    memory = f"{outcome.memory:,.0f} ({outcome.memory - outcome.memory_before:,.0f})" if outcome.memory else "-"
    if outcome.seconds is not None:
        return seconds_of(outcome.seconds), f"{outcome.seconds / ours:,.2f}" if ours else "-", memory
    if outcome.said == "too slow":
        return f"> {limit}", f"> {limit / ours:,.0f}" if ours else "-", memory
    return outcome.said, "-", memory


def _growth(outcome: Outcome, before: Outcome | None) -> str:
    if outcome.seconds is None or before is None or before.seconds is None:
        return "-"
    return f"{outcome.seconds / before.seconds:.1f}"


def seconds_of(seconds: float) -> str:
    """Seconds with as many digits as say something."""
    if seconds < 0.001:
        return f"{seconds:.5f}"
    return f"{seconds:.4f}" if seconds < 0.1 else f"{seconds:.3f}" if seconds < 10 else f"{seconds:.1f}"
