"""The desks of coordinators and advisers, with few and with many members: `python -m benchmarks.desk`."""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

if not __package__:
    # Run as a file: what is to be imported lies one folder up.
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmarks.messengers.contestants import called, in_production
from benchmarks.messengers.places import database_for, on_servers
from benchmarks.messengers.processes import NotMeasured
from benchmarks.report import Part, failed, plain_table, shown

SIZES = (50, 5_000)
WIDTH = 140

Costs = dict[str, list[float]]


def main() -> int:
    """Measure, show it, and end with 1 if something could not be measured."""
    asked = _asked()
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    sys.stdout.write(f"{os.cpu_count()} cores; load average before the first run: {load}\n")
    return 0 if shown(_parts(asked), width=WIDTH, file=asked.write) else 1


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.desk", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="so many members each (50 5000)")
    parser.add_argument("--rounds", type=int, default=7, help="each page so many times; the median is shown (7)")
    parser.add_argument("--write", type=Path, metavar="FILE", help="also write the table here, as Markdown")
    return parser.parse_args()


def _parts(asked: argparse.Namespace) -> Iterator[Part]:
    try:
        costs = {members: _costs(members, asked.rounds) for members in asked.sizes}
    except NotMeasured as error:
        yield failed("The desks", str(error))
        return
    yield _table(costs)


def _costs(members: int, rounds: int) -> Costs:
    """What each page costs with so many members, in a database of their own."""
    with on_servers() as place, database_for(f"desk_{members}", place) as database:
        # With DEBUG no static files need to be collected for the pages.
        environment = in_production(database, place) | {"DEBUG": "true"}
        called("manage.py", "migrate", "--verbosity", "0", environment=environment)
        built = called("-m", "benchmarks.desks.building", str(members), environment=environment)
        found = called("-m", "benchmarks.desks.pages", str(rounds), built, environment=environment)
        costs: Costs = json.loads(found)
        return costs


def _table(costs: dict[int, Costs]) -> Part:
    sizes = list(costs)
    heads = [f"{what}, {size:,}" for size in sizes for what in ("queries", "ms")]
    table = plain_table(("page", *heads), left=1)
    for page in costs[sizes[0]]:
        cells = [costs[size][page] for size in sizes]
        table.add_row(page, *(cell for ms, queries in cells for cell in (str(int(queries)), f"{ms:.0f}")))
    same = all(len({costs[size][page][1] for size in sizes}) == 1 for page in costs[sizes[0]])
    return Part(
        f"The desks with {' and '.join(f'{size:,}' for size in sizes)} members",
        table,
        [
            "On PostgreSQL, in ten areas; each page whole, as it is opened in a browser, without the network.",
            "Every page takes as many queries with the most members as with the fewest."
            if same
            else "The number of queries grows with the members.",
        ],
        well=same,
    )


if __name__ == "__main__":
    sys.exit(main())
