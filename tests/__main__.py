"""Runs the suite part by part and says at the end what ran, what was skipped, why, and how to get it."""

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from tests.browser import chromium
from tests.faults.stores import stores
from tests.servers import NotToBeHad, servers

REPORTS = Path("var/tests")
MUST_BE_THERE = os.environ.get("CI", "").lower() in ("1", "true", "yes")
NO_TESTS = 5


@dataclass(frozen=True)
class Outcome:
    """How one part went, in a line."""

    went_well: bool
    line: str


def on_sqlite(more: list[str]) -> Outcome:
    """The units and the sockets on what a single machine has."""
    return _pytest("sqlite", ["-n", "auto", "-m", "not servers", *(more or ["tests"])], {})


def on_servers(more: list[str]) -> Outcome:
    """The same again on what production has, and what needs exactly that."""
    try:
        with servers() as found:
            where = {"TEST_DATABASE_URL": found.database_url, "TEST_REDIS_URL": found.redis_url}
            return _pytest("servers", ["-n", "auto", *(more or ["tests"])], where)
    except NotToBeHad as reason:
        return _skipped(str(reason))


def in_a_browser(more: list[str]) -> Outcome:
    """The journeys: a real service and real browsers."""
    if chromium() is None:
        return _skipped("no Chromium: install the package chromium, or set CHROMIUM to its path")
    return _pytest("journeys", ["-n", "auto", *(more or ["tests/journeys"])], {})


def under_faults(more: list[str]) -> Outcome:
    """What is promised whatever breaks, on a PostgreSQL and a Redis of its own that may be broken."""
    try:
        with stores() as (postgres, redis):
            where = {
                "TEST_DATABASE_URL": postgres.url(),
                "TEST_REDIS_URL": redis.url(),
                "FAULTS_POSTGRES": f"{postgres.folder}:{postgres.port}",
                "FAULTS_REDIS": f"{redis.folder}:{redis.port}",
            }
            return _pytest("faults", more or ["tests/faults"], where)
    except NotToBeHad as reason:
        return _skipped(str(reason))


PARTS: dict[str, tuple[str, Callable[[list[str]], Outcome]]] = {
    "sqlite": ("SQLite, in one process", on_sqlite),
    "servers": ("PostgreSQL and Redis", on_servers),
    "journeys": ("Journeys in a browser", in_a_browser),
    "faults": ("Faults", under_faults),
}


def _skipped(reason: str) -> Outcome:
    return Outcome(not MUST_BE_THERE, f"{'missing' if MUST_BE_THERE else 'skipped'} ({reason})")


def _pytest(part: str, arguments: list[str], environment: dict[str, str]) -> Outcome:
    REPORTS.mkdir(parents=True, exist_ok=True)
    report = REPORTS / f"{part}.xml"
    report.unlink(missing_ok=True)
    # Without these two taken away, the part on SQLite would run on servers that the person has named.
    plain = {name: value for name, value in os.environ.items() if name not in ("TEST_DATABASE_URL", "TEST_REDIS_URL")}
    command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *arguments]
    code = subprocess.run(command, env=plain | environment, check=False).returncode
    return Outcome(code == 0, "no test was found" if code == NO_TESTS else _counts(report))


def _counts(report: Path) -> str:
    """Return what pytest wrote down, as a line: '112 passed, 3 skipped (needs ...)'; and a line for each summary."""
    if not report.exists():
        return "pytest stopped before any test"
    cases = list(ElementTree.parse(report).iter("testcase"))
    skips = Counter(skipped.get("message", "") for case in cases for skipped in case.findall("skipped"))
    failed = sum(case.find("failure") is not None or case.find("error") is not None for case in cases)
    counts = [f"{len(cases) - failed - skips.total()} passed"]
    counts += [f"{failed} failed"] if failed else []
    counts += [f"{count} skipped ({reason})" for reason, count in skips.items()]
    summaries = [str(found.get("value")) for found in ElementTree.parse(report).iter("property")]
    return "\n        ".join([", ".join(counts), *summaries])


def main(arguments: list[str]) -> int:
    """Run the parts that are named, or all; what follows `--` goes to pytest."""
    # Also when it is told to stop, a run ends what it has started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    names, _, more = (" ".join(arguments)).partition("--")
    chosen = names.split() or list(PARTS)
    outcomes = []
    for name in chosen:
        title, run = PARTS[name]
        print(f"\n-- {title} --", flush=True)
        outcomes.append((title, run(more.split())))
    print()
    for title, outcome in outcomes:
        print(f"{'ok    ' if outcome.went_well else 'FAILED'}  {title}: {outcome.line}")
    return 0 if all(outcome.went_well for _, outcome in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
