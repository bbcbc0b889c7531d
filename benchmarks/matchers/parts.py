"""The parts of the benchmark: the families of instances, and what is measured apart."""

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from ..report import Part, failed, plain_table
from .cell import Outcome
from .contest import agreement, engines_for
from .instances import ADVISERS, PEERS, Family
from .processes import in_a_new_place, in_a_process
from .table import seconds_of, table_of

FAMILIES = (*ADVISERS, PEERS)
SCORING, ARRIVALS, FIRST_USE = "scoring", "arrivals", "first use"
PARTS = (*(family.name for family in FAMILIES), SCORING, ARRIVALS, FIRST_USE)
QUICK, LARGE = 1_000, 10_000


def measured(name: str, *, quick: bool, limit: int) -> Part:
    """The part with this name; quick ones are small."""
    if name == SCORING:
        return scoring(QUICK if quick else LARGE)
    if name == ARRIVALS:
        return arrivals(QUICK if quick else LARGE)
    if name == FIRST_USE:
        return first_use()
    family = next(family for family in FAMILIES if family.name == name)
    return contest(family, [people for people in family.sizes if people <= QUICK or not quick], limit)


def contest(family: Family, sizes: list[int], limit: int) -> Part:
    """One family: all engines side by side, and whether they agree."""
    outcomes = outcomes_of(family, sizes, limit)
    agreed = {people: agreement(family.name, found) for people, found in outcomes.items()}
    return Part(
        family.name.capitalize(),
        table_of(outcomes, limit),
        [f"{people:,}: {said}" for people, (_, said) in agreed.items()],
        all(well for well, _ in agreed.values()),
    )


def outcomes_of(family: Family, sizes: list[int], limit: int) -> dict[int, dict[str, Outcome]]:
    """Every engine at every size; who was too slow at one size is not asked at a larger one."""
    outcomes: dict[int, dict[str, Outcome]] = {people: {} for people in sizes}
    names = [engine.name for engine in engines_for(family.name)]
    too_slow: dict[str, Outcome] = {}
    with _progress() as progress:
        task = progress.add_task("", total=len(sizes) * len(names))
        for people in sizes:
            for name in names:
                progress.update(task, description=f"{family.name}, {people:,}: {name}")
                found = too_slow.get(name) or Outcome(**in_a_process("cell", family.name, people, name, limit))
                if found.said in ("too slow", "not proven"):
                    too_slow[name] = Outcome(said=found.said)
                outcomes[people][name] = found
                progress.advance(task)
    return outcomes


def scoring(seekers: int) -> Part:
    """From people in words to scored pairs, by arrays and by a loop."""
    found = in_a_process("scoring", seekers, seekers // 10)
    if "said" in found:
        return failed("Scoring", found["said"])
    table = plain_table(("seekers x helpers", "way", "pairs", "seconds", "x ours", "MiB"), left=2)
    size = f"{seekers:,} x {seekers // 10:,}"
    seconds, loop = found["seconds"], found["loop_seconds"]
    table.add_row(size, "ours", f"{found['pairs']:,}", seconds_of(seconds), "1.00", f"{found['memory']:,.0f}")
    table.add_row(
        size, "Python loop over all pairs", f"{found['pairs']:,}", seconds_of(loop), f"{loop / seconds:,.0f}", "-"
    )
    said = f"The loop went through {found['looped']:,} pairs and is reckoned from them; both found the same there."
    return Part("Scoring: from people in words to pairs with scores", table, [said])


def arrivals(people: int) -> Part:
    """One comes or goes between rounds."""
    found = in_a_process("arrivals", people)
    if "said" in found:
        return failed("Arrivals", found["said"])
    table = plain_table(("N", "event", "median ms", "longest ms"), left=2)
    for event, (middle, longest) in found["milliseconds"].items():
        table.add_row(f"{people:,}", event, f"{middle:.1f}", f"{longest:.1f}")
    return Part(
        "Arrivals", table, ["Pairs that stand are not touched; everybody who waits is weighed with the newcomer."]
    )


def first_use() -> Part:
    """What is paid once: on a machine that has never compiled the engine, and in each process when it has."""
    table = plain_table(("kind", "compiling, s", "loading what was compiled, s"), left=1)
    for family in (ADVISERS[0].name, PEERS.name):
        cell = ("cell", family, 200, "ours", 600)
        cold, warm = in_a_new_place(*cell), in_a_process(*cell)
        table.add_row(family, seconds_of(cold["first_use"]), seconds_of(warm["first_use"]))
    return Part("First use", table, ["In none of the other tables."])


def _progress() -> Progress:
    shown = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*shown, console=Console(stderr=True), transient=True)
