"""A large network, its pages and its news, beside the plain way: `python -m benchmarks.networks`."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

if not __package__:
    # Run as a file: what is to be imported lies one folder up, and a file called networks would hide an app.
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmarks.communities.load import LOADS, loaded
from benchmarks.messengers.contestants import called, in_production
from benchmarks.messengers.places import database_for, on_servers
from benchmarks.messengers.processes import NotMeasured
from benchmarks.report import Part, failed, plain_table, shown

THREADS, POSTS, MEMBERS = 10_000, 200_000, 500
WIDTH = 140


def main() -> int:
    """Measure what was asked for, show it, and end with 1 if something could not be measured."""
    asked = _asked()
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    sys.stdout.write(f"{os.cpu_count()} cores; load average before the first run: {load}\n")
    return 0 if shown(_parts(asked), width=WIDTH, file=asked.write) else 1


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.networks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a small network, for a look")
    parser.add_argument("--rounds", type=int, default=7, help="each page so many times; the median is shown (7)")
    parser.add_argument("--seconds", type=int, default=30, help="how long people write (30)")
    parser.add_argument("--only", choices=["pages", "load"], help="one of the two")
    parser.add_argument("--write", type=Path, metavar="FILE", help="also write the tables here, as Markdown")
    return parser.parse_args()


def _parts(asked: argparse.Namespace) -> Iterator[Part]:
    if asked.only != "load":
        yield from _measured("Pages", lambda: pages(asked.rounds, 50 if asked.quick else 1))
    if asked.only != "pages":
        members, seconds = (50, 5) if asked.quick else (MEMBERS, asked.seconds)
        yield from _measured("News", lambda: iter([news(members, seconds)]))


def _measured(heading: str, measure: Callable[[], Iterator[Part]]) -> Iterator[Part]:
    try:
        yield from measure()
    except NotMeasured as error:
        yield failed(heading, str(error))


def pages(rounds: int, smaller: int) -> Iterator[Part]:
    with on_servers() as place, database_for("networks", place) as database:
        environment = in_production(database, place) | {"DEBUG": "true"}
        # With DEBUG no static files need to be collected for the pages.
        called("manage.py", "migrate", "--verbosity", "0", environment=environment)
        size = [str(number // smaller) for number in (THREADS, POSTS, MEMBERS)]
        built = json.loads(called("-m", "benchmarks.communities.building", "pages", *size, environment=environment))
        asked = [str(built["long"]), str(built["short"]), str(rounds)]
        found = json.loads(called("-m", "benchmarks.communities.pages", *asked, environment=environment))
    threads, posts, people = found["rows"]
    table = plain_table(("page", "ms", "queries"), left=1)
    for name, (milliseconds, number) in found["pages"].items():
        table.add_row(name, f"{milliseconds:.0f}", str(number))
    size_of_it = f"{threads:,} threads, {posts:,} posts and {people:,} members of one network"
    yield Part(
        "Pages of a large network",
        table,
        [f"{size_of_it}, on PostgreSQL; each page whole, as a member opens it, without the network.", _who()],
    )
    beside = plain_table(("asked of the database", "ours, ms", "plain, ms", "plain : ours"), left=1)
    for name, (ours, plain) in found["beside"].items():
        beside.add_row(name, f"{ours:.1f}", f"{plain:.1f}", f"{plain / ours:.1f}")
    yield Part(
        "The questions alone, beside the plain way",
        beside,
        [
            "The plain way: OFFSET and COUNT over all, a join that counts replies, LIKE, and all threads read.",
            "It answers less: nothing is muted, and no number of new posts is known.",
        ],
    )


def _who() -> str:
    return "Who opens it has blocked three people, muted a thread, a member and a word, and has read a third of all."


def news(members: int, seconds: int) -> Part:
    table = plain_table(("way", "posts/s", "told/s", "to the last page, ms", "95 %, ms", "refused", "lost"), left=1)
    for name in LOADS:
        heard = loaded(name, members, seconds)
        table.add_row(
            name,
            f"{heard.posts / heard.seconds:.1f}",
            f"{heard.told / heard.seconds:,.0f}",
            f"{heard.last:.0f}",
            f"{heard.last_95:.0f}",
            str(heard.refused),
            str(heard.lost),
        )
    return Part(
        f"{members} members with an open page, {members // 10} of them writing",
        table,
        [
            "Ours: daphne, PostgreSQL, Redis; each post by the form over HTTP, screened, in order, with its hearers.",
            "The plain way: a message by the socket, one insert without order, rules or hearers, and a group_send.",
            "To the last page: from pressing until the last of all open pages has heard of it, in the median.",
        ],
    )


if __name__ == "__main__":
    sys.exit(main())
