"""Breaks each promise on purpose in a copy of the tree, and sees whether the tests notice.

`python -m tests.faults.mutants` makes every mutation in turn and prints a table of what was caught, by which tests;
names after it choose some. What it would replace must be there word for word, or it stops and says so.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from tests.faults.site import ROOT

SECONDS = os.environ.get("CHAOS_SECONDS", "90")
# Long enough for the slowest chaos with the longest peace.
LONGEST = 900
CHAOS = "faults -- tests/faults/test_chaos.py"
HEARTBEAT = "sqlite -- tests/messaging/test_consumers.py"
RACES = "servers -- tests/messaging/operations/test_messages.py tests/messaging/operations/test_changing.py"
REVOCATION = "faults -- tests/faults/test_revocation.py"
RESUMING = "faults -- tests/faults/test_resuming.py"
SLOW_READERS = "faults -- tests/faults/test_slow_readers.py"


@dataclass(frozen=True)
class Replacement:
    """These words in this file, by those."""

    path: str
    words: str
    by: str


@dataclass(frozen=True)
class Mutant:
    """What is broken, and the parts of the tests of which one at least must go red."""

    name: str
    replacements: Sequence[Replacement] = ()
    tests: Sequence[str] = field(default=(RACES, CHAOS))


class NotFound(Exception):
    """The source has changed; the mutant must be written anew."""


POSTING = "messaging/operations/posting.py"
ROOMS = "messaging/operations/rooms.py"
MESSAGE = "messaging/models/message.py"
FIRST_TABLES = "messaging/migrations/0001_initial.py"
ONE_NUMBER = "messaging/migrations/0002_one_number_for_every_change.py"

NO_LOCK = Replacement(ROOMS, "Conversation.objects.select_for_update().filter(", "Conversation.objects.filter(")
NO_UNIQUE_IDENTITY = (
    Replacement(
        MESSAGE,
        'models.UniqueConstraint(fields=["author", "client_id"], name="messaging_one_per_client_id"),',
        "",
    ),
    Replacement(
        FIRST_TABLES,
        "models.UniqueConstraint(fields=('author', 'client_id'), name='messaging_one_per_client_id'), ",
        "",
    ),
)
NO_UNIQUE_PLACE = (
    Replacement(MESSAGE, 'models.UniqueConstraint(fields=["conversation", "seq"], name="messaging_one_per_seq"),', ""),
    Replacement(
        FIRST_TABLES, "models.UniqueConstraint(fields=('conversation', 'seq'), name='messaging_one_per_seq'), ", ""
    ),
    Replacement(
        MESSAGE,
        'models.UniqueConstraint(fields=["conversation", "changed_seq"], name="messaging_one_per_change"),',
        "",
    ),
    Replacement(ONE_NUMBER, "fields=('conversation', 'changed_seq')", "fields=('conversation', 'changed_seq', 'id')"),
)
MISSING = 'messages_for(viewer).filter(conversation=conversation, changed_seq__gt=seq).order_by("changed_seq")'
LAST_ID = (
    "(Message.objects.filter(conversation=conversation, changed_seq__lte=seq)"
    '.order_by("-pk").values_list("pk", flat=True).first() or 0)'
)

MUTANTS = [
    Mutant("nothing is broken"),
    Mutant("no lock on the counter", [NO_LOCK]),
    Mutant("no UNIQUE (author, client id)", NO_UNIQUE_IDENTITY),
    Mutant("no lock and no UNIQUE on places", [NO_LOCK, *NO_UNIQUE_PLACE]),
    Mutant(
        "no heartbeat",
        [Replacement("messaging/hub.py", "if now >= self.next_beat:", "if now < 0:")],
        # The devices of the chaos run get over it by themselves: they leave a line on which nothing comes.
        [HEARTBEAT],
    ),
    Mutant(
        "missing is what has a higher id",
        [
            Replacement(
                "messaging/queries/messages.py", MISSING, MISSING.replace("changed_seq__gt=seq", f"pk__gt={LAST_ID}")
            )
        ],
        [RESUMING, CHAOS],
    ),
    Mutant(
        "missing is what has a later place",
        [Replacement("messaging/queries/messages.py", MISSING, MISSING.replace("changed_seq__gt", "seq__gt"))],
        [RESUMING, CHAOS],
    ),
    Mutant(
        "commits that nobody waits for",
        [Replacement("tests/faults/stores.py", "-c max_connections", "-c synchronous_commit=off -c max_connections")],
        [CHAOS],
    ),
    Mutant(
        "who is signed in is not asked again",
        [
            Replacement(
                "messaging/heartbeats.py", "valid = still_valid(passes, at)", "valid = {one.key: one for one in passes}"
            )
        ],
        [REVOCATION],
    ),
    Mutant(
        "the rule is not asked again",
        [Replacement(POSTING, "if stopped_by := what_stops_among(", "if stopped_by := False and what_stops_among(")],
        [REVOCATION, RACES],
    ),
    Mutant(
        "no bound on what waits for a reader",
        [
            Replacement(
                "messaging/lines.py",
                "if len(self._waiting) >= MOST_FRAMES or self.size + size > MOST_BYTES:",
                "if size < 0:",
            )
        ],
        [SLOW_READERS],
    ),
]


def mutate(tree: Path, mutant: Mutant) -> None:
    for replacement in mutant.replacements:
        path = tree / replacement.path
        text = path.read_text()
        if replacement.words not in text:
            raise NotFound(f"{mutant.name}: {replacement.path} does not say {replacement.words!r}")
        path.write_text(text.replace(replacement.words, replacement.by))


def copied_to(folder: Path) -> Path:
    """A copy of what git knows and of what is new, with the same .venv."""
    tree = folder / "tree"
    left_out = shutil.ignore_patterns(".git", ".venv", "var", "__pycache__", ".*_cache", "node_modules")
    shutil.copytree(ROOT, tree, ignore=left_out)
    (tree / ".venv").symlink_to((ROOT / ".venv").resolve())
    return tree


def failures(tree: Path, part: str) -> list[str]:
    """Run these tests in the tree and return the names of those that failed; raises when they could not be run."""
    command = [sys.executable, "-m", "tests", *part.split()]
    environment = os.environ | {"CHAOS_SECONDS": SECONDS, "CI": "true"}
    with (tree.parent / "log").open("ab") as log:
        subprocess.run(command, cwd=tree, env=environment, stdout=log, stderr=log, check=False, timeout=LONGEST)
    report = tree / "var" / "tests" / f"{part.split(maxsplit=1)[0]}.xml"
    cases = list(ElementTree.parse(report).iter("testcase"))
    failed = [case.get("name", "") for case in cases if case.find("failure") is not None]
    # Errors beside failures are what these leave behind; errors alone mean that nothing was tried.
    if not cases or (not failed and any(case.find("error") is not None for case in cases)):
        raise RuntimeError(f"{part} could not be run: {(tree.parent / 'log').read_text()[-3000:]}")
    return failed


def main(names: Sequence[str]) -> int:
    """Print a line for each mutant; 1 when one was missed. The first is none: on it nothing may fail."""
    chosen = [mutant for mutant in MUTANTS if not names or mutant.name in names]
    missed = 0
    for mutant in chosen:
        with tempfile.TemporaryDirectory(prefix="alongside-mutant-") as folder:
            tree = copied_to(Path(folder))
            mutate(tree, mutant)
            noticed = [name for part in mutant.tests for name in failures(tree, part)]
        is_well = bool(noticed) == bool(mutant.replacements)
        missed += not is_well
        print(f"{'ok    ' if is_well else 'MISSED'}  {mutant.name}: {len(noticed)} failed {noticed[:4]}", flush=True)
    return 1 if missed or not chosen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
